import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRead } from '../../../web/api.ts'
import { useNow } from '../../../web/clock.ts'
import { DueIn, Elapsed } from '../../../web/controls/Elapsed.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Shape } from '../../../web/controls/Shape.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { boardPath, mayStartAlone, prepareToStartAlone, useAsOf } from '../../../web/known.ts'
import { useContact } from '../../../web/live.ts'
import { useMay } from '../../../web/me.ts'
import { minutesFrom, showMinutes, showTime } from '../../../web/time.ts'
import { useIsPast } from '../../../web/today.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { shellWords } from '../../../web/words/en/shell.ts'
import { onTile } from '../board/alarm.ts'
import type { OpenInfusion } from '../room-clock.ts'
import type { SessionLine } from '../session-view.ts'
import { Alarms } from './Alarms.tsx'
import type { BoardAnswer } from './answers.ts'
import './board.css'
import { DimButton } from './DimButton.tsx'
import { WatchCounts } from './WatchCounts.tsx'

const words = sessionWords.wall

/** Every room at a glance, from across it: who, how far, since when, what is next, what is late. In words and colour. */
export const Board = () => {
  const { data, error, refetch } = useRead<BoardAnswer>(boardPath)
  const contact = useContact()
  const asOf = useAsOf(boardPath)
  const now = useNow(5)
  const mayDay = useMay('sessions.read')
  useEffect(prepareToStartAlone, [])
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const old = asOf !== undefined || !contact.connected || Boolean(error)
  const oldSince = old ? showTime(new Date(asOf ?? contact.since).toISOString(), data.timeZone) : undefined
  return (
    <div className="board-page">
      <header className="board-head">
        <h1>{data.clinic}</h1>
        <span className="board-clock">{showTime(now, data.timeZone)}</span>
        <DimButton />
        {mayDay && (
          <Link to="/" className="button" data-kind="plain">
            {words.back}
          </Link>
        )}
      </header>
      {oldSince && (
        <Notice signal="attention" title={words.old(oldSince)} live>
          <p>{mayStartAlone() ? words.startsAlone : words.doesNotStartAlone}</p>
        </Notice>
      )}
      {data.rooms.length === 0 && <Empty title={words.noRooms} />}
      <Alarms data={data} now={now} oldSince={oldSince} refresh={refetch} />
      <WatchCounts watching={data.watching} limit={data.patientsPerMonitor} />
      <ul className="board" data-many={data.rooms.length > 4}>
        {data.rooms.map(({ id, name }) => (
          <Room
            key={id}
            name={name}
            lines={data.sessions.filter(({ room }) => room.id === id)}
            now={now}
            timeZone={data.timeZone}
            oldSince={oldSince}
          />
        ))}
      </ul>
      <p className="shell-alarm">{shellWords.notOnlyAlarm}</p>
    </div>
  )
}

const isHere = ({ arrivedAt }: SessionLine): boolean => arrivedAt !== null
const isLate = ({ next }: SessionLine, now: string): boolean => next !== null && now > next.lateAt

/** What is wrong where somebody is: an emergency, something that waits or is late, or neither. */
const signalOf = (here: SessionLine | undefined, now: string): 'emergency' | 'attention' | 'none' => {
  if (here?.alerts.some(({ severity }) => severity === 'emergency')) return 'emergency'
  return here && (here.alerts.length > 0 || isLate(here, now)) ? 'attention' : 'none'
}

const Room = ({
  name,
  lines,
  now,
  timeZone,
  oldSince,
}: {
  name: string
  lines: SessionLine[]
  now: string
  timeZone: string
  oldSince: string | undefined
}) => {
  const here = lines.find(isHere)
  const next = lines.find((line) => !isHere(line))
  const late = here ? isLate(here, now) : false
  const signal = signalOf(here, now)
  return (
    <li className="board-room" data-signal={signal} data-free={!here} data-old={oldSince !== undefined}>
      <h2>{name}</h2>
      {here ? (
        <Patient line={here} late={late} />
      ) : (
        <p className="board-free">{oldSince ? words.freeThen(oldSince) : words.free}</p>
      )}
      {!here && next && <Expected line={next} now={now} timeZone={timeZone} />}
    </li>
  )
}

const Expected = ({ line, now, timeZone }: { line: SessionLine; now: string; timeZone: string }) => {
  const late = minutesFrom(line.bookedFor, now)
  return (
    <p className="board-next">
      {line.patient.initials}{' '}
      {late >= 5 ? words.lateBy(showMinutes(late)) : words.expected(showTime(line.bookedFor, timeZone))}
    </p>
  )
}

/** A pump that stands is not taken for one that runs, nor one that is through for an end that is on record. */
const Pump = ({ paused, runsOutAt }: OpenInfusion) => {
  const now = useNow(5)
  const through = runsOutAt !== null && now >= runsOutAt
  if (!paused && !through) return null
  return (
    <p>
      <State signal={paused ? 'held' : 'attention'}>{paused ? words.paused : words.through}</State>
    </p>
  )
}

const Patient = ({ line, late }: { line: SessionLine; late: boolean }) => {
  const mayOpen = useMay('sessions.record')
  const stale = useIsPast(line.next?.reviewBy)
  const { shown, more } = onTile(line.alerts)
  return (
    <>
      <p className="board-name">
        {mayOpen ? (
          <Link to={`/sessions/${line.id}`}>
            <bdi>{line.patient.name}</bdi>
          </Link>
        ) : (
          <bdi>{line.patient.name}</bdi>
        )}
      </p>
      <p>
        <State>{sessionWords.phases[line.phase]}</State>
      </p>
      {line.infusion && <Pump {...line.infusion} />}
      {line.clock && (
        <p className="board-since">
          <Elapsed since={line.clock.since} what={sessionWords.since[line.clock.from]} big />
        </p>
      )}
      {shown.map(({ rule, severity, says }, index) => {
        const signal = severity === 'emergency' ? 'emergency' : 'attention'
        return (
          <p key={rule || index} className="board-alert" data-signal={signal}>
            <Shape signal={signal} />
            <span>
              <strong>{words[signal]}</strong> {says}
            </span>
          </p>
        )
      })}
      {more > 0 && (
        <p className="board-alert" data-signal="attention">
          <Shape signal="attention" />
          <span>{words.more(more)}</span>
        </p>
      )}
      {line.next && (
        <p className="board-due" data-late={late}>
          {late && <Shape signal="attention" />}
          <DueIn due={line.next.dueAt} what={sessionWords.observed(line.next.what)} timeFirst stale={stale} />
        </p>
      )}
      <p className="soft board-who">{sessionWords.now.responsible(line.responsible.name)}</p>
    </>
  )
}
