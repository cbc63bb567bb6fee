import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayIn } from '../../../science/day-in.ts'
import { Instant } from '../../../science/time.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { DueIn, Elapsed } from '../../../web/controls/Elapsed.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useSignedIn } from '../../../web/me.ts'
import { useSearchValue } from '../../../web/params.ts'
import { showDate, showDay, showMoment, showTime } from '../../../web/time.ts'
import { useIsPast } from '../../../web/today.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { ConsentWaiting } from '../../consent/screens/ConsentWaiting.tsx'
import { ReevaluationsWaiting } from '../../evaluation/screens/ReevaluationsWaiting.tsx'
import { DangerWaiting } from '../../intake/request/screens/DangerWaiting.tsx'
import { RatingsWaiting } from '../../outcomes/screens/RatingsWaiting.tsx'
import { DecisionsWaiting } from '../../plans/screens/DecisionsWaiting.tsx'
import { RemsWaiting } from '../../rems/screens/RemsWaiting.tsx'
import type { DayAnswer } from './answers.ts'
import { ChangeBooking, type Moved } from './ChangeBooking.tsx'
import './day.css'
import { FirstSteps } from './FirstSteps.tsx'
import { PressArrived } from './PressArrived.tsx'
import { ToBook } from './ToBook.tsx'
import { useSending } from './unsent.ts'

const words = sessionWords.day
type Line = DayAnswer['sessions'][number]

const shifted = (day: string, by: number): string => {
  const at = new Date(`${day}T12:00:00.000Z`)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}

/** Who comes when, where they are, and the one thing that is next for each. The day stands in the address. */
export const Today = () => {
  const chosen = useSearchValue('day')
  const { data, error, refetch } = useRead<DayAnswer>(`/api/sessions${chosen ? `?day=${chosen}` : ''}`)
  const navigate = useNavigate()
  const { staff } = useSignedIn()
  useSending(staff.id)
  const mayBook = useMay('sessions.book')
  const [moved, setMoved] = useState<Moved>()
  const go = (day: string | undefined) => {
    setMoved(undefined)
    void navigate({ to: '/', search: (day && day !== data?.today ? { day } : {}) as never })
  }
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={data.day === data.today ? words.goToday : showDate(data.day)}>
        {data.day === data.today ? showDate(data.day) : undefined}
      </PageTitle>
      <DangerWaiting />
      <div className="row day-bar">
        {mayBook && (
          <ButtonLink to={`/sessions/book?day=${data.day}`} kind="main">
            {words.book}
          </ButtonLink>
        )}
        <DateField name="day" label={sessionWords.book.day} value={data.day} onChange={go} />
        <div className="row">
          <Button kind="quiet" onPress={() => go(shifted(data.day, -1))}>
            {words.earlier}
          </Button>
          {data.day !== data.today && (
            <Button kind="quiet" onPress={() => go(undefined)}>
              {words.goToday}
            </Button>
          )}
          <Button kind="quiet" onPress={() => go(shifted(data.day, 1))}>
            {words.later}
          </Button>
        </div>
      </div>
      {moved && <WhereTo moved={moved} data={data} onGone={() => setMoved(undefined)} />}
      {data.sessions.length === 0 ? (
        <Empty title={words.none}>
          <FirstSteps />
        </Empty>
      ) : (
        <ul className="day" aria-label={words.list}>
          {data.sessions.map((line) => (
            <Row key={line.id} line={line} data={data} onMoved={setMoved} refresh={() => refetch()} />
          ))}
        </ul>
      )}
      <DecisionsWaiting />
      <ToBook />
      <ConsentWaiting />
      <RatingsWaiting />
      <ReevaluationsWaiting />
      <RemsWaiting />
    </div>
  )
}

/** Where a booking went that may no longer be on this day. */
const WhereTo = ({ moved, data, onGone }: { moved: Moved; data: DayAnswer; onGone: () => void }) => {
  const day = dayIn(data.timeZone, Instant.parse(moved.at))
  return (
    <Notice live title={words.moved(moved.name, showMoment(moved.at, data.timeZone), moved.room)}>
      {day !== data.day && (
        <p>
          <Link to="/" search={(day === data.today ? {} : { day }) as never} onClick={onGone}>
            {words.thatDay}
          </Link>
        </p>
      )}
    </Notice>
  )
}

type Shown = { line: Line; data: DayAnswer; onMoved: (moved: Moved) => void; refresh: () => Promise<unknown> }

const Row = ({ line, data, onMoved, refresh }: Shown) => {
  const mayRecord = useMay('sessions.record')
  const mayArrive = useMay('sessions.arrive')
  const mayBook = useMay('sessions.book')
  const [changing, setChanging] = useState(false)
  const stale = useIsPast(line.next?.reviewBy)
  const { patient, room, responsible, phase } = line
  const signal = line.overdue > 0 ? 'attention' : 'none'
  return (
    <li className="day-row" data-ended={line.endedAt !== null}>
      <span className="day-time">
        {dayIn(data.timeZone, line.bookedFor) !== data.day && (
          <span className="unit">{showDay(line.bookedFor, data.timeZone)}</span>
        )}
        {showTime(line.bookedFor, data.timeZone)}
        <span className="unit"> {words.minutes(line.minutes)}</span>
      </span>
      <div>
        <p className="day-name">
          {mayRecord ? (
            <Link to={`/sessions/${line.id}`}>
              <bdi>{patient.name}</bdi>
            </Link>
          ) : (
            <bdi>{patient.name}</bdi>
          )}
        </p>
        <p className="soft">
          {room.name}, {words.withMonitor(responsible.name)}
        </p>
      </div>
      <div className="day-state">
        <State signal={signal}>{sessionWords.phases[phase]}</State>
        {line.clock && !line.endedAt && <Elapsed since={line.clock.since} what={sessionWords.since[line.clock.from]} />}
        {line.next && <DueIn due={line.next.dueAt} what={sessionWords.observe(line.next.what)} stale={stale} />}
      </div>
      <div className="row">
        {phase === 'booked' && mayArrive && data.day === data.today && (
          <PressArrived id={line.id} name={patient.name} onDone={refresh} />
        )}
        {phase !== 'booked' && line.endedAt === null && mayRecord && (
          <ButtonLink to={`/sessions/${line.id}`} label={words.openOf(patient.name)}>
            {words.open}
          </ButtonLink>
        )}
        {phase === 'booked' && mayBook && (
          <Button kind="plain" onPress={() => setChanging(true)} label={words.change(patient.name)}>
            {words.more}
          </Button>
        )}
        {changing && (
          <ChangeBooking
            line={line}
            data={data}
            onClose={() => setChanging(false)}
            onMoved={onMoved}
            refresh={refresh}
          />
        )}
      </div>
    </li>
  )
}
