import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Route } from '../decide.ts'
import { addDays } from '../time.ts'
import { beforeDose, beforeDoseRules } from './before-dose.ts'
import { protocols } from './protocols.ts'
import { releaseCriteria, releaseGate } from './release.ts'
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
