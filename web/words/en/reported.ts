import { counted } from '../words.ts'

/** What a clinician reads of it in the evaluation. */
export const reportedWords = {
  part: 'From the patient',
  lead: 'What the patient told on the phone. It answers nothing by itself: go through it item by item.',
  notAsked: 'The patient has not been asked.',
  nothing: 'Nothing has been answered yet.',
  done: (when: string) => `The patient said they were done on ${when}.`,
  notDone: 'The patient has not said yet that they are done.',
  toGo: (count: number) => `${count} to go through`,
  reported: (when: string) => `Patient-reported, ${when}`,
  before: {
    request: (when: string) => `Told with the request of ${when}; the patient has not looked at it since`,
    referral: (when: string) =>
      `From the referral of ${when}, not the patient’s own word; the patient has not looked at it`,
  },
  answer: (value: string) => `Patient reports: ${value}`,
  notSure: 'Not sure',
  listed: 'yes, and nothing listed',
  tookBack: 'taken back by the patient',
  notConfirmed: 'not confirmed',
  confirmed: (by: string, when: string) => `Confirmed by ${by}, ${when}`,
  changed: (by: string, when: string) => `Recorded otherwise by ${by}, ${when}`,
  talked: (by: string, when: string) => `Talked about by ${by}, ${when}`,
  again: 'Answered again since it was confirmed',
  earlier: (count: number) => counted(count, 'earlier answer'),
  confirm: 'Confirm',
  confirmThis: (what: string) => `Confirm: ${what}`,
  becomes: {
    answer: (value: string) => `Confirm as ${value}`,
    trial: 'Add to what was tried',
    problem: 'Add to the problems',
    medicine: 'Add to the medicines',
    allergy: 'Add to the allergies',
    contact: 'Add to the contacts',
    coverage: 'Add to the coverage',
    'none known': 'Confirm that there are none',
    'talked about': 'Talked about',
  },
  own: 'Record otherwise',
  ownTitle: 'What you record instead',
  ownHelp: 'What the patient said stays beside it.',
  saveOwn: 'Record it',
  onlyTalked: 'Talked about, not recorded',
  openConcerns: (count: number) => `The patient reports ${counted(count, 'thing')} that nobody has gone through yet.`,
  goThrough: 'Go through them',
  /** What a trial has no place for, in the patient's own words. */
  trialNote: (perDay: string | undefined, result: string | undefined, why: string | undefined) =>
    [perDay && `A day: ${perDay}`, result && `Did it help: ${result}`, why && `Why stopped: ${why}`]
      .filter(Boolean)
      .join('. '),
  side: (question: string, answer: string) => `${question} ${answer}, says the patient.`,
  startFirst: 'Start the evaluation to go through it.',
  concern: (says: string, when: string) => `Patient reports: ${says} (${when}, not confirmed)`,
  source: (when: string) => `as the patient reported, ${when}`,
  sourceOwn: (when: string) => `otherwise than the patient reported, ${when}`,
} as const
