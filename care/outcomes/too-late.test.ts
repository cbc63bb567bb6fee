import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { tellOfAlerts } from '../../clinic/safety/sender.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says as linkSays } from '../../web/words/en/says/links.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { phq9Answers } from './test.ts'

// Answers that reach the clinic through a link that takes none any more: they are not stored, and whoever is in danger is
// not lost with them.
const app = await testApp()
const monday = Instant.parse('2026-11-23T17:00:00.000Z')

const asked = async () => {
  app.clock.now = monday
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber)
  const ask = async () => {
    const { json } = await as.monitor.post(`/api/patients/${patientId}/ask`, { asks: 'phq-9', by: 'here' })
    return app.holding((json as { url: string }).url)
  }
  const alerts = async () =>
    (await reading(app.db, { clinicId: as.clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))).map(
      ({ ruleId, level, says, about, ownerRole }) => ({ ruleId, level, says, about: about.kind, ownerRole }),
    )
  const stored = () => reading(app.db, { clinicId: as.clinicId }, (q) => listResponses(q, patientId))
  return { ...as, patientId, ask, alerts, stored }
}
const sent = (answers: object) => ({
  answeredAt: app.clock.now,
  responses: [{ id: randomUUID(), instrument: 'phq-9', answers }],
})
const inDanger = phq9Answers(9, 2)

describe('answers that call for help and come too late', () => {
  type As = Awaited<ReturnType<typeof asked>>
  type Phone = Awaited<ReturnType<As['ask']>>
  const cases: [string, (as: As, phone: Phone) => Promise<unknown>, number, string, string][] = [
    [
      'after others came through the same link',
      (_, phone) => phone.post('/api/link/answers', sent(phq9Answers(3))),
      409,
      says.answeredAlready,
      says.refused.used,
    ],
    ['after a newer link was made', ({ ask }) => ask(), 403, linkSays.closed.withdrawn, says.refused.withdrawn],
    [
      'after the days of the link were over',
      async () => {
        app.clock.now = addMinutes(monday, 4 * 60)
      },
      403,
      linkSays.closed.expired,
      says.refused.expired,
    ],
  ]
  for (const [when, close, status, told, why] of cases) {
    test(`${when}: refused and not stored, and somebody is told at once, once`, async () => {
      const as = await asked()
      const phone = await as.ask()
      await close(as, phone)
      const before = (await as.stored()).length
      const reply = await phone.post('/api/link/answers', sent(inDanger))
      assert.equal(reply.status, status)
      assert.equal((reply.json as { says: string }).says, told)
      assert.equal((await as.stored()).length, before)
      const [alert, ...more] = await as.alerts()
      assert.ok(alert)
      assert.deepEqual(
        [alert.ruleId, alert.level, alert.ownerRole, alert.about],
        ['S1', 'urgent', 'prescriber', 'link'],
      )
      assert.ok(alert.says.endsWith(why), alert.says)
      assert.deepEqual(more, [])
      await phone.post('/api/link/answers', sent(inDanger))
      assert.equal((await as.alerts()).length, 1, 'one that is open stands for all of them')
      const trail = await reading(app.db, { clinicId: as.clinicId }, (q) =>
        q.all(sql`select from audit_entry where action = 'outcomes.refused' and patient_id = ${as.patientId}`),
      )
      assert.equal(trail.length, 1)
    })
  }

  test('whoever has it is told by mail, as of any answer from a phone', async () => {
    const as = await asked()
    const phone = await as.ask()
    await as.ask()
    await phone.post('/api/link/answers', sent(inDanger))
    const told = await tellOfAlerts({ ...app, clock: () => app.clock.now }, as.clinicId)
    assert.ok(told > 0)
  })

  test('nothing is raised where nothing calls for it, and the same answers sent twice are the same answers', async () => {
    const as = await asked()
    const phone = await as.ask()
    await as.ask()
    assert.equal((await phone.post('/api/link/answers', sent(phq9Answers(9)))).status, 403)
    assert.deepEqual(await as.alerts(), [])
    const other = await as.ask()
    const body = sent(inDanger)
    await other.post('/api/link/answers', body)
    assert.equal((await other.post('/api/link/answers', body)).status, 200)
    app.clock.now = addMinutes(monday, 9 * 24 * 60)
    assert.equal((await other.post('/api/link/answers', body)).status, 200, 'a phone that did not hear it, days later')
    assert.deepEqual(
      (await as.alerts()).map(({ about }) => about),
      ['response'],
    )
  })

  test('a link that takes no answers any more shows nothing either', async () => {
    const as = await asked()
    const phone = await as.ask()
    await as.ask()
    assert.equal((await phone.get('/api/link/questions')).status, 403)
  })
})
