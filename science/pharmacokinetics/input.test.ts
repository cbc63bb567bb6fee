import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseSimulation } from './input.ts'

const im = { route: 'im', atMinute: 0, doseMg: 35 }
const infusion = (fromMinute: number, untilMinute: number, mgPerHour: unknown = 50) => ({
  route: 'iv-infusion',
  rates: [{ fromMinute, mgPerHour }],
  untilMinute,
})
const nasal = (...deviceMinutes: unknown[]) => ({ route: 'nasal-esketamine', deviceMinutes })
const input = (doses: unknown, more: object = {}) => ({ drug: 'racemic-ketamine', doses, ...more })
const esketamine = (doses: unknown) => input(doses, { drug: 'esketamine' })

const refusals: readonly [name: string, json: unknown, field: string, reason: RegExp][] = [
  ['a negative dose', input([{ ...im, doseMg: -5 }]), 'doses[0].doseMg', /-5 mg is not possible/],
  ['no dose', input([{ ...im, doseMg: 0 }]), 'doses[0].doseMg', /0 mg is not possible/],
  ['a dose that is not a number', input([{ ...im, doseMg: Number.NaN }]), 'doses[0].doseMg', /must be a number/],
  ['an infinite dose', input([{ ...im, doseMg: Number.POSITIVE_INFINITY }]), 'doses[0].doseMg', /must be a number/],
  ['a dose in words', input([{ ...im, doseMg: '35' }]), 'doses[0].doseMg', /must be a number/],
  ['a dose that is missing', input([{ route: 'im', atMinute: 0 }]), 'doses[0].doseMg', /must be a number/],
  ['a kilogram of it', input([{ ...im, doseMg: 1_000_001 }]), 'doses[0].doseMg', /expected 1 to 1,000/],
  ['no doses', input([]), 'doses', /At least one/],
  ['doses that are no list', input({}), 'doses', /list of doses/],
  ['a dose before zero', input([{ ...im, atMinute: -1 }]), 'doses[0].atMinute', /expected 0 to/],
  ['a dose after the end', input([{ ...im, atMinute: 240 }]), 'doses[0]', /after the horizon/],
  ['an unknown route', input([{ ...im, route: 'rectal' }]), 'doses[0].route', /iv-infusion, im, lozenge/],
  ['an unknown drug', { drug: 'propofol', doses: [im] }, 'drug', /racemic-ketamine or esketamine/],
  ['no drug', { doses: [im] }, 'drug', /racemic-ketamine or esketamine/],
  [
    'overlapping infusions',
    input([infusion(0, 40), infusion(39, 80)]),
    'doses[1].rates[0].fromMinute',
    /same time as doses\[0\]/,
  ],
  ['a rate above the pump', input([infusion(0, 40, 1_000)]), 'doses[0].rates[0].mgPerHour', /1,000 mg\/h.*0 to 999/],
  ['a rate below zero', input([infusion(0, 40, -1)]), 'doses[0].rates[0].mgPerHour', /cannot be simulated/],
  ['an injection by hand', input([infusion(0, 2)]), 'doses[0].untilMinute', /injection by hand/],
  ['an infusion that ends before it begins', input([infusion(30, 10)]), 'doses[0].untilMinute', /end after/],
  ['an infusion of nothing', input([infusion(0, 40, 0)]), 'doses[0].rates', /0 mg is not possible/],
  ['an infusion without a rate', input([{ ...infusion(0, 40), rates: [] }]), 'doses[0].rates', /needs a rate/],
  [
    'rates out of order',
    input([{ ...infusion(0, 40), rates: [20, 10].map((fromMinute) => ({ fromMinute, mgPerHour: 30 })) }]),
    'doses[0].rates[1].fromMinute',
    /after the rate listed before/,
  ],
  [
    'a horizon of 1,000 hours',
    input([im], { horizonMinutes: 60_000 }),
    'horizonMinutes',
    /60,000 min cannot be simulated; expected 10 to 2,880/,
  ],
  [
    'a horizon that is no whole number of steps',
    input([im], { stepMinutes: 7 }),
    'horizonMinutes',
    /whole number of steps/,
  ],
  ['no step', input([im], { stepMinutes: 0 }), 'stepMinutes', /expected 0.1 to 60/],
  ['too many points', input([im], { horizonMinutes: 2_880, stepMinutes: 0.1 }), 'stepMinutes', /5,000 points/],
  ['a weight in pounds', input([im], { weightKg: 400 }), 'weightKg', /pounds/],
  ['a quantile of 95', input([im], { quantiles: [95] }), 'quantiles[0]', /expected 0.001 to 0.999/],
  ['quantiles out of order', input([im], { quantiles: [0.9, 0.1] }), 'quantiles[1]', /low to high/],
  ['half an example', input([im], { examples: 0.5 }), 'examples', /whole number/],
  ['five devices', esketamine([nasal(0, 5, 10, 15, 20)]), 'doses[0].deviceMinutes', /never studied/],
  ['devices out of order', esketamine([nasal(5, 0)]), 'doses[0].deviceMinutes[1]', /before the one/],
  ['racemic ketamine in the device', input([nasal(0)]), 'drug', /must be esketamine/],
  ['the spray with another route', esketamine([nasal(0), im]), 'doses', /simulate them separately/],
  ['a target', input([im], { targetNgPerMl: 100 }), 'targetNgPerMl', /no such field/],
  ['a next dose', input([{ ...im, nextDoseMg: 50 }]), 'doses[0].nextDoseMg', /no such field/],
  ['nothing', undefined, 'input', /./],
  ['a list', [], 'input', /./],
]

describe('is refused, with the field and the reason:', () => {
  for (const [name, json, field, reason] of refusals)
    test(name, () => {
      const parsed = parseSimulation(json)
      assert.ok('refused' in parsed)
      const found = parsed.refused.find((refusal) => refusal.field === field)
      assert.ok(found, `${field} not among ${JSON.stringify(parsed.refused)}`)
      assert.match(found.reason, reason)
    })
})

describe('is taken as it is:', () => {
  const taken: readonly [string, unknown][] = [
    ['one injection', input([im])],
    ['infusions one after the other', input([infusion(0, 40), infusion(40, 80)])],
    ['a pump at its end', input([infusion(0, 40, 999)])],
    [
      'an infusion that pauses',
      input([{ ...infusion(0, 40), rates: [0, 30, 0].map((mgPerHour, i) => ({ fromMinute: i * 10, mgPerHour })) }]),
    ],
    ['three devices', esketamine([nasal(0, 5, 10)])],
    ['two days', input([im], { horizonMinutes: 2_880, stepMinutes: 60 })],
  ]
  for (const [name, json] of taken)
    test(name, () => {
      const parsed = parseSimulation(json)
      assert.ok('input' in parsed, JSON.stringify(parsed))
      assert.equal(parsed.input.norketamine, false)
      assert.deepEqual(parsed.input.quantiles, [0.05, 0.25, 0.5, 0.75, 0.95])
    })
})
