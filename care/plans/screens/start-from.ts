import { earlyReview, type PlanVersion } from '../plan.ts'

/**
 * What a change of a plan begins with: what the version before prescribes. What its prescriber verified on the day they
 * signed is not among it: whoever signs now verifies it themselves.
 */
export const startFrom = (version: PlanVersion | undefined) => {
  if (!version) return undefined
  const { doseMg, infusionMinutes, sessions, daysBetweenLeast, daysBetweenMost, perWeekMost, goals, notes } = version
  const { reviewAfter, spray } = version
  const alsoReviewAfter = reviewAfter.filter((after) => after !== earlyReview).join(', ')
  const { remsEnrolled: _, settingCertified: __, ...prescribed } = spray ?? {}
  return {
    prescribed: {
      doseMg,
      infusionMinutes,
      sessions,
      daysBetweenLeast,
      daysBetweenMost,
      perWeekMost,
      goals,
      notes,
      spray: spray && prescribed,
      alsoReviewAfter,
    },
  }
}
