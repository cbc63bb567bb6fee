import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { findRequest } from './queries.ts'
import { keepRequest } from './receive.ts'
import type { Version } from './request.ts'
import { Said } from './said.ts'
import { tellOfDanger } from './sender.ts'

const app = await testApp()

test('whoever may take a request is mailed of words of danger, once, and again of those that came since', async () => {
  const { clinicId, frontDesk, owner, prescriber } = await app.clinicWith()
  const round = { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }
  const tell = () => tellOfDanger(round, clinicId)
  const agreed = { givenName: 'Rosa', phone: '503 555 0142', reachBy: ['call'] }
  const said = (goals: string): Version => Said.parse({ ...agreed, goals, agreeContact: 'yes', agreeNotUrgent: 'yes' })
  const send = async (version: Version, id: string = randomUUID()) => {
    await keepRequest(app.db, { clinicId, id, said: version, now: app.clock.now })
    return id
  }
  await send(said('I have been low for years.'))
  assert.equal(await tell(), 0)
  const id = await send(said('Zaubernuss: I want to die'))
  assert.deepEqual([await tell(), await tell()], [3, 0])
  await send(said('Zaubernuss: I want to die'), id)
  assert.equal(await tell(), 0, 'the same form again')
  const found = await reading(app.db, { clinicId }, (q) => findRequest(q, id))
  app.clock.now = addMinutes(app.clock.now, 1)
  const taken = { id: randomUUID(), seen: { latestAt: found?.latestAt, steps: 0 } }
  assert.ok((await frontDesk.post(`/api/requests/${id}/take`, taken)).status < 300)
  app.clock.now = addMinutes(app.clock.now, 1)
  await send(said('Zaubernuss: I bought a gun'), id)
  assert.equal(await tell(), 3)
  await send({ ...said('Zaubernuss: I want to die'), lacks: ['phone'] })
  assert.equal(await tell(), 3, 'one that was not complete')
  const mail = await reading(app.db, { clinicId }, (q) =>
    q.all<{ to: string; subject: string; body: string }>(sql`
      select staff_id as to, subject, sealed_body as body from message where once like ${`request ${id} %`}`),
  )
  assert.deepEqual(new Set(mail.map(({ to }) => to)), new Set([frontDesk, owner, prescriber].map((one) => one.staffId)))
  for (const { subject, body } of mail)
    assert.doesNotMatch(subject + app.secrets.open(body), /Zaubernuss|Rosa|die|suicid|ketamine/i)
})
