import { generalReview, register } from '../register.ts'
import type { Scale } from './scale.ts'

/** Alertness and sedation, MOAA/S. Levels are the published ones; the words are ours. */
export const moaas: Scale = {
  id: 'moaas',
  title: 'Alertness (MOAA/S)',
  source: register.moaas,
  reviewBy: generalReview,
  levels: [
    { value: 5, name: 'Alert', says: 'Answers at once when the name is said in a normal voice.' },
    { value: 4, name: 'Slow', says: 'Answers the name in a normal voice, but slowly.' },
    { value: 3, name: 'Needs a loud call', says: 'Answers only when the name is called loudly or several times.' },
    { value: 2, name: 'Needs a touch', says: 'Responds only to a light shake or prod.' },
    { value: 1, name: 'Needs a painful squeeze', says: 'Responds only to a painful squeeze of the shoulder muscle.' },
    { value: 0, name: 'No response', says: 'Does not respond even to a painful squeeze.' },
  ],
}
