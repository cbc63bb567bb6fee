import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { integrativeWords as words } from '../../../web/words/en/integrative.ts'
import type { IntegrativePlan } from '../integrative.ts'
import { IntegrativeForm } from './IntegrativeForm.tsx'
import { type IntegrativeAnswer, IntegrativeItems } from './IntegrativeItems.tsx'

/** The integrative plan of the open evaluation: what counts, each earlier version, and the way to sign the next. */
export const Integrative = ({ patientId, evaluationId }: { patientId: string; evaluationId: string }) => {
  const path = `/api/patients/${patientId}/integrative-plan`
  const { data, error, refetch } = useRead<IntegrativeAnswer>(path)
  const queries = useQueryClient()
  const maySign = useMay('evaluation.determine')
  const [writing, setWriting] = useState(false)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={4} />
  const [newest, ...earlier] = data.versions
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      {newest ? <Version plan={newest} today={data.today} /> : <p className="soft">{words.none}</p>}
      {maySign && !writing && (
        <div>
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {newest ? words.change : words.write}
          </Button>
        </div>
      )}
      {maySign && writing && (
        <IntegrativeForm
          key={newest?.id}
          id={`evaluation.${evaluationId}.integrative`}
          newest={newest}
          onSign={async (typed, { from: expected, sentId: id }) => {
            await api.post(path, { id, evaluationId, expected, ...typed })
            await queries.invalidateQueries({ queryKey: [path] })
            setWriting(false)
          }}
        />
      )}
      {earlier.length > 0 && (
        <details className="quiet-details">
          <summary>{words.earlier(earlier.length)}</summary>
          <div className="stack" data-gap="wide">
            {earlier.map((plan) => (
              <Version key={plan.id} plan={plan} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

const Version = ({ plan, today }: { plan: IntegrativePlan; today?: IntegrativeAnswer['today'] }) => {
  const timeZone = useTimeZone()
  return (
    <div className="stack" data-gap="tight">
      {plan.items.length === 0 && <p className="soft">{words.ended}</p>}
      <IntegrativeItems items={plan.items} {...(today ? { today } : {})} />
      <p className="soft as-typed">
        {words.signed(plan.signedBy, showMoment(plan.signedAt, timeZone), plan.number)}
        {plan.why && `: ${plan.why}`}
      </p>
    </div>
  )
}
