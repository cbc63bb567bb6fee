import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import type { Instant } from '../../science/time.ts'
import { type Outcomes, readOutcomes } from '../outcomes/queries.ts'
import type { Series } from '../outcomes/series.ts'
import type { Mood } from './mood.ts'

export const listMoods = (q: Query, patientId: string): Promise<Mood[]> =>
  q.all<Mood>(sql`select at, value from mood where patient_id = ${patientId} order by at, seq`)

/** Whether the patient wants to be asked; null: nobody has said so. */
export const findMoodWanted = async (q: Query, patientId: string): Promise<boolean | null> =>
  (
    await q.maybe<{ wanted: boolean }>(
      sql`select wanted from mood_choice where patient_id = ${patientId} order by seq desc limit 1`,
    )
  )?.wanted ?? null

/** One questionnaire as its patient sees it: numbers and days. No band, no comparison, nobody's words. */
export type OwnSeries = {
  instrument: string
  title: string
  range: { low: number; high: number }
  scores: { at: Instant; value: number }[]
  /** Answered with questions left open, so that there is no total. */
  open: Instant[]
}

export type OwnCourse = {
  series: OwnSeries[]
  /** `mg` is what they had; null where nobody knows, as of an infusion without an end or a device that gave a part. */
  doses: { id: string; at: Instant; mg: number | null }[]
  moods: Mood[]
  moodWanted: boolean | null
}

/** The same as staff read it. */
export type OverTime = Pick<Outcomes, 'series' | 'doses'> & Pick<OwnCourse, 'moods' | 'moodWanted'>

export const readOverTime = async (q: Query, patientId: string, now: Instant): Promise<OverTime> => {
  const [{ series, doses }, moods, moodWanted] = await Promise.all([
    readOutcomes(q, patientId, now),
    listMoods(q, patientId),
    findMoodWanted(q, patientId),
  ])
  return { series, doses, moods, moodWanted }
}

/** What of it the patient sees: their own answers, and not what a clinician rated of them. */
export const readOwnCourse = async (q: Query, patientId: string, now: Instant): Promise<OwnCourse> => {
  const { series, doses, moods, moodWanted } = await readOverTime(q, patientId, now)
  return {
    series: series
      .filter(({ instrument, points }) => points.length > 0 && measureById[instrument]?.by === 'patient')
      .map(ownSeries),
    doses: doses.map(({ id, at, receivedMg: mg }) => ({ id, at, mg })),
    moods,
    moodWanted,
  }
}

const ownSeries = ({ instrument, title, range, points }: Series): OwnSeries => ({
  instrument,
  title,
  range,
  scores: points.flatMap(({ at, score }) => (score === null ? [] : [{ at, value: score }])),
  open: points.flatMap(({ at, score }) => (score === null ? [at] : [])),
})
