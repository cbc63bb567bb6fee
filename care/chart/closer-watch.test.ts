import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { Chart } from './queries.ts'

const app = await testApp()

test('RL-09 is on the chart of whoever is 24 or younger on an antidepressant, or not known to be on none', async () => {
  app.clock.now = Instant.parse('2026-11-23T17:00:00.000Z')
  const as = await app.clinicWith()
  const watch = async (birthDate: string, medicine?: string) => {
    const { id } = await registered(as.prescriber, { birthDate })
    const fact = { name: medicine, dose: '', frequency: '' }
    if (medicine) {
      const { status } = await as.prescriber.post(`/api/patients/${id}/medicines`, {
        change: 'recorded',
        id: randomUUID(),
        fact,
      })
      assert.equal(status, 200)
    }
    const { closerWatch } = (await as.prescriber.get(`/api/patients/${id}/chart`)).json as Chart
    return closerWatch && `${closerWatch.rule} ${closerWatch.answer}`
  }
  assert.equal(await watch('2001-11-24', 'Sertraline'), 'RL-09 met', '24, a day before the birthday')
  assert.equal(await watch('2001-11-23', 'Sertraline'), null, '25 today')
  assert.equal(await watch('2005-01-01'), 'RL-09 unknown', 'nobody has said what is taken')
  assert.equal(await watch('2005-01-01', 'Lisinopril'), null)
})
