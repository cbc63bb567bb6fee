import type { Instant } from '../../science/time.ts'
import { type Drug, type Form, round } from './item.ts'

/** A dose as the session says it now, beside what the ledger says was drawn for it. */
export type DoseNow = {
  id: string
  sessionId: string
  /** Where it was given; its lot is of the same location. */
  locationId: string
  drug: Drug
  form: Form
  mg: number
  pieces: number | null
  strength: number | null
  lot: string
  givenAt: Instant
  givenBy: string
  /** In the ledger's unit, after corrections; null when nothing was drawn. */
  drawn: number | null
  lotId: string | null
  settled: boolean
  seq: number
}

/** A dose beside what the ledger says of it. Amounts in the ledger's unit: mg of a vial, pieces of the rest. */
export type DoseBeside = { given: number; drawn: number | null; settled: boolean }

/**
 * How dose and ledger differ; undefined when they agree or somebody has said why not. A dose that was not drawn from the
 * ledger is never simply absent.
 */
export const discrepancyOf = ({ given, drawn, settled }: DoseBeside): 'not drawn' | 'differs' | undefined => {
  if (settled) return undefined
  if (drawn === null) return given > 0 ? 'not drawn' : undefined
  return round(given) === round(drawn) ? undefined : 'differs'
}
