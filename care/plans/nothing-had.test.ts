import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Reply, testApp } from '../../server/test.ts'
import type { Chart } from '../chart/queries.ts'
import type { OverTime } from '../over-time/queries.ts'
import type { Listed } from '../registry/listed.ts'
import type { Unsent } from '../rems/queries.ts'
import { checked } from '../sessions/test.ts'

const app = await testApp()
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))

test('a spray of which it is known that nothing came was not given, wherever what was given is counted', async () => {
  const session = await checked(app, undefined, {}, { route: 'esketamine' })
  const { patientId, clinic } = session
  const { prescriber } = clinic
  const ask = async <Json>(path: string) => {
    const reply = await prescriber.get(path)
    ok(reply)
    return reply.json as Json
  }
  const read = async () => {
    const chart = await ask<Chart>(`/api/patients/${patientId}/chart`)
    const plan = await ask<Pick<Chart, 'course'>>(`/api/patients/${patientId}/plan?route=esketamine`)
    const { doses, longTerm } = await ask<OverTime & { longTerm: { exposure: object[] } }>(
      `/api/patients/${patientId}/over-time`,
    )
    const { rows } = await ask<{ rows: Listed[] }>('/api/registry')
    const { unsent } = await ask<{ unsent: Unsent[] }>('/api/rems/due')
    const [line] = rows
    const [of] = chart.sessions
    return {
      done: [chart.course?.done, plan.course?.done, line?.done],
      nothingHad: [chart.course?.nothingHad, plan.course?.nothingHad],
      doses: [chart.doses.length, doses.length, longTerm.exposure.length, line?.doses],
      baseline: chart.series[0]?.baselineWindow,
      row: [of?.doseMg, of?.receivedMg],
      forms: [unsent.length, line?.rems?.length],
    }
  }
  const nothing = {
    ...{ done: [0, 0, 0], nothingHad: [1, 1], doses: [0, 0, 0, 0], baseline: null, row: [28, 0], forms: [1, 1] },
  }
  ok(await session.clear())
  await session.later(1)
  const [id, later] = [randomUUID(), randomUUID()]
  ok(await session.dose({ number: 1, gave: 'nothing' }, { id }))
  assert.deepEqual(await read(), nothing, 'and its form of the programme is due all the same')
  const [{ data } = { data: {} }] = (await session.read()).events.filter((one) => one.id === id)
  const correct = (gave: string, corrects: string, own: string) =>
    session.event('correction', { reason: 'Looked again', data: { ...data, gave } }, { corrects, id: own }, prescriber)
  ok(await correct('part', id, later))
  const { done, nothingHad, doses, row } = await read()
  assert.deepEqual(
    { done, nothingHad, doses, row },
    { done: [1, 1, 1], nothingHad: [0, 0], doses: [1, 1, 1, 1], row: [28, null] },
    'how much is not known, and that something was is',
  )
  ok(await correct('nothing', later, randomUUID()))
  assert.deepEqual(await read(), nothing)
})
