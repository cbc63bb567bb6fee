import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { type As, testApp } from '../../server/test.ts'

const app = await testApp()
const onServer = { skip: app.db.engine !== 'server' && 'needs a server' }

type Shown = { id: string; mark: string }
type Clinic = Awaited<ReturnType<typeof app.clinicWith>>

/** What can be changed by a form that was looked at, and how. */
const changes: Record<string, (clinic: Clinic) => Promise<{ list: string; id: string; path?: string; to: object }>> = {
  'rooms.change': async ({ owner }) => {
    const id = randomUUID()
    assert.equal((await owner.post('/api/rooms', { id, name: 'Willow', place: 1 })).status, 200)
    return { list: 'rooms', id, to: { name: 'Ash', place: 1, retired: false } }
  },
  'locations.change': async ({ clinicId }) => ({
    list: 'locations',
    id: clinicId,
    to: { name: 'North', closed: false },
  }),
  'staff.roles': async ({ monitor }) => ({
    list: 'staff',
    id: monitor.staffId,
    path: `/api/staff/${monitor.staffId}/roles`,
    to: { roles: ['monitor', 'front-desk'] },
  }),
}

const markOf = async (owner: As, list: string, id: string) =>
  ((await owner.get(`/api/${list}`)).json as Record<string, Shown[]>)[list]?.find((one) => one.id === id)?.mark

for (const [action, begin] of Object.entries(changes)) {
  test(
    `${action} sent again before it was answered is made once, and nobody is told of a change of their own`,
    onServer,
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const clinic = await app.clinicWith()
        const { list, id, path = `/api/${list}/${id}`, to } = await begin(clinic)
        const seen = await markOf(clinic.owner, list, id)
        assert.ok(seen)
        const replies = await Promise.all([1, 2, 3].map(() => clinic.owner.post(path, { ...to, seen })))
        for (const { status, json } of replies) assert.ok(status < 300, JSON.stringify(json))
        const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
          q.all(sql`select from audit_entry where action = ${action}`),
        )
        assert.equal(trail.length, 1)
      }
    },
  )
}
