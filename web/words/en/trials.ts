import { counted } from '../words.ts'

/** What a clinician reads of what was tried before, and of the episode that the staging counts. */
export const trialWords = {
  staging: {
    title: 'Maudsley Staging Method',
    lead: 'Counted from these answers and from what has been tried. It describes the treatment history; it decides nothing. An antidepressant counts as failed only with enough weeks and the least dose, and both are clinic policy: no source here sets them.',
    total: (points: number) => `${points} of 15.`,
    between: (low: number, high: number) => `Between ${low} and ${high} of 15.`,
    band: (band: string) => `In the band: ${band} (3 to 6 mild, 7 to 10 moderate, 11 to 15 severe)`,
    noBand: 'The range lies in more than one band.',
    open: (parts: string) => `Not known: ${parts}.`,
    parts: {
      duration: 'how long the episode has lasted',
      severity: 'how severe it was',
      failures: 'how many antidepressants failed',
      augmentation: 'whether one was augmented',
      ect: 'whether ECT was given',
    },
    none: 'No antidepressant that was tried counts as failed in this episode, and the method begins with one.',
  },
  trials: {
    lead: 'Each treatment with its dose, its weeks and what came of it. What stays open makes the count less certain, never smaller.',
    none: 'Nobody has written down what was tried.',
    add: 'Add a treatment that was tried',
    medicine: 'What was tried',
    what: 'What it was',
    kinds: {
      antidepressant: 'Antidepressant',
      augmentation: 'Augmentation',
      psychotherapy: 'Psychotherapy',
      other: 'Something else',
    },
    mgPerDay: 'Highest dose a day',
    leastMgPerDay: 'Least adequate dose a day',
    leastHint: 'Clinic policy: no source here names one. Without it the adequacy is not known.',
    weeks: 'Weeks at an adequate dose',
    result: 'Result',
    results: {
      'no response': 'No response',
      'partial response': 'Partial response',
      response: 'Response',
      remission: 'Remission',
    },
    stopped: 'Why it stopped',
    reasons: {
      'no benefit': 'No benefit',
      'side effects': 'Side effects',
      'cost or access': 'Cost or access',
      'got well': 'Got well',
      'still taken': 'Still taken',
      other: 'Another reason',
    },
    inEpisode: 'In the current episode?',
    dose: (mg: number | null) => (mg === null ? 'dose not known' : `${mg} mg a day`),
    leastDose: (mg: number | null) =>
      mg === null
        ? '(least adequate dose not set, adequacy not known)'
        : `(least adequate dose by clinic policy: ${mg} mg a day)`,
    duration: (weeks: number | null) => (weeks === null ? 'weeks not known' : counted(weeks, 'week')),
    episode: { true: 'this episode', false: 'an earlier episode', null: 'episode not known' } as Record<string, string>,
    asked: 'What is asked for',
    askedLead:
      'Adequate antidepressants without enough response in this episode, against what each of these asks for. None of them names a least dose: each least dose above is clinic policy.',
    minimum: 'Asked for',
    count: 'Counted',
    fulfilled: 'Enough trials',
    also: (what: string) => `Asked for besides, and not counted here: ${what}`,
    counted: (least: number, most: number) => (least === most ? `${least}` : `${least} to ${most}`),
    answers: { met: 'Yes', 'not met': 'No', unknown: 'Not known' },
    payerLine: (what: string, rest: string) => `- ${what}: ${rest}`,
    payerDiagnosis: (list: string) => `Diagnosis: ${list}.`,
    payerNoDiagnosis: 'Diagnosis: no mood disorder with a code (F30 to F39) is on the list of problems.',
    payerScore: (total: number, day: string) => `Severity: PHQ-9 ${total} of 27, answered on ${day}.`,
    payerIncomplete: (lowest: number | null, highest: number | null, day: string) =>
      lowest === null || highest === null
        ? `Severity: PHQ-9 answered on ${day}, too incomplete for a total.`
        : `Severity: PHQ-9 ${lowest} to ${highest} of 27, answered in part on ${day}.`,
    payerNoScore: 'Severity: PHQ-9 not answered in this evaluation.',
    payerLooked: (day: string | undefined) =>
      `Prescription monitoring program: ${day === undefined ? 'no look recorded' : `looked at on ${day}`}.`,
    payerNoTrials: '- none recorded',
    payerTitle: 'Treatments tried:',
    payerHeading: (code: string) => `${code}, which heads longer codes: a claim needs one of those`,
    payerNotCounted: 'not known, none is recorded',
    payerPolicy: 'The weeks and the least dose are clinic policy: the definition used names neither.',
    payerCount: (range: string, weeks: number) =>
      `Adequate antidepressant trials (at least ${weeks} weeks, at or above the least dose) without enough response in the current episode: ${range}.`,
    resultNotKnown: 'result not known',
    reasonNotKnown: 'reason for stopping not known',
  },
} as const
