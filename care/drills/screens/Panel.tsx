import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addMinutes, Instant, minutesBetween } from '../../../science/time.ts'
import { api, useRead } from '../../../web/api.ts'
import { heardFrom, useNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { minutesFrom, showMinutes, showTime } from '../../../web/time.ts'
import { drillWords } from '../../../web/words/en/drills.ts'
import { nextStop, type Shown } from '../playing.ts'
import { goOut } from './crossing.ts'
import './drills.css'
import { dropUnsent, useOwnUnsent } from './unsent-own.ts'

const words = drillWords.panel

type Answer = {
  drillId: string
  sessionId: string
  beganAt: Instant
  title: string
  shown: Shown[]
  stops: number[]
}

/** On top of every screen of a drill, and of every page that is printed from it. */
export const DrillBand = () => (
  <aside className="drill-band" aria-label={drillWords.band}>
    <strong>{drillWords.band}</strong>
    <span>{drillWords.bandHelp}</span>
  </aside>
)

/** What a real room would show beside the screen. It fills nothing in: the trainee reads it and writes it down. */
export const DrillPanel = () => {
  const { data, error, refetch } = useRead<Answer>('/api/drill')
  const now = Instant.parse(useNow(1))
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return null
  const minutes = minutesBetween(data.beganAt, now)
  const shown = data.shown.findLast(({ after }) => after <= minutes) ?? data.shown[0]
  if (!shown) return null
  const { systolic, diastolic, heartRate, spo2, respiratoryRate } = shown.signs
  const stop = nextStop(data.stops, minutes)
  return (
    <section className="drill-panel" aria-label={words.title}>
      <dl className="drill-monitor">
        <Value name={words.pressure} value={`${systolic}/${diastolic}`} unit={words.units.pressure} />
        <Value name={words.heartRate} value={heartRate} unit={words.units.heartRate} />
        <Value name={words.spo2} value={spo2} unit={words.units.spo2} />
        <Value name={words.breaths} value={respiratoryRate} unit={words.units.breaths} />
      </dl>
      <div className="drill-patient" aria-live="polite">
        <p>{shown.looks}</p>
        {shown.says && <p>{words.says(shown.says)}</p>}
      </div>
      <div className="row">
        <SkipButton to={stop === undefined ? undefined : addMinutes(data.beganAt, stop)} now={now} />
        <Link to={`/sessions/${data.sessionId}`}>{words.room}</Link>
        <Link to="/board">{words.board}</Link>
        <Leave />
      </div>
    </section>
  )
}

const Value = ({ name, value, unit }: { name: string; value: string | number; unit: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value} <span>{unit}</span>
    </dd>
  </div>
)

/** Real time passes by itself; this leaves out the waiting until the next moment at which something can be seen or done. */
const SkipButton = ({ to, now }: { to: Instant | undefined; now: Instant }) => {
  const queries = useQueryClient()
  const timeZone = useTimeZone()
  if (to === undefined) return <p className="soft">{words.nothing}</p>
  const minutes = minutesFrom(now, to)
  return (
    <Button
      kind="quiet"
      onPress={async () => {
        try {
          const { now } = await api.post<{ now: string }>('/api/drill/on', { to })
          heardFrom(now)
        } catch (error) {
          // An answer that was under way put this clock back for a moment: the next one puts it right.
          if (!(error instanceof ApiProblem) || error.kind !== 'conflict') throw error
        }
        await queries.invalidateQueries()
      }}
    >
      {words.on(showTime(to, timeZone), minutes < 1 ? words.soon : showMinutes(minutes))}
    </Button>
  )
}

const Leave = () => {
  const [open, setOpen] = useState(false)
  const unsent = useOwnUnsent()
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.leave}
      </Button>
      <Dialog title={words.leaveTitle} open={open} onClose={() => setOpen(false)}>
        <p>{words.leaveHelp}</p>
        {unsent.length > 0 && <p>{words.leaveUnsent(unsent.length)}</p>}
        <Button
          onPress={async () => {
            await goOut()
            dropUnsent(unsent)
          }}
        >
          {words.leave}
        </Button>
      </Dialog>
    </>
  )
}
