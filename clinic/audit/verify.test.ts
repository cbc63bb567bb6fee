import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import { newClinic, testDatabase } from '../../database/test.ts'
import { Instant } from '../../science/time.ts'
import { system } from '../accounts/actor.ts'
import { audited } from './audited.ts'
import { verifyAll, verifyAudit } from './verify.ts'

const at = Instant.parse('2026-11-23T17:00:00.000Z')

const clinicWithFiveEntries = async () => {
  const db = await testDatabase()
  const clinicId = await newClinic(db)
  for (const n of [1, 2, 3, 4, 5]) {
    await audited(db, { clinicId, actor: system, action: 'test.note', at, detail: { n } }, async () => undefined)
  }
  return { db, clinicId }
}

/** What somebody with the database in hand could do: the triggers put aside, the change made, the triggers back. */
const tamper = async (db: Awaited<ReturnType<typeof testDatabase>>, statements: string[]) =>
  owning(
    db,
    async (q) => {
      await q.run(sql`alter table audit_entry disable trigger user`)
      for (const statement of statements) await q.run(sql.raw(statement))
      await q.run(sql`alter table audit_entry enable trigger user`)
    },
    'write',
  )

describe('the audit trail', () => {
  test('is whole when nobody touched it', async () => {
    const { db, clinicId } = await clinicWithFiveEntries()
    const verdict = await verifyAudit(db, clinicId)
    assert.equal(verdict.whole, true)
    assert.ok(verdict.entries >= 5)
  })

  const where = (clinicId: string) => `clinic_id = '${clinicId}'`
  const cases: [string, (clinicId: string) => string[], RegExp][] = [
    [
      'a changed detail',
      (c) => [`update audit_entry set detail = '{"n": 99}' where ${where(c)} and seq = 3`],
      /changed/,
    ],
    [
      'a changed time',
      (c) => [`update audit_entry set at = at + interval '1 ms' where ${where(c)} and seq = 3`],
      /changed/,
    ],
    ['a missing entry', (c) => [`delete from audit_entry where ${where(c)} and seq = 3`], /missing/],
    ['a missing first entry', (c) => [`delete from audit_entry where ${where(c)} and seq = 1`], /missing/],
    [
      'a missing last entry',
      (c) => [
        `delete from audit_entry where ${where(c)} and seq = (select max(seq) from audit_entry where ${where(c)})`,
      ],
      /end/,
    ],
    [
      'a trail that is gone',
      (c) => [`delete from audit_entry where ${where(c)}`, `delete from audit_head where ${where(c)}`],
      /the whole trail is missing/,
    ],
    [
      'two entries that changed places',
      (c) => [
        `update audit_entry set seq = 100 where ${where(c)} and seq = 2`,
        `update audit_entry set seq = 2 where ${where(c)} and seq = 3`,
        `update audit_entry set seq = 3 where ${where(c)} and seq = 100`,
      ],
      /follow|changed/,
    ],
  ]
  test('shows an end that was cut off together with its head beside a head that was kept elsewhere', async () => {
    const { db, clinicId } = await clinicWithFiveEntries()
    const { head } = await verifyAudit(db, clinicId)
    assert.equal(head?.hash.length, 64)
    const later = { clinicId, actor: system, action: 'test.note', at, detail: { n: 6 } }
    await audited(db, later, async () => undefined)
    assert.equal((await verifyAudit(db, clinicId, head)).whole, true, 'it goes on after what was kept')
    await tamper(db, [
      `delete from audit_entry where ${where(clinicId)} and seq >= ${head?.seq}`,
      `update audit_head h set seq = e.seq, hash = e.hash from audit_entry e
       where h.clinic_id = e.clinic_id and h.${where(clinicId)} and e.seq = ${Number(head?.seq) - 1}`,
    ])
    assert.equal((await verifyAudit(db, clinicId)).whole, true, 'by itself it cannot show it')
    const { whole, first } = await verifyAudit(db, clinicId, head)
    assert.deepEqual([whole, first?.seq], [false, head?.seq])
    const gone = await verifyAll(db, { [randomUUID()]: { seq: 1, hash: 'ab'.repeat(32) } })
    assert.match(gone.clinics.at(-1)?.first?.wrong ?? '', /the whole clinic is missing/)
  })

  for (const [name, statements, says] of cases) {
    test(`shows ${name}`, async () => {
      const { db, clinicId } = await clinicWithFiveEntries()
      await tamper(db, statements(clinicId))
      const verdict = await verifyAudit(db, clinicId)
      assert.equal(verdict.whole, false)
      assert.match(verdict.first?.wrong ?? '', says)
    })
  }

  test('cannot be changed or emptied through the application’s role, nor by the owner of the table', async () => {
    const { db, clinicId } = await clinicWithFiveEntries()
    const act = { clinicId, actor: system, action: 'test.tamper', at }
    await assert.rejects(
      audited(db, act, (tx) => tx.run(sql`update audit_entry set action = 'x'`)),
      { code: '42501' },
    )
    await assert.rejects(
      audited(db, act, (tx) => tx.run(sql`delete from audit_entry`)),
      { code: '42501' },
    )
    await assert.rejects(owning(db, (q) => q.run(sql`delete from audit_entry where clinic_id = ${clinicId}`), 'write'))
  })

  test('holds no entry of a change that failed', async () => {
    const { db, clinicId } = await clinicWithFiveEntries()
    const before = (await verifyAudit(db, clinicId)).entries
    const act = { clinicId, actor: system, action: 'test.fail', at }
    await assert.rejects(audited(db, act, async () => Promise.reject(new Error('no'))))
    assert.equal((await verifyAudit(db, clinicId)).entries, before)
  })
})
