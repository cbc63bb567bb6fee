import { counted } from '../words.ts'

/** What a clinician reads of what was tried before, and of the episode that the staging counts. */
export const trialWords = {
  staging: {
    title: 'Maudsley Staging Method',
    lead: 'Counted from these answers and from what has been tried. It describes the treatment history; it decides nothing. An antidepressant counts as failed only with enough weeks at the minimum dose or above, and both are clinic policy: no source here sets them.',
    total: (points: number) => `${points} of 15.`,
    between: (low: number, high: number) => `Between ${low} and ${high} of 15.`,
    band: (band: string) => `Band: ${band} (3 to 6 mild, 7 to 10 moderate, 11 to 15 severe)`,
    noBand: 'The range falls in more than one band.',
    open: (parts: string) => `Not known: ${parts}.`,
    parts: {
      duration: 'how long the episode has lasted',
      severity: 'how severe it was',
      failures: 'how many antidepressants failed',
      augmentation: 'whether one was augmented',
      ect: 'whether ECT was given',
    },
    none: 'No antidepressant tried counts as failed in this episode, and the method starts at one.',
  },
  trials: {
    lead: 'Each treatment with its dose, weeks, and result. Anything left blank makes the count less certain, never smaller.',
    none: 'No one has recorded what was tried.',
    add: 'Add a treatment tried',
    medicine: 'What was tried',
    what: 'Type of treatment',
    kinds: {
      antidepressant: 'Antidepressant',
      augmentation: 'Augmentation',
      psychotherapy: 'Psychotherapy',
      other: 'Other',
    },
    mgPerDay: 'Highest daily dose',
    leastMgPerDay: 'Minimum adequate daily dose',
    leastHint: 'Clinic policy: no source here names one. Without it, adequacy is not known.',
    weeks: 'Weeks at an adequate dose',
    result: 'Result',
    results: {
      'no response': 'No response',
      'partial response': 'Partial response',
      response: 'Response',
      remission: 'Remission',
    },
    stopped: 'Reason stopped',
    reasons: {
      'no benefit': 'No benefit',
      'side effects': 'Side effects',
      'cost or access': 'Cost or access',
      'got well': 'Got well',
      'still taken': 'Still taking',
      other: 'Another reason',
    },
    inEpisode: 'In the current episode?',
    dose: (mg: number | null) => (mg === null ? 'dose not known' : `${mg} mg a day`),
    leastDose: (mg: number | null) =>
      mg === null
        ? '(minimum adequate dose not set, adequacy not known)'
        : `(minimum adequate dose by clinic policy: ${mg} mg a day)`,
    duration: (weeks: number | null) => (weeks === null ? 'weeks not known' : counted(weeks, 'week')),
    episode: { true: 'this episode', false: 'an earlier episode', null: 'episode not known' } as Record<string, string>,
    asked: 'What is required',
    askedLead:
      'Adequate antidepressant trials without enough response in this episode, against what each of these requires. None of them names a minimum dose: each minimum dose above is clinic policy.',
    minimum: 'Required',
    count: 'Counted',
    fulfilled: 'Enough trials',
    also: (what: string) => `Also required, and not counted here: ${what}`,
    counted: (least: number, most: number) => (least === most ? `${least}` : `${least} to ${most}`),
    answers: { met: 'Yes', 'not met': 'No', unknown: 'Not known' },
    payerLine: (what: string, rest: string) => `- ${what}: ${rest}`,
    payerDiagnosis: (list: string) => `Diagnosis: ${list}.`,
    payerNoDiagnosis: 'Diagnosis: no mood disorder with a code (F30 to F39) is on the problem list.',
    payerScore: (total: number, day: string) => `Severity: PHQ-9 ${total} of 27, answered on ${day}.`,
    payerIncomplete: (lowest: number | null, highest: number | null, day: string) =>
      lowest === null || highest === null
        ? `Severity: PHQ-9 answered on ${day}, too incomplete for a total.`
        : `Severity: PHQ-9 ${lowest} to ${highest} of 27, answered in part on ${day}.`,
    payerNoScore: 'Severity: PHQ-9 not answered in this evaluation.',
    payerLooked: (day: string | undefined) =>
      `Prescription monitoring program: ${day === undefined ? 'no query recorded' : `queried on ${day}`}.`,
    payerNoTrials: '- none recorded',
    payerTitle: 'Treatments tried:',
    payerHeading: (code: string) => `${code}, a category code: a claim needs one of the longer codes under it`,
    payerNotCounted: 'not known, none recorded',
    payerPolicy: 'The weeks and the minimum dose are clinic policy: the definition used names neither.',
    payerCount: (range: string, weeks: number) =>
      `Adequate antidepressant trials (at least ${weeks} weeks, at or above the minimum dose) without enough response in the current episode: ${range}.`,
    resultNotKnown: 'result not known',
    reasonNotKnown: 'reason for stopping not known',
  },
} as const
