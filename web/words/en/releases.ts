import { counted } from '../words.ts'

/** What a patient reads around a release on their own phone. About 8th-grade. */
export const releaseSignWords = {
  title: 'May we share this about you?',
  help: 'Read it as slowly as you like. You do not have to sign.',
  statement: 'I have read this, and I agree to it.',
  sign: 'Sign',
  signingAs: (name: string) => `The clinic knows you as ${name}.`,
  notNow: 'Not ready? Close this page. Nothing is signed until you press the button.',
  cannot: 'This cannot be signed now',
  signedTitle: {
    'in force': 'You agreed to this',
    'not yet': 'You agreed to this',
    ended: 'This has ended',
    'taken back': 'You took this back',
  },
  signedAt: (name: string, day: string) => `Signed as ${name} on ${day}.`,
  untilDay: (day: string) => `It is good through ${day}.`,
  endedOn: (day: string) => `It was good through ${day}. We share nothing more under it.`,
  backOn: (day: string) => `Since ${day} we share nothing more under it. What was sent before cannot be taken back.`,
  mind: 'You can take it back here while this link works, or tell the clinic at any time.',
  takeBack: {
    start: 'Take it back',
    title: 'Take it back?',
    help: 'From today on we share nothing more under it. What was sent before cannot be taken back.',
    reason: 'Do you want to say why?',
    mayStayEmpty: 'optional',
    save: 'Yes, take it back',
    leave: 'Leave it as it is',
  },
  tablet: 'If this is the clinic’s tablet, please give it back now.',
  text: 'What you signed',
} as const

/** What a patient agreed may leave the clinic. */
export const releaseWords = {
  title: 'Releases',
  help: 'Nothing about this patient goes to anyone outside without a release that the patient signed.',
  contents: {
    diagnoses: 'Diagnoses',
    determination: 'The evaluation and what was decided',
    medicines: 'Medicines and allergies',
    plan: 'The plan and what comes next',
    sessions: 'Sessions and doses',
    scores: 'Questionnaire scores',
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
    other: 'Someone else',
  },
  forms: { release: 'Release of information', 'part 2': 'Part 2 consent: substance use' },
  formHints: {
    release: 'For everything except substance use.',
    'part 2': 'For substance use and its treatment, and nothing else.',
  },
  standing: { 'in force': 'In force', 'not yet': 'Begins later', ended: 'Ended', 'taken back': 'Revoked' },

  // Recipients
  recipients: 'People and organizations outside',
  noRecipients: 'No outside recipients yet',
  noRecipientsHelp:
    'Add people who may receive information about this patient, such as the referring clinician or the therapist.',
  addRecipient: 'Add a recipient',
  addRecipientSave: 'Add to the list',
  relation: 'Relationship to the patient',
  name: 'Name',
  organisation: 'Organization',
  reach: 'Address, fax, or phone',
  optional: 'optional',
  noRelease: 'No release. Nothing may go to them.',
  notReached: { mail: 'not agreed, or no address', sms: 'not agreed, or no number' },

  rules: 'What decides whether something may go out',

  // One release
  record: 'Record a release',
  recordTitle: (who: string) => `Release to ${who}`,
  form: 'What the patient signs',
  what: 'What may be shared',
  whatFor: 'Purpose',
  from: 'From',
  until: 'Through',
  signedHow: 'How the patient signs',
  hows: {
    'on screen': 'On this screen, now',
    'on paper': 'On paper, already',
    'by link': 'Through a link, by the patient',
  },
  signedOn: 'Signed on',
  signedName: 'Name, as the patient signs it',
  keptWhere: 'Where the paper is kept',
  textTitle: 'The text to sign',
  readFirst: 'The patient has read this text. It is kept word for word.',
  readLater: 'Choose what to share, the purpose, and for how long. The text to sign appears here.',
  save: 'Record the signature',
  line: (form: string, from: string, until: string) => `${form}, ${from} to ${until}`,
  signedLine: (name: string, day: string, by: string | null) =>
    `Signed by ${name} on ${day}. ${by === null ? 'The patient signed it through a link.' : `Recorded by ${by}.`}`,
  paperAt: (where: string) => `Paper: ${where}.`,
  revokedLine: (day: string, by: string | null) =>
    `Revoked on ${day}. ${by === null ? 'The patient did so through a link.' : `Recorded by ${by}.`}`,
  signature: 'Signature',
  pdf: 'Open as PDF',
  inside: 'The exact text is inside this file.',
  hash: (hash: string) => `SHA-256 of the exact text: ${hash}`,

  thePatient: 'The patient',

  // Asked for, to be signed from a link
  askTitle: 'Ask for a release',
  askFor: (who: string) => `Ask for a release to ${who}`,
  beginsOnSigning: 'It begins on the day the patient signs.',
  toReleases: 'Go to releases',
  ask: 'Ask the patient to sign',
  sentTitle: 'In the outbox',
  sentHelp: 'The message goes out once a mail server accepts it. It says nothing about the release.',
  openTitle: 'Ready for the patient',
  waits: 'Awaiting the patient’s signature',
  askedLine: (form: string, until: string) => `${form}, from signing to ${until}`,
  askedBy: (by: string, day: string) => `Asked by ${by} on ${day}.`,
  sendLink: 'Send the patient a link',
  sendLinkHelp: {
    asked: 'They read and sign it there. A new link replaces the previous one.',
    signed: 'They see what they signed there, and can revoke it. A new link replaces the previous one.',
  },
  how: 'How will they open it?',
  sendWays: { mail: 'Link by email', sms: 'Link by text message', tablet: 'Here: on this tablet or their phone' },
  send: 'Create link',
  setAside: 'Set aside',
  setAsideHelp: 'It stays readable here. No one can sign it any more.',
  setAsideSave: 'Set it aside',
  why: 'Reason',
  wasSetAside: 'Set aside',
  asideReleases: (count: number) => `${counted(count, 'release')} set aside before signing`,
  setAsideLine: (by: string, day: string, words: string) => `Set aside by ${by} on ${day}${words && `: ${words}`}`,

  // Correcting a recipient
  correct: 'Correct',
  correctTitle: 'Correct or set aside',
  correctHelp:
    'Once a release names them, the name and relationship can no longer change: set this one aside and add the right one. The address can always be corrected.',
  correctSave: 'Save',
  aside: 'Status',
  asideChoices: { keep: 'Keep on the list', aside: 'Set aside: nothing may go to them' },
  asideTitle: 'Nothing may go to them: set aside',
  history: 'Earlier entries',
  changedLine: (by: string, day: string, words: string) => `${by}, ${day}${words && `: ${words}`}`,
  firstLine: (by: string, day: string) => `First added by ${by}, ${day}`,

  // Taking back
  revoke: 'The patient revokes it',
  revokeHelp:
    'From that day on nothing more goes out under this release. What has already gone out cannot be recalled.',
  revokedOn: 'Revoked on',
  reason: 'What the patient said',
  revokeSave: 'Record revocation',

  /** The text that the patient signs. Its elements are clinic policy: the reference has none of its own. */
  texts: {
    title: {
      release: 'Release of information',
      'part 2': 'Consent to share facts about substance use (42 CFR Part 2)',
    },
    who: (patient: string, born: string, clinic: string) => `I am ${patient}, born ${born}. ${clinic} may share this:`,
    what: (contents: string) => `What: ${contents}.`,
    recipient: (name: string, relation: string) => `With: ${name} (${relation}).`,
    whatFor: (purposes: string) => `Purpose: ${purposes}.`,
    valid: (from: string, until: string) => `From ${from} through ${until}.`,
    validOnceSigned: (until: string) => `From the day I sign this through ${until}.`,
    told: {
      release: [
        'I can take this back at any time. I tell the clinic, and it stops sharing from that day on.',
        'What was sent before then cannot be taken back. Whoever gets it may pass it on.',
        'I do not have to sign this to be treated here.',
      ],
      'part 2': [
        'I can take this back at any time. I tell the clinic, and it stops sharing from that day on.',
        'What was sent before then cannot be taken back.',
        'A note goes with it. The note says that a US law protects this and that it may not be passed on freely.',
        'I do not have to sign this to be treated here.',
      ],
    },
  },
} as const
