import { k1, pr2021 } from '../../science/pharmacokinetics/models/model.ts'
import type { People } from '../../science/pharmacokinetics/people/people.ts'
import { populationOf } from '../../science/pharmacokinetics/population.ts'
import { quantilesOf } from '../../science/pharmacokinetics/quantiles.ts'
import { type Ranked, rankedOf } from '../../science/pharmacokinetics/ranked.ts'
import { examples, type LearnRoute } from './examples.ts'
import { minutesShown } from './paths.ts'

export const grid = { stepMinutes: 1, points: minutesShown + 1 }

/** The whole virtual population on one route, ready for a band of any width. Percent of each person's own peak. */
export type Course = {
  route: LearnRoute
  ranked: Ranked
  /** When the highest level comes: for 5 %, half and 95 % of the people at the latest by this minute. */
  peakMinutes: readonly [low: number, middle: number, high: number]
}

export const courseOfRoute = (route: LearnRoute, people: People): Course => {
  const doses = [examples[route].dose]
  const curves =
    route === 'nasal-esketamine' ? populationOf(pr2021, people, doses, grid) : populationOf(k1, people, doses, grid)
  const [low = Number.NaN, middle = Number.NaN, high = Number.NaN] = quantilesOf(
    curves.peakMinute.slice(),
    [0.05, 0.5, 0.95],
  )
  return { route, ranked: rankedOf(curves), peakMinutes: [low, middle, high] }
}
