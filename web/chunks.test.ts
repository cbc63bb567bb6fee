import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { planChunks, type Source } from './chunks.ts'

/** A few source files: name → what it imports, what it imports later, its bytes. */
const plan = (files: Record<string, [imports: string[], later?: string[], bytes?: number]>) => {
  const sources = new Map<string, Source>(
    Object.entries(files).map(([name, [imports, later = [], bytes = 1_000]]) => [name, { imports, later, bytes }]),
  )
  const names = planChunks(sources, { staff: 'staff', patient: 'patient', open: ['open'] })
  const with_ = (file: string) => [...names].filter(([, name]) => name === names.get(file)).map(([other]) => other)
  return { names, with: with_ }
}

const screens = ['one', 'two', 'three']

describe('which chunk a source file goes into', () => {
  test('what the same screens load is one chunk; what one screen loads is left to it', () => {
    const { names, with: together } = plan({
      staff: [[], screens],
      one: [['table', 'chart', 'own']],
      two: [['table', 'chart']],
      three: [[]],
      table: [[]],
      chart: [[]],
      own: [[]],
    })
    assert.deepEqual(together('table'), ['table', 'chart'])
    assert.equal(names.has('own'), false)
    assert.equal(names.has('one'), false)
  })

  test('a small file goes along with what most of its screens load; a big one, which few need, does not', () => {
    const shared = (bytes: number) =>
      plan({
        staff: [[], screens],
        one: [['table', 'letters']],
        two: [['table', 'letters']],
        three: [['table']],
        table: [[]],
        letters: [[], [], bytes],
      }).with('table')
    assert.deepEqual(shared(39_000), ['table', 'letters'])
    assert.deepEqual(shared(41_000), ['table'])
  })

  test('what a patient loads is never in one chunk with what they do not need, however small that is', () => {
    const { names, with: together } = plan({
      staff: [['frame'], screens],
      patient: [['button'], ['sign']],
      frame: [['button']],
      one: [['button', 'table', 'form']],
      two: [['button', 'table', 'form']],
      three: [['button', 'table']],
      sign: [['form']],
      button: [[], [], 10],
      form: [[], [], 10],
      table: [[], [], 10],
    })
    assert.deepEqual(together('button'), ['button'])
    assert.deepEqual(together('form'), ['form'])
    assert.deepEqual(together('table'), ['table'])
    assert.match(names.get('form') ?? '', /^both/)
    assert.match(names.get('table') ?? '', /^staff/)
  })

  test('what an entry loads at first is there for its screens: it saves them no request', () => {
    const { names } = plan({
      staff: [['frame'], screens],
      frame: [[]],
      one: [['frame']],
      two: [['frame']],
      three: [[]],
    })
    assert.equal(names.has('frame'), false)
  })

  test('public pages load nothing more than before: what they share is left alone', () => {
    const { names } = plan({
      staff: [[], screens],
      open: [['time'], ['plot']],
      plot: [['curve']],
      one: [['time', 'curve']],
      two: [['time', 'curve']],
      three: [[]],
      time: [[]],
      curve: [[]],
    })
    assert.deepEqual([...names], [])
  })

  test('no chunk needs one that needs it, though joining the two would save a request', () => {
    const { names, with: together } = plan({
      staff: [[], ['a', 'b', 'c', 'd', 'e', 'f']],
      a: [['gate', 'dose']],
      b: [['gate', 'dose']],
      c: [['rules']],
      d: [['rules']],
      e: [['words']],
      f: [['dose']],
      gate: [['rules'], [], 10],
      dose: [[], [], 10],
      rules: [['words'], [], 300_000],
      words: [[], [], 10],
    })
    assert.deepEqual(together('gate'), ['gate', 'dose'])
    assert.notEqual(names.get('words'), names.get('gate'))
  })
})
