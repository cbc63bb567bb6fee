import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import type { Database, Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { protocolFor } from '../sessions/protocol.ts'
import { clinicOf, listEvents } from '../sessions/queries.ts'
import { drillNow, findPlay, scriptOf } from './queries.ts'
import { type Report, reportOf } from './report.ts'

/** The report of what a drill clinic holds at this moment. Undefined when there is nothing left of it. */
export const findReport = (db: Database, playedIn: string, real: Instant): Promise<Report | undefined> =>
  reading(db, { clinicId: playedIn }, (q) => readReport(q, real))

const readReport = async (q: Query, real: Instant): Promise<Report | undefined> => {
  const play = await findPlay(q)
  const script = play && scriptOf(play)
  if (!play || !script) return undefined
  const endedAt = drillNow(play, real)
  const [events, alerts, { policy }] = await Promise.all([
    listEvents(q, play.sessionId),
    listAlertsOf(q, play.patientId, endedAt),
    clinicOf(q),
  ])
  return reportOf({
    script,
    protocol: protocolFor(script.route, policy),
    beganAt: play.beganAt,
    endedAt,
    skippedMinutes: play.aheadMs / 60_000,
    events,
    alerts,
  })
}
