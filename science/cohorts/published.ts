import type { Route } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import type { Source } from '../sources.ts'
import { studies } from '../studies.ts'
import type { Day } from '../time.ts'

export type Metric = 'response' | 'remission' | 'worse'

/**
 * What was published of people treated elsewhere, in percent, to read beside a clinic's own. Never a promise and never a
 * goal: who was counted, how, and against what differs from study to study and from this clinic.
 */
export type Published = {
  id: string
  metric: Metric
  routes: readonly Route[]
  percent: number
  /** Who was counted, and how. */
  says: string
  source: Source
  reviewBy: Day
}

const row = (
  id: string,
  metric: Metric,
  route: Route,
  percent: number,
  says: string,
  source: Source,
  reviewBy: Day = generalReview,
): Published => ({ id, metric, routes: [route], percent, says, source, reviewBy })

const registry =
  'Registry of 178 clinics: 537 who could be analyzed of 9,016, PHQ-9 14 to 31 days after 4 to 8 infusions'
const oliver = 'Chart review, 424 people with treatment-resistant depression, within 6 weeks'
const elektD = 'Open randomized trial against ECT, 403 randomized, QIDS-SR16 after 3 weeks'
const hull = 'Uncontrolled, lozenges at home, 1,247 who completed 4 sessions'
const turkoz = 'Two randomized trials pooled, spray with a new antidepressant at day 28; 45.2% with placebo'
const janik = 'Randomized trial, spray alone, 378 people, week 4; 7.6% with placebo'

export const published: readonly Published[] = [
  row('E1-registry-response', 'response', 'iv', 53.6, registry, register.registry2022),
  row('E1-oliver-response', 'response', 'iv', 50, oliver, register.oliver),
  row('E1-elekt-d-response', 'response', 'iv', 55.4, elektD, studies.elektD),
  row('E1-registry-remission', 'remission', 'iv', 28.9, registry, register.registry2022),
  row('E1-oliver-remission', 'remission', 'iv', 20, oliver, register.oliver),
  row('E1-registry-worse', 'worse', 'iv', 8.4, registry, register.registry2022),
  row('E1-hull-response', 'response', 'lozenge', 62.8, hull, studies.hull),
  row('E1-hull-remission', 'remission', 'lozenge', 32.6, hull, studies.hull),
  row('E1-hull-worse', 'worse', 'lozenge', 0.9, hull, studies.hull),
  row('E2-turkoz-response', 'response', 'esketamine', 58.7, turkoz, studies.turkoz, labelReview),
  row('E2-janik-remission', 'remission', 'esketamine', 22.5, janik, studies.janik, labelReview),
]

/** A range that several sources span, in percent, as it is drawn behind a clinic's own number. */
export type Band = {
  id: string
  metric: Metric
  routes: readonly Route[]
  from: number
  to: number
  says: string
  source: Source
  further: readonly Source[]
  reviewBy: Day
}

export const bands: readonly Band[] = [
  {
    id: 'E3-iv-response',
    metric: 'response',
    routes: ['iv'],
    from: 45,
    to: 55,
    says: 'Response after a series by vein, 45 to 55%',
    source: register.registry2022,
    further: [register.oliver, studies.elektD, { label: 'Alnefeesi et al. 2022, meta-analysis', status: 'memory' }],
    reviewBy: generalReview,
  },
  {
    id: 'E3-iv-remission',
    metric: 'remission',
    routes: ['iv'],
    from: 20,
    to: 33,
    says: 'Remission after a series by vein, 20 to 33%',
    source: register.registry2022,
    further: [register.oliver],
    reviewBy: generalReview,
  },
  {
    id: 'E3-spray-response',
    metric: 'response',
    routes: ['esketamine'],
    from: 54,
    to: 69,
    says: 'Response to the spray with an antidepressant at 4 weeks, 54 to 69%; 39 to 52% with placebo and an antidepressant',
    source: studies.turkoz,
    further: [studies.popovaMemory],
    reviewBy: labelReview,
  },
  {
    id: 'E3-worse',
    metric: 'worse',
    routes: ['iv', 'lozenge'],
    from: 1,
    to: 8,
    says: 'Worse than before, 1 to 8%',
    source: register.registry2022,
    further: [studies.hull],
    reviewBy: generalReview,
  },
]

/** How long a response lasted elsewhere without maintenance: the share who still had it, in percent. */
export const kept = {
  id: 'E3-iv-kept',
  routes: ['iv'],
  says: 'After a series by vein and without maintenance about 80% still had their response after 4 weeks, about 60% after 8',
  at: [
    { day: 28, percent: 80 },
    { day: 56, percent: 60 },
  ],
  source: register.registry2022,
  reviewBy: generalReview,
} as const
