/**
 * Where a pharmacokinetic number comes from, and how far that was checked. Not the statuses of clinical rules: no clinic
 * can sign a parameter.
 *   verified    read in a stored copy of the source
 *   secondary   read in a stored transcription that quotes the paper's table; the paper itself was not opened
 *   memory      remembered, not checked
 *   derived     computed from numbers of the kinds above, as `label` says
 *   assumption  ours; no published estimate was found
 */
export type FactStatus = 'verified' | 'secondary' | 'memory' | 'derived' | 'assumption'

export type FactSource = { label: string; address?: string; status: FactStatus }

export type Unit = 'L' | 'L/h' | '1/h' | 'h' | 'fraction' | 'factor' | 'mg' | 'kg' | 'min' | 'L/h per year over 60'

/** One published (or derived, or assumed) number. Parameters are never fitted here. */
export type Fact = { value: number; unit: Unit; source: FactSource }

/** How one parameter differs between people: the variance of a normal deviate, on the log or the logit scale. */
export type Spread = { variance: number; scale: 'log' | 'logit'; source: FactSource }

/** Every fact of a record with the same source. */
export const from = <Name extends string>(
  source: FactSource,
  values: Readonly<Record<Name, readonly [number, Unit]>>,
): Record<Name, Fact> => {
  const facts = {} as Record<Name, Fact>
  for (const name of Object.keys(values) as Name[]) {
    const [value, unit] = values[name]
    facts[name] = { value, unit, source }
  }
  return facts
}

/** The day they were last read against their sources. */
export const pharmacokineticsRead = '2026-11-24'
/** All numbers of this folder are looked at again by this date. */
export const pharmacokineticsReview = '2027-05-23'
