import type { ReactNode } from 'react'
import { showDay, showTime } from '../time.ts'
import { controlWords } from '../words/en/controls.ts'
import { Shape, type Signal } from './Shape.tsx'
import './Timeline.css'

export type Moment = {
  id: string
  at: string
  /** Of another day than the list is about: the day stands with the time. */
  otherDay?: boolean | undefined
  title: string
  detail?: ReactNode
  /** What may be done about this entry, on its own line only where it does not fit beside the words. */
  act?: ReactNode
  by?: string | undefined
  signal?: Signal | undefined
  /** Said of an entry that a later one corrects: it stays, struck through, with what replaced it. */
  correctedBy?: string | undefined
}

/** What happened, in order, each with its time in the clinic's zone and who did it. Corrections keep the original. */
export const Timeline = ({
  moments,
  timeZone,
  withDay = false,
}: {
  moments: readonly Moment[]
  timeZone: string
  withDay?: boolean
}) => (
  <ol className="timeline">
    {moments.map(({ id, at, otherDay, title, detail, act, by, signal = 'none', correctedBy }) => (
      <li key={id} data-signal={signal} data-corrected={correctedBy !== undefined}>
        <time dateTime={at}>
          {(withDay || otherDay) && <span className="timeline-day">{showDay(at, timeZone)}</span>}
          {showTime(at, timeZone)}
        </time>
        <div>
          <p className="timeline-title">
            <span>
              {signal !== 'none' && <Shape signal={signal} />}
              {correctedBy === undefined ? title : <s>{title}</s>}
            </span>
            {by && <span className="soft"> {controlWords.by(by)}</span>}
            {act}
          </p>
          {detail && <div className="timeline-detail">{detail}</div>}
          {correctedBy && (
            <p className="soft">
              {controlWords.corrected}: {correctedBy}
            </p>
          )}
        </div>
      </li>
    ))}
  </ol>
)
