import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes } from '../../../science/time.ts'
import type { SessionEvent } from '../event.ts'
import { givenIn } from '../given.ts'
import { sessionFrom } from '../session.ts'
import type { CodedAdministration } from './fact.ts'
import { at, factsOf, rests, start, uuid } from './testing.ts'

const arrived = at(1, 0, 'arrived')
const doseId = uuid(10)
const im = { ...rests, route: 'im', number: 1, drug: 'ketamine', mg: 40, site: 'deltoid', side: 'left' }
const iv = {
  ...{ ...rests, route: 'iv', number: 1, drug: 'ketamine', mg: 40 },
  ...{ volumeMl: 50, rateMlPerH: 75, minutes: 40 },
}
const lozenge = { ...rests, route: 'lozenge', number: 1, drug: 'ketamine', mg: 200, strengthMg: 100, count: 2 }
const device = {
  ...{ ...rests, route: 'esketamine', number: 1, drug: 'esketamine', mg: 28 },
  ...{ lot: 'A1', expiry: '2028-01-31' },
}

const given = (dose: object, ...after: SessionEvent[]): CodedAdministration => {
  const { administrations } = factsOf([arrived, at(10, 12, 'dose', dose), ...after])
  const found = administrations.find(({ id }) => id === doseId)
  assert.ok(found, JSON.stringify(administrations))
  return found
}
const ended = at(90, 95, 'stopped', { as: 'left against advice', reason: 'x' })
const outcome = ({ status, dosage: { dose, doseAbsentReason } }: CodedAdministration) => [
  status,
  dose && `${dose.value} ${dose.code}`,
  doseAbsentReason?.coding[0]?.code,
]

describe('an injection', () => {
  const done = given({ ...im, lot: 'L7', expiry: '2027-05-31', concentrationMgPerMl: 50, volumeMl: 0.8 })
  test('is given at one moment, into a named muscle and side, from a named lot', () => {
    assert.deepEqual(outcome(done), ['completed', '40 mg', undefined])
    assert.equal(done.effectiveDateTime, addMinutes(start, 12))
    assert.equal(done.dosage.site?.text, 'deltoid')
    assert.equal(done.laterality?.text, 'left')
    assert.deepEqual(done.batch, { lotNumber: 'L7', expirationDate: '2027-05-31' })
    assert.equal(done.dosage.route.coding[0]?.code, '78421000')
    assert.deepEqual(done.request, { reference: `MedicationRequest/${uuid(700)}` })
  })
  test('without a lot has none', () => assert.equal(given(im).batch, undefined))
  test('corrected stands amended beside what it was', () => {
    const data = { ...im, mg: 45, differsBecause: 'Less was enough.' }
    const correction = at(11, 14, 'correction', { reason: 'typed 40', data }, { corrects: 10, by: 5 })
    const { administrations } = factsOf([arrived, at(10, 12, 'dose', im), correction])
    assert.deepEqual(
      administrations.map((one) => [one.id, one.status, one.amended, one.prepared?.dose?.value, one.replaced?.reason]),
      [
        [`${doseId}.dose.0`, 'entered-in-error', undefined, 40, 'typed 40'],
        [doseId, 'completed', true, 45, undefined],
      ],
    )
    assert.deepEqual(administrations[1]?.note, ['Less was enough.'])
  })
  test('withdrawn was never given', () => {
    const correction = at(11, 14, 'correction', { reason: 'x', withdrawn: true }, { corrects: 10 })
    const { administrations } = factsOf([arrived, at(10, 12, 'dose', im), correction])
    assert.deepEqual(
      administrations.map(({ status, dosage }) => [status, dosage.dose]),
      [['entered-in-error', undefined]],
    )
  })
  test('from a lot of the ledger is that product', () => {
    const stockLotId = uuid(300)
    const lots = new Map([[stockLotId, { form: 'vial', strength: 100, ndc: '' } as const]])
    const { administrations } = factsOf([arrived, at(10, 12, 'dose', { ...im, stockLotId })], { lots })
    assert.equal(administrations[0]?.medicationCodeableConcept.coding[0]?.code, '238083')
  })
})

describe('an infusion', () => {
  const change = (n: number, minutes: number, data: object) =>
    at(n, minutes, 'infusion changed', { doseId, reason: 'x', ...data })
  test('that was stopped early gave what went in, at each rate it ran', () => {
    const early = given(
      iv,
      change(11, 32, { what: 'rate changed', rateMlPerH: 30 }),
      change(12, 42, { what: 'stopped' }),
    )
    // 20 minutes at 75 mL/h and 10 at 30: 30 mL of 0.8 mg.
    assert.deepEqual(outcome(early), ['stopped', '24 mg', undefined])
    assert.deepEqual(early.effectivePeriod, { start: addMinutes(start, 12), end: addMinutes(start, 42) })
    assert.deepEqual(
      early.parts?.map(({ dosage, rateByDrug, effectivePeriod }) => [
        `${dosage.rateQuantity.value} ${dosage.rateQuantity.code}`,
        `${rateByDrug.value} ${rateByDrug.code}`,
        dosage.dose.value,
        effectivePeriod.end,
      ]),
      [
        ['75 mL/h', '60 mg/h', 20, addMinutes(start, 32)],
        ['30 mL/h', '24 mg/h', 4, addMinutes(start, 42)],
      ],
    )
    assert.equal(early.prepared?.dose?.value, 40)
  })
  test('that ran its whole volume is completed', () =>
    assert.deepEqual(outcome(given(iv, change(11, 52, { what: 'stopped' }))), ['completed', '40 mg', undefined]))
  test('without a recorded end gave nobody knows how much, whatever was programmed', () => {
    assert.deepEqual(outcome(given(iv)), ['in-progress', undefined, 'unknown'])
    assert.deepEqual(outcome(given(iv, change(11, 20, { what: 'paused' }))), ['on-hold', undefined, 'unknown'])
    assert.deepEqual(outcome(given(iv, ended)), ['unknown', undefined, 'unknown'])
  })
  test('has parts that add up to what went in, whatever was done to the pump', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 12, max: 80 }),
      what: fc.constantFrom('rate changed', 'paused', 'resumed'),
      rateMlPerH: fc.integer({ min: 1, max: 120 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.integer({ min: 13, max: 90 }), (steps, stop) => {
        const changes = steps.map(({ minutes, ...data }, i) => change(20 + i, minutes, data))
        const events = [arrived, at(10, 12, 'dose', iv), ...changes, change(50, stop, { what: 'stopped' })]
        const one = factsOf(events).administrations[0]
        const delivered = givenIn(sessionFrom(events), addMinutes(start, 100))[0]?.infusion?.deliveredMg
        assert.equal(one?.dosage.dose?.value, delivered)
        const sum = (one?.parts ?? []).reduce((total, { dosage }) => total + Math.round(dosage.dose.value * 100), 0)
        assert.equal(sum, Math.round((delivered ?? 0) * 100))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a lozenge', () => {
  const end = (as: string, whole: boolean) => at(11, 22, 'lozenge ended', { doseId, as, whole })
  for (const [as, whole, expected] of [
    ['swallowed', true, ['completed', '200 mg', undefined]],
    ['swallowed', false, ['completed', '200 mg', undefined]],
    ['spat out', true, ['completed', '200 mg', undefined]],
    ['spat out', false, ['stopped', undefined, 'unknown']],
  ] as const)
    test(`${as}, ${whole ? 'all' : 'not all'} of it dissolved`, () =>
      assert.deepEqual(outcome(given(lozenge, end(as, whole))), [...expected]))
  test('of which nobody wrote what became of it', () => {
    assert.deepEqual(outcome(given(lozenge)), ['in-progress', undefined, 'unknown'])
    assert.deepEqual(outcome(given(lozenge, ended)), ['unknown', undefined, 'unknown'])
  })
})

describe('a device of the spray', () => {
  for (const [gave, expected] of [
    ['both sprays', ['completed', '28 mg', undefined]],
    ['part', ['stopped', undefined, 'unknown']],
    ['nothing', ['not-done', undefined, undefined]],
  ] as const)
    test(`that gave ${gave}`, () => assert.deepEqual(outcome(given({ ...device, gave })), [...expected]))
})
