/** What a prescriber reads and answers in determining, and what everybody reads of it afterwards. */
export const determinationWords = {
  determination: 'Determination',
  outcome: 'What you determine',
  outcomes: { suitable: 'Suitable', 'not suitable': 'Not suitable', 'not yet': 'Not yet' },
  outcomeHints: {
    suitable: 'With a reason for every finding that is met or not known.',
    'not suitable': 'For this route, for this patient.',
    'not yet': 'Say what has to happen first.',
  },
  reasons: 'Your reasons',
  addressOf: (rule: string, unknown: boolean) =>
    unknown ? `Why you go on without knowing (${rule})` : `Why you go on (${rule})`,
  addressLead: 'Each of these is met or not known. Say why you go on in spite of it, or go back and settle it.',
  reevaluateBy: 'Evaluate again by',
  reevaluateHint:
    'You choose the day; none is suggested. It is asked for when you determine that treatment is suitable.',
  reevaluations: {
    ahead: (day: string) => `Evaluate again by ${day}`,
    overdue: (day: string) => `Evaluation overdue since ${day}`,
    'not set': (_: string) => 'No day is set to evaluate again',
  },
  overdueTitle: 'Evaluate again',
  overdueLead:
    'The prescriber’s own day has passed. It is clinic policy and holds no session; a changed finding does. A new determination sets a new day.',
  overdueOf: (route: string, owner: string) => `${route}, determined by ${owner}`,
  decide: 'Record the determination',
  notForYou: 'Only a prescriber determines.',
  states: {
    none: 'Not determined',
    'awaiting confirmation': 'Waits for confirmation',
    'not confirmed': 'Not confirmed',
    reopened: 'Reopened',
    'not suitable': 'Not suitable',
    'not yet': 'Not yet',
    'in force': 'Suitable, in force',
  },
  stateLead: {
    none: 'No session can take place.',
    'awaiting confirmation': 'No session can take place until a second act confirms it.',
    'not confirmed': 'No session can take place. A new determination is needed.',
    reopened:
      'Something changed after the determination. No session can take place until a prescriber has looked again.',
    'not suitable': 'No session can take place.',
    'not yet': 'No session can take place.',
    'in force': 'It holds as long as nothing changes that it rests on.',
  },
  decidedBy: (name: string, when: string) => `${name}, ${when}`,
  confirmTitle: 'Confirm it, as a step of its own',
  confirmLead:
    'A finding marked absolute is met or not known. Read the findings and the reasons, then decide for yourself.',
  confirmByOther: 'Another prescriber of this clinic has to confirm this.',
  confirmSame:
    'There is no other prescriber here. You confirm it yourself, with a reason of its own; the record says so.',
  confirmAnswer: 'Your answer',
  confirmAnswers: { confirmed: 'I confirm it', 'not confirmed': 'I do not confirm it' },
  confirmReason: 'Why you confirm it, or do not',
  confirm: 'Record the answer',
  confirmedBy: (name: string, when: string) => `Confirmed by ${name}, ${when}`,
  confirmedSame: 'the same person, in a second step',
  notConfirmedBy: (name: string, when: string) => `Not confirmed by ${name}, ${when}`,
  past: 'Earlier determinations',
  closeTitle: 'End this evaluation',
  closeLead:
    'When the course of treatment has ended. What was recorded stays readable; no session can take place upon it.',
  close: 'End the evaluation',
  closeReason: 'Why it ends',
  decideAgain: 'Determine again',
  secondNeeded: 'A finding marked absolute is met or not known: going on needs a second confirmation before it counts.',
  nothingHeld: 'Nothing that needs a reason is met or unknown.',
  wentOn: 'Went on in spite of',
} as const
