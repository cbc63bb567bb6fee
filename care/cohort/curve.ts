import type { Route } from '../../science/decide.ts'
import { isSmall } from '../../science/statistics/small-cells.ts'
import { at, type Followed, kaplanMeier } from '../../science/statistics/survival.ts'
import type { Starter } from './starter.ts'

/** One day of a curve: how many were still followed, and the share to whom it had not happened. Null: hidden. */
export type Point = {
  day: number
  atRisk: number | null
  share: number | null
  low: number | null
  high: number | null
}

export type Curve = {
  group: Route | 'all'
  /** How many were followed at all; null: hidden. */
  followed: number | null
  points: Point[]
}

/** Weeks 1, 2, 4, 6, 8, 12, 26 and 52: a point at each week a study names is enough, and each step would tell of one person. */
const onDays = [7, 14, 28, 42, 56, 84, 182, 364] as const

export const curveOf = (group: Curve['group'], followed: readonly Followed[]): Curve => {
  const steps = kaplanMeier(followed)
  let told = 0
  const points = onDays.map((day): Point => {
    const { share, low, high, atRisk, eventsSoFar } = at(steps, followed, day)
    // From two points that are shown it can be worked out what happened between them.
    const tells = isSmall(followed.length) || isSmall(eventsSoFar - told) || atRisk === 0 || isSmall(atRisk)
    if (tells)
      return {
        day,
        atRisk: isSmall(atRisk) || isSmall(followed.length) ? null : atRisk,
        share: null,
        low: null,
        high: null,
      }
    told = eventsSoFar
    return { day, atRisk, share, low, high }
  })
  return { group, followed: isSmall(followed.length) ? null : followed.length, points }
}

export const curvesOf = (starters: readonly Starter[], what: 'toResponse' | 'toRelapse'): Curve[] => {
  const of = (people: readonly Starter[]) => people.flatMap((one) => one[what] ?? [])
  const routes = [...new Set(starters.map(({ route }) => route))].sort()
  return [
    curveOf('all', of(starters)),
    ...routes.map((route) => curveOf(route, of(starters.filter((one) => one.route === route)))),
  ]
}
