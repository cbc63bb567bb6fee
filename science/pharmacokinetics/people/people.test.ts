import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { deviateNames } from './deviates.ts'
import { drawPeople, shipped } from './draw.ts'
import { normalDensity, normalDeviate } from './normal.ts'
import { deviatesOf, readPeople, sliceCount, sliceDeviates, writePeople } from './people.ts'
import { weightOf } from './weight.ts'

const file = readFileSync(new URL('people.bin', import.meta.url))
const people = readPeople(file)
const column = (name: (typeof deviateNames)[number]) =>
  Array.from({ length: people.count }, (_, i) => deviatesOf(people, i)(name))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('people.bin', () => {
  test('is what docs/evidence/write-people.ts makes, byte for byte', () => {
    assert.ok(file.equals(writePeople(drawPeople())))
    assert.equal(people.count, shipped.count)
  })

  test('is another file with another seed', () => {
    assert.ok(!file.equals(writePeople(drawPeople(shipped.count, shipped.seed + 1))))
  })

  test('uses every slice of every parameter equally often', () => {
    deviateNames.forEach((name, i) => {
      const counts = new Array<number>(sliceCount).fill(0)
      for (const slice of people.slices.subarray(i * people.count, (i + 1) * people.count))
        counts[slice] = (counts[slice] ?? 0) + 1
      assert.ok(
        counts.every((count) => count === people.count / sliceCount),
        name,
      )
    })
  })

  test('has mean 0, variance 1 and no parameter that goes with another', () => {
    const columns = deviateNames.map(column)
    columns.forEach((values, i) => {
      assert.ok(Math.abs(mean(values)) < 1e-9)
      assert.ok(Math.abs(mean(values.map((value) => value * value)) - 1) < 1e-9)
      columns.slice(0, i).forEach((other, j) => {
        const correlation = mean(values.map((value, k) => value * (other[k] ?? 0)))
        assert.ok(Math.abs(correlation) < 0.12, `${deviateNames[i]} and ${deviateNames[j]}: ${correlation}`)
      })
    })
  })

  test('is refused when cut short, of another kind or damaged', () => {
    assert.throws(() => readPeople(file.subarray(0, 500)), /cut short/)
    assert.throws(() => readPeople(new Uint8Array(4)), /not a file of virtual people/)
    assert.throws(() => readPeople(new TextEncoder().encode('{"people": []}')), /not a file of virtual people/)
    const damaged = Uint8Array.from(file)
    damaged[4_000] = 251
    assert.throws(() => readPeople(damaged), /damaged/)
  })

  test('weighs 45 to 140 kg, half of them under 74', () => {
    const weights = Array.from({ length: people.count }, (_, i) => weightOf(deviatesOf(people, i))).toSorted(
      (a, b) => a - b,
    )
    assert.equal(weights[0], 45)
    assert.equal(weights.at(-1), 140)
    assert.ok(Math.abs((weights[500] ?? 0) - 74) < 0.2)
  })
})

test('only multiples of 250 people can be drawn', () => {
  for (const count of [0, -250, 100, Number.NaN]) assert.throws(() => drawPeople(count), RangeError)
  assert.equal(drawPeople(500).slices.length, 500 * deviateNames.length)
})

test('the normal deviate is the inverse of the integral of the density', () => {
  // Simpson's rule from 0, in 2,000 pieces.
  const below = (z: number): number => {
    const h = z / 2_000
    let sum = normalDensity(0) + normalDensity(z)
    for (let i = 1; i < 2_000; i++) sum += (i % 2 === 1 ? 4 : 2) * normalDensity(i * h)
    return 0.5 + (sum * h) / 3
  }
  for (const p of [0.000_01, 0.001, 0.02, 0.074, 0.076, 0.25, 0.5, 0.6, 0.925, 0.99, 0.9999])
    assert.ok(Math.abs(below(normalDeviate(p)) - p) < 1e-12, String(p))
})

test('slices go up and are symmetric', () => {
  for (let i = 0; i < sliceCount; i++) {
    assert.ok(Math.abs((sliceDeviates[i] ?? 0) + (sliceDeviates[sliceCount - 1 - i] ?? 0)) < 1e-9)
    if (i > 0) assert.ok((sliceDeviates[i] ?? 0) > (sliceDeviates[i - 1] ?? 0))
  }
})
