import { counted } from '../words.ts'

/** What a clinician reads of it in the evaluation. */
export const reportedWords = {
  part: 'From the patient',
  lead: 'What the patient entered on their phone. On its own it answers nothing: review it item by item.',
  notAsked: 'The patient has not been asked.',
  nothing: 'Nothing has been answered yet.',
  done: (when: string) => `The patient marked it as done on ${when}.`,
  notDone: 'The patient has not marked it as done yet.',
  toGo: (count: number) => `${count} to review`,
  reported: (when: string) => `Patient-reported, ${when}`,
  before: {
    request: (when: string) => `From the request of ${when}; the patient has not reviewed it since`,
    referral: (when: string) =>
      `From the referral of ${when}, not the patient’s own word; the patient has not reviewed it`,
  },
  answer: (value: string) => `Patient reports: ${value}`,
  notSure: 'Not sure',
  listed: 'yes, but nothing listed',
  tookBack: 'removed by the patient',
  notConfirmed: 'not confirmed',
  confirmed: (by: string, when: string) => `Confirmed by ${by}, ${when}`,
  changed: (by: string, when: string) => `Recorded differently by ${by}, ${when}`,
  talked: (by: string, when: string) => `Discussed by ${by}, ${when}`,
  again: 'Answered again since it was confirmed',
  earlier: (count: number) => counted(count, 'earlier answer'),
  confirm: 'Confirm',
  becomes: {
    answer: (value: string) => `Confirm as ${value}`,
    trial: 'Add to treatments tried',
    problem: 'Add to problems',
    medicine: 'Add to medicines',
    allergy: 'Add to allergies',
    contact: 'Add to contacts',
    coverage: 'Add to coverage',
    'none known': 'Confirm that there are none',
    'talked about': 'Mark as discussed',
  },
  own: 'Record differently',
  ownTitle: 'What you record instead',
  ownHelp: 'What the patient said stays next to it.',
  saveOwn: 'Record it',
  onlyTalked: 'Discussed, not recorded',
  openConcerns: (count: number) => `The patient reports ${counted(count, 'thing')} that no one has reviewed yet.`,
  goThrough: 'Review them',
  /** What a trial has no place for, in the patient's own words. */
  trialNote: (perDay: string | undefined, result: string | undefined, why: string | undefined) =>
    [perDay && `A day: ${perDay}`, result && `Did it help: ${result}`, why && `Why stopped: ${why}`]
      .filter(Boolean)
      .join('. '),
  side: (question: string, answer: string) => `${question} ${answer}, per the patient.`,
  startFirst: 'Start the evaluation to review it.',
  concern: (says: string, when: string) => `Patient reports: ${says} (${when}, not confirmed)`,
  source: (when: string) => `as the patient reported, ${when}`,
  sourceOwn: (when: string) => `different from what the patient reported, ${when}`,
} as const
