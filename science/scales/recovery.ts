import { generalReview, register } from '../register.ts'
import type { Level, ScoredScale } from './scale.ts'

const levels = (two: string, one: string, zero: string): readonly Level[] => [
  { value: 2, name: '2', says: two },
  { value: 1, name: '1', says: one },
  { value: 0, name: '0', says: zero },
]

/** Modified Aldrete recovery score, five ratings of 0 to 2. Structure published; the words are ours. */
export const aldrete: ScoredScale = {
  id: 'aldrete',
  title: 'Recovery (modified Aldrete)',
  source: register.aldrete,
  reviewBy: generalReview,
  items: [
    {
      id: 'activity',
      title: 'Movement',
      levels: levels('Moves arms and legs when asked', 'Moves two limbs when asked', 'Moves none when asked'),
    },
    {
      id: 'respiration',
      title: 'Breathing',
      levels: levels('Breathes deeply and coughs', 'Shallow or labored breathing', 'Does not breathe unaided'),
    },
    {
      id: 'circulation',
      title: 'Blood pressure against before',
      levels: levels('Within 20%', 'Between 20% and 49% away', '50% or more away'),
    },
    {
      id: 'consciousness',
      title: 'Wakefulness',
      levels: levels('Fully awake', 'Wakes when called', 'Does not respond'),
    },
    {
      id: 'spo2',
      title: 'Oxygen',
      levels: levels('Above 92% on room air', 'Needs oxygen to stay above 90%', 'Below 90% even with oxygen'),
    },
  ],
}

/** Post-anaesthetic discharge score (PADSS), five ratings of 0 to 2. Structure published; the words are ours. */
export const padss: ScoredScale = {
  id: 'padss',
  title: 'Readiness to go home (PADSS)',
  source: register.padss,
  reviewBy: generalReview,
  items: [
    {
      id: 'vitals',
      title: 'Blood pressure and pulse against before',
      levels: levels('Within 20%', '20% to 40% away', 'More than 40% away'),
    },
    { id: 'walking', title: 'Walking', levels: levels('Steady, no dizziness', 'Needs help', 'Cannot walk') },
    { id: 'nausea', title: 'Nausea and vomiting', levels: levels('Little or none', 'Moderate', 'Severe') },
    { id: 'pain', title: 'Pain', levels: levels('Little or none', 'Moderate', 'Severe') },
    { id: 'site', title: 'Injection site', levels: levels('No or little bleeding', 'Some bleeding', 'Much bleeding') },
  ],
}
