import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { chartWords } from './en/chart.ts'

const root = join(import.meta.dirname, '../..')

/** What never names a patient, so that no patient's trail shows it; 'changed' is what the live feed says instead of an action. */
const ofNobody =
  /^(sign-in|account|accounts|clinic|messages|questionnaires|cohort|registry|requests|board|stock|locations|rooms|staff|passkey|drills?|demo|test)\b|^(alerts\.tell|consent\.publish|changed)$/

test('a patient’s trail says in words what anybody did; an action that the code writes out has some', () => {
  const files = globSync('{care,clinic,server}/**/*.ts', { cwd: root }).filter((file) => !/test\.ts$/.test(file))
  const actions = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:action|opens): '([\w.-]+)'/g)].map(
      ([, action = '']) => action,
    ),
  )
  assert.ok(actions.length > 50, `only ${actions.length} were found`)
  const told = [...new Set(actions)].filter((action) => !ofNobody.test(action))
  assert.deepEqual(
    told.filter((action) => !chartWords.actions[action]),
    [],
  )
})
