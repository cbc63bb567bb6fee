import { Link } from '@tanstack/react-router'
import { measureById } from '../../../science/instruments/catalogue.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { useNow } from '../../../web/clock.ts'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import { type Due, isSeldom } from '../due.ts'
import type { DueHere } from '../queries.ts'
import { AskPatient } from './AskPatient.tsx'
import { HowAsked } from './HowAsked.tsx'
import { Rhythm } from './Rhythm.tsx'

/** What patients are asked after a session, what has not come back, and who has to be called instead. */
export const FollowUps = () => {
  const { data, error, refetch } = useRead<DueHere>('/api/outcomes/due')
  const timeZone = useTimeZone()
  const mayChart = useMay('chart.read')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.followUp}>{words.followUpHelp}</PageTitle>
      {data.due.length === 0 && (
        <Empty title={words.nothingDue}>
          <p className="soft">{words.nothingDueHelp}</p>
        </Empty>
      )}
      {data.due.length > 0 && (
        <Table
          caption={words.followUp}
          rows={data.due}
          keyOf={({ asks, sessionId }) => asks + sessionId}
          columns={[
            {
              title: words.patient,
              show: ({ patientId, name }) =>
                mayChart ? <Link to={`/patients/${patientId}` as never}>{name}</Link> : name,
            },
            { title: words.what, show: (due) => <What due={due} timeZone={timeZone} /> },
            {
              title: words.where,
              show: (due) => (
                <Where due={due} unsent={data.unsent?.includes(due.patientId) ?? false} timeZone={timeZone} />
              ),
            },
            {
              title: words.askNow,
              show: ({ patientId, name, sessionId, releasedAt, about }) => (
                <div className="row">
                  <AskPatient
                    patientId={patientId}
                    name={name}
                    sessions={about ? [] : [{ id: sessionId, bookedFor: releasedAt, dosedAt: releasedAt }]}
                  />
                  <HowAsked patientId={patientId} name={name} />
                </div>
              ),
            },
          ]}
        />
      )}
      <Rhythm />
    </div>
  )
}

const What = ({ due: { asks, instruments, about }, timeZone }: { due: Due; timeZone: string }) => {
  if (!about) return <>{named(asks, instruments)}</>
  const ahead =
    about.kind === 'session' ? words.ahead.session(showMoment(about.until ?? '', timeZone)) : words.ahead.evaluation
  return (
    <>
      {named(asks, instruments)} <span className="soft">{ahead}</span>
    </>
  )
}

const named = (asks: Due['asks'], instruments: readonly string[]): string =>
  asks === 'next-day' ? words.asked[asks] : instruments.map((id) => measureById[id]?.title ?? id).join(', ')

const Where = ({ due, unsent, timeZone }: { due: Due; unsent: boolean; timeZone: string }) => {
  const { askedAt, silentSince, dueAt, by, stopped, unanswered } = due
  const now = new Date(useNow(60)).toISOString()
  const sent = askedAt ?? silentSince
  if (stopped) return <State signal="attention">{words.stopped[stopped]}</State>
  if (isSeldom(unanswered)) return <State signal="attention">{words.neverAnswers(unanswered)}</State>
  if (sent && unsent) return <State signal="attention">{words.inOutbox(showMoment(sent, timeZone))}</State>
  if (sent) return <>{words.sentNoAnswer(showMoment(sent, timeZone))}</>
  if (!by && dueAt > now) return <span className="soft">{words.callFrom(showMoment(dueAt, timeZone))}</span>
  if (!by) return <State signal="attention">{words.noWay}</State>
  if (dueAt > now)
    return <span className="soft">{words.goesOut(showMoment(dueAt, timeZone), words.channel[by.channel])}</span>
  return <>{words.sendsSoon(words.channel[by.channel])}</>
}
