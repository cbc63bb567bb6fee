const all = (count: number) => (count === 2 ? 'both' : `all ${count}`)

/** What needs somebody, and what became of it. Nothing here says that anybody is safe. */
export const alertWords = {
  title: 'Alerts',
  waiting: (urgent: number) => (urgent > 0 ? ` waiting, ${urgent} urgent` : ' waiting'),
  help: 'Most serious first, then oldest first.',
  none: 'No open alerts',
  noneHelp: 'This list shows what was reported and what rules found. It does not monitor anyone.',
  noneClosed: 'No alerts have been closed yet',
  followUp: 'See who has been asked and has not answered',
  seeClosed: 'See closed alerts',
  seeOpen: 'See open alerts',
  closedTitle: 'Closed alerts',
  answersEnded: {
    corrected: 'The answers behind this were corrected',
    'taken back': 'The answers behind this were taken back',
  },
  endedBy: (by: string, when: string) => `by ${by}, ${when}:`,
  notSaidWhy: 'no reason given',
  levels: { urgent: 'Urgent', high: 'Same day', review: 'To review' },
  raised: (time: string) => `Raised ${time} ago`,
  call: (phone: string) => `Call ${phone}`,
  noPhone: 'No phone number is on record.',
  acknowledge: 'Acknowledge',
  acknowledgeFor: (name: string) => `Acknowledge the alert about ${name}`,
  together: (count: number) => `One entry raised these ${count} together:`,
  acknowledgeSet: (count: number) => `Acknowledge ${all(count)}`,
  acknowledgeSetFor: (count: number, name: string) => `Acknowledge ${all(count)} alerts about ${name}`,
  oneByOne: 'One by one',
  takenMeanwhile: (count: number) =>
    count === 1
      ? 'One of them was taken by somebody else meanwhile'
      : `${count} of them were taken by somebody else meanwhile`,
  takenRead: 'I have read this',
  /** How long there is to acknowledge; what a clock says beside an alert. */
  due: {
    inShort: (time: string) => `Acknowledge within ${time}`,
    now: () => 'Acknowledge now',
    overdueShort: (time: string) => `Acknowledgment overdue by ${time}`,
  },
  withWhom: (who: string) => `With ${who}`,
  everyone: 'everyone who can act on alerts',
  roles: { prescriber: 'the prescribers', monitor: 'the monitors' } as Record<string, string>,
  someone: 'someone who has left',
  escalated: (when: string) => `No one acknowledged it in time, so it was escalated at ${when}.`,
  acknowledgedBy: (who: string, when: string) => `${who} acknowledged this at ${when} and is responsible for it.`,
  acknowledgedSince: (time: string) => `Still open ${time} later`,
  closedBy: (who: string, when: string) => `${who} closed this on ${when}:`,
  close: 'Close this alert',
  closeTitle: 'What was done?',
  closeHint: 'What you found, what you did, and what happens next. It stays in the record.',
  more: 'More',
  note: 'Add a note',
  noteLabel: 'Note',
  reassign: 'Reassign',
  reassignTo: 'Reassign to',
  reassignWhy: 'Reason',
  escalate: 'Escalate now',
  escalateWhy: 'Why it cannot wait',
  what: {
    acknowledge: 'Acknowledged',
    reassign: 'Reassigned',
    escalate: 'Escalated',
    note: 'Note',
    close: 'Closed',
  },
  to: (who: string) => `to ${who}`,
  whatHappened: 'What has happened since',
  rule: 'Rule and source',
  policy: 'Times and levels are clinic policy; no guideline gives a figure.',
  mail: 'New and overdue alerts are also emailed to whoever is responsible for them, with no name in the email.',
} as const

/** The outbox. */
export const outboxWords = {
  title: 'Outbox',
  help: 'Emails and text messages, and whether they went out.',
  helpDemo:
    'This is a demo, so nothing is actually sent. Here you can read what would have been sent, and open the links.',
  helpReal:
    'Message text is not shown, because the link in it gives access. It is erased once the message has been sent.',
  noMailServer: 'No mail server is set up, so email waits here',
  noMailServerHelp:
    'Patients do not get their links by email until one is set up. Until then, give them their links at the clinic, on the tablet or as a code for the patient’s phone. Whoever runs this server sets SMTP_URL and MAIL_FROM; the README says how.',
  none: 'Nothing has been sent',
  to: 'To',
  about: 'About',
  state: 'State',
  queued: 'Queued',
  states: { waiting: 'Waiting', sent: 'Sent', 'gave up': 'Not delivered' },
  channel: { mail: 'email', sms: 'text' },
  tries: (count: number, problem: string) =>
    count === 0 ? `Never sent: ${problem}` : `${count === 1 ? '1 try' : `${count} tries`}, last: ${problem}`,
  nextTry: (when: string) => `next try ${when}`,
  read: 'Read',
  body: 'Message text',
} as const
