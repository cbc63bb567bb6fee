/** What a patient agreed may leave the clinic. */
export const releaseWords = {
  title: 'Releases',
  help: 'Nothing about this patient goes to anybody outside without a release that the patient signed.',
  contents: {
    diagnoses: 'Diagnoses',
    determination: 'The evaluation and what was decided',
    medicines: 'Medicines and allergies',
    plan: 'The plan and what comes next',
    sessions: 'Sessions and doses',
    scores: 'Scores of questionnaires',
    'substance use': 'Substance use and its treatment',
  },
  purposes: {
    treatment: 'Treatment by the recipient',
    payment: 'Payment',
    operations: 'Running the clinic or the plan',
    'at their request': 'The patient asked for it',
  },
  relations: {
    referrer: 'Referred the patient',
    therapist: 'Therapist',
    clinician: 'Another clinician',
    payer: 'Insurer',
    relative: 'Family or friend',
    other: 'Somebody else',
  },
  forms: { release: 'Release of information', 'part 2': 'Part 2 consent: substance use' },
  formHints: {
    release: 'For everything except substance use.',
    'part 2': 'For substance use and its treatment, and nothing else.',
  },
  standing: { 'in force': 'In force', 'not yet': 'Begins later', ended: 'Ended', 'taken back': 'Taken back' },

  // Recipients
  recipients: 'People and organizations outside',
  noRecipients: 'Nobody outside is named yet',
  noRecipientsHelp: 'Name who may be told about this patient: who referred them, their therapist.',
  addRecipient: 'Name somebody',
  addRecipientSave: 'Add to the list',
  relation: 'What they are to the patient',
  name: 'Name',
  organisation: 'Organization',
  reach: 'Address, fax or telephone',
  optional: 'may stay empty',
  noRelease: 'No release. Nothing may go to them.',

  rules: 'What decides whether something may go out',

  // One release
  record: 'Record a release',
  recordTitle: (who: string) => `Release to ${who}`,
  form: 'What the patient signs',
  what: 'What may be shared',
  whatFor: 'What for',
  from: 'From',
  until: 'Until, and including',
  signedHow: 'How the patient signs',
  hows: { 'on screen': 'On this screen, now', 'on paper': 'On paper, already' },
  signedOn: 'Signed on',
  signedName: 'Name, as the patient signs it',
  keptWhere: 'Where the paper is kept',
  textTitle: 'The text to sign',
  readFirst: 'The patient has read this text. It is kept word for word.',
  readLater: 'Choose what, what for and how long. The text to sign appears here.',
  save: 'Record the signature',
  line: (form: string, from: string, until: string) => `${form}, ${from} to ${until}`,
  signedLine: (name: string, day: string, by: string) => `Signed by ${name} on ${day}. Recorded by ${by}.`,
  paperAt: (where: string) => `Paper: ${where}.`,
  revokedLine: (day: string, by: string) => `Taken back on ${day}. Recorded by ${by}.`,
  signature: 'Signature',
  pdf: 'Open as PDF',
  inside: 'The exact text is inside this file.',
  hash: (hash: string) => `SHA-256 of the exact text: ${hash}`,

  // Taking back
  revoke: 'The patient takes it back',
  revokeHelp: 'From that day on nothing more goes out under this release. What has gone out cannot be fetched back.',
  revokedOn: 'Taken back on',
  reason: 'What the patient said',
  revokeSave: 'Record that it was taken back',

  /** The text that the patient signs. Its elements are clinic policy: the reference has none of its own. */
  texts: {
    title: {
      release: 'Release of information',
      'part 2': 'Consent to share what is about substance use (42 CFR Part 2)',
    },
    who: (patient: string, born: string, clinic: string) => `I am ${patient}, born ${born}. ${clinic} may share this:`,
    what: (contents: string) => `What: ${contents}.`,
    recipient: (name: string, relation: string) => `With: ${name} (${relation}).`,
    whatFor: (purposes: string) => `What for: ${purposes}.`,
    valid: (from: string, until: string) => `From ${from} up to and with ${until}.`,
    told: {
      release: [
        'I can take this back on any day. I tell the clinic, and it stops sharing from that day on.',
        'What was sent before then cannot be fetched back. The one who gets it may pass it on.',
        'I do not have to sign this to be treated here.',
      ],
      'part 2': [
        'I can take this back on any day. I tell the clinic, and it stops sharing from that day on.',
        'What was sent before then cannot be fetched back.',
        'A note goes with it. The note says that a US law guards this and that it may not be passed on freely.',
        'I do not have to sign this to be treated here.',
      ],
    },
  },
} as const
