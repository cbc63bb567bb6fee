import { z } from 'zod'
import type { Route } from '../../science/decide.ts'
import { houseNumbers } from '../../science/house.ts'
import type { Day, Instant } from '../../science/time.ts'
import { Mg } from '../../science/units.ts'
import { says } from '../../web/words/en/says/plans.ts'
import { Spray } from './spray.ts'

/** The prescribed course: what a prescriber signs, its versions, and how two of them differ. Pure. */

export const Drug = z.enum(['ketamine', 'esketamine'])
export type Drug = z.infer<typeof Drug>

export const drugOf = (route: Route): Drug => (route === 'esketamine' ? 'esketamine' : 'ketamine')

const whole = (least: number, most: number, otherwise: string) =>
  z.int(otherwise).min(least, otherwise).max(most, otherwise)
const words = (empty: string) => z.string().trim().min(1, empty).max(4000, says.tooLong)

/** A review after this session belongs to every longer course. */
export const earlyReview = houseNumbers.earlyReview.value

export const Prescribed = z
  .object({
    doseMg: Mg,
    sessions: whole(1, 60, says.sessions),
    daysBetweenLeast: whole(1, 365, says.days),
    daysBetweenMost: whole(1, 365, says.days),
    perWeekMost: whole(1, 7, says.perWeek).optional(),
    /** Review points besides the ones every course has. */
    alsoReviewAfter: z
      .array(whole(1, 60, says.sessionNumbers))
      .max(20)
      .default([]),
    /** Of a plan for the nasal spray, and of no other (spray.ts). */
    spray: Spray.optional(),
    /** Of a plan for the infusion, and of no other: over how long the dose goes in. */
    infusionMinutes: whole(1, 720, says.infusionMinutes).optional(),
    goals: words(says.goals),
    notes: z.string().trim().max(4000, says.tooLong).default(''),
  })
  .refine(({ daysBetweenLeast, daysBetweenMost }) => daysBetweenLeast <= daysBetweenMost, {
    path: ['daysBetweenMost'],
    message: says.gaps,
  })
  .refine(({ alsoReviewAfter, sessions }) => alsoReviewAfter.every((after) => after < sessions), {
    path: ['alsoReviewAfter'],
    message: says.reviewBeforeEnd,
  })
export type Prescribed = z.infer<typeof Prescribed>

/** Sessions after which a decision is due; the end of the course comes on top. In order, each once. */
export const reviewPoints = (sessions: number, also: readonly number[]): number[] =>
  [...new Set([earlyReview, ...also])].filter((after) => after < sessions).sort((a, b) => a - b)

export const SignPlan = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  /** The newest version when the form was opened; 0 for the first. */
  expected: z.int().min(0),
  prescribed: Prescribed,
  /** Whether the prescriber was asked about an unlikely dose and said that it is right. */
  doseConfirmed: z.boolean().default(false),
  why: words(says.whyForLater),
})
export type SignPlan = z.infer<typeof SignPlan>

export type PlanVersion = Prescribed & {
  id: string
  planId: string
  number: number
  drug: Drug
  reviewAfter: number[]
  /** What was unusual about the dose, when the prescriber confirmed it. */
  doseConfirmed: string | null
  /** The weight on record when it was signed, kg; only for the mg/kg shown beside the dose. */
  weightKg: number | null
  weightRecordedAt: Instant | null
  determinationId: string
  consentRequestId: string
  why: string
  signedAt: Instant
  signedBy: string
  signedById: string
}

export type Plan = { id: string; route: Route; patientId: string; madeAt: Instant }

export type PlanSession = {
  id: string
  bookedOn: Day
  /** Of the first dose of which the patient had something, or may have had. */
  dosedOn: Day | null
  ended: boolean
  /** A dose is on record, and it is known that the patient had nothing of it: a device that gave nothing. */
  nothingHad: boolean
}

/** What can be decided at a review, in the order it is offered. */
export const decisions = [
  'continue',
  'change dose or interval',
  'change route',
  'add therapy',
  'refer',
  'stop',
] as const
export type Decision = (typeof decisions)[number]

export const Review = z.object({
  id: z.uuid(),
  point: z.enum(['after session', 'at the end', 'at another time']),
  afterSession: z.int().min(0).max(60),
  decision: z.enum(decisions, says.decision),
  reason: words(says.why),
})
export type Review = z.infer<typeof Review>

/** As it is sent: with the version that whoever decides had read. */
export const DecideReview = Review.extend({ version: z.int().min(1) })

/** 'change' is how a changed plan was recorded before it was said what changes. */
export type Reviewed = Omit<Review, 'decision'> & {
  decision: Decision | 'change'
  decidedAt: Instant
  decidedBy: string
}

/** mg/kg as information beside a dose, two decimals; undefined without a weight. Never a suggestion. */
export const mgPerKg = (doseMg: number, weightKg: number | null | undefined): string | undefined =>
  weightKg ? (doseMg / weightKg).toFixed(2) : undefined

const compared = [
  'doseMg',
  'infusionMinutes',
  'sessions',
  'daysBetweenLeast',
  'daysBetweenMost',
  'perWeekMost',
  'reviewAfter',
  'spray',
  'goals',
  'notes',
] as const
export type Compared = (typeof compared)[number]
type Comparable = { readonly [What in Compared]?: PlanVersion[What] | number | undefined }
export type Difference = { what: Compared; before: string; after: string }

/** Whether a signed version is what this form says: then sending the form again is harmless. */
export const saysTheSame = (
  signed: PlanVersion,
  { prescribed, why }: Pick<SignPlan, 'prescribed' | 'why'>,
): boolean => {
  const reviewAfter = reviewPoints(prescribed.sessions, prescribed.alsoReviewAfter)
  return signed.why === why && differences(signed, { ...prescribed, reviewAfter }).length === 0
}

/** What one version changed from the one before it, field by field. */
export const differences = (before: Comparable, after: Comparable): Difference[] =>
  compared.flatMap((what) => {
    const [was, is] = [shown(before[what]), shown(after[what])]
    return was === is ? [] : [{ what, before: was, after: is }]
  })

const shown = (value: Comparable[Compared]): string =>
  Array.isArray(value)
    ? value.join(', ')
    : value === undefined
      ? ''
      : typeof value === 'object'
        ? // As it was sent and as it is stored its fields stand in another order.
          Object.entries(value)
            .toSorted()
            .map(([, said]) => said)
            .join(', ')
        : String(value)
