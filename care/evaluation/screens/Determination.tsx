import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { GoOn } from '../../../web/controls/GoOn.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { OnOwnRoute } from '../../../web/controls/OnOwnRoute.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useTopAfter } from '../../../web/focus.ts'
import { useMay, useSignedIn } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { consentWords } from '../../../web/words/en/consent.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { reportedWords } from '../../../web/words/en/reported.ts'
import type { Item } from '../../intake/standing.ts'
import type { EvaluationAnswer } from '../read.ts'
import { isConcern, saidItems } from '../reported.ts'
import { Close } from './Close.tsx'
import { Confirm } from './Confirm.tsx'
import { Determine } from './Determine.tsx'
import { EvidenceBeside } from './EvidenceBeside.tsx'
import './evaluation.css'
import { Integrative } from './Integrative.tsx'
import { ReportedContext } from './Reported.tsx'
import { DeterminationText, Reevaluate, Standing } from './Standing.tsx'
import { useEvaluation } from './use-evaluation.ts'

/** What a prescriber determined, what it is worth now, and the one next act: determine, or confirm. */
export const Determination = () => (
  <OnOwnRoute title={evaluationWords.determination} serving="every route">
    <DeterminationOfRoute />
  </OnOwnRoute>
)

const DeterminationOfRoute = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useEvaluation(patientId)
  useTopAfter(data && `${data.standing.state} ${data.standing.determination?.id ?? ''}`)
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  return (
    <>
      <PageTitle title={evaluationWords.determination} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <RouteChoice />
      <div className="stack" data-gap="wide">
        <Standing standing={data.standing} />
        {data.reported && <OpenReports items={data.reported.items} patientId={patientId} />}
        {data.standing.determination && (
          <div className="stack" data-gap="tight">
            <DeterminationText made={data.standing.determination} />
            {data.standing.determination.outcome === 'suitable' && (
              <Reevaluate made={data.standing.determination} today={data.today} />
            )}
          </div>
        )}
        {data.standing.state === 'in force' && (
          <GoOn
            to={`/patients/${patientId}/consent`}
            search={{ route: data.route }}
            may="consent.read"
            what={consentWords.title}
          />
        )}
        <EvidenceBeside data={data} />
        {data.evaluation ? (
          <ReportedContext value={{ data, patientId }}>
            <NextAct key={data.route} data={data} evaluationId={data.evaluation.id} patientId={patientId} />
          </ReportedContext>
        ) : (
          <Empty title={evaluationWords.notStarted}>
            <ButtonLink to={`/patients/${patientId}/evaluation`}>{evaluationWords.title}</ButtonLink>
          </Empty>
        )}
        {data.evaluation && <Integrative patientId={patientId} evaluationId={data.evaluation.id} />}
        <Past data={data} />
        {data.evaluation && <Close evaluationId={data.evaluation.id} patientId={patientId} />}
      </div>
    </>
  )
}

/** A yes of the patient that nobody has gone through is seen here too: a finding does not show it while it is not met. */
const OpenReports = ({ items, patientId }: { items: readonly Item[]; patientId: string }) => {
  const concerns = saidItems(items).filter(isConcern).length
  if (concerns === 0) return null
  return (
    <Notice signal="attention" title={reportedWords.openConcerns(concerns)}>
      <ButtonLink to={`/patients/${patientId}/evaluation`} search={{ part: 'reported' }} kind="quiet">
        {reportedWords.goThrough}
      </ButtonLink>
    </Notice>
  )
}

const NextAct = ({
  data,
  evaluationId,
  patientId,
}: {
  data: EvaluationAnswer
  evaluationId: string
  patientId: string
}) => {
  const may = useMay('evaluation.determine')
  const { staff } = useSignedIn()
  if (!may) return <p className="soft">{evaluationWords.notForYou}</p>
  const { state, determination } = data.standing
  const again = (
    <Determine key={determination?.id ?? ''} data={data} evaluationId={evaluationId} patientId={patientId} />
  )
  const toConfirm = state === 'awaiting confirmation' ? determination : undefined
  if (!toConfirm && state !== 'in force') return again
  return (
    <>
      {toConfirm && (
        <Confirm
          determination={toConfirm}
          patientId={patientId}
          mine={toConfirm.byId === staff.id}
          alone={!data.anotherPrescriber}
        />
      )}
      <details className="quiet-details">
        <summary>{evaluationWords.decideAgain}</summary>
        {again}
      </details>
    </>
  )
}

const Past = ({ data }: { data: EvaluationAnswer }) => {
  const past = data.determinations.filter(({ id }) => id !== data.standing.determination?.id)
  if (past.length === 0) return null
  return (
    <details className="quiet-details">
      <summary>{evaluationWords.past}</summary>
      <div className="stack" data-gap="wide">
        {past.map((made) => (
          <DeterminationText key={made.id} made={made} />
        ))}
      </div>
    </details>
  )
}
