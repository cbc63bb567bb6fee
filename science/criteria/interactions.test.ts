import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyRoute, type Route, type Severity } from '../decide.ts'
import { takenFrom } from '../medicines/taken.ts'
import { Day } from '../time.ts'
import { interactions, interactionsOf } from './interactions.ts'

const today = Day.parse('2026-11-23')
const racemic: readonly Route[] = ['im', 'iv', 'lozenge']
const known = (...names: string[]) =>
  takenFrom(names.length === 0 ? { is: 'none known' } : { is: 'listed', entries: names.map((name) => ({ name })) })
    .facts
const answers = (id: string, facts: ReturnType<typeof known>, route: Route = 'lozenge') =>
  interactionsOf(facts, { route, today }).find(({ rule }) => rule === id)

/** Written from the reference's table C3 before the rules: id, severity, routes, medicines of the row by any name. */
const table: [string, Severity, readonly Route[], string[]][] = [
  ['DDI-01', 'review', everyRoute, ['lorazepam', 'Xanax 1 mg', 'Ambien', 'a benzo']],
  [
    'DDI-02',
    'review',
    everyRoute,
    ['oxycodone', 'Suboxone', 'gabapentin', 'Benadryl', 'phenobarbital', 'alcohol', 'Xyrem', 'Soma 350 mg'],
  ],
  ['DDI-03', 'review', everyRoute, ['Adderall XR', 'methylphenidate', 'modafinil', 'armodafinil']],
  ['DDI-04', 'review', everyRoute, ['tranylcypromine', 'Nardil', 'Emsam patch']],
  ['DDI-05', 'info', everyRoute, ['Lamictal 200 mg']],
  ['DDI-06', 'info', everyRoute, ['lithium carbonate 300 mg']],
  ['DDI-07', 'review', everyRoute, ['clozapine', 'Haldol', 'risperidone']],
  ['DDI-08', 'relative', everyRoute, ['theophylline', 'aminophylline']],
  ['DDI-09', 'review', everyRoute, ['Sudafed', 'vasopressin', 'Afrin nasal spray', 'caffeine']],
  ['DDI-10', 'info', racemic, ['Synthroid', 'levothyroxine 50 mcg']],
  ['DDI-11', 'info', everyRoute, ['naltrexone', 'Vivitrol']],
  ['DDI-12', 'review', everyRoute, ['clarithromycin', 'ketoconazole', 'ritonavir', 'grapefruit juice']],
  ['DDI-13', 'review', ['lozenge'], ['ticlopidine', 'Plavix']],
  ['DDI-14', 'review', everyRoute, ['rifampicin', 'carbamazepine', 'phenytoin', 'St John’s wort']],
  ['DDI-15', 'info', everyRoute, ['sertraline', 'Effexor', 'Wellbutrin XL 300 mg']],
  ['DDI-16', 'review', everyRoute, ['memantine', 'dextromethorphan', 'Auvelity', 'amantadine']],
  ['DDI-17', 'info', everyRoute, ['lisinopril', 'Norvasc', 'blood pressure pill']],
  ['DDI-18', 'review', everyRoute, ['nitrous oxide', 'psilocybin', 'MDMA']],
]

describe('an interaction', () => {
  for (const [id, severity, routes, names] of table)
    test(`${id} (${severity}) is met by ${names.join(', ')}; not by metformin or nothing; unknown otherwise`, () => {
      for (const name of names) assert.equal(answers(id, known(name))?.answer, 'met', name)
      assert.equal(answers(id, known('metformin 500 mg'))?.answer, 'not met')
      assert.equal(answers(id, known())?.answer, 'not met')
      for (const facts of [takenFrom({ is: 'unknown' }).facts, known('metformin', 'Samplomycin')]) {
        const open = answers(id, facts)
        assert.equal(open?.answer, 'unknown')
        assert.equal(open.holds, severity !== 'info')
        assert.ok(open.missing.length > 0)
      }
      assert.equal(answers(id, known('Samplomycin', names[0] ?? ''))?.answer, 'met')
      for (const route of everyRoute)
        assert.equal(answers(id, known(names[0] ?? ''), route) !== undefined, routes.includes(route))
      assert.equal(answers(id, known())?.severity, severity)
    })

  test('every rule stands in the table, and each id once', () => {
    assert.deepEqual(
      interactions.map(({ id }) => id),
      table.map(([id]) => id),
    )
  })

  test('rests on another source or says another thing where the routes differ', () => {
    const about = (id: string, route: Route) =>
      answers(id, known('theophylline', 'rifampin', 'Paxlovid', 'Afrin'), route)
    assert.equal(about('DDI-08', 'im')?.source.status, 'memory')
    assert.equal(about('DDI-08', 'esketamine')?.source.status, 'policy')
    assert.match(about('DDI-12', 'lozenge')?.says ?? '', /most of all by mouth/)
    assert.match(about('DDI-14', 'iv')?.says ?? '', /less by this route/)
    assert.match(about('DDI-09', 'esketamine')?.says ?? '', /1 hour before the spray/)
  })
})

describe('a line that names a class and not which of its medicines', () => {
  test('leaves unknown what else it may be, until somebody says which', () => {
    assert.equal(answers('DDI-12', known('antibiotic'))?.answer, 'unknown')
    assert.equal(answers('DDI-04', known('antidepressant'))?.answer, 'unknown')
    assert.deepEqual(
      [answers('DDI-15', known('antidepressant'))?.answer, answers('DDI-03', known('antibiotic'))?.answer],
      ['met', 'not met'],
    )
    const said = takenFrom({ is: 'listed', entries: [{ name: 'antibiotic', said: [] }] })
    assert.equal(answers('DDI-12', said.facts)?.answer, 'not met')
  })
})

describe('somebody’s word on a medicine that the table does not know', () => {
  const said = (classes: Parameters<typeof takenFrom>[0]) => takenFrom(classes)
  test('settles it: of no class here, or of one', () => {
    const none = said({ is: 'listed', entries: [{ name: 'Samplomycin', said: [] }] })
    assert.deepEqual([none.unrecognised, none.facts.opioid], [[], false])
    const opioid = said({ is: 'listed', entries: [{ name: 'Samplomycin', said: ['opioid'] }] })
    assert.deepEqual(
      [opioid.facts.opioid, opioid.facts.maoi, opioid.lines.get('opioid')],
      [true, false, ['Samplomycin']],
    )
  })

  test('takes nothing away from what the table knows', () => {
    assert.equal(said({ is: 'listed', entries: [{ name: 'Xanax', said: [] }] }).facts.benzodiazepine, true)
  })
})
