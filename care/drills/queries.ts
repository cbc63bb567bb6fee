import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { addMinutes, type Instant, minutesBetween } from '../../science/time.ts'
import { isAway } from './playing.ts'
import type { Report } from './report.ts'
import type { Script } from './script.ts'
import { findScript } from './scripts.ts'
import type { SignOffAnswer } from './training.ts'

/** What is played in a drill clinic, and how far its clock is ahead of the real one. */
export type Play = {
  drillId: string
  script: string
  version: number
  sessionId: string
  patientId: string
  traineeId: string
  beganAt: Instant
  aheadMs: number
  /** The script as it was when the drill began; null for a drill that was open before it was kept. */
  played: Script | null
}

/** In a drill clinic. */
export const findPlay = (q: Query): Promise<Play | undefined> =>
  q.maybe<Play>(sql`
    select p.drill_id as "drillId", p.script, p.version, p.session_id as "sessionId", s.patient_id as "patientId",
           p.trainee_id as "traineeId", p.began_at as "beganAt", p.played,
           (select coalesce(sum(extract(epoch from x.to_at - x.from_at) * 1000), 0)
            from drill_step x where x.clinic_id = p.clinic_id)::int as "aheadMs"
    from drill_play p join session s on s.clinic_id = p.clinic_id and s.id = p.session_id`)

/** What is played: the script that the drill began with, whatever has become of it since. */
export const scriptOf = ({
  played,
  script,
  version,
}: Pick<Play, 'played' | 'script' | 'version'>): Script | undefined => {
  if (played) return played
  const now = findScript(script)
  return now?.version === version ? now : undefined
}

export const drillNow = ({ aheadMs }: Pick<Play, 'aheadMs'>, real: Instant): Instant =>
  addMinutes(real, aheadMs / 60_000)

/** What the clock of a drill clinic shows, and whether its network is gone at the moment. */
export const playedAt = async (
  db: Database,
  clinicId: string,
  real: Instant,
): Promise<{ now: Instant; away: boolean } | undefined> => {
  const play = await reading(db, { clinicId }, findPlay)
  if (!play) return undefined
  const now = drillNow(play, real)
  const script = scriptOf(play)
  return { now, away: script ? isAway(script, minutesBetween(play.beganAt, now)) : false }
}

/** One line of the training record. */
export type DrillRow = {
  id: string
  staffId: string
  name: string
  script: string
  version: number
  startedAt: Instant
  playedIn: string
  report: Report | null
  keptAt: Instant | null
  signOff: { answer: SignOffAnswer; words: string; at: Instant; byId: string; by: string } | null
}

const rows = sql`
  select d.id, d.staff_id as "staffId", f.name, d.script, d.version, d.started_at as "startedAt",
         d.played_in as "playedIn", r.report, r.at as "keptAt",
         case when s.id is not null then jsonb_build_object('answer', s.answer, 'words', s.words, 'byId', s.by_id, 'by', b.name,
           'at', ${sql.instant('s.at')}) end as "signOff"
  from drill d
  join staff f on f.clinic_id = d.clinic_id and f.id = d.staff_id
  left join drill_report r on r.clinic_id = d.clinic_id and r.drill_id = d.id
  left join drill_sign_off s on s.clinic_id = d.clinic_id and s.drill_id = d.id
  left join staff b on b.clinic_id = s.clinic_id and b.id = s.by_id`

/** The training record of this clinic, newest first. */
export const listDrills = (q: Query): Promise<DrillRow[]> =>
  q.all<DrillRow>(sql`${rows} order by d.started_at desc, d.id`)

export const findDrill = (q: Query, id: string): Promise<DrillRow | undefined> =>
  q.maybe<DrillRow>(sql`${rows} where d.id = ${id}`)

/** The drill that this person has not ended. */
export const findUnfinished = async (q: Query, staffId: string): Promise<string | undefined> =>
  (
    await q.maybe<{ id: string }>(sql`
      select d.id from drill d where d.staff_id = ${staffId}
        and not exists (select from drill_report r where r.clinic_id = d.clinic_id and r.drill_id = d.id)
      order by d.started_at desc limit 1`)
  )?.id

/** How many patients who are here this person is responsible for. */
export const countWatched = async (q: Query, staffId: string): Promise<number> => {
  const { watched } = await q.one<{ watched: number }>(sql`
    select count(*) as watched from session s
    where s.responsible_id = ${staffId} and s.ended_at is null
      and exists (select from session_event e
                  where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = 'arrived')`)
  return watched
}
