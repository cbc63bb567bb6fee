import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { courseOf } from './course.ts'
import type { Dose } from './doses.ts'
import { givenMg } from './doses.ts'
import { infusionOf, once } from './evidence/studies.ts'
import { k1, type Model, pr2021, statesFor } from './models/model.ts'
import { networkOf } from './network.ts'
import { drawPeople } from './people/draw.ts'
import { deviatesOf } from './people/people.ts'
import { integrate, k1Equations, pr2021Equations } from './testing/integrator.ts'
import { curveOf } from './typical.ts'

const people = drawPeople()
/** `EVENKEEL_LONG=1`: many more cases. */
const long = process.env.EVENKEEL_LONG !== undefined
const runs = { numRuns: long ? 1_000 : 40, seed: 7 }
const anybody = fc.integer({ min: 0, max: people.count - 1 })
const mg = fc.double({ min: 1, max: 300, noNaN: true })
const minute = fc.double({ min: 0, max: 90, noNaN: true })

const anInfusion: fc.Arbitrary<Dose> = fc
  .record({ start: minute, lasts: fc.double({ min: 10, max: 90, noNaN: true }), first: mg, second: mg })
  .map(({ start, lasts, first, second }) => ({
    route: 'iv-infusion',
    rates: [
      { fromMinute: start, mgPerHour: first },
      { fromMinute: start + lasts / 3, mgPerHour: second },
    ],
    untilMinute: start + lasts,
  }))
const aSingleDose: fc.Arbitrary<Dose> = fc.record({
  route: fc.constantFrom('im', 'lozenge', 'oral'),
  atMinute: minute,
  doseMg: mg,
})
const aSpray: fc.Arbitrary<Dose> = fc
  .array(minute, { minLength: 1, maxLength: 3 })
  .map((minutes) => ({ route: 'nasal-esketamine', deviceMinutes: minutes.toSorted((a, b) => a - b) }))
const aCase = fc.oneof(
  fc.tuple(fc.constant(k1), fc.oneof(anInfusion, aSingleDose, aSpray), anybody),
  fc.tuple(fc.constant(pr2021), fc.oneof(anInfusion, aSpray), anybody),
)

type Either = { v1: number; vn: number }
const personOf = <Person extends Either>(model: Model<Person>, who: number) => model.person(deviatesOf(people, who), 74)
const curve = <Person extends Either>(
  model: Model<Person>,
  person: Person,
  doses: readonly Dose[],
  hours = 8,
  step = 1,
) => curveOf(model, person, doses, { stepMinutes: step, points: Math.round((hours * 60) / step) + 1 })

const near = (actual: number, expected: number, relative: number, what = '') =>
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${what} ${actual} is not ${expected}`)
const sameCurve = (actual: readonly number[], expected: readonly number[], relative: number) => {
  const peak = Math.max(...expected)
  assert.equal(actual.length, expected.length)
  actual.forEach((value, i) => {
    assert.ok(
      Math.abs(value - (expected[i] ?? Number.NaN)) <= relative * peak,
      `point ${i}: ${value} is not ${expected[i]}`,
    )
  })
}
const shifted = (dose: Dose, by: number): Dose => {
  if (dose.route === 'iv-infusion')
    return {
      ...dose,
      rates: dose.rates.map((rate) => ({ ...rate, fromMinute: rate.fromMinute + by })),
      untilMinute: dose.untilMinute + by,
    }
  return dose.route === 'nasal-esketamine'
    ? { ...dose, deviceMinutes: dose.deviceMinutes.map((at) => at + by) }
    : { ...dose, atMinute: dose.atMinute + by }
}
const times = (dose: Dose, factor: number): Dose => {
  if (dose.route === 'iv-infusion')
    return { ...dose, rates: dose.rates.map((rate) => ({ ...rate, mgPerHour: rate.mgPerHour * factor })) }
  return dose.route === 'nasal-esketamine' ? dose : { ...dose, doseMg: dose.doseMg * factor }
}

/** fast-check sees models of two kinds of person; what follows is the same for both. */
const each = (check: <Person extends Either>(model: Model<Person>, dose: Dose, person: Person) => void) =>
  fc.assert(
    fc.property(aCase, ([model, dose, who]) =>
      model.id === 'K1' ? check(k1, dose, personOf(k1, who)) : check(pr2021, dose, personOf(pr2021, who)),
    ),
    runs,
  )

describe('whoever, whatever the dose', () => {
  test('every milligram is somewhere: in the body, on its way, or out', () => {
    each((model, dose, person) => {
      const states = [...statesFor(model, [dose], true), 'out']
      const course = courseOf(networkOf(model.flows, states), { stepMinutes: 1, points: 481 }, ['central'])
      course.follow(person, model.changes(dose, person), [
        { perAmount: 1, into: new Float64Array(481), offset: 0, stride: 1 },
      ])
      const amounts = states.flatMap((state, i) => (/Rate$|Input$|rea$/.test(state) ? [] : [course.amounts[i] ?? 0]))
      assert.ok(amounts.every((amount) => amount > -1e-9))
      near(
        amounts.reduce((sum, amount) => sum + amount, 0),
        givenMg(dose),
        1e-9,
      )
    })
  })

  test('twice the dose is twice the curve', () => {
    each((model, dose, person) => {
      if (dose.route === 'nasal-esketamine') return
      const single = curve(model, person, [dose])
      sameCurve(
        curve(model, person, [times(dose, 2)]).drugNgPerMl,
        single.drugNgPerMl.map((value) => 2 * value),
        1e-12,
      )
    })
  })

  test('later is the same curve, later', () => {
    each((model, dose, person) => {
      const now = curve(model, person, [dose], 6)
      const later = curve(model, person, [shifted(dose, 37)], 6 + 37 / 60)
      sameCurve(later.drugNgPerMl.slice(37), now.drugNgPerMl, 1e-9)
      assert.ok(later.drugNgPerMl.slice(0, 37).every((value) => value === 0))
      near(later.metrics.peakNgPerMl, now.metrics.peakNgPerMl, 1e-9)
      near(later.metrics.areaNgHPerMl, now.metrics.areaNgHPerMl, 1e-9)
    })
  })

  // Not closer than 1e-9: a change within a billionth of a minute of a point counts as at the point.
  test('the length of the steps changes nothing, on the grid of changes or off it', () => {
    each((model, dose, person) => {
      const fine = curve(model, person, [dose], 8, 0.5)
      const coarse = curve(model, person, [dose], 8, 20)
      sameCurve(
        coarse.drugNgPerMl,
        fine.drugNgPerMl.filter((_, i) => i % 40 === 0),
        1e-9,
      )
      near(coarse.metrics.areaNgHPerMl, fine.metrics.areaNgHPerMl, 1e-9)
    })
  })

  test('the exact area is that under a fine curve', () => {
    each((model, dose, person) => {
      const { drugNgPerMl, metrics } = curve(model, person, [dose], 8, 0.1)
      const trapezia = drugNgPerMl.reduce(
        (sum, value, i) => sum + (i > 0 ? (value + (drugNgPerMl[i - 1] ?? 0)) / 2 : 0) * (0.1 / 60),
        0,
      )
      near(trapezia, metrics.areaNgHPerMl, 1e-4)
    })
  })
})

test('two doses together are the sum of each alone, on any two routes', () => {
  fc.assert(
    fc.property(fc.oneof(anInfusion, aSingleDose), aSingleDose, anybody, (one, other, who) => {
      const person = personOf(k1, who)
      const apart = [one, other].map((dose) => curve(k1, person, [dose]).drugNgPerMl)
      sameCurve(
        curve(k1, person, [one, other]).drugNgPerMl,
        apart[0]?.map((value, i) => value + (apart[1]?.[i] ?? Number.NaN)) ?? [],
        1e-11,
      )
    }),
    runs,
  )
})

test('the area to infinity is what was absorbed over the clearance, route by route', () => {
  fc.assert(
    fc.property(aSingleDose, anybody, (dose, who) => {
      const p = personOf(k1, who)
      const fraction = {
        im: p.muscleFraction,
        oral: p.oralFraction,
        lozenge: p.mucosaFraction + (1 - p.mucosaFraction) * p.oralFraction,
      }
      if (dose.route === 'iv-infusion' || dose.route === 'nasal-esketamine') return
      // 400 h: slow absorbers take days to lose the last millionth.
      near(
        curve(k1, p, [dose], 400, 60).metrics.areaNgHPerMl,
        (1_000 * fraction[dose.route] * dose.doseMg) / p.cl,
        1e-6,
      )
    }),
    { ...runs, numRuns: 20 },
  )
  const p = personOf(k1, 0)
  near(curve(k1, p, [infusionOf(35, 40)], 200, 60).metrics.areaNgHPerMl, 35_000 / p.cl, 1e-9)
})

test('nothing absorbed is a curve of zeros', () => {
  const person = { ...personOf(k1, 3), muscleFraction: 0 }
  const { drugNgPerMl, percentOfPeak, metrics } = curve(k1, person, [once('im', 35)])
  assert.ok([...drugNgPerMl, ...percentOfPeak].every((value) => value === 0))
  assert.deepEqual(metrics, { peakNgPerMl: 0, peakMinute: 0, areaNgHPerMl: 0, minutesAboveHalfPeak: 0 })
})

test('an infusion paused and run faster again is followed to the minute', () => {
  const person = personOf(k1, 5)
  const rates = [
    { fromMinute: 0, mgPerHour: 60 },
    { fromMinute: 12.5, mgPerHour: 0 },
    { fromMinute: 20, mgPerHour: 90 },
  ]
  const { drugNgPerMl } = curve(k1, person, [{ route: 'iv-infusion', rates, untilMinute: 33 }])
  assert.ok((drugNgPerMl[14] ?? 0) < (drugNgPerMl[12] ?? 0))
  assert.ok((drugNgPerMl[33] ?? 0) > (drugNgPerMl[20] ?? 0) && (drugNgPerMl[34] ?? 0) < (drugNgPerMl[33] ?? 0))
})

test('a peak between two points is found, when it is the end of an infusion', () => {
  const person = personOf(k1, 5)
  const { metrics, drugNgPerMl } = curve(k1, person, [infusionOf(35, 32.5)])
  assert.equal(metrics.peakMinute, 32.5)
  assert.ok(metrics.peakNgPerMl > Math.max(...drugNgPerMl))
  const finer = curve(k1, person, [infusionOf(35, 32.5)], 8, 0.5)
  near(finer.drugNgPerMl[65] ?? 0, metrics.peakNgPerMl, 1e-12)
})

describe('an independent integrator of the written-out equations agrees to a millionth of the peak', () => {
  const who = long ? Array.from({ length: 50 }, (_, i) => i * 20) : [0, 321]
  const compare = (course: readonly (readonly number[])[], at: number, volume: number, drawn: readonly number[]) =>
    sameCurve(
      drawn,
      course.map((x) => (1_000 * (x[at] ?? Number.NaN)) / volume),
      1e-6,
    )
  const minutes = 240
  const grid = { stepMinutes: 1, points: minutes + 1 }

  for (const i of who)
    test(`for person ${i}: vein, muscle, mouth and gut at once`, () => {
      const p = personOf(k1, i)
      const infusion = (at: number) => (at < 25 ? 40 : at < 40 ? 70 : 0)
      const doses: Dose[] = [
        {
          route: 'iv-infusion',
          rates: [
            { fromMinute: 0, mgPerHour: 40 },
            { fromMinute: 25, mgPerHour: 70 },
          ],
          untilMinute: 40,
        },
        once('im', 30),
        once('lozenge', 100),
        once('oral', 50),
      ]
      const start = [0, 0, 0, 30 * p.muscleFraction, 0, 0, 0, 0, 0]
      const breaks = [p.mucosaDuration, p.swallowedDuration, p.oralDuration].map((hours) => hours * 60)
      const given = { infusion, intoMouth: 100, intoGut: 50, intoMuscle: 30 }
      const course = integrate(k1Equations(p, given), start, minutes, breaks)
      const drawn = curveOf(k1, p, doses, grid, true)
      compare(course, 4, p.v1, drawn.drugNgPerMl)
      compare(course, 7, p.vn, drawn.norketamineNgPerMl ?? [])
    })

  for (const i of who)
    test(`for person ${i}: three nasal devices`, () => {
      const p = personOf(pr2021, i)
      const deviceMinutes = [0, 5, 11.5]
      const breaks = deviceMinutes.flatMap((at) => [at, at + p.swallowedDuration * 60])
      const course = integrate(pr2021Equations(p, deviceMinutes), [0, 0, 0, 0, 0, 0, 0], minutes, breaks)
      const drawn = curveOf(pr2021, p, [{ route: 'nasal-esketamine', deviceMinutes }], grid, true)
      compare(course, 1, p.v1, drawn.drugNgPerMl)
      compare(course, 5, p.vn, drawn.norketamineNgPerMl ?? [])
    })
})
