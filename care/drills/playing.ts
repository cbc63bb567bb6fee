import type { Protocol } from '../../science/routes/protocol.ts'
import type { Moment, Script } from './script.ts'

/** What the patient shows so many minutes after the drill began. */
export const shownAt = ({ moments }: Script, minutes: number): Moment => {
  const shown = moments.findLast(({ after }) => after <= minutes) ?? moments[0]
  if (!shown) throw new Error('A script without a moment')
  return shown
}

/** All moments as the trainee may see them: how alert the patient is, they rate themselves. */
export const shownOf = ({ moments }: Script) =>
  moments.map(({ after, looks, says, signs: { moaas: _, ...signs } }) => ({ after, looks, says: says ?? null, signs }))
export type Shown = ReturnType<typeof shownOf>[number]

export const isAway = ({ away }: Script, minutes: number): boolean =>
  away !== undefined && minutes >= away.from && minutes < away.until

/** After the last thing that happens a drill still goes on for so long, in the protocol's own intervals. */
const afterwardsMinutes = 60

/** The minute to which the clock may be moved; undefined when nothing comes any more. */
export const nextStop = (stops: readonly number[], minutes: number): number | undefined =>
  stops.find((stop) => stop > minutes)

/**
 * Every minute at which something happens or an observation is due. Whoever moves the clock to the next one leaves out
 * nothing that they would have seen by waiting.
 */
export const stopsOf = (script: Script, { schedule, during = [], limits }: Protocol): number[] => {
  const told = [
    ...script.moments.map(({ after }) => after),
    ...(script.away ? [script.away.from, script.away.until] : []),
    ...(during.length > 0 ? during : schedule).map((slot) => slot.minutes),
    limits.minimumStayMinutes.value,
  ]
  const every = limits.repeatEveryMinutes.value
  const last = Math.max(...told)
  const after = Array.from({ length: Math.ceil(afterwardsMinutes / every) }, (_, n) => last + (n + 1) * every)
  return [...new Set([...told, ...after])].sort((a, b) => a - b)
}
