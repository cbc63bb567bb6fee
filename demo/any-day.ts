import { ownDatabase } from '../database/test.ts'
import type { Instant } from '../science/time.ts'
import { testApp } from '../server/test.ts'
import { buildDemo } from './build.ts'

/**
 * Makes the whole demo as it would be made at each of these moments, one after the other: weekends, nights and changed
 * clocks move its days about. @returns what went wrong, by moment
 */
export const demoOn = async (moments: readonly Instant[]): Promise<{ now: Instant; went: string }[]> => {
  const wrong: { now: Instant; went: string }[] = []
  for (const now of moments) {
    const { db, close } = await ownDatabase()
    const { secrets, origin } = await testApp(db)
    await buildDemo({ db, secrets, origin, now }).catch((error: unknown) => wrong.push({ now, went: String(error) }))
    await close()
  }
  return wrong
}
