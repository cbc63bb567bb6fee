import { randomUUID } from 'node:crypto'
import { done, type Hands } from './hands.ts'

export type Dispensed = { dispensedOn: string; units: number; mgPerUnit: number; coversDays: number | null }

/** Writes down what a pharmacy gave out to take home, as the monitoring program says it, and what the patient lost of it. */
export const keepDispensed = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  supplies: readonly Dispensed[],
  lost: { units: number; lostOn: string },
): Promise<void> => {
  const told = { drug: 'ketamine', dispensedBy: 'pharmacy', pharmacy: 'Example Pharmacy', knownFrom: 'pdmp' }
  const add = async (list: string, fact: object) =>
    done(
      await monitor.post(`/api/patients/${patientId}/${list}`, { change: 'recorded', id: randomUUID(), fact }),
      `Adding to ${list}`,
    )
  for (const supply of supplies) await add('supplies', { ...told, ...supply })
  await add('losses', { what: 'lost', ...lost, knownFrom: 'patient', note: 'Left in a hotel room' })
}
