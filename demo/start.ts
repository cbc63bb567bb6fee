import { demoDoor, findMade } from '../clinic/accounts/demo-clinic.ts'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import type { Database } from '../database/types.ts'
import { minutesBetween } from '../science/time.ts'
import { clock } from '../server/start.ts'
import { patientLink } from './door.ts'
import { discardDemos, makeDemo } from './make.ts'

/** After so many hours the sessions around the hour it was made at are over. */
const hoursOfToday = 12

export type Showing = { dataDir: string; origin: string; anew: boolean }

/** Makes the demo clinic when it is not there, telling on the terminal how far it is, and says how to look around. */
export const showDemo = async (db: Database, showing: Showing): Promise<void> => {
  await ensureDemo(db, showing)
  await tellDemo(db, showing.origin)
}

const ensureDemo = async (db: Database, { dataDir, origin, anew }: Showing): Promise<void> => {
  if (anew) await discardDemos(db)
  if ((await demoDoor(db)).exists) return
  const started = performance.now()
  console.log('Making a demo clinic with synthetic people, through the same routes that people use …')
  let told = 0
  const tell = (share: number) => {
    if (share < told + 0.25) return
    told = Math.floor(share * 4) / 4
    console.log(`  ${['two', 'four', 'six', 'eight'][told * 4 - 1]} of eight months`)
  }
  await makeDemo({ db, secrets: loadSecrets(dataDir), now: clock(), origin, tell }).finished
  console.log(`Made in ${Math.round((performance.now() - started) / 1000)} s.`)
}

const tellDemo = async (db: Database, origin: string): Promise<void> => {
  const { enterable, clinicId } = await demoDoor(db)
  if (!enterable || !clinicId) {
    console.log(
      '\nA clinic is set up in this database, so its demo is closed. Start the demo with a DATA_DIR of its own.',
    )
    return
  }
  console.log(`\nSign in at ${origin}/demo as: owner, prescriber, monitor, front desk, therapist, wall display`)
  console.log(`A patient’s link, for four hours: ${await patientLink(db, origin, clock())}`)
  const made = await findMade(db, clinicId)
  if (made && minutesBetween(made, clock()) > hoursOfToday * 60)
    console.log('Its “today” was another day. For sessions around this hour: npm start -- --demo --anew')
}
