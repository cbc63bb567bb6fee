/** What a prescriber reads and answers in determining, and what everybody reads of it afterwards. */
export const determinationWords = {
  determination: 'Determination',
  outcome: 'Determination',
  outcomes: { suitable: 'Suitable', 'not suitable': 'Not suitable', 'not yet': 'Not yet' },
  outcomeHints: {
    suitable: 'With a reason for every finding that is met or not known.',
    'not suitable': 'For this route, for this patient.',
    'not yet': 'Say what has to happen first.',
  },
  reasons: 'Your reasons',
  addressOf: (rule: string, unknown: boolean) =>
    unknown ? `Reason to proceed without knowing (${rule})` : `Reason to proceed (${rule})`,
  addressLead: 'Each of these is met or not known. Give a reason to proceed despite it, or go back and resolve it.',
  reevaluateBy: 'Re-evaluate by',
  reevaluateHint:
    'You choose the date; none is suggested. It is required when you determine that treatment is suitable.',
  reevaluations: {
    ahead: (day: string) => `Re-evaluate by ${day}`,
    overdue: (day: string) => `Re-evaluation overdue since ${day}`,
    'not set': (_: string) => 'No re-evaluation date set',
  },
  overdueTitle: 'Re-evaluation overdue',
  overdueLead:
    'The date the prescriber set has passed. This is clinic policy and holds no session; a changed finding does. A new determination sets a new date.',
  overdueOf: (route: string, owner: string) => `${route}, determined by ${owner}`,
  decide: 'Record the determination',
  notForYou: 'Only a prescriber can record a determination.',
  states: {
    none: 'Not determined',
    'awaiting confirmation': 'Awaiting confirmation',
    'not confirmed': 'Not confirmed',
    reopened: 'Reopened',
    'not suitable': 'Not suitable',
    'not yet': 'Not yet',
    'in force': 'Suitable, in force',
  },
  stateLead: {
    none: 'No session can take place.',
    'awaiting confirmation': 'No session can take place until it is confirmed in a second step.',
    'not confirmed': 'No session can take place. A new determination is needed.',
    reopened:
      'Something changed after the determination. No session can take place until a prescriber has reviewed it again.',
    'not suitable': 'No session can take place.',
    'not yet': 'No session can take place.',
    'in force': 'It stays in force as long as nothing it is based on changes.',
  },
  decidedBy: (name: string, when: string) => `${name}, ${when}`,
  confirmTitle: 'Confirm, as a separate step',
  confirmLead:
    'A finding marked absolute is met or not known. Read the findings and the reasons, then decide for yourself.',
  confirmByOther: 'Another prescriber at this clinic must confirm this.',
  confirmSame:
    'There is no other prescriber here. You confirm it yourself, with a separate reason; the record says so.',
  confirmAnswer: 'Your answer',
  confirmAnswers: { confirmed: 'I confirm it', 'not confirmed': 'I do not confirm it' },
  confirmReason: 'Reason for your answer',
  confirm: 'Record answer',
  confirmedBy: (name: string, when: string) => `Confirmed by ${name}, ${when}`,
  confirmedSame: 'the same person, in a second step',
  notConfirmedBy: (name: string, when: string) => `Not confirmed by ${name}, ${when}`,
  past: 'Earlier determinations',
  closeTitle: 'Close this evaluation',
  closeLead: 'When the course of treatment has ended. What was recorded stays readable; no session can be based on it.',
  close: 'Close evaluation',
  closeReason: 'Reason for closing',
  decideAgain: 'Record a new determination',
  secondNeeded:
    'A finding marked absolute is met or not known: proceeding needs a second confirmation before it takes effect.',
  nothingHeld: 'No finding that needs a reason is met or unknown.',
  wentOn: 'Proceeded despite',
} as const
