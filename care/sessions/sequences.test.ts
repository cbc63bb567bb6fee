import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { type Booked, booked, nothingNew, readyToLeave, touched } from './test.ts'

type Step = { name: string; run: (session: Booked, now: () => string) => Promise<{ status: number } | unknown> }

const steps: Step[] = [
  { name: 'arrive', run: (s) => s.arrive() },
  { name: 'facts', run: (s, now) => s.facts(nothingNew(now())) },
  { name: 'some facts', run: (s) => s.facts({ alcoholToday: true }) },
  { name: 'vitals', run: (s) => s.vitals() },
  { name: 'high vitals', run: (s) => s.vitals({ systolic: 165, diastolic: 95 }) },
  { name: 'drowsy', run: (s) => s.vitals({ moaas: 3 }) },
  { name: 'clear', run: (s) => s.clear() },
  {
    name: 'clear with reasons',
    run: (s) => s.clear(['RL-10', 'RL-11', 'CI-03c'].map((rule) => ({ rule, reason: 'Weighed.' }))),
  },
  { name: 'dose', run: (s) => s.dose() },
  { name: 'ready', run: (s) => s.facts(readyToLeave) },
  { name: 'not steady', run: (s) => s.facts({ walksSteadily: false }) },
  { name: 'release', run: (s) => s.release() },
  { name: 'stop', run: (s) => s.event('stopped', { as: 'sent to emergency care', reason: 'x' }) },
  { name: 'wait 1', run: (s) => s.later(1) },
  { name: 'wait 15', run: (s) => s.later(14) },
  {
    name: 'watch to the end',
    run: async (s) => {
      for (const wait of [10, 10, 10, 14, 14, 14, 14, 14]) {
        await s.later(wait)
        await s.vitals()
      }
    },
  },
]
/** Mostly in the right order, with slips: random orders alone would rarely get past the arrival. */
const usual = ['arrive', 'wait 1', 'facts', 'vitals', 'clear', 'dose', 'watch to the end', 'ready', 'release']
const named = (name: string): Step => steps.find((step) => step.name === name) ?? fail(name)
const fail = (name: string): never => {
  throw new Error(`no step ${name}`)
}
const order = fc
  .array(
    fc.record({
      skip: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      slip: fc.option(fc.constantFrom(...steps), { freq: 2 }),
    }),
    {
      minLength: usual.length,
      maxLength: usual.length,
    },
  )
  .map((choices) =>
    choices.flatMap(({ skip, slip }, i) => [...(slip ? [slip] : []), ...(skip ? [] : [named(usual[i] ?? '')])]),
  )

test('no accepted sequence reaches a dose without a clearance, or a release with a criterion that is not met', async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const seen = { dosed: 0, released: 0 }
  await fc.assert(
    fc.asyncProperty(order, async (sequence) => {
      app.clock.now = addMinutes(app.clock.now, 24 * 60)
      await touched(app, clinic)
      const session = await booked(app, clinic)
      for (const step of sequence) await step.run(session, () => app.clock.now)
      const { events } = await session.read()
      const kinds = events.map(({ kind }) => kind)
      const dose = events.find(({ kind }) => kind === 'dose')
      const release = events.find(({ kind }) => kind === 'released')
      if (dose) {
        seen.dosed++
        assert.ok(kinds.indexOf('cleared') >= 0 && kinds.indexOf('cleared') < kinds.indexOf('dose'), kinds.join())
        const data = dose.data as { findings: { holds: boolean; rule: string }[] }
        const cleared = events.find(({ kind }) => kind === 'cleared')?.data as { answers: { rule: string }[] }
        const answered = new Set(cleared.answers.map(({ rule }) => rule))
        assert.deepEqual(
          data.findings.filter(({ holds, rule }) => holds && !answered.has(rule)),
          [],
        )
      }
      if (release) {
        seen.released++
        assert.ok(dose, kinds.join())
        const data = release.data as { criteria: { answer: string }[] }
        assert.ok(data.criteria.length >= 14)
        assert.deepEqual(
          data.criteria.filter(({ answer }) => answer !== 'met'),
          [],
        )
      }
    }),
    { numRuns: Number(process.env.EVENKEEL_RUNS ?? 12), seed: 4747 },
  )
  assert.ok(seen.dosed > 1 && seen.released > 0, `the sequences got far enough: ${JSON.stringify(seen)}`)
})
