import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { everyRoute } from '../../../science/decide.ts'
import { addMinutes } from '../../../science/time.ts'
import { sessionFrom } from '../session.ts'
import { codedFacts } from './coded.ts'
import type { CodedObservation } from './fact.ts'
import { at, context, factsOf, rests, start, uuid } from './testing.ts'

const absentIs = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
})
const arrived = at(1, 0, 'arrived')
const set = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, pain: 0, dissociation: 'none' }
const find = (observations: readonly CodedObservation[], id: string): CodedObservation => {
  const found = observations.find((one) => one.id === id)
  assert.ok(found, `${id} in ${observations.map((one) => one.id).join(', ')}`)
  return found
}
const inUnit = (value: { valueQuantity?: { value: number; code: string } }) => [
  value.valueQuantity?.value,
  value.valueQuantity?.code,
]

describe('a set of observations', () => {
  const facts = factsOf([arrived, at(2, 7, 'vitals', set, { late: 5 })])
  test('is one observation a value, with when it was seen, when it was written down and by whom', () => {
    const { code, valueQuantity, status, effectiveDateTime, issued, performer, entered } = find(
      facts.observations,
      `${uuid(2)}.heart-rate`,
    )
    assert.deepEqual(code.coding[0], { system: 'http://loinc.org', code: '8867-4' })
    assert.deepEqual(valueQuantity, { value: 72, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' })
    assert.deepEqual([status, effectiveDateTime, issued], ['final', addMinutes(start, 7), addMinutes(start, 12)])
    assert.deepEqual(performer, [{ reference: `Practitioner/${uuid(999)}`, display: 'Milo Monitor' }])
    assert.equal(entered, 'by hand')
  })
  test('has both pressures under one code', () => {
    const { component = [], valueQuantity } = find(facts.observations, `${uuid(2)}.blood-pressure`)
    assert.deepEqual(
      component.map((one) => [one.code.coding[0]?.code, ...('valueQuantity' in one ? inUnit(one) : [])]),
      [
        ['8480-6', 124, 'mm[Hg]'],
        ['8462-4', 78, 'mm[Hg]'],
      ],
    )
    assert.equal(valueQuantity, undefined)
  })
  test('keeps a zero and a "none", and says nothing of what was not taken', () => {
    assert.equal(find(facts.observations, `${uuid(2)}.pain`).valueQuantity?.value, 0)
    assert.equal(find(facts.observations, `${uuid(2)}.dissociation`).valueCodeableConcept?.coding[0]?.code, 'none')
    assert.deepEqual(
      facts.observations.map(({ id }) => id.split('.')[1]),
      ['blood-pressure', 'heart-rate', 'spo2', 'dissociation', 'pain'],
    )
  })
  test('with one pressure says of the other that it is not known', () => {
    const { observations } = factsOf([arrived, at(2, 7, 'vitals', { systolic: 124 })])
    const { component = [] } = find(observations, `${uuid(2)}.blood-pressure`)
    assert.deepEqual(
      component[1] && 'dataAbsentReason' in component[1] && component[1].dataAbsentReason,
      absentIs('unknown'),
    )
  })
  test('of what could not be taken says why, in FHIR’s own list and in ours, and has no value', () => {
    const notTaken = {
      bloodPressure: { why: 'patient declined' },
      moaas: { why: 'asleep and not to be woken' },
      spo2: { why: 'equipment failed' },
      pain: { why: 'other', words: 'Speaks only Portuguese.' },
    }
    const { observations } = factsOf([arrived, at(2, 7, 'vitals', { heartRate: 70, notTaken })])
    const why = (key: string) => {
      const { dataAbsentReason, valueQuantity } = find(observations, `${uuid(2)}.${key}`)
      return [valueQuantity, dataAbsentReason?.text, ...(dataAbsentReason?.coding ?? []).map(({ code }) => code)]
    }
    const asleep = 'asleep and not to be woken'
    assert.deepEqual(why('moaas'), [undefined, asleep, 'not-performed', asleep])
    assert.deepEqual(why('spo2'), [undefined, 'equipment failed', 'error', 'equipment failed'])
    assert.deepEqual(why('pain'), [undefined, 'Speaks only Portuguese.', 'not-performed', 'other'])
    const { component = [] } = find(observations, `${uuid(2)}.blood-pressure`)
    assert.deepEqual(
      component.map((one) => [
        one.code.coding[0]?.code,
        'valueQuantity' in one,
        'dataAbsentReason' in one && one.dataAbsentReason.coding[0],
      ]),
      ['8480-6', '8462-4'].map((code) => [code, false, absentIs('asked-declined').coding[0]]),
    )
    assert.equal(observations.length, 5)
  })
  test('keeps beside the value of a correction that it was not taken at first', () => {
    const { observations } = factsOf([
      arrived,
      at(2, 7, 'vitals', { heartRate: 70, notTaken: { spo2: { why: 'equipment failed' } } }),
      at(3, 9, 'correction', { reason: 'The other probe.', data: { heartRate: 70, spo2: 97 } }, { corrects: 2 }),
    ])
    const spo2 = observations.filter(({ id }) => id.includes('.spo2'))
    assert.deepEqual(
      spo2.map(({ status, valueQuantity, dataAbsentReason }) => [
        status,
        valueQuantity?.value,
        dataAbsentReason?.coding[0]?.code,
      ]),
      [
        ['entered-in-error', undefined, 'error'],
        ['amended', 97, undefined],
      ],
    )
  })
  test('tells asked-and-none from not asked', () => {
    const ofSymptoms = (crisisSymptoms?: string[]) =>
      factsOf([arrived, at(2, 7, 'vitals', { heartRate: 70, crisisSymptoms })]).observations.find(({ id }) =>
        id.endsWith('crisis-symptoms'),
      )
    assert.equal(ofSymptoms(), undefined)
    assert.deepEqual([ofSymptoms([])?.valueBoolean, ofSymptoms([])?.component], [false, undefined])
    assert.equal(ofSymptoms(['seizure'])?.component?.[0]?.code.coding[0]?.code, 'seizure')
  })
  test('names the device of the values that came from one, and of those only', () => {
    const devices = [{ device: 'Cuff', values: { systolic: 124, diastolic: 78 }, deviceTime: '2026-11-23T17:06:00' }]
    const { observations } = factsOf([arrived, at(2, 7, 'vitals', { ...set, devices })])
    const pressure = find(observations, `${uuid(2)}.blood-pressure`)
    assert.equal(pressure.entered, 'by a device')
    assert.deepEqual(pressure.device, {
      display: 'Cuff',
      time: '2026-11-23T17:06:00',
      measured: ['systolic', 'diastolic'],
    })
    assert.equal(find(observations, `${uuid(2)}.heart-rate`).device, undefined)
  })
})

describe('a correction', () => {
  const first = at(2, 7, 'vitals', set)
  const moved = at(3, 20, 'correction', { reason: 'slip', data: { ...set, heartRate: 27 } }, { corrects: 2, by: 5 })
  test('amends the value it is about, keeps what it was, and leaves the others final', () => {
    const { observations } = factsOf([arrived, first, moved])
    const now = find(observations, `${uuid(2)}.heart-rate`)
    assert.deepEqual([now.status, now.valueQuantity?.value, now.issued], ['amended', 27, addMinutes(start, 20)])
    const before = find(observations, `${uuid(2)}.heart-rate.0`)
    assert.deepEqual([before.status, before.valueQuantity?.value], ['entered-in-error', 72])
    assert.deepEqual(before.replaced, {
      at: addMinutes(start, 20),
      by: { reference: `Practitioner/${uuid(5)}` },
      reason: 'slip',
    })
    assert.equal(find(observations, `${uuid(2)}.spo2`).status, 'final')
  })
  test('of a correction counts each value it had', () => {
    const again = at(4, 25, 'correction', { reason: 'other', data: { ...set, heartRate: 77 } }, { corrects: 3 })
    const { observations } = factsOf([arrived, first, moved, again])
    assert.deepEqual(
      observations.filter(({ id }) => id.includes('heart-rate')).map((one) => [one.status, one.valueQuantity?.value]),
      [
        ['entered-in-error', 72],
        ['entered-in-error', 27],
        ['amended', 77],
      ],
    )
  })
  test('that leaves a value out, or withdraws the entry, leaves it to be seen as entered in error', () => {
    const { pain: _, ...without } = set
    for (const data of [
      { reason: 'x', data: without },
      { reason: 'x', withdrawn: true },
    ]) {
      const { observations } = factsOf([arrived, first, at(3, 20, 'correction', data, { corrects: 2 })])
      assert.deepEqual(
        observations.filter(({ id }) => id.includes('.pain')).map(({ id, status }) => [id, status]),
        [[`${uuid(2)}.pain.0`, 'entered-in-error']],
      )
    }
  })
  test('of the time amends the whole entry', () => {
    const data = { reason: 'clock', happenedAt: addMinutes(start, 9) }
    const { observations } = factsOf([arrived, first, at(3, 20, 'correction', data, { corrects: 2 })])
    const standing = observations.filter(({ status }) => status === 'amended')
    assert.equal(standing.length, 5)
    assert.ok(standing.every(({ effectiveDateTime }) => effectiveDateTime === addMinutes(start, 9)))
  })
})

describe('a fact', () => {
  const one = (facts: object) => factsOf([arrived, at(2, 3, 'facts', { facts })]).observations[0]
  test('taken back says that it is not known, and is no value', () => {
    const taken = one({ alcoholToday: null })
    assert.deepEqual([taken?.valueBoolean, taken?.dataAbsentReason], [undefined, absentIs('unknown')])
    assert.equal(one({ alcoholToday: false })?.valueBoolean, false)
  })
  test('that is a questionnaire has each answer under its own code; declined is no answer, open is not there', () => {
    const asq = one({ suicide: { '1': 'no', '2': 'declined', '3': null } })
    assert.deepEqual(asq?.dataAbsentReason, absentIs('unknown'), 'a screen that is not complete has no result')
    assert.deepEqual(
      asq?.component?.map(({ code, ...value }) => [code.coding[0]?.code, value]),
      [
        [
          '1',
          {
            valueCodeableConcept: {
              text: 'No',
              coding: [{ system: 'http://loinc.org', code: 'LA32-8', display: 'No' }],
            },
          },
        ],
        ['2', { dataAbsentReason: absentIs('asked-declined') }],
      ],
    )
    const four = one({ suicide: { '1': 'no', '2': 'no', '3': 'no', '4': 'no' } })
    assert.equal(four?.valueCodeableConcept?.coding[0]?.code, 'negative')
  })
  test('that is a recovery score has a sum only when it is whole', () => {
    const whole = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, spo2: 1 }
    assert.deepEqual(inUnit(one({ aldrete: whole }) ?? {}), [9, '{score}'])
    const part = one({ aldrete: { ...whole, spo2: null } })
    assert.deepEqual([part?.valueQuantity, part?.dataAbsentReason], [undefined, absentIs('unknown')])
    assert.equal(part?.component?.length, 4)
  })
  test('about who takes the patient home names nobody', () => {
    const home = one({ escort: { name: 'Sam Sample', phone: '+1 555 0100' } })
    assert.equal(home?.valueBoolean, true)
    assert.doesNotMatch(JSON.stringify(home), /Sam|555/)
    assert.equal(one({ escort: false })?.valueBoolean, false)
  })
})

test('a side effect lasts until its end, and has its term where one was found', () => {
  const { observations } = factsOf([
    arrived,
    at(2, 20, 'side effect', { effect: 'nausea', severity: 'moderate', action: 'Bowl.' }),
    at(3, 40, 'side effect ended', { effectId: uuid(2) }),
    at(4, 50, 'side effect', { effect: 'palpitations', severity: 'mild' }),
  ])
  const [nausea, end, palpitations] = observations
  assert.deepEqual(nausea?.effectivePeriod, { start: addMinutes(start, 20), end: addMinutes(start, 40) })
  assert.deepEqual(nausea?.valueCodeableConcept?.coding[0], { system: 'http://snomed.info/sct', code: '422587007' })
  assert.deepEqual(end?.focus, [{ reference: `Observation/${nausea?.id}` }])
  assert.deepEqual(
    palpitations?.valueCodeableConcept?.coding.map(({ system }) => system),
    ['urn:evenkeel:answers:side-effect'],
  )
  assert.equal(palpitations?.effectivePeriod?.end, undefined)
})

test('a session that treated nobody has an administration that was not done, and why', () => {
  const { administrations, encounter } = factsOf([
    arrived,
    at(2, 20, 'stopped', { as: 'not treated today', reason: 'Fever.' }),
  ])
  const [none] = administrations
  assert.deepEqual([none?.status, none?.statusReason], ['not-done', 'not treated today: Fever.'])
  assert.equal(none?.dosage.dose, undefined)
  assert.deepEqual([encounter.status, encounter.ended?.coding[0]?.code], ['finished', 'not treated today'])
})

test('the plan has its drug, its route and its amount under codes', () => {
  for (const route of everyRoute) {
    const drug = route === 'esketamine' ? 'esketamine' : 'ketamine'
    const [plan] = factsOf([arrived], { plans: [{ versionId: uuid(700), drug, route, doseMg: 56 }] }).plans
    const product = { im: '6130', iv: '6130', lozenge: '6130', esketamine: '2201623' }[route]
    const snomed = { im: '78421000', iv: '47625008', lozenge: '37839007', esketamine: '46713006' }[route]
    assert.equal(plan?.medicationCodeableConcept.coding[0]?.code, product)
    assert.deepEqual(plan?.dosageInstruction.route.coding[0], { system: 'http://snomed.info/sct', code: snomed })
    assert.deepEqual(
      [plan?.dosageInstruction.doseQuantity.value, plan?.dosageInstruction.doseQuantity.code],
      [56, 'mg'],
    )
  }
})

test('entries in any order, any of them any number of times, give the same coded facts', () => {
  const doseId = uuid(81)
  const all = [
    arrived,
    at(2, 7, 'vitals', set),
    at(3, 20, 'correction', { reason: 'a', data: { ...set, heartRate: 27 } }, { corrects: 2 }),
    at(4, 25, 'correction', { reason: 'b', data: { ...set, heartRate: 77 } }, { corrects: 3 }),
    at(5, 8, 'facts', { facts: { alcoholToday: true } }),
    at(6, 8, 'facts', { facts: { alcoholToday: null, dizzy: true } }),
    at(80, 10, 'line placed', { site: 'hand', side: 'left', gauge: 22 }),
    at(81, 12, 'dose', {
      ...{ ...rests, route: 'iv', number: 1, drug: 'ketamine', mg: 40 },
      ...{ volumeMl: 50, rateMlPerH: 75, minutes: 40 },
    }),
    at(82, 20, 'infusion changed', { doseId, what: 'paused' }),
    at(83, 24, 'infusion changed', { doseId, what: 'resumed' }),
    at(84, 30, 'infusion changed', { doseId, what: 'rate changed', rateMlPerH: 30 }),
    at(85, 50, 'infusion changed', { doseId, what: 'stopped', reason: 'a' }, { late: 40 }),
    at(86, 51, 'infusion changed', { doseId, what: 'stopped', reason: 'b' }),
    at(87, 60, 'side effect', { effect: 'nausea', severity: 'mild' }),
    at(88, 61, 'side effect ended', { effectId: uuid(87) }),
    at(89, 62, 'correction', { reason: 'c', withdrawn: true }, { corrects: 87 }),
    at(90, 99, 'remark', { words: 'x' }),
  ]
  const expected = codedFacts(sessionFrom(all), context)
  const delivered = fc
    .shuffledSubarray([...all], { minLength: all.length })
    .chain((order) => fc.tuple(fc.constant(order), fc.shuffledSubarray([...all])))
    .chain(([order, twice]) => fc.shuffledSubarray([...order, ...twice], { minLength: order.length + twice.length }))
  fc.assert(
    fc.property(delivered, (events) => assert.deepEqual(codedFacts(sessionFrom(events), context), expected)),
    { numRuns: 200 },
  )
})
