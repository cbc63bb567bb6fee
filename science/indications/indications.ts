import { everyRoute, type Route } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { studies } from '../studies.ts'
import type { Day } from '../time.ts'

/**
 * What is known of one indication by one route. `level` is our own summary of the sources cited, not a published grade,
 * unless it names one. `benefit` gives ranges or both arms of a trial, never one figure as a promise.
 */
export type Known = {
  /** Out of scope: nothing here was made for it, neither a protocol nor a rule. */
  status: 'on label' | 'off label' | 'out of scope'
  level: string
  benefit: string | null
  source: Source
  further: readonly Source[]
  reviewBy: Day
}
export type Indication = {
  id: string
  says: string
  /** Codes of ICD-10-CM, or their beginnings, that bring it up. There is none for resistance to treatment. */
  codes: readonly string[]
  routes: Readonly<Record<Route, Known>>
}

const summary = policy('words for the level of evidence are a summary of the sources cited beside them')

const known = (
  level: string,
  benefit: string | null,
  [source, ...further]: readonly [Source, ...Source[]],
  status: Known['status'] = 'off label',
): Known => ({
  status,
  level,
  benefit,
  source,
  further: [...further, summary],
  reviewBy: status === 'on label' ? labelReview : generalReview,
})

const nothing = known('No evidence was found for this route.', null, [policy('no study of this route was found')])
const veryLow = known('Very low.', null, [policy('no controlled study of this route was found')])
const notLabelled = known('Not labeled, and no evidence was found.', null, [register.spravatoEpocrates])

const depression = ['F32', 'F33']
/**
 * CRPS of the first kind, and of the second, which ICD-10-CM codes as causalgia of an upper or a lower limb. The sources
 * say CRPS and tell the two kinds not apart.
 */
export const complexRegionalPain = ['G90.5', 'G56.4', 'G57.7'] as const

const byNeedle = known('Low: practice reports and small studies (CANMAT level 3 to 4 for what is not by vein).', null, [
  studies.canmat,
  register.imPractice,
])

export const indications: readonly Indication[] = [
  {
    id: 'IND-TRD',
    says: 'Treatment-resistant depression (unipolar)',
    codes: depression,
    routes: {
      esketamine: known(
        'FDA-approved, alone or with an oral antidepressant.',
        'With an antidepressant, response at 4 weeks 54 to 69%, against 39 to 52% with placebo and an antidepressant. Alone, remission at 4 weeks 22.5% against 7.6% with placebo.',
        [register.spravatoEpocrates, studies.approvalAlone, studies.turkoz, studies.popovaMemory],
        'on label',
      ),
      iv: known(
        'High for a single infusion, moderate for a series (CANMAT level 1 and level 3, third line).',
        'Response after a series in 45 to 55% of all who began, remission in 20 to 33%. Without maintenance about 20% of responders had lost the response by 4 weeks and 40% by 8 weeks. 1 to 8% were worse.',
        [studies.canmat, register.registry2022, register.oliver, studies.elektD, register.phillips, studies.hull],
      ),
      im: byNeedle,
      lozenge: known('Low (CANMAT level 3 to 4).', null, [studies.canmat, register.sublingualCohorts]),
    },
  },
  {
    id: 'IND-MDD-SI',
    says: 'Major depression with acute thoughts of suicide',
    codes: ['R45.851', 'T14.91'],
    routes: {
      esketamine: known(
        'FDA-approved for the depressive symptoms, with an oral antidepressant; not shown to prevent suicide.',
        'Not shown to prevent suicide or to reduce thoughts of suicide.',
        [register.spravatoSafetyCopy, register.spravatoEpocrates],
        'on label',
      ),
      iv: known(
        'Moderate, short-term: days to one week.',
        'Full remission of thoughts of suicide at day 3 in 63.0% against 31.6%, driven by bipolar disorder and not significant in depression.',
        [studies.abbar, studies.wilkinson],
      ),
      im: veryLow,
      lozenge: known('Very low; not suitable.', null, [policy('a home route is not for acute risk')]),
    },
  },
  {
    id: 'IND-ANX',
    says: 'Generalized or social anxiety, panic',
    codes: ['F40', 'F41'],
    routes: {
      esketamine: notLabelled,
      iv: known(
        'Low: small trials, and falls of GAD-7 in everyday practice. For panic there are essentially no trials.',
        'GAD-7 fell in one chart review without a control group. One figure is no range, so none is shown.',
        [register.oliver],
      ),
      im: veryLow,
      lozenge: known(
        'Very low, uncontrolled.',
        'GAD-7 fell in one program without a control group that counted only those who finished. One figure is no range, so none is shown.',
        [studies.hull],
      ),
    },
  },
  {
    id: 'IND-PTSD',
    says: 'Post-traumatic stress disorder',
    codes: ['F43.1'],
    routes: {
      esketamine: notLabelled,
      iv: known(
        'Mixed: one small trial positive, one larger trial negative. VA/DoD 2023 suggests against it.',
        'From 67% against 20% responders (30 people; half had lost the response after 27.5 days) to no difference (158 people).',
        [studies.feder, studies.abdallah, studies.vaPtsdMemory],
      ),
      im: veryLow,
      lozenge: veryLow,
    },
  },
  {
    id: 'IND-OCD',
    says: 'Obsessive-compulsive disorder',
    codes: ['F42'],
    routes: {
      esketamine: notLabelled,
      iv: known('Low, mixed.', 'At one week from 0 of 10 to 4 of 8 people.', [studies.rodriguez, studies.bloch]),
      im: nothing,
      lozenge: nothing,
    },
  },
  {
    id: 'IND-BIP',
    says: 'Bipolar depression',
    codes: ['F31'],
    routes: {
      esketamine: notLabelled,
      iv: known('Low to moderate: small trials beside a mood stabilizer. Watch for mania.', null, [
        studies.bipolarMemory,
        studies.abbar,
      ]),
      im: veryLow,
      lozenge: veryLow,
    },
  },
  {
    id: 'IND-CRPS',
    says: 'Complex regional pain syndrome',
    codes: complexRegionalPain,
    routes: {
      esketamine: notLabelled,
      iv: known('Moderate (ASRA), up to 12 weeks, with dosing for pain.', null, [register.asra]),
      im: nothing,
      lozenge: nothing,
    },
  },
  {
    id: 'IND-NEURO',
    says: 'Other neuropathic pain: mixed, spinal cord injury, after shingles, phantom limb',
    codes: ['M79.2', 'G54.6', 'B02.2', 'G62'],
    routes: {
      esketamine: notLabelled,
      iv: known('Weak, short-term.', null, [register.asra]),
      im: nothing,
      lozenge: known('Weak.', null, [register.asra]),
    },
  },
  {
    id: 'IND-FIBRO',
    says: 'Fibromyalgia',
    codes: ['M79.7'],
    routes: {
      esketamine: notLabelled,
      iv: known('Weak or none.', null, [register.asra]),
      im: nothing,
      lozenge: nothing,
    },
  },
]

const investigational = known(
  'Investigational. No protocol, rule or text here was made for it.',
  null,
  [studies.investigationalMemory],
  'out of scope',
)
const outside = known(
  'No evidence was found for this route, and nothing here was made for it.',
  null,
  [policy('out of scope of this software')],
  'out of scope',
)
const outsideLabel = known(
  'Not labeled, and nothing here was made for it.',
  null,
  [register.spravatoEpocrates],
  'out of scope',
)
const outsideRoutes = { esketamine: outsideLabel, iv: investigational, im: outside, lozenge: outside }

/** What the reference names as out of scope: said beside the decision, so that nobody takes silence for evidence. */
export const outOfScope: readonly Indication[] = [
  { id: 'IND-OUT-PPD', says: 'Postpartum depression', codes: ['F53.0'], routes: outsideRoutes },
  {
    id: 'IND-OUT-SUD',
    says: 'Alcohol or another substance use disorder, as what is treated',
    codes: ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'],
    routes: outsideRoutes,
  },
  // Known by age and by no code; CI-07 stops it.
  {
    id: 'IND-OUT-MINOR',
    says: 'Anyone under 18',
    codes: [],
    routes: {
      ...outsideRoutes,
      esketamine: known(
        'Not approved under 18, and nothing here was made for it.',
        null,
        [register.spravatoSafetyCopy],
        'out of scope',
      ),
    },
  },
]

/** The indications that these codes bring up, those out of scope among them. */
export const indicationsFor = (codes: readonly (string | null)[]): Indication[] =>
  [...indications, ...outOfScope].filter(({ codes: own }) =>
    codes.some((code) => own.some((begin) => code?.startsWith(begin) ?? false)),
  )

/** Every row with each route, for the page of evidence. */
export const indicationEvidence = [...indications, ...outOfScope].flatMap(({ id, says, routes }) =>
  everyRoute.map((route) => {
    const { status, level, benefit, ...rest } = routes[route]
    return {
      ...rest,
      id: `${id} (${route})`,
      says: [`${says}, ${status}: ${level}`, benefit].filter(Boolean).join(' '),
    }
  }),
)
