import { counted } from '../words.ts'

/** What staff read where all answers of one patient stand, and where some are corrected or taken back. */
export const answersWords = {
  title: 'All answers',
  help: 'Every questionnaire this patient answered, newest first. Answers that were corrected or taken back stay here, crossed out, and are not counted anywhere.',
  none: 'No questionnaires have been answered yet',
  when: 'Answered',
  questionnaire: 'Questionnaire',
  result: 'Result',
  by: 'Entered by',
  patient: 'The patient',
  noTotal: 'No total',
  each: 'Each answer',
  said: (question: string, answer: string) => `“${question}” ${answer}`,
  open: 'unanswered',
  change: 'Change',
  changeOf: (title: string, when: string) => `Change: ${title}, ${when}`,
  before: (count: number) => `Show ${counted(count, 'earlier answer')}`,
  is: { corrected: 'Corrected', 'taken back': 'Taken back' },
  correct: 'Correct these answers',
  correctTitle: (title: string, when: string) => `Correct ${title}, ${when}`,
  correctHelp:
    'The first answers stay on the list, crossed out. Alerts they raised stay open until someone closes them.',
  wrong: 'What was wrong',
  takeBack: 'Take these answers back',
  takeBackTitle: (title: string, when: string) => `Take back ${title}, ${when}`,
  takeBackHelp:
    'For answers that are not this patient’s. They stay on the list, crossed out, and are not counted anywhere. Alerts they raised stay open until someone closes them. If they belong to another patient, enter them in that patient’s chart.',
  why: 'Reason',
  ofPatient: 'The patient gave these answers. They cannot be corrected; ask again if something has changed.',
  done: 'Recorded.',
} as const
