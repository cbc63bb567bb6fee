import { api, inTheWay, useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { drillWords as words } from '../../../web/words/en/drills.ts'
import type { Report } from '../report.ts'
import { SignOff, SignOffAnswer } from '../training.ts'
import { type DrillShown, Standing, Unfinished } from './Drills.tsx'
import './drills.css'

type Answer = { drill: DrillShown; own: boolean; maySign: boolean }

/** One drill: its report, and what a person says of it. */
export const Drill = () => {
  const id = useParam('drillId')
  const { data, error, refetch } = useRead<Answer>(`/api/drills/${id}`)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const { drill, own, maySign } = data
  const { report, signOff } = drill
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={report?.script.title ?? words.title}
        over={`${drill.name} · ${showMoment(drill.startedAt, timeZone)} · ${words.version(drill.version)}`}
        state={<Standing drill={drill} />}
      >
        <ButtonLink to="/drills" kind="plain">
          {words.back}
        </ButtonLink>
      </PageTitle>
      {!report && own && <Unfinished drillId={id} onEnd={refetch} />}
      {report && <Lines report={report} />}
      {signOff && (
        <section className="stack">
          <h2>{words.by(signOff.answer, signOff.by)}</h2>
          <p>{signOff.words}</p>
          <p className="soft">{showMoment(signOff.at, timeZone)}</p>
        </section>
      )}
      {report && !signOff && (maySign ? <Sign id={id} onDone={refetch} /> : <p className="soft">{words.waitsHelp}</p>)}
    </div>
  )
}

type Line = Report['lines'][number]
const signals = { met: 'none', 'not met': 'held', unknown: 'info' } as const

const Lines = ({ report: { lines, counts, minutes, skippedMinutes } }: { report: Report }) => (
  <section className="stack" aria-labelledby="drill-report">
    <h2 id="drill-report">{words.report}</h2>
    <p className="soft">{words.reportHelp}</p>
    <Table
      caption={words.report}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.expected,
          show: ({ says, rule, source }: Line) => (
            <>
              {says} <span className="soft drill-source">{[rule, source.label].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        {
          title: words.result,
          show: ({ result }: Line) => (
            <span className="drill-result">
              <State signal={signals[result]}>{words.results[result]}</State>
            </span>
          ),
        },
        { title: words.found, show: foundOf },
      ]}
    />
    <p>
      {words.length(minutes, skippedMinutes)} {words.counts(counts.entries, counts.sets)}{' '}
      {counts.enteredAway > 0 && words.countsAway(counts.enteredAway)}
    </p>
  </section>
)

const foundOf = ({ why, minutes, count }: Line): string =>
  [
    words.whys[why],
    minutes === undefined ? undefined : words.after(minutes),
    count === undefined ? undefined : words.times(count),
  ]
    .filter(Boolean)
    .join(', ')

const Sign = ({ id, onDone }: { id: string; onDone: () => unknown }) => (
  <section className="stack" aria-labelledby="drill-sign">
    <h2 id="drill-sign">{words.signTitle}</h2>
    <p className="soft">{words.signHelp}</p>
    <Form
      id={`drill.sign.${id}`}
      schema={SignOff}
      save={words.sign}
      onSave={async (typed, { sentId }) => {
        await api.post(`/api/drills/${id}/sign-off`, { id: sentId, ...typed })
        await onDone()
      }}
    >
      <Choice
        name="answer"
        label={words.answer}
        across
        options={SignOffAnswer.options.map((value) => ({ value, label: words.answers[value] }))}
      />
      <TextArea name="words" label={words.words} rows={3} />
    </Form>
  </section>
)
