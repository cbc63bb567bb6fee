import { counted } from '../words.ts'

/** The way out of a session: released, or ended without. Part of `sessionWords`. */
export const release = {
  title: 'Release',
  stayEnds: (time: string) => `The minimum stay ends at ${time}.`,
  lead: 'Every criterion is recorded, then a named clinician releases the patient to a named adult.',
  met: (met: number, of: number) => `${met} of ${of} met`,
  check: 'Release assessment',
  criteria: 'All criteria',
  questions: {
    onRoomAir: 'On room air, without oxygen',
    breathingResolved: 'Breathing as before the dose, not slow or shallow',
    backToUsualSelf: 'Mental status as before the dose',
    walksSteadily: 'Walks steadily',
    dizzy: 'Dizzy',
    nauseaControlled: 'Nausea under control',
    painControlled: 'Pain under control',
    suicideRiskAssessed: 'Suicide risk assessed before leaving',
    escortPresent: 'The adult for the ride home is here',
    instructionsGiven: 'Written instructions',
  },
  padss: 'Readiness to go home (PADSS)',
  aldrete: 'Recovery (modified Aldrete)',
  oneScore: 'One of the two scores is enough.',
  itIs: (name: string, relation?: string) =>
    `It is ${relation ? `${name}, ${relation}` : name}, as named before the dose`,
  to: 'Released to',
  phone: 'Their phone',
  instructionOptions: { printed: 'Given on paper', sent: 'Sent', 'given before': 'Given before' },
  instructionsNotYet: 'Not yet',
  release: (name: string) => (name ? `Release to ${name}` : 'Release'),
  nameFirst: 'Name the adult who takes the patient home.',
  instructionsFirst: 'Say how the written instructions were given.',
  waits: (count: number) => `${counted(count, 'criterion', 'criteria')} not met or not known.`,
  done: (name: string, time: string, by: string) => `Released to ${name} at ${time} by ${by}`,
}

export const stop = {
  add: 'End without release',
  title: 'End this session without release',
  as: 'How it ends',
  ways: {
    'not treated today': 'Not treated today',
    'patient changed their mind': 'Patient changed their mind',
    'sent to emergency care': 'Sent to emergency care',
    'left against advice': 'Left against medical advice',
  },
  reason: 'Reason',
  save: 'End session',
}
