import { generalReview } from './register.ts'
import { policy, type Source } from './sources.ts'
import { scienceWords as words } from './words.ts'

export type Measure = keyof typeof plausibility

/**
 * `possible`: outside it the number is a slip and is refused. `usual`: outside it the number is unlikely but happens,
 * so it is asked once more and then kept. Both ends belong to the range. None of these is a clinical limit.
 */
export type Plausibility = {
  name: string
  unit: string
  possible: readonly [number, number]
  usual: readonly [number, number]
  whole: boolean
  /** What a refused number often turns out to be. */
  slip?: string
  source: Source
}

/** All of these are clinic policy and are looked at again by this date. */
export const plausibilityReview = generalReview
const typing = policy('limits that catch slips of typing, not clinical limits')

export const plausibility = {
  systolic: {
    name: 'Systolic pressure',
    unit: 'mmHg',
    possible: [40, 300],
    usual: [80, 200],
    whole: true,
    source: typing,
  },
  diastolic: {
    name: 'Diastolic pressure',
    unit: 'mmHg',
    possible: [20, 200],
    usual: [40, 120],
    whole: true,
    source: typing,
  },
  heartRate: {
    name: 'Heart rate',
    unit: 'beats/min',
    possible: [10, 300],
    usual: [40, 150],
    whole: true,
    source: typing,
  },
  // 0 breaths a minute is apnoea: unlikely, but it must be possible to write it down.
  respiratoryRate: {
    name: 'Breathing rate',
    unit: 'breaths/min',
    possible: [0, 80],
    usual: [8, 30],
    whole: true,
    source: typing,
  },
  spo2: { name: 'SpO2', unit: '%', possible: [30, 100], usual: [85, 100], whole: true, source: typing },
  temperature: {
    name: 'Temperature',
    unit: '°C',
    possible: [25, 44],
    usual: [35, 38.5],
    whole: false,
    slip: 'If it was read in °F, convert it first.',
    source: typing,
  },
  weight: {
    name: 'Weight',
    unit: 'kg',
    possible: [20, 350],
    usual: [40, 160],
    whole: false,
    slip: 'If it was read in pounds, convert it first.',
    source: typing,
  },
  height: {
    name: 'Height',
    unit: 'cm',
    possible: [100, 250],
    usual: [140, 205],
    whole: false,
    slip: 'If it was read in meters or inches, convert it first.',
    source: typing,
  },
  dose: { name: 'Dose', unit: 'mg', possible: [1, 1000], usual: [5, 300], whole: false, source: typing },
  doseByWeight: {
    name: 'Dose by weight',
    unit: 'mg/kg',
    possible: [0.01, 15],
    usual: [0.05, 10],
    whole: false,
    source: typing,
  },
  egfr: { name: 'eGFR', unit: 'mL/min/1.73 m²', possible: [0, 200], usual: [5, 150], whole: false, source: typing },
  liverTestTimesLimit: {
    name: 'Highest liver test, multiple of its upper limit of normal',
    unit: '×',
    possible: [0, 500],
    usual: [0, 20],
    whole: false,
    source: typing,
  },
} as const satisfies Record<string, Plausibility>

export type Judgement = 'usual' | { ask: string } | { refuse: string }

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const withUnit = (value: number, unit: string): string => `${figure.format(value)}${unit === '%' ? '' : ' '}${unit}`

/** Whether a typed number can be (else why not), and whether it is worth asking once more. */
export const judge = (measure: Measure, value: number): Judgement => {
  const { name, unit, possible, usual, whole, slip }: Plausibility = plausibility[measure]
  const [lowest, highest] = possible
  const expected = () => words.expected(figure.format(lowest), figure.format(highest))
  const hint = slip ? ` ${slip}` : ''
  if (!Number.isFinite(value)) return { refuse: words.mustBeNumber(name, expected()) }
  if (value < lowest || value > highest) {
    return { refuse: `${words.notPossible(name, withUnit(value, unit), expected())}${hint}` }
  }
  if (whole && !Number.isInteger(value)) return { refuse: words.mustBeWhole(name, expected()) }
  if (value < usual[0] || value > usual[1]) {
    return { ask: `${words.unusual(name, withUnit(value, unit))}${hint}` }
  }
  return 'usual'
}
