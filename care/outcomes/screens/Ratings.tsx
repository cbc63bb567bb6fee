import { useState } from 'react'
import { cgiImprovement, cgiSeverity } from '../../../science/instruments/cgi.ts'
import type { Instrument } from '../../../science/instruments/instrument.ts'
import { useRead } from '../../../web/api.ts'
import { CourseChart } from '../../../web/controls/CourseChart.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDay } from '../../../web/time.ts'
import { ratingWords as words } from '../../../web/words/en/ratings.ts'
import type { Rated, RatingShown } from '../queries-of-ratings.ts'
import type { RatingsOfPatient } from '../routes-of-ratings.ts'
import type { Context } from './AnswerForm.tsx'
import { contextOf, RateButton, RateDialog, RatingState, titleOf } from './Rate.tsx'
import './ratings.css'

const useRatings = (patientId: string) => {
  const may = useMay('outcomes.read')
  return useRead<RatingsOfPatient>(may ? `/api/patients/${patientId}/ratings` : undefined)
}

/** One line a rating: what and why, how it stands, and the one tap that opens it. */
const RatingLines = ({ ratings, context }: { ratings: readonly RatingShown[]; context?: Context }) => {
  const mayRate = useMay('outcomes.record')
  const [rated, setRated] = useState<RatingShown>()
  return (
    <>
      {ratings.length > 0 && (
        <ul className="ratings">
          {ratings.map((rating) => (
            <li key={rating.patientId + rating.instrument}>
              <p>
                {titleOf(rating.instrument)} <span className="soft">{words.why[rating.why]}</span>
              </p>
              <p className="ratings-state">
                <RatingState rating={rating} />
              </p>
              {mayRate && <RateButton rating={rating} onPress={() => setRated(rating)} />}
            </li>
          ))}
        </ul>
      )}
      <RateDialog
        rating={rated}
        context={context ?? (rated ? contextOf(rated) : { kind: 'between' })}
        onClose={() => setRated(undefined)}
      />
    </>
  )
}

/** On the chart: everything that is to be rated, and CGI over time with the doses. */
export const Ratings = ({
  patientId,
  doses,
}: {
  patientId: string
  doses: readonly { at: string; label: string }[]
}) => {
  const { data } = useRatings(patientId)
  if (!data) return null
  return (
    <div className="stack">
      <h3>{words.title}</h3>
      <p className="soft">{data.ratings.length === 0 ? words.none : words.help}</p>
      <RatingLines ratings={data.ratings} />
      <div className="ratings-plots">
        {[cgiSeverity, cgiImprovement].map((instrument) => (
          <Plot key={instrument.id} instrument={instrument} rated={data.rated} doses={doses} />
        ))}
      </div>
    </div>
  )
}

/** A plot from the second score on: one alone is a sentence, as is what has none. */
const Plot = ({
  instrument,
  rated,
  doses,
}: {
  instrument: Instrument
  rated: readonly Rated[]
  doses: readonly { at: string; label: string }[]
}) => {
  const timeZone = useTimeZone()
  const own = rated.filter((one) => one.instrument === instrument.id)
  const saying = ({ answers }: Rated) =>
    instrument.items[0]?.answers.find(({ value }) => value === answers[instrument.items[0]?.linkId ?? ''])?.text ?? ''
  const scores = own.flatMap((one) =>
    one.score === null ? [] : [{ at: one.at, value: one.score, says: `${saying(one)}, ${words.by(one.by)}` }],
  )
  const plotted = scores.length > 1
  const told = own.filter(({ score }) => !plotted || score === null)
  if (own.length === 0) return null
  return (
    <div className="stack" data-gap="tight">
      {plotted && (
        <CourseChart
          title={instrument.title}
          lowest={1}
          highest={7}
          scores={scores}
          doses={[...doses]}
          bands={[]}
          timeZone={timeZone}
        />
      )}
      {told.length > 0 && (
        <p>
          {instrument.title}:{' '}
          {told
            .map((one) => words.toldOf(one.score, saying(one), showDay(one.at, timeZone), words.by(one.by)))
            .join('; ')}
        </p>
      )}
    </div>
  )
}

type Answered = readonly { id: string }[]

/**
 * How many ratings are due, and questionnaires from the patient, without those that the same screen asks itself: undefined
 * while that is being read, null where it could not be.
 */
export const useLeftToRate = (patientId: string, askedHere: Answered) => {
  const may = useMay('outcomes.read')
  const { data, isError } = useRatings(patientId)
  if (!may) return { toRate: 0, unanswered: 0 }
  if (!data) return isError ? null : undefined
  const open = new Set(notAnswered(data, askedHere).flatMap(({ instruments }) => instruments))
  return { toRate: dueOf(data, askedHere).length, unanswered: open.size }
}

const dueOf = ({ ratings }: RatingsOfPatient, askedHere: Answered) =>
  ratings.filter(({ state, instrument }) => state !== 'ahead' && !askedHere.some(({ id }) => id === instrument))

const notAnswered = ({ asked }: RatingsOfPatient, askedHere: Answered) =>
  asked
    .map(({ instruments, dueAt }) => ({
      dueAt,
      instruments: instruments.filter((id) => !askedHere.some((one) => one.id === id)),
    }))
    .filter(({ instruments }) => instruments.length > 0)

/** In the room or the evaluation: what is due by today, and what the patient was to answer and has not. */
export const RatingsDue = ({
  patientId,
  context,
  askedHere = [],
  headed = false,
}: {
  patientId: string
  context: Context
  /** What the same screen asks itself. */
  askedHere?: Answered
  /** The screen says already what this is. */
  headed?: boolean
}) => {
  const { data, isError } = useRatings(patientId)
  const timeZone = useTimeZone()
  if (!data) return isError ? <p className="soft">{words.notRead}</p> : null
  const due = dueOf(data, askedHere)
  return (
    <div className="stack" data-gap="tight">
      {!headed && <h3>{words.title}</h3>}
      {due.length === 0 && <p className="soft">{words.none}</p>}
      <RatingLines ratings={due} context={context} />
      {notAnswered(data, askedHere).map(({ instruments, dueAt }) => (
        <p key={dueAt + instruments.join()} className="soft">
          {words.asked(instruments.map(titleOf), showDay(dueAt, timeZone))}
        </p>
      ))}
    </div>
  )
}
