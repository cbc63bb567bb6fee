import type { SimulatedRoute } from '../doses.ts'
import type { FactSource } from '../fact.ts'

/** Minutes from the start of the dose; the end of a window can be open. */
type Minutes = readonly [from: number, to: number]

/**
 * When a route is usually felt. From observation, NOT from the curve: with the published delay and potency a curve would
 * still show 68 % of its peak effect two hours after 84 mg, when nine in ten people are ready to leave.
 */
export type FeltWindow = {
  route: Exclude<SimulatedRoute, 'oral'>
  noticeable: Minutes
  strongest: Minutes
  usuallySettled: Minutes
  basis: string
  sources: readonly FactSource[]
}

export const judgement: FactSource = {
  label: 'model output mixed with judgment; two clinicians have to review it before a patient sees it',
  status: 'assumption',
}

/** No window is known for ketamine that is swallowed at once. */
export const feltWindows: readonly FeltWindow[] = [
  {
    route: 'iv-infusion',
    noticeable: [10, 20],
    strongest: [30, 45],
    usuallySettled: [80, 130],
    basis: 'For an infusion of 40 minutes. Blood pressure is back within 1.5 hours of its end.',
    sources: [
      judgement,
      {
        label: 'Szarmach 2020, blood pressure after infusions',
        address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7605942',
        status: 'verified',
      },
    ],
  },
  {
    route: 'im',
    noticeable: [3, 10],
    strongest: [15, 40],
    usuallySettled: [60, 120],
    basis: 'The end is remembered, not read: low confidence.',
    sources: [judgement, { label: 'end of the effect after an injection into the muscle', status: 'memory' }],
  },
  {
    route: 'nasal-esketamine',
    noticeable: [10, 20],
    strongest: [40, 40],
    usuallySettled: [90, 120],
    basis: 'At least 90 % were ready to leave at 90 minutes, a further 2 to 7 % at 2 hours.',
    sources: [
      {
        label: 'Psych Congress 2019, poster on readiness for discharge after esketamine; no address was kept',
        status: 'secondary',
      },
      {
        label: 'Esketamine: effects and their times',
        address: 'https://www.mdedge.com/currentpsychiatry/article/199869',
        status: 'secondary',
      },
    ],
  },
  {
    route: 'lozenge',
    noticeable: [15, 30],
    strongest: [40, 70],
    usuallySettled: [120, 240],
    basis: 'Wide: a film in the mouth was felt for 2 to 6 hours.',
    sources: [
      judgement,
      { label: 'Simons 2022, part 2, effects after a film; no address was kept', status: 'secondary' },
    ],
  },
]

/** Printed with every strip of windows. */
export const windowCaveats = [
  'Setting and getting used to the medicine matter as much as its level.',
  'The same level feels different to different people.',
  'A stronger or longer effect is not a better treatment.',
] as const
