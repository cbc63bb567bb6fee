import { Link } from '@tanstack/react-router'
import { protocols } from '../../../science/routes/protocols.ts'
import { Day, daysBetween } from '../../../science/time.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useSignedIn, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { drillWords as words } from '../../../web/words/en/drills.ts'
import { useSending } from '../../sessions/screens/unsent.ts'
import { useOnce } from '../../sessions/screens/use-once.ts'
import type { DrillRow } from '../queries.ts'
import type { Script } from '../script.ts'
import { goIn } from './crossing.ts'
import './drills.css'
import { useOwnUnsent } from './unsent-own.ts'

export type DrillShown = Omit<DrillRow, 'playedIn'>
type Offered = Pick<Script, 'id' | 'version' | 'title' | 'trains' | 'route'>
type Answer = {
  now: string
  scripts: Offered[]
  drills: DrillShown[]
  unfinished: string | null
  everyMonths: number | null
}

/** Which drills there are, and who has done them. */
export const Drills = () => {
  const { data, error, refetch } = useRead<Answer>('/api/drills')
  const { staff } = useSignedIn()
  const unsent = useOwnUnsent()
  const mayStart = useMay('drills.start')
  useSending(staff.id)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const why = unsent.length > 0 ? words.unsentFirst(unsent.length) : undefined
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      {data.unfinished && <Unfinished drillId={data.unfinished} />}
      {mayStart && !data.unfinished && (
        <section className="stack" aria-labelledby="drill-choose">
          <h2 id="drill-choose">{words.choose}</h2>
          <p className="soft">
            {words.starting} {words.minutesLong}
          </p>
          <ul className="drill-list">
            {data.scripts.map((script) => (
              <li key={script.id}>
                <Offer script={script} why={why} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="drill-record">
        <h2 id="drill-record">{words.record}</h2>
        <p className="soft">{words.recordHelp}</p>
        {data.drills.length === 0 ? <Empty title={words.none} /> : <Record answer={data} />}
      </section>
    </div>
  )
}

const Offer = ({ script, why }: { script: Offered; why: string | undefined }) => {
  const [id] = useOnce()
  return (
    <div className="stack" data-gap="tight">
      <h3>{script.title}</h3>
      <p className="soft">{protocols[script.route].title}</p>
      <p>{script.trains}</p>
      <Button
        kind="quiet"
        why={why}
        label={`${words.start}: ${script.title}`}
        onPress={async () => {
          await api.post('/api/drills', { id, script: script.id })
          await goIn(id)
        }}
      >
        {words.start}
      </Button>
    </div>
  )
}

/** The way back into a drill, and the way out of it for good. */
export const Unfinished = ({ drillId, onEnd }: { drillId: string; onEnd?: () => unknown }) => (
  <Notice title={words.unfinishedTitle}>
    <p>{words.endHelp}</p>
    <div className="row">
      <Button onPress={() => goIn(drillId)}>{words.goOnDrill}</Button>
      {onEnd ? (
        <Button
          kind="quiet"
          onPress={async () => {
            await api.post(`/api/drills/${drillId}/keep`)
            await onEnd()
          }}
        >
          {words.end}
        </Button>
      ) : (
        <Link to={`/drills/${drillId}`}>{words.end}</Link>
      )}
    </div>
  </Notice>
)

const Record = ({ answer: { drills, now, scripts, everyMonths } }: { answer: Answer }) => {
  const timeZone = useTimeZone()
  const dayOf = (at: string) => Day.parse(new Date(at).toLocaleDateString('sv-SE', { timeZone }))
  const titleOf = ({ report, script }: DrillShown) =>
    report?.script.title ?? scripts.find(({ id }) => id === script)?.title ?? script
  return (
    <Table
      caption={words.record}
      rows={drills}
      keyOf={({ id }) => id}
      columns={[
        { title: words.who, show: ({ name }) => name },
        {
          title: words.what,
          show: (row) => (
            <>
              <Link to={`/drills/${row.id}`}>{titleOf(row)}</Link>{' '}
              <span className="soft">{words.version(row.version)}</span>
            </>
          ),
        },
        {
          title: words.when,
          show: ({ startedAt }) => {
            const days = daysBetween(dayOf(startedAt), dayOf(now))
            const old = everyMonths !== null && days > everyMonths * 30
            return (
              <>
                {showMoment(startedAt, timeZone)} <span className="soft">({words.age(days)})</span>{' '}
                {old && <State signal="attention">{words.older(everyMonths)}</State>}
              </>
            )
          },
        },
        { title: words.standing, show: (row) => <Standing drill={row} /> },
      ]}
    />
  )
}

export const Standing = ({ drill: { report, signOff } }: { drill: DrillShown }) => {
  if (!report) return <State>{words.notEnded}</State>
  if (!signOff) return <State signal="info">{words.waits}</State>
  return (
    <State signal={signOff.answer === 'signed off' ? 'none' : 'held'}>{words.by(signOff.answer, signOff.by)}</State>
  )
}
