import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quantileCurves } from './bands.ts'
import { infusionOf } from './evidence/studies.ts'
import { k1 } from './models/model.ts'
import { drawPeople } from './people/draw.ts'
import { populationOf } from './population.ts'
import { rankedCurve, rankedOf } from './ranked.ts'

test('a band read from ranked people is the band that the engine computes, at any width', () => {
  const curves = populationOf(k1, drawPeople(250), [infusionOf(35, 40)], { stepMinutes: 1, points: 121 })
  const quantiles = [0.01, 0.05, 0.2345, 0.5, 0.77, 0.95, 0.99]
  const ranked = rankedOf(curves)
  for (const { quantile, percentOfPeak } of quantileCurves(curves, quantiles)) {
    const read = rankedCurve(ranked, quantile)
    percentOfPeak.forEach((value, point) => {
      assert.ok(Math.abs(value - (read[point] ?? Number.NaN)) < 1e-3, `${quantile} at ${point}: ${value}`)
    })
  }
  assert.ok(rankedCurve(ranked, 0).every((low, point) => low <= (rankedCurve(ranked, 1)[point] ?? -1)))
})
