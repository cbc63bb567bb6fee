import { type ReactNode, useState } from 'react'
import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { AnswersEnded } from '../../../clinic/safety/screens/AnswersEnded.tsx'
import { dayIn } from '../../../science/day-in.ts'
import { instrumentById, measureById } from '../../../science/instruments/catalogue.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { answersWords as words } from '../../../web/words/en/answers.ts'
import { outcomeWords } from '../../../web/words/en/outcomes.ts'
import { questionnaireScreenWords } from '../../../web/words/en/questionnaires.ts'
import type { AnswersListed, AnswersOfPatient } from '../answers.ts'
import { ChangeAnswers } from './ChangeAnswers.tsx'
import { titleOf } from './Rate.tsx'

/** Years of weekly questionnaires come a page at a time. */
const shownFirst = 50

/** All that one patient answered, what was corrected and taken back among it, and where that is done. */
export const AllAnswers = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<AnswersOfPatient>(`/api/patients/${patientId}/responses`)
  const timeZone = useTimeZone()
  const mayRecord = useMay('outcomes.record')
  const [shown, setShown] = useState(shownFirst)
  const [changing, setChanging] = useState<AnswersListed>()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const more = data.answers.length - shown
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <p className="soft">{words.help}</p>
      {data.answers.length === 0 && <Empty title={words.none} />}
      {data.answers.length > 0 && (
        <Table
          caption={words.title}
          rows={data.answers.slice(0, shown)}
          keyOf={({ id }) => id}
          columns={[
            { title: words.when, show: ({ answeredAt }) => showMoment(answeredAt, timeZone) },
            {
              title: words.questionnaire,
              show: ({ instrument, ended }) => (ended ? <s>{titleOf(instrument)}</s> : titleOf(instrument)),
            },
            {
              title: words.result,
              show: (answers) => (
                <Result answers={answers}>
                  {mayRecord && answers.ended === null && (
                    <div>
                      <Button
                        kind="plain"
                        label={words.changeOf(titleOf(answers.instrument), showMoment(answers.answeredAt, timeZone))}
                        onPress={() => setChanging(answers)}
                      >
                        {words.change}
                      </Button>
                    </div>
                  )}
                </Result>
              ),
            },
            { title: words.by, show: (answers) => <By answers={answers} timeZone={timeZone} /> },
          ]}
        />
      )}
      {more > 0 && (
        <div>
          <Button kind="quiet" onPress={() => setShown(data.answers.length)}>
            {words.before(more)}
          </Button>
        </div>
      )}
      {changing && (
        <ChangeAnswers
          key={changing.id}
          patientId={patientId}
          answers={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </div>
  )
}

/** What it came to, and each answer below; of what counts no more why, by whom and when. `children`: what may be done. */
const Result = ({ answers: row, children }: { answers: AnswersListed; children: ReactNode }) => {
  const { instrument, answers, ended } = row
  const items = measureById[instrument]?.items ?? []
  const what = resultOf(row)
  return (
    <div className="stack" data-gap="tight">
      <p>{ended ? <s>{what}</s> : what}</p>
      <AnswersEnded ended={ended} says={words.is} />
      {answers['total'] === undefined && items.length > 0 && (
        <details className="quiet-details">
          <summary>{words.each}</summary>
          <ul>
            {items.map(({ linkId }) => (
              <li key={linkId}>{oneOf(instrument, linkId, answers[linkId])}</li>
            ))}
          </ul>
        </details>
      )}
      {children}
    </div>
  )
}

const resultOf = ({ instrument, answers, score, lowest, highest, missing }: AnswersListed): string => {
  const open = missing > 0 ? ` (${outcomeWords.missing(missing)})` : ''
  if (score !== null) return String(score)
  if (lowest !== null && highest !== null) return outcomeWords.range(lowest, highest) + open
  const read = measureById[instrument]?.reads?.(answers, {}).result
  return (read ?? words.noTotal) + open
}

/** One question with its answer, in words where they are ours to show, and by numbers where not. */
const oneOf = (instrument: string, linkId: string, value: AnswersListed['answers'][string]): string => {
  const item = instrumentById[instrument]?.items.find((one) => one.linkId === linkId)
  const question = item?.text ?? questionnaireScreenWords.numbered(linkId)
  const said = item?.answers.find((one) => one.value === value)?.text ?? (value == null ? words.open : String(value))
  return words.said(question, said)
}

const By = ({ answers: { by, answeredAt, recordedAt }, timeZone }: { answers: AnswersListed; timeZone: string }) => (
  <>
    {by ?? words.patient}
    {dayIn(timeZone, answeredAt) !== dayIn(timeZone, recordedAt) && (
      <span className="soft">, {showMoment(recordedAt, timeZone)}</span>
    )}
  </>
)
