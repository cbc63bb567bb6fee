import type { ListsSeen } from '../../../../care/evaluation/determination.ts'

type List = keyof ListsSeen
const lists = { problem: 'problems', medicine: 'medicines', allergy: 'allergies' } satisfies Record<List, string>

/** What the server and the forms say about an evaluation and its determination. */
export const says = {
  noAnswer: 'This is no answer.',
  notAQuestion: 'This is not a question of the evaluation.',
  yesOrNo: 'Answer with yes, no or not known.',
  choose: 'Choose one of the answers.',
  number: 'Write a number.',
  wholeNumber: 'Write a whole number.',
  numberUnusable: 'A number cannot be used.',
  swappedPressures: 'The lower pressure must be below the upper one; were they swapped?',
  noSuchPatient: 'There is no such patient.',
  noSuchEvaluation: 'There is no such evaluation for this patient.',
  closedStays: 'This evaluation is closed. What was recorded in it stays as it is.',
  closedStartNew: 'This evaluation was closed. Start a new one.',
  closedAlready: 'This evaluation is closed already.',
  outcome: 'Choose what you determine.',
  confirm: 'Say whether you confirm it.',
  sayWhyUnknown: 'This is not known. Find out, or say why you go on without.',
  sayWhyInSpite: 'Say why you go on in spite of this.',
  otherEvaluation: 'There is no open evaluation like the one on this screen. Look again.',
  findingsChanged: 'The findings have changed while you were deciding. Look at them again.',
  beyondOverride: 'There are findings that nobody may go past.',
  unaddressed: 'Some findings are not spoken to yet.',
  noSuchDetermination: 'There is no such determination for this patient.',
  needsNone: 'This determination needs no confirmation.',
  replaced: 'Another determination has taken its place. Read that one.',
  anotherPrescriber: 'Another prescriber of this clinic has to confirm this one.',
  noEvaluation: 'There is no evaluation for this course of treatment.',
  noDetermination: 'No prescriber has recorded a determination.',
  unconfirmed: 'A finding marked absolute is met or not known, and nobody has confirmed the determination yet.',
  /** What `required` and `typed` begin with. */
  reason: 'The reason',
  text: 'The text',
  mustBeNumber: (what: string) => `${what} must be a number.`,
  lowest: (least: number) => `The lowest is ${least}.`,
  highest: (most: number) => `The highest is ${most}.`,
  determinedMeanwhile: (by: string, outcome: string) =>
    `${by} has recorded a determination in the meantime: ${outcome}. Read it first.`,
  changedSince: (what: string) => `Something has changed since it was decided: ${what} Determine again.`,
  determined: (by: string, outcome: string) => `${by} determined: ${outcome}.`,
  didNotConfirm: (by: string) => `${by} did not confirm it.`,
  notLookedAt: (rule: string, finding: string) => `${rule} was not looked at: ${finding}`,
  noLongerLookedAt: (rule: string) => `${rule} is not looked at any more.`,
  wasAndIs: (rule: string, was: string, is: string, finding: string) => `${rule} was ${was} and is ${is}: ${finding}`,
  entryChanged: (list: List) => `An entry on the list of ${lists[list]} was changed.`,
  entryAdded: (list: List) => `Something was added to the list of ${lists[list]}.`,
  entryEnded: (list: List) => `Something on the list of ${lists[list]} has ended or was a mistake.`,
  knowledgeChanged: (list: List) => `What is known about ${lists[list]} has changed.`,
} as const
