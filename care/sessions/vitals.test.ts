import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { imProtocol } from '../../science/routes/im.ts'
import { Day, Instant } from '../../science/time.ts'
import { levelOf, raisedBy } from './alerts.ts'
import { lastNotTaken, stillNotTaken } from './not-taken.ts'
import { notTakenText } from './note/sentence.ts'
import { lastTaken, observedIn, Vitals } from './vitals.ts'

const problems = (set: object): Record<string, string> => {
  const parsed = Vitals.safeParse(set)
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

describe('a set of observations', () => {
  for (const [set, field] of [
    [{ systolic: 1200, diastolic: 80 }, 'systolic'],
    [{ spo2: 101 }, 'spo2'],
    [{ spo2: 29 }, 'spo2'],
    [{ heartRate: 9 }, 'heartRate'],
    [{ respiratoryRate: -1 }, 'respiratoryRate'],
    [{ systolic: 120 }, 'diastolic'],
    [{ systolic: 80, diastolic: 120 }, 'diastolic'],
    [{ systolic: 120.5, diastolic: 80 }, 'systolic'],
    [{ moaas: 6 }, 'moaas'],
    [{ pain: 11 }, 'pain'],
    [{}, 'systolic'],
    [{ heartRate: Number.NaN }, 'heartRate'],
  ] as const) {
    test(`${JSON.stringify(set)} is refused beside ${field}`, () => assert.ok(problems(set)[field]))
  }
  test('an unlikely value is asked about once more and then kept', () => {
    assert.match(problems({ spo2: 84 }).spo2 ?? '', /unusual/)
    assert.deepEqual(problems({ spo2: 84, confirmed: ['spo2'] }), {})
    assert.ok(problems({ spo2: 101, confirmed: ['spo2'] }).spo2, 'confirming does not make the impossible possible')
  })
  test('one value is a set; what was not taken is not there', () => {
    assert.deepEqual(problems({ heartRate: 70 }), {})
    assert.deepEqual(observedIn(Vitals.parse({ heartRate: 70 })), ['heartRate'])
    assert.deepEqual(observedIn(Vitals.parse({ dissociation: 'none', nausea: 'none' })), [
      'sideEffects',
      'dissociation',
    ])
  })
})

describe('a value that could not be taken', () => {
  const declined = { why: 'patient declined' } as const
  test('has a reason, is a set by itself, and shows nothing of what the protocol asked to see', () => {
    const set = Vitals.parse({ notTaken: { bloodPressure: declined, moaas: { why: 'asleep and not to be woken' } } })
    assert.deepEqual(observedIn(set), [])
    assert.deepEqual(raisedBy(imProtocol, set, { baseline: {} }, Day.parse('2026-11-23')), [])
    assert.equal(notTakenText(set.notTaken?.bloodPressure), 'not taken: patient declined')
  })
  for (const [set, field] of [
    [{ notTaken: {} }, 'systolic'],
    [{ heartRate: 70, notTaken: { heartRate: declined } }, 'notTaken.heartRate'],
    [{ systolic: 120, diastolic: 80, notTaken: { bloodPressure: declined } }, 'notTaken.bloodPressure'],
    [{ pain: 0, notTaken: { pain: declined } }, 'notTaken.pain'],
    [{ nausea: 'none', notTaken: { nausea: declined } }, 'notTaken.nausea'],
    [{ notTaken: { spo2: { why: 'other' } } }, 'notTaken.spo2.words'],
    [{ notTaken: { spo2: { why: 'other', words: '  ' } } }, 'notTaken.spo2.words'],
    [{ notTaken: { spo2: { why: 'no time' } } }, 'notTaken.spo2.why'],
  ] as const) {
    test(`${JSON.stringify(set)} is refused beside ${field}`, () => assert.ok(problems(set)[field]))
  }
  test('in other words says those', () => {
    const { notTaken } = Vitals.parse({ notTaken: { spo2: { why: 'other', words: ' Nail polish. ' } } })
    assert.equal(notTakenText(notTaken?.spo2), 'not taken: Nail polish.')
  })
  test('loses its reason with the value that came after all, and no other', () => {
    const notTaken = { spo2: declined, pain: declined }
    assert.deepEqual(stillNotTaken({ spo2: 97, notTaken }), { pain: declined })
    assert.equal(stillNotTaken({ spo2: 97, pain: 0, notTaken }), undefined)
  })
  test('says so until somebody takes it', () => {
    const at = (minute: number) => Instant.parse(`2026-11-23T17:${minute}:00.000Z`)
    const sets = [
      { happenedAt: at(10), data: { spo2: 98 } },
      { happenedAt: at(20), data: { notTaken: { spo2: declined, bloodPressure: declined } } },
      { happenedAt: at(30), data: { systolic: 120, diastolic: 80 } },
    ]
    assert.deepEqual(lastNotTaken(sets, 'spo2'), declined)
    assert.deepEqual(lastTaken(sets, 'spo2')?.value, 98)
    assert.equal(lastNotTaken(sets, 'bloodPressure'), undefined)
    assert.equal(lastNotTaken(sets, 'pain'), undefined)
  })
})

test('the newest of a value stays in sight when a later set left it out, with its own time', () => {
  const [first, second] = [Instant.parse('2026-11-23T17:00:00.000Z'), Instant.parse('2026-11-23T17:10:00.000Z')]
  const sets = [
    { happenedAt: first, data: { spo2: 98, heartRate: 70 } },
    { happenedAt: second, data: { heartRate: 76, words: 'The probe gives nothing.' } },
  ]
  assert.deepEqual(lastTaken(sets, 'heartRate'), { value: 76, at: second, inNewest: true })
  assert.deepEqual(lastTaken(sets, 'spo2'), { value: 98, at: first, inNewest: false })
  assert.equal(lastTaken(sets, 'pain'), undefined)
})

describe('what a set raises after the dose', () => {
  const today = Day.parse('2026-11-23')
  const at = Instant.parse('2026-11-23T17:00:00.000Z')
  const after = { lastDoseAt: at, baseline: { systolic: { value: 130, at }, spo2: { value: 98, at } } }
  const raised = (set: object) => raisedBy(imProtocol, set as Vitals, after, today).map(({ rule }) => rule)
  for (const [set, rules] of [
    [{ systolic: 179, diastolic: 109 }, []],
    [{ systolic: 180, diastolic: 90 }, ['RL-12']],
    [{ systolic: 150, diastolic: 110 }, ['RL-12']],
    [{ systolic: 91, diastolic: 60 }, []],
    [{ systolic: 90, diastolic: 60 }, ['RL-14b']],
    [{ systolic: 89, diastolic: 60 }, ['RL-14a', 'RL-14b']],
    [{ heartRate: 130 }, []],
    [{ heartRate: 131 }, ['RL-15a']],
    [{ heartRate: 45 }, []],
    [{ heartRate: 44 }, ['RL-15a']],
    [{ spo2: 96 }, []],
    [{ spo2: 95 }, ['RL-16b']],
    [{ spo2: 93 }, ['RL-16a', 'RL-16b']],
    [{ spo2: 89 }, ['RL-16a', 'RL-17', 'RL-16b']],
    [{ respiratoryRate: 8 }, []],
    [{ respiratoryRate: 7 }, ['RL-17']],
    [{ moaas: 5 }, []],
    [{ moaas: 4 }, ['RL-18a']],
    [{ moaas: 3 }, ['RL-18b']],
    [{ moaas: 1 }, ['RL-18b', 'RL-19']],
    [{ crisisSymptoms: [] }, []],
    [{ crisisSymptoms: ['chest pain'] }, ['RL-13']],
  ] as const) {
    test(`${JSON.stringify(set)}: ${rules.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(raised(set).toSorted(), [...rules].toSorted()))
  }
  test('before a dose only an emergency does; the gate speaks about the rest', () => {
    const before = { baseline: {} }
    assert.deepEqual(raisedBy(imProtocol, { systolic: 185, diastolic: 95 }, before, today), [])
    const [found] = raisedBy(imProtocol, { respiratoryRate: 6, confirmed: ['respiratoryRate'] }, before, today)
    assert.ok(found)
    assert.deepEqual([found.rule, levelOf(found)], ['RL-17', 'urgent'])
  })
})
