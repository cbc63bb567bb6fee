/** The lines under a consent text, on screen and on paper: who signed what, when and how. */
export const certificateWords = {
  title: 'Signatures',
  typed: (name: string) => `Signed by typing: ${name}`,
  onRecord: (name: string) => `Name on record: ${name}`,
  signed: (at: string, device: string, link: string) =>
    `Signed ${at}, on a ${device === 'unknown' ? 'device of unknown type' : device}, link ${link}.`,
  present: (name: string) => `Present: ${name}.`,
  nobodyPresent: 'No staff member was recorded as present.',
  countersigned: (by: string | null, at: string) => `Countersigned by ${by}, ${at}.`,
  notCountersigned: 'Not countersigned by a prescriber.',
  point: (text: string, confirmed: boolean) => `${confirmed ? 'Confirmed' : 'Not confirmed'}: ${text}`,
  check: (question: string, answer: string | undefined, as: string | undefined, tries: number) =>
    answer === undefined
      ? `${question} Not answered.`
      : `${question} Answered: ${answer} (${as === 'otherwise' ? 'not ' : ''}what the text says${tries > 1 ? `, on try ${tries}` : ''}).`,
  talkedThrough: (words: string) => `Discussed before countersigning: ${words}`,
  therapistSigned: (by: string | null, at: string) => `Signed by the therapist, ${by}, ${at}.`,
  therapistMissing: (name: string) => `Not signed by the therapist, ${name}.`,
  notSigned: 'Not signed.',
  takenBack: (at: string, by: string | null, reason: string) =>
    [
      `Withdrawn or refused ${at}, ${by === null ? 'by the patient through their own link' : `recorded by ${by}`}`,
      ...(reason === '' ? [] : [reason]),
    ].join(': '),
  hash: (hash: string) => `SHA-256 of the exact text (attached to this file as consent.txt): ${hash}`,
} as const
