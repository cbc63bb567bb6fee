import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Day } from '../../../science/time.ts'
import { toBook } from '../../../web/words/en/booking.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import { says } from '../../../web/words/en/says/chart.ts'
import { stopped } from '../../plans/course.ts'
import { type Stages, stepsFrom } from '../chart.ts'
import type { Chart } from '../queries.ts'
import { linesOf } from './step-lines.ts'

const course: NonNullable<Stages['course']> = {
  done: 2,
  planned: 6,
  booked: 0,
  leftOpen: [],
  nothingHad: 0,
  lastOn: Day.parse('2026-11-20'),
  next: 3,
  window: { from: Day.parse('2026-11-22'), to: Day.parse('2026-11-25') },
  reviewsDue: [{ point: 'after session', afterSession: 2 }],
  beyondPlan: false,
}
const next = words.nextWindow('Sun, Nov 22, 2026', 'Wed, Nov 25, 2026')

const linesUnder = (
  stands: Pick<Stages['plan'], 'state' | 'inForce' | 'because'> & { course?: typeof course },
  reviews: readonly { decision: string; decidedAt: string }[] = [],
) => {
  const plan = { ...stands, version: { signedAt: '2026-11-02T15:00:00.000Z' }, reviews } as unknown as Stages['plan']
  const determination: Stages['determination'] = { state: 'in force', because: [] }
  const consent = { state: 'countersigned', inForce: true, because: 'Signed.' } as const
  // As the chart hands it over.
  const sofar = plan.state === 'stopped' ? stopped(stands.course ?? course) : (stands.course ?? course)
  const steps = stepsFrom({ determination, consent, plan, course: sofar } as Stages)
  const chart: Pick<Chart, 'course' | 'plan'> = { course: sofar, plan: null }
  return Object.fromEntries(steps.map((step) => [step.id, linesOf(step, chart)]))
}

test('a plan that counts has a next session and reviews that are due; one that was stopped has neither, and says who stopped it', () => {
  const going = linesUnder({ state: 'in force', inForce: true, because: 'Version 1' })
  assert.ok(going.sessions?.includes(next), `${going.sessions}`)
  assert.deepEqual(going.review, [words.reviewDue(2)])
  const because = 'Petra stopped the plan.'
  const ended = linesUnder({ state: 'stopped', inForce: false, because })
  assert.deepEqual(ended.sessions, [words.sessionOf(2, 6), because])
  assert.deepEqual(ended.review, [because])
})

test('a booking whose day has passed without a record is said, under a plan that was stopped too', () => {
  const left = { ...course, leftOpen: [{ id: 's', bookedOn: Day.parse('2026-11-21') }] }
  for (const state of ['in force', 'stopped'] as const) {
    const { sessions } = linesUnder({ state, inForce: state === 'in force', because: 'x', course: left })
    assert.ok(sessions?.includes(toBook.leftOpen('Sat, Nov 21, 2026')), `${sessions}`)
  }
})

test('a change that was decided and is not signed is said where the next session stands', () => {
  const going = { state: 'in force', inForce: true, because: 'Version 1' } as const
  const decided = { decision: 'change dose or interval', decidedAt: '2026-11-20T15:00:00.000Z' }
  assert.ok(linesUnder(going, [decided]).sessions?.includes(says.changeAwaited))
  assert.ok(!linesUnder(going).sessions?.includes(says.changeAwaited))
})
