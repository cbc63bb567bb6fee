import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { type Booked, type Clinic, checked, normalSet, touched } from './test.ts'

/** What a set shows before the dose, besides the numbers: how awake somebody is, a crisis sign, an irregular pulse. */
let app: Awaited<ReturnType<typeof testApp>>
let clinic: Clinic
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const rulesOf = ({ json }: Reply): string[] =>
  ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
const another = async (): Promise<Booked> => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
  return checked(app, clinic)
}
const openAlerts = ({ id, clinic: { clinicId } }: Booked): Promise<string[]> =>
  reading(app.db, { clinicId }, async (q) =>
    (
      await q.all<{ rule: string }>(
        sql`select a.rule_id as rule from alert a where a.about_id = ${id}
            and not exists (select from alert_event e where e.alert_id = a.id and e.kind = 'close') order by 1`,
      )
    ).map(({ rule }) => rule),
  )

const seen: [object, string[]][] = [
  [{ moaas: 4 }, ['RL-18a']],
  [{ moaas: 3 }, ['RL-18b']],
  [{ moaas: 0 }, ['RL-18b', 'RL-19']],
  [{ newIrregularPulse: true }, ['RL-15b']],
  [{ crisisSymptoms: ['chest pain'] }, ['RL-13']],
]

describe('seen before the dose', () => {
  for (const [data, rules] of seen)
    test(`${JSON.stringify(data)} is somebody’s to look at, and holds the clearance for a prescriber’s reason`, async () => {
      const session = await another()
      await session.later(1)
      ok(await session.vitals(data))
      assert.deepEqual(await openAlerts(session), rules)
      const held = await session.clear()
      assert.deepEqual([held.status, rulesOf(held).toSorted()], [423, rules])
      ok(await session.clear(rules.map((rule) => ({ rule, reason: 'Seen at the bedside.' }))))
    })

  test('and said no to later, it holds nothing; a set that does not ask leaves it standing', async () => {
    const session = await another()
    ok(await session.vitals({ crisisSymptoms: ['chest pain'], newIrregularPulse: true }))
    await session.later(1)
    ok(await session.vitals())
    assert.deepEqual(rulesOf(await session.clear()), ['RL-13', 'RL-15b'])
    ok(await session.vitals({ crisisSymptoms: [], newIrregularPulse: false }))
    ok(await session.clear())
  })

  test('after the clearance it holds the dose', async () => {
    const session = await another()
    ok(await session.clear())
    await session.later(1)
    ok(await session.vitals({ moaas: 3 }))
    assert.deepEqual(rulesOf(await session.dose()), ['RL-18b'])
  })
})

describe('a reason given at the clearance', () => {
  const reason = (rules: string[]) => rules.map((rule) => ({ rule, reason: 'Usual for them.' }))
  const ids = async (session: Booked) => (await session.read()).events.map(({ id }) => id)
  const clearedAt = async (data: object, given?: Booked) => {
    const session = given ?? (await another())
    ok(await session.vitals(data))
    const set = (await session.read()).events.findLast(({ kind }) => kind === 'vitals')?.id ?? ''
    const rules = rulesOf(await session.clear())
    assert.deepEqual(rules, ['RL-10'])
    ok(await session.clear(reason(rules)))
    await session.later(1)
    return { session, set, rules }
  }

  test('is none for a pressure that turns out to have been another one', async () => {
    const { session, set, rules } = await clearedAt({ systolic: 152 })
    const data = { ...normalSet, systolic: 158 }
    ok(await session.event('correction', { reason: 'Typed wrong.', data }, { corrects: set }))
    assert.deepEqual(rulesOf(await session.dose()), rules)
    ok(await session.dose({}, { answers: reason(rules) }, clinic.prescriber))
  })

  test('nor for one that was taken before it and reached the clinic after it', async () => {
    const { session, rules } = await clearedAt({ systolic: 152 })
    ok(await session.vitals({ systolic: 158 }, { happenedAt: addMinutes(app.clock.now, -1) }))
    assert.deepEqual(rulesOf(await session.dose()), rules)
  })

  test('nor once that pressure was withdrawn, and the one before it stands', async () => {
    const session = await another()
    ok(await session.vitals({ systolic: 158 }))
    await session.later(1)
    const { set, rules } = await clearedAt({ systolic: 152 }, session)
    const withdrawn = { reason: 'Somebody else’s.', withdrawn: true }
    ok(await session.event('correction', withdrawn, { corrects: set }))
    assert.deepEqual(rulesOf(await session.dose()), rules)
  })

  test('is none for a pressure that was not on the screen yet when it was given', async () => {
    const session = await another()
    ok(await session.vitals({ systolic: 152 }))
    const seen = await ids(session)
    await session.later(1)
    ok(await session.vitals({ systolic: 158 }))
    const late = await session.clear(reason(['RL-10']), clinic.prescriber, seen)
    assert.deepEqual([late.status, rulesOf(late)], [409, ['RL-10']])
    ok(await session.clear(reason(['RL-10'])))
  })

  test('nor for a corrected one, at the dose', async () => {
    const { session, set } = await clearedAt({ systolic: 152 })
    ok(await session.vitals({ systolic: 156 }))
    const seen = await ids(session)
    const data = { ...normalSet, systolic: 158 }
    ok(await session.event('correction', { reason: 'Typed wrong.', data }, { corrects: set }))
    const answers = reason(['RL-10'])
    const late = await session.dose({}, { answers, seen }, clinic.prescriber)
    assert.deepEqual([late.status, rulesOf(late)], [409, ['RL-10']])
    ok(await session.dose({}, { answers }, clinic.prescriber))
  })

  test('stands for as long as nothing was measured or answered since', async () => {
    const { session } = await clearedAt({ systolic: 152 })
    ok(await session.event('remark', { words: 'Sits by the window.' }))
    ok(await session.dose())
  })
})
