import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { required } from '../../../clinic/records/typed.ts'
import { api } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay } from '../../../web/me.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { says } from '../../../web/words/en/says/evaluation.ts'
import { evaluationChanged } from './use-evaluation.ts'

const Typed = z.object({ reason: required(says.reason, 2_000) })

/** Ends the evaluation with the course of treatment it was made for; the next one begins with everything unknown. */
export const Close = ({ evaluationId, patientId }: { evaluationId: string; patientId: string }) => {
  const queries = useQueryClient()
  if (!useMay('evaluation.determine')) return null
  return (
    <details className="quiet-details">
      <summary>{evaluationWords.closeTitle}</summary>
      <div className="stack">
        <p className="soft">{evaluationWords.closeLead}</p>
        <Form
          id={`evaluation.${evaluationId}.close`}
          schema={Typed}
          save={evaluationWords.close}
          kind="quiet"
          onSave={async ({ reason }) => {
            await api.post(`/api/patients/${patientId}/evaluation/close`, { evaluationId, reason })
            await evaluationChanged(queries, patientId)
          }}
        >
          <TextArea name="reason" label={evaluationWords.closeReason} rows={2} />
        </Form>
      </div>
    </details>
  )
}
