import { startEvenkeel } from '../journeys/evenkeel.ts'
import { clock } from '../server/start.ts'
import { type ChartResult, countQueries, measureChart } from './chart.ts'
import { longHistory } from './history.ts'
import { type Engine, newPlace } from './place.ts'
import { measureVitals, type VitalsResult } from './vitals.ts'
import { dosedSession, newWorld } from './world.ts'

const clients = 16

/** Fills a database on this engine through the routes, serves it by a process of its own, and measures that. */
export const runOn = async (engine: Engine): Promise<{ vitals: VitalsResult; chart: ChartResult }> => {
  const place = await newPlace(engine)
  try {
    const db = await place.open()
    const world = await newWorld(db, place.dataDir, clients + 1)
    const patientId = await longHistory(world, clients, clock())
    const sessions: string[] = []
    for (let number = 0; number < clients; number++) {
      const now = clock()
      world.at(now)
      sessions.push(await dosedSession(world, number, now))
    }
    // As the server's own upkeep would have done meanwhile.
    const connection = await db.connect()
    await connection.send([{ text: 'analyze' }])
    connection.release()
    const counted = await countQueries(db, place.dataDir, world.prescriberHeaders, patientId)
    await db.close()

    const evenkeel = await startEvenkeel({ env: place.env })
    try {
      const chart = { ...(await measureChart(evenkeel.origin, world.prescriberHeaders, patientId)), ...counted }
      const vitals = await measureVitals(place, evenkeel.origin, world.monitorHeaders, sessions)
      return { vitals, chart }
    } finally {
      await evenkeel.stop()
    }
  } finally {
    await place.stop()
  }
}
