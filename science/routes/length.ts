import { houseNumbers } from '../house.ts'
import { generalReview, register } from '../register.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { deviceMg, sprayDoses } from './esketamine.ts'
import type { Protocol } from './protocol.ts'

/** One stretch of a session, with where its length comes from; without a source where the signed plan says it. */
export type LengthPart = { minutes: number; says: string } & (
  | { source: Source; reviewBy: Day }
  | { source?: undefined; reviewBy?: undefined }
)

/** What a signed plan says that a booking depends on. */
export type OfPlan = { mg?: number | undefined; infusionMinutes?: number | undefined }

/** Where no plan says it: as long as in most studies. The session runs by the pump's own programme. */
const infusion: LengthPart = {
  minutes: 40,
  says: 'Booked for the infusion where the plan does not say its duration, as long as in most studies',
  source: register.oliver,
  reviewBy: generalReview,
}

const check: LengthPart = { ...houseNumbers.checkMinutes, minutes: houseNumbers.checkMinutes.value }
const dissolving: LengthPart = { ...houseNumbers.dissolvingMinutes, minutes: houseNumbers.dissolvingMinutes.value }

/** How long it takes to give: nothing noticeable for an injection, the rests between devices for the spray. */
const giving = (
  { route, limits }: Protocol,
  { mg = Math.max(...sprayDoses), infusionMinutes }: OfPlan,
): LengthPart[] => {
  if (route === 'iv')
    return [
      infusionMinutes === undefined ? infusion : { minutes: infusionMinutes, says: 'The infusion, by the signed plan' },
    ]
  if (route === 'lozenge') return [dissolving]
  const rest = limits.deviceRestMinutes
  return route === 'esketamine' && rest ? [{ ...rest, minutes: rest.value * Math.max(0, mg / deviceMg - 1) }] : []
}

/** How long a session is booked: the check, the giving, and the shortest stay of the protocol. */
export const sessionLength = (protocol: Protocol, plan: OfPlan = {}): { minutes: number; parts: LengthPart[] } => {
  const { value, says, source, reviewBy } = protocol.limits.minimumStayMinutes
  const parts = [check, ...giving(protocol, plan), { minutes: value, says, source, reviewBy }]
  return { minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0), parts }
}
