/**
 * What science says that is no rule, scale or question of its own: about typed numbers, about answers, and around the
 * sentence of a rule. It stands here because science imports nobody; see web/words/README.md.
 */
export const scienceWords = {
  notKnown: (settledBy: string) => `Not known. ${settledBy}`,
  notFound: 'Not found in what was recorded.',
  outOfDate: (says: string, reviewBy: string) => `${says} Source out of date: its review was due on ${reviewBy}.`,
  chooseOneOf: (answers: readonly string[]) => `Choose one of: ${answers.join(', ')}.`,

  expected: (lowest: string, highest: string) => `expected ${lowest} to ${highest}`,
  mustBeNumber: (name: string, expected: string) => `${name} must be a number; ${expected}.`,
  notPossible: (name: string, value: string, expected: string) => `${name} ${value} is not possible; ${expected}.`,
  mustBeWhole: (name: string, expected: string) => `${name} is written as a whole number; ${expected}.`,
  unusual: (name: string, value: string) => `${name} ${value} is unusual. Check it, and enter it again if it is right.`,
  swappedPressures: 'The lower pressure must be below the upper one; were they swapped?',

  inPounds: (pounds: number, kg: string) => `Were these pounds? ${pounds} lb is ${kg} kg.`,
  weightBefore: (kg: number, earlier: number) => `Weight ${kg} kg, last time ${earlier} kg.`,
  checkIt: 'Check it.',
  bodyMass: (kg: number, cm: number, index: string) =>
    `Weight ${kg} kg at ${cm} cm gives a body mass index of ${index}.`,
  checkBoth: 'Check both.',

  noWeight: 'No weight is recorded, so the dose could not be checked against it.',
  outsideReported: (mg: number, kg: number, mgPerKg: string | undefined, reported: string) =>
    `${mg} mg at ${kg} kg${mgPerKg === undefined ? '' : ` is ${mgPerKg} mg/kg,`} outside what has been reported. ${reported}`,
} as const

/** What the parsers of devices say when they refuse: what, and at which byte. */
export const deviceWords = {
  empty: 'The device sent an empty message.',
  short: (what: string, at: number, needed: number, length: number) =>
    `The message ends early: ${what} needs ${needed} bytes from byte ${at}, and the message has ${length}.`,
  long: (expected: number, length: number) =>
    `The message is longer than its flags say: ${expected} bytes expected, ${length} received.`,
  reserved: (what: string, bits: readonly number[], at: number) =>
    `${what} at byte ${at} uses reserved bit ${bits.join(', ')}. What the device means by it is not known.`,
  time: (part: string, value: number, at: number) =>
    `The device’s time at byte ${at} has ${part} ${value}, which does not exist.`,
}
