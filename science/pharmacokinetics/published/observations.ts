import { mouthObservations, oralObservations } from './mouth.ts'
import { muscleObservations, noseObservations } from './nose-and-muscle.ts'
import type { Observation } from './observation.ts'
import { veinObservations } from './vein.ts'

/** What was measured in people, for the points over a curve and for the evidence table. Never for fitting. */
export const observations: readonly Observation[] = [
  ...veinObservations,
  ...mouthObservations,
  ...oralObservations,
  ...noseObservations,
  ...muscleObservations,
]

export const findObservation = (id: string): Observation | undefined => observations.find((o) => o.id === id)
