import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { testApp } from '../../server/test.ts'
import { evaluated, nothingFound } from './test.ts'

const app = await testApp()
const record = (fact: object) => ({ change: 'recorded', id: randomUUID(), fact })

describe('what does not fit together is shown side by side', () => {
  for (const [what, answers, lists, sides] of [
    ['nothing', {}, [], []],
    [
      'no problems, and three medicines for blood pressure',
      {},
      [
        ['none-known', { id: randomUUID(), about: 'problem' }],
        ['medicines', record({ name: 'Lisinopril 20 mg' })],
        ['medicines', record({ name: 'Norvasc' })],
        ['medicines', record({ name: 'HCTZ' })],
      ],
      [/No known problems/, /HCTZ, Lisinopril 20 mg, Norvasc/],
    ],
    [
      'a list of problems without high blood pressure',
      {},
      [
        ['problems', record({ words: 'Psoriasis', code: 'L40.0', status: 'active' })],
        ['medicines', record({ name: 'Lisinopril' })],
      ],
      [/No high blood pressure/, /Lisinopril/],
    ],
    [
      'a list of problems with it',
      {},
      [
        ['problems', record({ words: 'High blood pressure', code: 'I10', status: 'active' })],
        ['medicines', record({ name: 'Lisinopril' })],
      ],
      [],
    ],
    ['problems that nobody asked about', {}, [['medicines', record({ name: 'Lisinopril' })]], []],
    ['not pregnant, and a due date', { dueDate: '2027-03-01' }, [], [/Test negative/, /March 1, 2027/]],
    ['pregnant, and a due date', { pregnancy: 'pregnant', dueDate: '2027-03-01' }, [], []],
    [
      'not pregnant, and a pregnancy on the list',
      {},
      [['problems', record({ words: 'Pregnant', code: 'Z34.90', status: 'active' })]],
      [/Test negative/, /Pregnant \(Z34\.90\)/],
    ],
    [
      'an answer, and a list that says yes',
      {},
      [['problems', record({ words: 'Aneurysm', code: 'I71.4', status: 'active' })]],
      [/Aneurysm.*No, per/, /Aneurysm \(I71\.4\)/],
    ],
    [
      'no psychosis ever, and an antipsychotic',
      {},
      [['medicines', record({ name: 'Haldol' })]],
      [/No,.*No,/, /Haldol/],
    ],
    [
      'psychosis in the past, and an antipsychotic',
      { pastPsychosis: true },
      [['medicines', record({ name: 'Haldol' })]],
      [],
    ],
    [
      'no other prescriber of ketamine, and ketamine',
      {},
      [['medicines', record({ name: 'Ketamine troche' })]],
      [/No, per/, /troche/],
    ],
    [
      'an allergy to ketamine, and no known allergies',
      { ketamineHypersensitivity: true },
      [['none-known', { id: randomUUID(), about: 'allergy' }]],
      [/Yes, per/, /No known allergies/],
    ],
  ] as [string, object, [string, object][], RegExp[]][])
    test(what, async () => {
      const as = await app.clinicWith()
      const of = await evaluated(as.prescriber, app.clock.now, { ...nothingFound, ...answers })
      for (const [list, body] of lists) {
        const { status, json } = await as.monitor.post(`${of.path}/${list}`, body)
        assert.equal(status, 200, JSON.stringify(json))
      }
      const { contradictions } = await of.read()
      assert.equal(contradictions.length, sides.length / 2, JSON.stringify(contradictions))
      for (const [i, side] of sides.entries()) assert.match(contradictions[0]?.sides[i] ?? '', side)
    })
})
