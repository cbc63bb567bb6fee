import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Day } from '../../time.ts'
import { pharmacokineticsReview } from '../fact.ts'
import { inputs } from '../models/inputs.ts'
import { pr2021Facts } from '../models/pr2021.ts'
import { limits } from '../published/limits.ts'
import { observations } from '../published/observations.ts'
import { geometricMeanFoldError, ratioOf, within } from './comparison.ts'
import { drawnExamples } from './drawn.ts'
import { allSources, factGroups } from './facts.ts'
import { pharmacokineticsPage } from './page.ts'
import { infusionOf, onK1 } from './studies.ts'
import { nasalPeakAfterLastDevice, validation } from './validation.ts'
import { arterialVerification, contrasts, nasalVerification } from './verification.ts'

const rows = validation()
const nasal = nasalVerification()

test('docs/evidence/pharmacokinetics.md is up to date (node docs/evidence/write-pharmacokinetics.ts writes it)', () => {
  const page = readFileSync(new URL('../../../docs/evidence/pharmacokinetics.md', import.meta.url), 'utf8')
  assert.equal(page, pharmacokineticsPage())
})

describe('predicted against published', () => {
  test('is within the limits that were set before: fold error 1.35, twelve of fifteen within 0.8 to 1.25', () => {
    const counted = rows.filter((row) => row.counted)
    assert.equal(counted.length, 15)
    assert.ok(geometricMeanFoldError(counted) <= 1.35)
    assert.ok(within(counted, 0.8, 1.25) >= 12)
  })

  test('reproduces every peak and esketamine area of the published nasal table within 1 %', () => {
    assert.equal(nasal.length, 72)
    const reproduced = nasal.filter(({ row }) => !row.endsWith('norketamine area'))
    assert.equal(reproduced.length, 54)
    for (const row of reproduced) assert.ok(Math.abs(ratioOf(row) - 1) < 0.01, `${row.row}: ${ratioOf(row)}`)
  })

  test('has its peaks when the studies had theirs', () => {
    assert.ok(nasalPeakAfterLastDevice() >= 20 && nasalPeakAfterLastDevice() <= 40)
    assert.equal(onK1(infusionOf(35, 40), 4).metrics.peakMinute, 40)
    const minutesOf = (id: string) => rows.find(({ row }) => row === `${id} time of peak`)?.predicted ?? 0
    assert.ok(minutesOf('O10') >= 15 && minutesOf('O10') <= 60)
    assert.ok(minutesOf('O14') <= 58 + 48)
    const peak = onK1(infusionOf(35, 40), 4).metrics.peakNgPerMl
    assert.ok(peak > 100 && peak < 250, 'O05')
  })

  test('differs between people about as much as the reference run of the models did', () => {
    // Median, 5th and 95th percentile of the peak from another program and another thousand people.
    const reference = [
      [152, 101, 210],
      [121, 75, 192],
      [28, 16, 44],
      [98, 56, 165],
      [8.9, 3.6, 19],
    ]
    drawnExamples().forEach(({ name, peakNgPerMl: [low, middle, high] }, i) => {
      const pairs = [middle, low, high].map((value, k) => (value ?? 0) / (reference[i]?.[k] ?? Number.NaN))
      for (const pair of pairs) assert.ok(Math.abs(pair - 1) < 0.08, `${name}: ${pairs}`)
    })
  })
})

test('every misfit is stated with the numbers that the table has', () => {
  const all = [...rows, ...nasal, ...arterialVerification(), ...contrasts()]
  const stated = limits.filter(({ compared }) => compared)
  assert.ok(stated.length >= 5)
  for (const { id, says, compared } of stated) {
    const found = all.filter(({ row }) => compared?.rows.some((end) => row.endsWith(end)))
    assert.ok(found.length >= (compared?.rows.length ?? 1), id)
    const ratios = found.map(ratioOf)
    const shown = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2))
    assert.deepEqual(
      shown,
      compared?.ratios.map((ratio) => ratio.toFixed(2)),
      id,
    )
    for (const number of new Set(shown)) assert.ok(says.includes(number), `${id} does not say ${number}`)
  }
  const vein = contrasts().find(({ row }) => row === 'O03 peak, venous model')
  assert.equal(vein?.predicted.toFixed(0), '112')
})

describe('every number', () => {
  test('has a source; what was seen has an address, what is remembered or assumed has none', () => {
    assert.ok(allSources.length > 100)
    for (const { label, address, status } of allSources) {
      assert.ok(label.length > 3)
      if (status === 'verified') assert.ok(address?.startsWith('http'), label)
      if (status === 'memory' || status === 'assumption' || status === 'derived')
        assert.equal(address, undefined, label)
    }
    assert.ok(Day.safeParse(pharmacokineticsReview).success && pharmacokineticsReview > '2026-11-24')
  })

  test('is a number', () => {
    for (const { facts, spreads } of factGroups) {
      for (const { value } of Object.values(facts)) assert.ok(Number.isFinite(value))
      for (const { variance } of Object.values(spreads)) assert.ok(variance > 0 && variance < 3)
    }
    assert.equal(new Set(observations.map(({ id }) => id)).size, observations.length)
    // O19 to O21 are the published nasal table.
    assert.equal(observations.length, 32 - 3)
  })

  test('that is derived is what it is derived from', () => {
    const { vh, qh, kel, kmet } = pr2021Facts
    const cleared = vh.value * (kel.value + kmet.value)
    assert.ok(Math.abs(1 - cleared / (qh.value + cleared) - inputs.liverFraction.value) < 1e-9)
  })

  test('from an artery stays away from what is drawn', () => {
    for (const { row } of rows)
      assert.notEqual(observations.find(({ id }) => row.startsWith(id))?.site, 'arterial', row)
  })
})
