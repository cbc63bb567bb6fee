import type { Route } from '../../science/decide.ts'
import type { SideEffect } from '../../science/scales/side-effects.ts'
import { policy, type Source } from '../../science/sources.ts'

/** Numbers of a script are made up to practise with: no patient was measured and no guideline gives them. */
export const training = policy('training; made up to practice with')

/** What the simulated devices say, what is counted, and how alert the patient is (MOAA/S), which is for the trainee to rate. */
export type Signs = {
  systolic: number
  diastolic: number
  heartRate: number
  spo2: number
  respiratoryRate: number
  moaas: number
}

/** From `after` (minutes since the drill began) until the next moment. */
export type Moment = {
  after: number
  source: Source
  signs: Signs
  /** Rules that these signs meet; `scripts.test.ts` holds it against the rules themselves. */
  trips: readonly string[]
  /** What somebody at the bedside sees and hears. Never a number of a scale. */
  looks: string
  says?: string
}

type What = {
  id: string
  says: string
  source: Source
}

/** What the log of a drill is looked through for. Minutes since the drill began, or after what was raised. */
export type Expected = What &
  (
    | { look: 'set'; from: number; within: number; of: readonly (keyof Signs | 'crisisSymptoms')[] }
    | { look: 'again'; rule: string; from: number; within: number; of: readonly (keyof Signs)[] }
    | { look: 'taken up' | 'passed on'; rule: string; from: number; raisedWithin: number; within: number }
    | { look: 'effect'; effect: SideEffect; from: number; within: number }
    | { look: 'fact'; fact: 'escortPresent'; is: boolean; from: number; within: number }
    | { look: 'not released'; from: number; until: number }
    | { look: 'on time'; until: number }
  )

/** A treatment day as data: what a made-up patient shows at which minute, and what is expected of whoever watches. */
export type Script = {
  id: string
  /** Goes up with every change to what is shown or expected; the training record names it. */
  version: number
  route: Route
  title: string
  trains: string
  source: Source
  baseline: Signs
  moments: readonly Moment[]
  /** The network is gone for these minutes. */
  away?: { from: number; until: number }
  expects: readonly Expected[]
}
