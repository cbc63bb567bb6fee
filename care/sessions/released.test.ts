import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { everyRoute, type Route } from '../../science/decide.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { releaseCriteria } from '../../science/routes/release.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { SessionEvent } from './event.ts'
import { overBefore } from './over.ts'
import { sessionFrom } from './session.ts'
import { allMet, type Booked, type Clinic, checked, refuses, straight } from './test.ts'

// The database refuses a release by itself. What it knows for that is held here against the protocols, and what it reads
// from a log against what care/sessions/session.ts reads from it.
let app: Awaited<ReturnType<typeof testApp>>
let clinic: Clinic
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

const doseOf: Record<Route, object> = {
  im: { route: 'im', mg: 40 },
  iv: { route: 'iv', mg: 40 },
  lozenge: { route: 'lozenge', mg: 200 },
  esketamine: { route: 'esketamine', mg: 28, planMg: 84, gave: 'both sprays', expiry: '2030-01-31' },
}
const endOf: Partial<Record<Route, [string, object]>> = {
  iv: ['infusion changed', { what: 'stopped', reason: 'Empty.' }],
  lozenge: ['lozenge ended', { as: 'swallowed', whole: true }],
}

/** A session with its clearance, and what is written into its log past every rule of ours. */
const begun = async (route: Route) => {
  const session = await checked(app, clinic, {}, { route })
  assert.equal((await session.clear()).status, 200)
  const clearanceId = (await session.read()).events.find(({ kind }) => kind === 'cleared')?.id
  const { write } = straight(app)
  const doses: string[] = []
  return {
    session,
    doses,
    async give() {
      const id = randomUUID()
      const number = doses.push(id)
      await write(session, 'dose', { ...doseOf[route], number, clearanceId }, 0, { id })
    },
    end: async (doseId: string) => {
      const [kind, data] = endOf[route] ?? ['remark', { words: 'x' }]
      await write(session, kind, { ...data, doseId })
    },
    release: (criteria: unknown) =>
      write(session, 'released', { doseId: doses[0] ?? randomUUID(), toName: 'Sam Sample', criteria }),
  }
}
const eventsOf = ({ id, clinic: { clinicId } }: Booked): Promise<SessionEvent[]> =>
  reading(app.db, { clinicId }, (q) =>
    q.all<SessionEvent>(sql`select id, session_id as "sessionId", kind, happened_at as "happenedAt", recorded_at as "recordedAt",
      recorded_by as "recordedBy", data, corrects, seq from session_event where session_id = ${id} order by seq`),
  )

describe('PostgreSQL itself refuses a release', () => {
  for (const route of everyRoute) {
    const { minimumStayMinutes } = protocols[route].limits

    test(`of ${route} one minute before the protocol’s shortest stay, counted from the last of the drug`, async () => {
      const { session, doses, give, end, release } = await begun(route)
      await give()
      await session.later(10)
      if (endOf[route]) {
        await session.later(minimumStayMinutes.value)
        await assert.rejects(release(allMet(route)), refuses('session_event_before_stay'), 'no end is known')
        await end(doses[0] ?? '')
        await session.later(minimumStayMinutes.value - 1)
      } else await session.later(minimumStayMinutes.value - 11)
      await assert.rejects(release(allMet(route)), refuses('session_event_before_stay'))
      await session.later(1)
      assert.equal(await release(allMet(route)), 1)
    })

    test(`of ${route} with a criterion missing, not met or unknown, and asks for those of the protocol`, async () => {
      const { session, doses, give, end, release } = await begun(route)
      await give()
      await end(doses[0] ?? '')
      await session.later(minimumStayMinutes.value)
      const all = allMet(route)
      const { asked } = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
        q.one<{ asked: string[] }>(sql`select to_json(session_release_asks(${route})) as asked`),
      )
      const protocol = releaseCriteria(protocols[route].limits, route).map(({ id }) => id)
      assert.deepEqual(asked.toSorted(), protocol.toSorted())
      for (const wrong of [
        undefined,
        null,
        'met',
        [],
        {},
        ...all.flatMap(({ rule }, i) => [
          all.toSpliced(i, 1),
          all.with(i, { rule, says: '', holds: true, answer: ['not met', 'unknown', ''][i % 3] ?? '' }),
        ]),
      ])
        await assert.rejects(release(wrong), refuses('session_event_unmet'), JSON.stringify(wrong))
      assert.equal(await release(allMet(route)), 1)
    })
  }

  test('before the clinic’s own longer stay; what a clinic cannot set changes nothing', async () => {
    const stay = (own: unknown) =>
      reading(app.db, { clinicId: clinic.clinicId }, (q) =>
        q.one<{ minutes: number }>(
          sql`select session_shortest_stay('im', ${JSON.stringify({ limits: { im: { minimumStayMinutes: own } } })}::jsonb) as minutes`,
        ),
      )
    for (const [own, minutes] of [
      [120, 120],
      [480, 480],
      [89, 90],
      [481, 90],
      ['120', 90],
      [null, 90],
    ] as const)
      assert.equal((await stay(own)).minutes, minutes, String(own))
  })
})

const refusedAsOver = (write: Promise<unknown>): Promise<boolean> =>
  write.then(
    () => false,
    (error: unknown) => {
      const over = ['session_event_ended_already', 'session_event_after_pump_stop']
      return error instanceof DatabaseError && over.includes(error.constraint ?? '') ? true : Promise.reject(error)
    },
  )

type Attempt = 'give' | 'end' | 'later' | 'move' | 'withdraw'
/** An end and time passing more often: without them nobody may leave. */
const attempts: Attempt[] = ['give', 'end', 'end', 'end', 'later', 'later', 'later', 'later', 'move', 'withdraw']

for (const route of everyRoute)
  test(`${route}: written straight into the table, a release is kept exactly when the log says that the stay has passed and all is met`, async () => {
    const stay = protocols[route].limits.minimumStayMinutes.value
    const seen = { kept: 0, refused: 0 }
    const step = fc.record({ what: fc.constantFrom(...attempts), n: fc.nat(9), met: fc.integer({ min: 0, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
        const { session, doses, give, end, release } = await begun(route)
        const { write } = straight(app)
        await give()
        for (const { what, n, met } of steps) {
          const events = await eventsOf(session)
          const changeable = events.filter(
            ({ id, kind }) =>
              ['dose', 'infusion changed', 'lozenge ended', 'correction'].includes(kind) &&
              !events.some(({ corrects }) => corrects === id),
          )
          const corrects = changeable[n % changeable.length]?.id ?? ''
          if (what === 'give' && doses.length < 3) await give()
          const before = sessionFrom(events)
          const doseId = doses[n % doses.length] ?? ''
          const [kind = '', data] = endOf[route] ?? []
          // What the log calls over already is refused by the table, and nothing else is.
          if (what === 'end') {
            const over = overBefore(before, { kind, data: { ...data, doseId }, happenedAt: app.clock.now } as never)
            assert.equal(await refusedAsOver(end(doseId)), over !== undefined)
          }
          if (what === 'later') await session.later([stay - 1, 1, stay][n % 3] ?? 0)
          if (what === 'move') {
            const happenedAt = addMinutes(app.clock.now, -n)
            const moved = before.log.find((entry) => [entry, ...entry.corrections].some(({ id }) => id === corrects))
            const over = moved && overBefore(before, { ...moved, happenedAt } as never)
            const move = write(session, 'correction', { reason: 'x', happenedAt }, 0, { corrects })
            assert.equal(await refusedAsOver(move), over !== undefined)
          }
          if (what === 'withdraw') await write(session, 'correction', { reason: 'x', withdrawn: true }, 0, { corrects })
          const { givenAt } = sessionFrom(await eventsOf(session))
          const may = met > 0 && givenAt !== undefined && app.clock.now >= addMinutes(givenAt as Instant, stay)
          const all = allMet(route)
          const kept = await release(met > 0 ? all : all.slice(1)).then(
            () => true,
            (error: unknown) => (error instanceof DatabaseError ? false : Promise.reject(error)),
          )
          assert.equal(kept, may, JSON.stringify({ givenAt, now: app.clock.now }))
          seen[kept ? 'kept' : 'refused']++
          if (kept) return
        }
      }),
      { numRuns: Number(process.env.EVENKEEL_RUNS ?? 6), seed: 4747 },
    )
    assert.ok(seen.kept > 0 && seen.refused > 0, JSON.stringify(seen))
  })
