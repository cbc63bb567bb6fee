import { z } from 'zod'
import type { Route } from '../../science/decide.ts'
import { sprayDoses } from '../../science/routes/esketamine.ts'
import { indications, needsAntidepressant, sprayPhases } from '../../science/routes/esketamine-course.ts'
import { says } from '../../web/words/en/says/plans.ts'

const verified = z.boolean(says.answerThis)

/** What belongs to a plan for the nasal spray: what for, which phase, and what the prescriber verified on signing. */
export const Spray = z.object({
  indication: z.enum(indications, says.indication),
  phase: z.enum(sprayPhases, says.phase),
  withAntidepressant: verified,
  /** Sessions are booked when both are true (RL-30); each session verifies them again. */
  remsEnrolled: verified,
  settingCertified: verified,
})
export type Spray = z.infer<typeof Spray>

/** What a plan's route asks of it, by field; empty when nothing is wrong. */
export const wrongForRoute = (
  route: Route,
  {
    doseMg,
    spray,
    infusionMinutes,
  }: { doseMg: number; spray?: Spray | undefined; infusionMinutes?: number | undefined },
): Record<string, string> => {
  if (route === 'iv' && infusionMinutes === undefined) return { infusionMinutes: says.infusionMinutes }
  if (route !== 'iv' && infusionMinutes !== undefined) return { infusionMinutes: says.noInfusion }
  if (route !== 'esketamine') return spray ? { spray: says.noSpray } : {}
  if (!spray) return { 'spray.indication': says.indication }
  const wrong: Record<string, string> = {}
  if (!(sprayDoses as readonly number[]).includes(doseMg)) wrong.doseMg = says.sprayDose
  if (needsAntidepressant(spray.indication) && !spray.withAntidepressant)
    wrong['spray.withAntidepressant'] = says.antidepressant
  return wrong
}
