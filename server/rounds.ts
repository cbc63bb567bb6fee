import { discardLeftovers } from '../care/drills/leftover.ts'
import { playedAt } from '../care/drills/queries.ts'
import { tellOfDanger } from '../care/intake/request/sender.ts'
import { askWhatIsDue } from '../care/outcomes/sender.ts'
import { noticeSilence } from '../care/outcomes/silence-sender.ts'
import { remindOfForms } from '../care/rems/sender.ts'
import { watchForLate } from '../care/sessions/late-sender.ts'
import { listDemos } from '../clinic/accounts/demo-clinic.ts'
import type { Secrets } from '../clinic/accounts/secrets.ts'
import { type Carriers, carriersFrom } from '../clinic/messages/carriers.ts'
import { sendWaiting } from '../clinic/messages/sender.ts'
import { tellOfAlerts } from '../clinic/safety/sender.ts'
import { listClinicIds, listDrillClinics } from '../database/owner.ts'
import type { Database } from '../database/types.ts'
import type { Instant } from '../science/time.ts'
import { whereOf } from './stumble.ts'

export type Rounds = {
  db: Database
  secrets: Secrets
  origin: string
  clock: () => Instant
  carriers?: Carriers
}

/**
 * One round through every clinic: notice what is late in a session, ask what is due, tell who has an alert, hand over what
 * waits. In a drill only the first, by its own clock: nothing leaves it.
 */
export const makeRound = async (rounds: Rounds): Promise<void> => {
  const carriers = rounds.carriers ?? carriersFrom(process.env)
  const halfMade = (await listDemos(rounds.db)).filter(({ madeAt }) => madeAt === null).map(({ clinicId }) => clinicId)
  await unless(() => discardLeftovers(rounds.db, rounds.clock()))
  const drills = new Set((await listDrillClinics(rounds.db)).map(({ clinicId }) => clinicId))
  for (const clinicId of await listClinicIds(rounds.db)) {
    if (drills.has(clinicId)) {
      await unless(() => watchDrill(rounds, clinicId))
      continue
    }
    // A demo clinic that is being made lives on a clock of its own.
    if (halfMade.includes(clinicId)) continue
    // One clinic's or one step's trouble must not keep the others waiting.
    await unless(() => watchForLate(rounds, clinicId))
    await unless(() => askWhatIsDue(rounds, clinicId))
    await unless(() => noticeSilence(rounds, clinicId))
    await unless(() => remindOfForms(rounds, clinicId))
    await unless(() => tellOfAlerts(rounds, clinicId))
    await unless(() => tellOfDanger(rounds, clinicId))
    await unless(() => sendWaiting({ ...rounds, carriers }, clinicId))
  }
}

const watchDrill = async ({ db, clock }: Rounds, clinicId: string): Promise<void> => {
  const played = await playedAt(db, clinicId, clock())
  if (played) await watchForLate({ db, clock: () => played.now }, clinicId)
}

const unless = (step: () => Promise<unknown>): Promise<unknown> =>
  step().catch((error: unknown) => {
    console.error(`A round failed: ${whereOf(error)}`)
  })

const everySeconds = 20

/** Makes rounds while the server runs. A round that fails is logged without anybody's words; the next one goes on. */
export const startRounds = (rounds: Rounds): { stop: () => Promise<void> } => {
  const carriers = rounds.carriers ?? carriersFrom(process.env)
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const go = () => {
    running = unless(() => makeRound({ ...rounds, carriers }))
      .then(() => undefined)
      .finally(() => {
        if (!stopped) timer = setTimeout(go, everySeconds * 1000).unref()
      })
  }
  timer = setTimeout(go, 1000).unref()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      // A mail server that hangs does not keep us from stopping: what it did not take goes out after the next start.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 3000).unref())])
    },
  }
}
