import { findObservation } from '../published/observations.ts'
import type { TypicalCurve } from '../simulation.ts'
import type { Comparison } from './comparison.ts'
import { absorbedOnK1, absorbedOnPr2021, devices, infusionOf, once, onK1, onPr2021, publishedIn } from './studies.ts'

const counted = { counted: true } as const

const peak = (id: string, { metrics }: TypicalCurve, what: string): Comparison => ({
  row: `${id} peak`,
  what,
  unit: 'ng/mL',
  predicted: metrics.peakNgPerMl,
  published: publishedIn(id, 'peakNgPerMl'),
})
const time = (id: string, { metrics }: TypicalCurve, what: string): Comparison => ({
  row: `${id} time of peak`,
  what,
  unit: 'min',
  predicted: metrics.peakMinute,
  published: publishedIn(id, 'peakMinute'),
})
const area = (id: string, { metrics }: TypicalCurve, what: string): Comparison => ({
  row: `${id} area`,
  what,
  unit: 'ng·h/mL',
  predicted: metrics.areaNgHPerMl,
  published: publishedIn(id, 'areaNgHPerMl'),
})
const norketamine = (id: string, { norketamineMetrics }: TypicalCurve, what: string): Comparison => ({
  row: `${id} norketamine peak`,
  what,
  unit: 'ng/mL',
  predicted: norketamineMetrics?.peakNgPerMl ?? Number.NaN,
  published: publishedIn(id, 'norketaminePeakNgPerMl'),
})
const fraction = (id: string, predicted: number, what: string): Comparison => ({
  row: `${id} fraction`,
  what,
  unit: 'fraction',
  predicted,
  published: publishedIn(id, 'fraction'),
})

/** Time points of O01 that were frozen before this code was written; the others are shown and not counted. */
const frozenHours = [0.5, 1, 2, 3, 5, 10]

const otto = (): Comparison[] => {
  const observation = findObservation('O01')
  const curve = onK1(infusionOf(10, 30), 24, 68)
  const what = 'infusion of 10 mg esketamine over 30 min, 68 kg'
  const compare =
    (values: readonly number[] | undefined, name: string) =>
    (point: { hours: number; ngPerMl: number }): Comparison => ({
      row: `O01 ${name}${point.hours} h`,
      what,
      unit: 'ng/mL',
      predicted: values?.[point.hours * 60] ?? Number.NaN,
      published: point.ngPerMl,
      ...(name === '' && frozenHours.includes(point.hours) ? counted : {}),
    })
  return [
    ...(observation?.points ?? []).map(compare(curve.drugNgPerMl, '')),
    ...(observation?.norketaminePoints ?? []).map(compare(curve.norketamineNgPerMl, 'norketamine ')),
  ]
}

/** What the product draws for a vein, the mouth, the gut and a muscle, against what was measured in other people. */
export const validation = (): Comparison[] => {
  const five = onK1(infusionOf(5, 30), 120)
  const infusion = onK1(infusionOf(35, 40), 24)
  const ten = onK1(infusionOf(10, 30), 120)
  const lozenge = onK1(once('lozenge', 25), 8)
  const swallowed = onK1(once('oral', 25), 8)
  const fromMouth = absorbedOnK1(once('lozenge', 25), 25)
  const fromGut = absorbedOnK1(once('oral', 25), 25)
  return [
    ...otto(),
    { ...peak('O02', five, 'infusion of 5 mg over 30 min'), ...counted },
    { ...area('O02', five, 'the same, to infinity'), ...counted },
    { ...peak('O04', infusion, 'infusion of 35 mg over 40 min, 70 kg'), ...counted },
    { ...area('O06', ten, '10 mg into a vein, to infinity'), ...counted },
    { ...peak('O08', lozenge, 'lozenge of 25 mg'), ...counted },
    time('O08', lozenge, 'lozenge of 25 mg'),
    { ...area('O08', lozenge, 'lozenge of 25 mg, to 8 h'), ...counted },
    norketamine('O08', lozenge, 'lozenge of 25 mg'),
    time('O10', lozenge, 'wafer of 25 mg'),
    ...['O08', 'O09', 'O10', 'O13'].map((id) => fraction(id, fromMouth, 'held in the mouth, then swallowed')),
    { ...peak('O14', swallowed, '25 mg swallowed'), ...counted },
    time('O14', swallowed, '25 mg swallowed'),
    { ...area('O14', swallowed, '25 mg swallowed, to 8 h'), ...counted },
    norketamine('O14', swallowed, '25 mg swallowed'),
    { ...peak('O15', onK1(once('oral', 35), 8), '35 mg swallowed, 70 kg'), ...counted },
    ...['O14', 'O16', 'O17'].map((id) => fraction(id, fromGut, 'swallowed')),
    peak('O27', onK1(once('im', 35), 8), '35 mg into a muscle, 70 kg; a remembered value'),
    fraction('O22', absorbedOnPr2021(devices(3), 84), 'nasal esketamine 84 mg'),
  ]
}

/** Minutes from the last of three devices to the peak; the label gives 20 to 40. */
export const nasalPeakAfterLastDevice = (): number => onPr2021(devices(3), 24).metrics.peakMinute - 10
