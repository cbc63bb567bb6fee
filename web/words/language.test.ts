import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evaluationCriteria } from '../../science/criteria/evaluation.ts'
import { courseRedLines, suicideRedLines, systemRedLines } from '../../science/criteria/red-lines.ts'
import { decide } from '../../science/decide.ts'
import { beforeDoseRules } from '../../science/routes/before-dose.ts'
import { imProtocol } from '../../science/routes/im.ts'
import { releaseCriteria } from '../../science/routes/release.ts'
import { alertRules } from '../../science/routes/vitals.ts'
import { Day } from '../../science/time.ts'
import { apiWords } from './en/api.ts'
import { says } from './en/says/links.ts'
import { type InAnotherLanguage, rulesIn } from './language.ts'

const today = Day.parse('2026-11-28')
const spanish = { 'CI-12': { says: 'Alergia a la ketamina.', settledBy: 'Complete la lista de alergias.' } }

describe('rules in another language', () => {
  test('the words are laid over by id, and nothing else of the rule changes', () => {
    const translated = rulesIn(evaluationCriteria, spanish)
    assert.equal(translated.length, evaluationCriteria.length)
    for (const [i, rule] of evaluationCriteria.entries()) {
      assert.deepEqual(translated[i], rule.id === 'CI-12' ? { ...rule, ...spanish['CI-12'] } : rule)
    }
  })

  test('the findings are the same ones, said otherwise; what has no translation stays English', () => {
    for (const ketamineHypersensitivity of [true, false, null]) {
      const find = (rules: typeof evaluationCriteria) =>
        decide(rules, { ketamineHypersensitivity }, { route: 'im', today })
      const [before, after] = [find(evaluationCriteria), find(rulesIn(evaluationCriteria, spanish))]
      const unsaid = (findings: typeof before) => findings.map(({ says: _, settledBy: __, ...rest }) => rest)
      assert.deepEqual(unsaid(after), unsaid(before))
      assert.deepEqual(
        after.filter(({ rule }) => rule !== 'CI-12'),
        before.filter(({ rule }) => rule !== 'CI-12'),
      )
    }
    const [met] = decide(
      rulesIn(evaluationCriteria, spanish).filter(({ id }) => id === 'CI-12'),
      { ketamineHypersensitivity: true },
      { route: 'im', today },
    )
    assert.equal(met?.says, 'Alergia a la ketamina.')
  })

  test('what a rule says of one route is laid over for that route', () => {
    const [rule] = rulesIn(
      evaluationCriteria.filter(({ id }) => id === 'CI-10'),
      { 'CI-10 (esketamine)': { says: 'Contraindicado según la ficha.' } },
    )
    assert.equal(rule?.perRoute?.esketamine?.says, 'Contraindicado según la ficha.')
    assert.equal(rule?.perRoute?.esketamine?.severity, 'absolute')
    assert.equal(rule?.says, evaluationCriteria.find(({ id }) => id === 'CI-10')?.says)
  })

  test('in every table an id stands for one rule', () => {
    const { limits } = imProtocol
    const tables = [
      evaluationCriteria,
      suicideRedLines,
      courseRedLines,
      systemRedLines,
      beforeDoseRules(limits),
      alertRules(limits),
      releaseCriteria(limits),
    ]
    for (const rules of tables) {
      const ids = rules.map(({ id }) => id)
      assert.ok(ids.length > 0)
      assert.deepEqual([...new Set(ids)], ids)
    }
  })
})

test('a translation has every key and takes what the English function takes', () => {
  const api: InAnotherLanguage<typeof apiWords> = { offline: 'Sin conexión.', broken: 'Algo falló.' }
  assert.deepEqual(Object.keys(api), Object.keys(apiWords))
  type Closed = InAnotherLanguage<typeof says>['closed']
  const closed: Closed = { used: 'Ya se usó.', withdrawn: 'Se reemplazó.', expired: 'Es muy antiguo.' }
  assert.deepEqual(Object.keys(closed), Object.keys(says.closed))
})
