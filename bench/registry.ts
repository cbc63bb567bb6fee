import { startEvenkeel } from '../journeys/evenkeel.ts'
import { newClient } from './asking.ts'
import { fillWith } from './many.ts'
import { newPlace } from './place.ts'
import { resident } from './start.ts'
import { median } from './timing.ts'
import { newWorld } from './world.ts'

export type RegistryResult = {
  patients: number
  /** Milliseconds over HTTP, median; and the slowest a page of another kind waited meanwhile. */
  registryMs: number
  cohortMs: number
  otherMs: number
  /** Resident memory of the server: before the first question, and after the last. */
  restMB: number
  workMB: number
}

const times = 5

/** The registry and the clinic outcomes of a clinic with so many patients and a hundred answers each, on the embedded engine. */
export const measureRegistry = async (patients: number): Promise<RegistryResult> => {
  const place = await newPlace('embedded')
  try {
    const db = await place.open()
    const world = await newWorld(db, place.dataDir, 1)
    await fillWith(world, patients)
    await db.close()
    const evenkeel = await startEvenkeel({ env: place.env })
    try {
      const client = newClient(evenkeel.origin, world.prescriberHeaders)
      const other = newClient(evenkeel.origin, world.prescriberHeaders)
      await client.ask('GET', '/api/me')
      const restMB = resident(evenkeel.pid())
      const took = async (path: string) => {
        const found: number[] = []
        for (let i = 0; i < times; i++) {
          const started = performance.now()
          await client.ask('GET', path)
          found.push(performance.now() - started)
        }
        return median(found)
      }
      const registryMs = await took('/api/registry')
      const cohortMs = await took('/api/cohort')
      const asked = client.ask('GET', '/api/registry')
      const started = performance.now()
      await other.ask('GET', '/api/me')
      const otherMs = performance.now() - started
      await asked
      client.close()
      other.close()
      return { patients, registryMs, cohortMs, otherMs, restMB, workMB: resident(evenkeel.pid()) }
    } finally {
      await evenkeel.stop()
    }
  } finally {
    await place.stop()
  }
}

if (import.meta.main)
  for (const patients of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000])
    console.log(JSON.stringify(await measureRegistry(patients)))
