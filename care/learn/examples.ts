import type { Dose, SimulatedRoute } from '../../science/pharmacokinetics/doses.ts'

/** The four routes that people learn about, in the order they are shown. */
export const learnRoutes = ['iv-infusion', 'im', 'lozenge', 'nasal-esketamine'] as const satisfies SimulatedRoute[]
export type LearnRoute = (typeof learnRoutes)[number]

/** The dose of one published study. A picture for patients is never drawn from any other dose. */
export type Example = {
  drug: 'racemic-ketamine' | 'esketamine'
  dose: Dose
  /** When something is given, in minutes: from and to for a drip, one minute for anything else. */
  given: readonly (readonly [from: number, to: number])[]
}

export const examples: Record<LearnRoute, Example> = {
  'iv-infusion': {
    drug: 'racemic-ketamine',
    dose: { route: 'iv-infusion', rates: [{ fromMinute: 0, mgPerHour: 52.5 }], untilMinute: 40 },
    given: [[0, 40]],
  },
  im: {
    drug: 'racemic-ketamine',
    dose: { route: 'im', atMinute: 0, doseMg: 35 },
    given: [[0, 0]],
  },
  lozenge: {
    drug: 'racemic-ketamine',
    dose: { route: 'lozenge', atMinute: 0, doseMg: 25 },
    given: [[0, 0]],
  },
  'nasal-esketamine': {
    drug: 'esketamine',
    dose: { route: 'nasal-esketamine', deviceMinutes: [0, 5, 10] },
    given: [
      [0, 0],
      [5, 5],
      [10, 10],
    ],
  },
}
