import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { remsForm, remsForms } from '../../science/rems/form.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { sessionFrom } from '../sessions/session.ts'
import { fillForm, formText, missingIn, type RemsAnswer } from './filled.ts'
import type { Material } from './material.ts'

const start = Instant.parse('2026-11-23T15:00:00.000Z')
let seq = 0
const event = (kind: string, minutes: number, data: object = {}): SessionEvent => {
  seq += 1
  const at = addMinutes(start, minutes)
  const more = { sessionId: 'one', recordedAt: at, recordedBy: 'somebody', corrects: null, seq }
  return { id: randomUUID(), kind, happenedAt: at, data, ...more } as SessionEvent
}
const device = (minutes: number, lot = 'L1', more: object = {}) =>
  event('dose', minutes, { route: 'esketamine', mg: 28, gave: 'both sprays', ...(lot ? { lot } : {}), ...more })
const looked = (minutes: number, more: object = {}) =>
  event('vitals', minutes, { systolic: 130, diastolic: 80, spo2: 97, moaas: 5, dissociation: 'none', ...more })
const wholeDay = [
  event('arrived', -30),
  looked(-10, { systolic: 122, diastolic: 74 }),
  event('cleared', -1),
  device(0),
  device(5),
  looked(41, { systolic: 148, diastolic: 92, moaas: 4, dissociation: 'clearly' }),
  looked(80),
  looked(121, { systolic: 126, diastolic: 76 }),
  event('released', 125),
]
const material = (events: readonly SessionEvent[], more: Partial<Material> = {}): Material => ({
  session: sessionFrom(events),
  timeZone: 'America/New_York',
  patient: { givenName: 'Sam', middleName: 'Quinn', familyName: 'Sample', birthDate: '1980-02-03', sex: 'female' },
  monitor: { name: 'Milo Monitor', email: 'milo@clinic.example' },
  clinic: {
    name: 'Harbour Clinic',
    address: { street: '12 Harbour St', city: 'Portland', region: 'ME', postalCode: '04101' },
  },
  ...more,
})
const current = remsForms[0] as (typeof remsForms)[number]
const fill = (events: readonly SessionEvent[], answers: readonly RemsAnswer[] = [], form = current) =>
  Object.fromEntries(fillForm(form, material(events), answers).map((field) => [field.id, field]))
const said = (field: string, value: string): RemsAnswer => ({ field, value, by: 'Milo Monitor', at: start })

describe('the monitoring form', () => {
  test('takes from record and log what stands there', () => {
    const form = fill(wholeDay)
    const values = Object.fromEntries(Object.entries(form).map(([id, { value }]) => [id, value]))
    const { firstName, middleInitial, birthDate, treatmentDate, doseMg, lots, minutes, atLeastTwoHours } = values
    assert.deepEqual(
      [firstName, middleInitial, birthDate, treatmentDate, doseMg, lots, minutes, atLeastTwoHours],
      ['Sam', 'Q', 'February 3, 1980', 'November 23, 2026', '56', 'L1', '125', 'yes'],
    )
    const { pressureBefore, pressureAt40, pressureAtEnd, oximetry } = values
    assert.deepEqual([pressureBefore, pressureAt40, pressureAtEnd], ['122/74', '148/92', '126/76'])
    assert.equal(oximetry, '97% at 41 min, 97% at 80 min, 97% at 121 min')
    const { sedation, sedationOnset, sedationEnd, dissociation, dissociationEnd } = values
    assert.deepEqual([sedation, sedationOnset, sedationEnd], ['yes', '10:41 AM', '11:20 AM'])
    assert.deepEqual([dissociation, dissociationEnd], ['yes', '11:20 AM'])
  })

  test('never judges vital signs, breathing or serious events: a person is asked', () => {
    const form = fill(wholeDay)
    for (const id of ['vitalsBefore', 'vitalsAtEnd', 'respiratoryDepression', 'seriousEvent', 'opioids'])
      assert.equal(form[id]?.state, 'missing', id)
    assert.equal(fill(wholeDay, [said('vitalsBefore', 'yes')]).vitalsBefore?.value, 'yes')
  })

  test('of several answers the newest counts', () => {
    const form = fill(wholeDay, [said('opioids', 'no'), said('opioids', 'yes')])
    assert.equal(form.opioids?.value, 'yes')
  })

  for (const [minutes, there] of [
    [34, false],
    [35, true],
    [45, true],
    [46, false],
  ] as const)
    test(`a pressure at ${minutes} minutes is ${there ? '' : 'not '}the one at 40`, () => {
      const form = fill([event('arrived', -30), event('cleared', -1), device(0), looked(minutes)])
      assert.equal(form.pressureAt40?.state, there ? 'known' : 'missing')
    })

  for (const [minutes, is] of [
    [119, 'no'],
    [120, 'yes'],
  ] as const)
    test(`${minutes} minutes are ${is === 'yes' ? '' : 'not '}two hours`, () => {
      const form = fill([event('arrived', -30), event('cleared', -1), device(0), event('stopped', minutes)])
      assert.equal(form.atLeastTwoHours?.value, is)
      assert.equal(form.readyAfter?.state, is === 'yes' ? 'not needed' : 'missing')
    })

  test('what nobody looked at is missing, not "no"', () => {
    const form = fill([event('arrived', -30), event('cleared', -1), device(0), looked(41, { moaas: undefined })])
    assert.equal(form.sedation?.state, 'missing')
    assert.equal(form.dissociation?.value, 'no')
    assert.equal(form.minutes?.state, 'missing', 'a session that goes on has no end')
  })

  test('still sedated at the last look: no end is made up', () => {
    const form = fill([event('arrived', -30), event('cleared', -1), device(0), looked(41, { moaas: 3 })])
    assert.deepEqual([form.sedation?.value, form.sedationEnd?.state], ['yes', 'missing'])
  })

  test('a side effect of that kind is a sight of it too: “no” is not written beside it', () => {
    const effect = event('side effect', 30, { effect: 'sleepiness', severity: 'mild' })
    const apart = event('side effect', 20, { effect: 'dissociation', severity: 'moderate' })
    const day = [event('arrived', -30), event('cleared', -1), device(0), looked(41), looked(121), effect, apart]
    const open = fill(day)
    assert.deepEqual([open.sedation?.value, open.sedationOnset?.value], ['yes', '10:30 AM'])
    assert.equal(open.sedationEnd?.state, 'missing', 'it has no end yet, though a later look found none')
    const ended = fill([
      ...day,
      event('side effect ended', 70, { effectId: effect.id }),
      event('side effect ended', 90, { effectId: apart.id }),
    ])
    assert.deepEqual([ended.sedationEnd?.value, ended.dissociationEnd?.value], ['11:10 AM', '11:30 AM'])
    const before = event('side effect', -5, { effect: 'sleepiness', severity: 'mild' })
    assert.equal(fill([...day.slice(0, 5), before]).sedation?.value, 'no', 'before the first device it is none of it')
  })

  test('one device without a lot leaves the lots missing', () => {
    const form = fill([event('arrived', -30), event('cleared', -1), device(0), device(5, '')])
    assert.equal(form.lots?.state, 'missing')
  })

  test('a device given in part is said and not counted, one that gave nothing is neither', () => {
    const doseOf = (gave: string) =>
      fill([event('arrived', -30), event('cleared', -1), device(0), device(5, 'L1', { gave })]).doseMg?.value
    assert.equal(doseOf('both sprays'), '56')
    assert.equal(doseOf('part'), '28, and 1 device given in part')
    assert.equal(doseOf('nothing'), '28')
  })

  test('enrolment is asked for only at a first treatment, and stays open until that is known', () => {
    assert.equal(fill(wholeDay).enrolled?.state, 'missing')
    assert.equal(fill(wholeDay, [said('firstTreatment', 'no')]).enrolled?.state, 'not needed')
    assert.equal(fill(wholeDay, [said('firstTreatment', 'yes')]).enrolled?.state, 'missing')
  })

  test('lists what it needs and has not; an optional field is not listed', () => {
    const filled = fillForm(current, material(wholeDay), [])
    const missing = missingIn(filled).map(({ id }) => id)
    assert.ok(missing.includes('monitorPhone') && !missing.includes('settingAddress2'), missing.join())
    assert.match(formText(current, filled), /Who monitored: phone: MISSING/)
  })

  test('the form of 2021 has its own fields', () => {
    const older = remsForm('pmf-2021-11')
    assert.ok(older)
    const form = fill(wholeDay, [], older)
    assert.equal(form.maois?.state, 'missing')
    assert.equal(form.opioids, undefined)
  })

  test('the order in which entries arrive changes nothing', () => {
    const plain = formText(current, fillForm(current, material(wholeDay), []))
    fc.assert(
      fc.property(fc.shuffledSubarray(wholeDay, { minLength: wholeDay.length }), (events) => {
        assert.equal(formText(current, fillForm(current, material([...events, ...events]), [])), plain)
      }),
      { numRuns: 50 },
    )
  })
})
