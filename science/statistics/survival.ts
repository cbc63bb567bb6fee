import { z95 } from './proportion.ts'

/** How long somebody was followed, in whole days, and whether it happened at the end of it. */
export type Followed = { days: number; happened: boolean }

/** From that day on, until the next step: the share to whom it has not happened, with its interval of 95 %. */
export type Step = {
  day: number
  atRisk: number
  events: number
  /** Events up to and with this day. */
  eventsSoFar: number
  share: number
  standardError: number
  low: number
  high: number
}

/**
 * Kaplan and Meier’s estimate of the share to whom something has not happened yet. Whoever is no longer followed counts
 * until then; when both fall on one day, the event is taken first.
 *   S(t) = Π (1 − d/n) · variance by Greenwood: S² Σ d/(n(n − d)) · interval on the log(−log S) scale
 * Where everybody had it (S = 0) there is no interval on that scale: low and high are 0.
 * Source: Kaplan and Meier 1958; Greenwood 1926; Kalbfleisch and Prentice 1980 for the interval. Checked: remission of
 * leukaemia under 6-mercaptopurine (Freireich et al. 1963) as textbooks print it, in statistics.test.ts.
 */
export const kaplanMeier = (followed: readonly Followed[]): Step[] => {
  const wrong = followed.find(({ days }) => !Number.isInteger(days) || days < 0)
  if (wrong) throw new RangeError(`${wrong.days} is no number of days`)
  const events = new Map<number, number>()
  const leaving = new Map<number, number>()
  for (const { days, happened } of followed) {
    leaving.set(days, (leaving.get(days) ?? 0) + 1)
    if (happened) events.set(days, (events.get(days) ?? 0) + 1)
  }
  let [atRisk, share, sum, eventsSoFar] = [followed.length, 1, 0, 0]
  const steps: Step[] = []
  for (const day of [...leaving.keys()].sort((a, b) => a - b)) {
    const happened = events.get(day) ?? 0
    if (happened > 0) {
      share *= 1 - happened / atRisk
      sum += happened / (atRisk * (atRisk - happened))
      eventsSoFar += happened
      steps.push({ day, atRisk, events: happened, eventsSoFar, ...withInterval(share, sum) })
    }
    atRisk -= leaving.get(day) ?? 0
  }
  return steps
}

const withInterval = (share: number, sum: number) => {
  if (share <= 0) return { share: 0, standardError: 0, low: 0, high: 0 }
  const spread = Math.exp((z95 * Math.sqrt(sum)) / Math.log(share))
  return { share, standardError: share * Math.sqrt(sum), low: share ** (1 / spread), high: share ** spread }
}

/** What the curve says on a day, and how many were still followed at its beginning. Before the first step: everybody. */
export const at = (
  steps: readonly Step[],
  followed: readonly Followed[],
  day: number,
): Pick<Step, 'share' | 'low' | 'high' | 'eventsSoFar'> & { atRisk: number } => {
  const step = steps.findLast((one) => one.day <= day)
  const { share, low, high, eventsSoFar } = step ?? { share: 1, low: 1, high: 1, eventsSoFar: 0 }
  return { share, low, high, eventsSoFar, atRisk: followed.filter(({ days }) => days >= day).length }
}

/** The first day on which it has happened to half or more; undefined when the curve does not come that far. */
export const medianDay = (steps: readonly Step[]): number | undefined => steps.find(({ share }) => share <= 0.5)?.day
