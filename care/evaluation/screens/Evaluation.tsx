import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { current } from '../../../clinic/records/fact.ts'
import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { asq } from '../../../science/instruments/asq.ts'
import { phq9 } from '../../../science/instruments/phq9.ts'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { OnOwnRoute } from '../../../web/controls/OnOwnRoute.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { useParam, useSearchValue } from '../../../web/params.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { examinationWords } from '../../../web/words/en/examination.ts'
import { reportedWords } from '../../../web/words/en/reported.ts'
import { RatingsDue } from '../../outcomes/screens/Ratings.tsx'
import { isPart, isSection, nextPart, type Part } from '../parts.ts'
import { type Asked, isExamined, type Kind, sections } from '../questions.ts'
import type { EvaluationAnswer } from '../read.ts'
import type { Reported } from '../reported.ts'
import './evaluation.css'
import { BodyMass } from './BodyMass.tsx'
import { Contradictions } from './Contradictions.tsx'
import { Diagnoses } from './Diagnoses.tsx'
import { Examined } from './Examined.tsx'
import { Findings } from './Findings.tsx'
import { Measures } from './Measures.tsx'
import { Medicines } from './Medicines.tsx'
import { PartsNav } from './PartsNav.tsx'
import { HistoryContext, Question } from './Question.tsx'
import { Questionnaire } from './Questionnaire.tsx'
import { ReportedBeside, ReportedContext } from './Reported.tsx'
import { ReportedPart } from './ReportedPart.tsx'
import { Results } from './Results.tsx'
import { Staging } from './Staging.tsx'
import { StandingState } from './Standing.tsx'
import { Trials } from './Trials.tsx'
import { evaluationChanged, useEvaluation, useSave } from './use-evaluation.ts'
import { WordsQuestion } from './Words.tsx'

/** The evaluation, one part at a time. Every answer is saved as it is given; what nobody answers stays unknown. */
export const Evaluation = () => (
  <OnOwnRoute title={evaluationWords.title} serving="every route">
    <EvaluationOfRoute />
  </OnOwnRoute>
)

const EvaluationOfRoute = () => {
  const patientId = useParam('patientId')
  const wanted = useSearchValue('part')
  const part: Part = isPart(wanted) ? wanted : 'story'
  const { data, error, refetch } = useEvaluation(patientId)
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  return (
    <>
      <PageTitle
        title={evaluationWords.title}
        over={<PatientOver patientId={patientId} />}
        state={<StandingState state={data.standing.state} />}
      >
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <RouteChoice />
      {data.evaluation ? (
        <div className="evaluation">
          <PartsNav part={part} data={data} patientId={patientId} />
          <section className="evaluation-part" aria-label={evaluationWords.parts[part]}>
            <PartTitle part={part} />
            <HistoryContext value={data.history}>
              <ReportedContext value={{ data, patientId }}>
                <PartBody key={part} part={part} data={data} evaluationId={data.evaluation.id} patientId={patientId} />
              </ReportedContext>
            </HistoryContext>
            <NextPart part={part} patientId={patientId} />
          </section>
        </div>
      ) : (
        <>
          <Start patientId={patientId} />
          {data.reported && <Beforehand reported={data.reported} />}
        </>
      )}
    </>
  )
}

/** Whoever goes on to another part is at its beginning, with the keyboard too. */
const PartTitle = ({ part }: { part: Part }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(part)
  useEffect(() => {
    if (shown.current === part) return
    shown.current = part
    heading.current?.focus()
  }, [part])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {evaluationWords.parts[part]}
    </h2>
  )
}

/** What the patient told can be read before there is an evaluation to go through it in. */
const Beforehand = ({ reported }: { reported: Reported }) => (
  <section className="evaluation-part" aria-label={evaluationWords.parts.reported}>
    <h2>{evaluationWords.parts.reported}</h2>
    <p className="soft">{reportedWords.startFirst}</p>
    <ReportedPart reported={reported} />
  </section>
)

const Start = ({ patientId }: { patientId: string }) => {
  const queries = useQueryClient()
  const id = useRef(newId()).current
  const may = useMay('evaluation.write')
  return (
    <Empty title={evaluationWords.notStarted}>
      <p>{evaluationWords.startLead}</p>
      {may && (
        <Button
          onPress={async () => {
            await api.post(`/api/patients/${patientId}/evaluation`, { id })
            await evaluationChanged(queries, patientId)
          }}
        >
          {evaluationWords.start}
        </Button>
      )}
    </Empty>
  )
}

type Body = { part: Part; data: EvaluationAnswer; evaluationId: string; patientId: string }

const PartBody = ({ part, data, evaluationId, patientId }: Body) => {
  const save = useSave(patientId, data)
  if (part === 'findings') return <Findings data={data} patientId={patientId} />
  if (part === 'rated') {
    return <RatingsDue headed patientId={patientId} context={{ kind: 'evaluation', id: evaluationId }} />
  }
  if (part === 'trials') return <Trials {...{ data, evaluationId, patientId }} />
  if (part === 'results') return <Results {...{ data, evaluationId, patientId }} />
  if (part === 'medicines') return <Medicines medicines={data.medicines} patientId={patientId} />
  if (part === 'reported') {
    return (
      <>
        <Contradictions pairs={data.contradictions} />
        <ReportedPart reported={data.reported} />
      </>
    )
  }
  if (part === 'signs' || part === 'tests') {
    return (
      <>
        {Object.keys(sections[part]).map((key) => (
          <ReportedBeside key={key} name={key} />
        ))}
        <Measures section={part} evaluationId={evaluationId} answers={data.answers} save={save} />
        {part === 'signs' && <BodyMass answers={data.answers} />}
      </>
    )
  }
  if (!isSection(part)) {
    const instrument = part === 'asq' ? asq : phq9
    return <Questionnaire {...{ instrument, patientId, evaluationId, responses: data.responses }} />
  }
  const stored = new Map(data.answers.map((answer) => [answer.key, answer]))
  const asked = (Object.entries(sections[part]) as [Asked, Kind][]).filter(([, kind]) => !isBeside(kind))
  return (
    <>
      {part === 'story' && <Diagnoses problems={data.problems} patientId={patientId} />}
      <p className="soft">{leads[part] ?? evaluationWords.autosave}</p>
      {asked.map(([key, question]) =>
        isExamined(question) ? (
          <Examined key={key} name={key} {...{ evaluationId, stored, save }} />
        ) : question.kind === 'words' ? (
          <WordsQuestion key={key} name={key} evaluationId={evaluationId} answer={stored.get(key)} save={save} />
        ) : (
          <Question key={key} name={key} answer={stored.get(key)} save={save} />
        ),
      )}
      {part === 'episode' && <Staging trials={current(data.entries.trial)} answers={data.answers} />}
    </>
  )
}

const leads: Partial<Record<Part, string>> = {
  story: evaluationWords.autosaveText,
  examination: examinationWords.lead,
  mse: examinationWords.lead,
  capacity: examinationWords.capacityLead,
}

/** Words that are shown with the finding they belong to. */
const isBeside = (question: Kind): boolean => question.kind === 'words' && question.of !== undefined

/** Parts whose main action is to record something. */
const hasOwnAction: readonly Part[] = ['trials', 'signs', 'tests', 'results', 'asq', 'phq', 'medicines']

const NextPart = ({ part, patientId }: { part: Part; patientId: string }) => {
  const next = nextPart(part)
  if (!next) return null
  return (
    <p className="next-part">
      <Link
        to={`/patients/${patientId}/evaluation`}
        search={((before: object) => ({ ...before, part: next })) as never}
        className="button"
        data-kind={hasOwnAction.includes(part) ? 'quiet' : 'main'}
      >
        {evaluationWords.next(evaluationWords.parts[next])}
      </Link>
    </p>
  )
}
