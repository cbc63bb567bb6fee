import { round } from './item.ts'

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
