import { houseNumbers } from '../../science/house.ts'
import { esketamineLimits } from '../../science/routes/limits.ts'
import { alertRules } from '../../science/routes/vitals.ts'
import { policy, type Source } from '../../science/sources.ts'
import type { Expected } from './script.ts'

/** A due observation is overdue after so many minutes: the same for what a script shows. */
const noticed = esketamineLimits.lateAfterMinutes

const rules = new Map(alertRules(esketamineLimits).map((rule) => [rule.id, rule] as const))

const ruleNamed = (id: string) => {
  const rule = rules.get(id)
  if (!rule) throw new Error(`There is no rule ${id}`)
  return rule
}

type Of = Extract<Expected, { look: 'set' }>['of']

/** A set with what is shown from this minute on. */
export const setAt = (from: number, of: Of, says: string, source: Source = noticed.source): Expected => ({
  id: `set-${from}`,
  look: 'set',
  from,
  within: noticed.value,
  of,
  says,
  source,
})

/** Somebody takes up the alert of this rule in the time the clinic's screens ask for. */
export const takenUp = (rule: string, from: number, says: string): Expected => {
  const { severity } = ruleNamed(rule)
  const minutes = severity === 'emergency' ? houseNumbers.roomUrgentMinutes : houseNumbers.roomHighMinutes
  return {
    id: `taken-up-${rule}`,
    look: 'taken up',
    rule,
    from,
    raisedWithin: noticed.value,
    within: minutes.value,
    says,
    source: minutes.source,
  }
}

/** What the rule says a clinician comes for was handed to one: the alert escalated or given to them, or the session handed over. */
export const passedOn = (rule: string, from: number, says: string): Expected => ({
  id: `passed-on-${rule}`,
  look: 'passed on',
  rule,
  from,
  raisedWithin: noticed.value,
  within: houseNumbers.roomHighMinutes.value,
  says,
  source: ruleNamed(rule).source,
})

/** RL-12 repeats every 5 minutes; two more to take and write it down. */
export const againAfter = (
  rule: string,
  from: number,
  of: Extract<Expected, { look: 'again' }>['of'],
  says: string,
): Expected => ({
  id: `again-${rule}`,
  look: 'again',
  rule,
  from,
  within: 7,
  of,
  says,
  source: policy('training; every 5 minutes, and two to take it and write it down'),
})
