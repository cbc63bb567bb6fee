import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AlertShown } from './queries.ts'
import { inSets } from './sets.ts'

const alert = (id: string, session: string, event: string | undefined, state = 'waiting', events: object[] = []) =>
  ({
    id,
    about: { kind: 'session', id: session },
    inputs: { spo2: 86, event },
    standing: { state },
    events,
  }) as unknown as AlertShown
const idsOf = (alerts: AlertShown[]) => inSets(alerts).map((set) => set.map(({ id }) => id).join(''))

test('what one set of observations raised stands together, at the place of the most serious', () => {
  const all = [alert('a', '1', 'x'), alert('b', '2', 'y'), alert('c', '1', 'x'), alert('d', '1', 'z')]
  assert.deepEqual(idsOf(all), ['ac', 'b', 'd'])
})

test('alone stands what somebody has or had already, what another entry raised, and what no entry raised', () => {
  const all = [
    alert('a', '1', 'x', 'acknowledged'),
    alert('b', '1', 'x'),
    alert('c', '1', undefined),
    alert('d', '1', undefined),
    alert('e', '2', 'x'),
    alert('f', '1', 'x', 'waiting', [{ kind: 'acknowledge' }, { kind: 'reassign' }]),
  ]
  assert.deepEqual(idsOf(all), ['a', 'b', 'c', 'd', 'e', 'f'])
})
