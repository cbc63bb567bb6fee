import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const main = join(import.meta.dirname, 'main.ts')
const evenkeel = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'simulate', ...args], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const doses = [{ route: 'iv-infusion', rates: [{ fromMinute: 0, mgPerHour: 52.5 }], untilMinute: 40 }]

describe('evenkeel simulate', () => {
  test('prints curves and metrics of a thousand people as JSON', () => {
    const { status, stdout } = evenkeel(JSON.stringify({ drug: 'racemic-ketamine', doses }))
    assert.equal(status, 0)
    const said = JSON.parse(stdout)
    assert.equal(said.format, 'evenkeel.simulation/1')
    assert.equal(said.people.count, 1_000)
    assert.equal(said.typical.metrics.peakMinute, 40)
    assert.equal(said.people.quantiles.length, 5)
    assert.equal(said.people.quantiles[0].percentOfPeak.length, 241)
  })

  test('refuses with the field and the reason, and exit code 1', () => {
    const wrong = [{ route: 'im', atMinute: 0, doseMg: -5 }]
    const { status, stdout } = evenkeel(JSON.stringify({ drug: 'racemic-ketamine', doses: wrong }), '--typical')
    assert.equal(status, 1)
    assert.equal(JSON.parse(stdout).refused[0].field, 'doses[0].doseMg')
    assert.match(JSON.parse(evenkeel('NaN').stdout).refused[0].reason, /not JSON/)
  })

  test('documents its input as a JSON Schema', () => {
    const schema = JSON.parse(evenkeel('', '--schema').stdout)
    assert.deepEqual(schema.required, ['drug', 'doses'])
    assert.equal(schema.additionalProperties, false)
    assert.equal(schema.properties.horizonMinutes.maximum, 2_880)
  })
})
