import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Route } from '../decide.ts'
import { addDays, Day, Instant } from '../time.ts'
import { beforeDose, beforeDoseRules } from './before-dose.ts'
import { protocols } from './protocols.ts'
import { releaseCriteria, releaseGate } from './release.ts'
import { repeatsAfterHigh } from './repeats.ts'
import { nextDue } from './schedule.ts'
import { alertRules, alertsFrom } from './vitals.ts'

test('every rule of a session says on the day after its review, and not on the day, that its source is out of date', () => {
  for (const route of Route.options) {
    const protocol = protocols[route]
    const { limits } = protocol
    const all = [...beforeDoseRules(limits), ...alertRules(limits), ...releaseCriteria(limits, route)]
    for (const day of new Set(all.map(({ reviewBy }) => reviewBy))) {
      const on = (today: typeof day) => [
        ...beforeDose(protocol, {}, { today }),
        ...alertsFrom(protocol, {}, {}, { today }),
        ...releaseGate(protocol, {}, { today }),
      ]
      const due = (today: typeof day) => on(today).filter(({ reviewBy }) => reviewBy === day)
      assert.ok(due(day).length > 0)
      for (const { stale, says } of due(day)) assert.deepEqual([stale, /out of date/.test(says)], [false, false], says)
      for (const { stale, says, holds } of due(addDays(day, 1)))
        assert.deepEqual([stale, /out of date/.test(says), holds], [true, true, true], says)
    }
  }
})

test('every time at which something is due carries the review date of what it comes from, also a repeated one', () => {
  const [dosedAt, now] = [Instant.parse('2026-11-23T15:00:00.000Z'), Instant.parse('2026-11-23T18:30:00.000Z')]
  const old = Day.parse('2026-11-01')
  for (const route of Route.options) {
    const protocol = protocols[route]
    const { limits, schedule } = protocol
    const repeatEveryMinutes = { ...limits.repeatEveryMinutes, reviewBy: old }
    const due = nextDue({ ...protocol, limits: { ...limits, repeatEveryMinutes } }, { dosedAt, observations: [], now })
    assert.deepEqual(
      due.map(({ reviewBy }) => reviewBy),
      due.map((_, index) => schedule[index]?.reviewBy ?? old),
    )
    assert.ok(due.length > schedule.length)
    const highRepeatMinutes = { ...limits.highRepeatMinutes, reviewBy: old }
    const again = repeatsAfterHigh(
      { ...limits, highRepeatMinutes },
      { pressures: [{ at: dosedAt, systolic: 190, diastolic: 100 }], now },
    )
    assert.deepEqual(again[0]?.reviewBy, old)
  }
})
