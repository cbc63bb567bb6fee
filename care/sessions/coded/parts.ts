import { infusionAt, type PumpChange } from '../../../science/routes/infusion.ts'
import type { Instant } from '../../../science/time.ts'
import type { Given } from '../given.ts'
import type { AtOneRate } from './fact.ts'
import { measured } from './thing.ts'

const hundredth = (value: number): number => Math.round(value * 100) / 100

/**
 * The stretches of an infusion at one rate each, while it ran and up to its recorded end: from the same reckoning that
 * says how much went in, so they add up to it.
 */
export const partsOf = ({ entry, infusion }: Given, changes: readonly PumpChange[]): AtOneRate[] => {
  const { data, id, happenedAt: start } = entry
  if (data.route !== 'iv' || !infusion) return []
  const moments = [start, ...changes.map(({ at }) => at), infusion.ranOutAt, infusion.stoppedAt]
    .filter((at): at is Instant => at !== undefined && at >= start && (!infusion.stoppedAt || at <= infusion.stoppedAt))
    .toSorted()
  const bounds = [...new Set(moments)]
  return bounds.flatMap((from, i) => {
    const until = bounds[i + 1]
    if (until === undefined) return []
    const [before, after] = [infusionAt(data, start, changes, from), infusionAt(data, start, changes, until)]
    if (before.state !== 'running') return []
    return [
      {
        id: `${id}.rate.${i}`,
        partOf: [{ reference: `MedicationAdministration/${id}` }],
        effectivePeriod: { start: from, end: until },
        dosage: {
          rateQuantity: measured('infusion-rate', before.rateMlPerH),
          dose: measured('dose', hundredth(after.deliveredMg - before.deliveredMg)),
        },
        rateByDrug: measured('rate-by-drug', hundredth((before.rateMlPerH * data.mg) / data.volumeMl)),
      },
    ]
  })
}
