import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const main = join(import.meta.dirname, 'main.ts')
const evenkeel = (input: unknown, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'score', ...args], {
    input: typeof input === 'string' ? input : JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  })
  return { status, said: stdout.startsWith('{') || stdout.startsWith('[') ? JSON.parse(stdout) : stdout, stderr }
}
const nine = (...said: number[]) => Object.fromEntries(said.map((value, index) => [String(index + 1), value]))

describe('evenkeel score', () => {
  test('prints total, bounds, band, result, flags and codes, and does not use a stated total that differs (case 2)', () => {
    const { status, said } = evenkeel({ answers: nine(0, 0, 0, 1, 2, 1, 3, 2, 1), statedTotal: 13 }, 'phq-9')
    assert.equal(status, 0)
    assert.equal(said.format, 'evenkeel.score/1')
    assert.deepEqual([said.total, said.band, said.result], [10, 'moderate', 'neither'])
    assert.deepEqual(said.bounds, { low: 10, high: 10 })
    assert.deepEqual(said.flags[0].id, 'S1')
    assert.equal(said.stated.agrees, false)
    assert.deepEqual([said.codes.total, said.codes.questions['9']], ['44261-6', '44260-8'])
    assert.match(said.instrument.licence.sentence, /Pfizer/)
  })

  test('gives bounds for open questions', () => {
    const { said } = evenkeel({ answers: nine(1, 1, 1, 1, 1, 1, 1) }, 'phq-9')
    assert.deepEqual(
      [said.total, said.bounds, said.band, said.missing],
      [null, { low: 7, high: 13 }, 'indeterminate', ['8', '9']],
    )
  })

  test('refuses with the field and the reason, and exit code 1; an unknown instrument is exit code 2', () => {
    const { status, said } = evenkeel({ answers: { 1: 4, difficulty: 1 } }, 'phq-9')
    assert.deepEqual([status, said.refused[0].field], [1, 'answers.1'])
    const { status: unknown, stderr } = evenkeel({ answers: {} }, 'phq9')
    assert.equal(unknown, 2)
    assert.match(stderr, /--list/)
  })

  test('makes a content pack of a Questionnaire, and refuses one of another instrument with where it does not fit', () => {
    const questionnaire = evenkeel('', 'gad-7', '--questionnaire').said
    const { status, said } = evenkeel(questionnaire, 'gad-7', '--pack')
    assert.equal(status, 0)
    assert.deepEqual([said.format, said.instrument, said.licence.holder], ['evenkeel.pack/1', 'gad-7', ''])
    assert.equal(said.questions['1'].text, questionnaire.item[0].text)
    const other = evenkeel(questionnaire, 'madrs', '--pack')
    assert.deepEqual([other.status, other.said.refused.length > 0], [1, true])
    assert.equal(evenkeel({ resourceType: 'Patient' }, 'gad-7', '--pack').said.refused[0].field, 'resourceType')
  })

  test('prints in the Spanish words that ship, with the language; what has none says so with exit code 2', () => {
    const { said } = evenkeel('', 'phq-9', '--questionnaire', '--spanish')
    assert.deepEqual(
      [said.language, said.item[0].text, said.item[0].answerOption[0].valueCoding],
      [
        'es',
        'Poco interés o placer en hacer cosas',
        { system: 'http://loinc.org', code: 'LA6568-5', display: 'Ningún día' },
      ],
    )
    assert.equal(evenkeel({ answers: { 1: 1 } }, 'phq-9', '--response', '--spanish').said.language, 'es')
    const none = evenkeel('', 'pcl-5', '--questionnaire', '--spanish')
    assert.deepEqual([none.status, /No Spanish words/.test(none.stderr)], [2, true])
  })

  test('lists every instrument', () => {
    const list: { id: string; wordsShip: boolean; licence: string }[] = evenkeel('', '--list').said
    assert.equal(list.find(({ id }) => id === 'madrs')?.wordsShip, false)
    assert.equal(list.find(({ id }) => id === 'gad-7')?.wordsShip, true)
  })
})
