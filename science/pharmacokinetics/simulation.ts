import type { Dose } from './doses.ts'
import type { FactSource } from './fact.ts'

/** What one simulation is asked for, parsed (input.ts). Minutes count from the same zero as the doses' minutes. */
export type SimulationInput = {
  drug: 'racemic-ketamine' | 'esketamine'
  doses: readonly Dose[]
  /** Of the typical person and of every virtual person; without it 74 kg and the spread of weights. */
  weightKg?: number | undefined
  horizonMinutes: number
  stepMinutes: number
  /** For clinicians only: its height is uncertain by 40 % either way. */
  norketamine: boolean
  quantiles: readonly number[]
  /** How many single virtual people to show, because bands hide that who peaks early peaks high. */
  examples: number
  /** A second line where published models disagree. */
  alternatives: boolean
}

export type Metrics = {
  /** Highest at a point of the grid or at a change of input. */
  peakNgPerMl: number
  peakMinute: number
  /** From 0 to the horizon, exact. */
  areaNgHPerMl: number
  minutesAboveHalfPeak: number
}

export type Curve = { drugNgPerMl: number[]; percentOfPeak: number[] }
export type TypicalCurve = Curve & {
  metrics: Metrics
  norketamineNgPerMl?: number[]
  norketamineMetrics?: Omit<Metrics, 'minutesAboveHalfPeak'>
}

/** At each minute, the value below which this part of the virtual people lie: no single person's curve. */
export type QuantileCurve = Curve & { quantile: number; norketamineNgPerMl?: number[]; metrics: Metrics }

export type Alternative = { id: string; says: string; drugNgPerMl: number[]; percentOfPeak: number[]; metrics: Metrics }

export type Simulation = {
  format: 'evenkeel.simulation/1'
  drug: SimulationInput['drug']
  /** The part of the drawn concentration that is esketamine: 1, or 0.5 of racemic ketamine (an assumption). */
  esketamineFraction: number
  givenMg: number
  model: { id: string; title: string; site: 'venous' | 'arterial'; source: FactSource }
  minutes: number[]
  typical: TypicalCurve
  people?: { count: number; quantiles: QuantileCurve[]; examples: Curve[] }
  alternatives: Alternative[]
  /** Present when norketamine was asked for: how far its height is uncertain, either way. */
  norketamineUncertainPercent?: 40
  /** What is known to be wrong or uncertain about these curves. Belongs beside every picture of them. */
  limits: { id: string; says: string }[]
}
