import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { ConfirmationSent, type Determination } from '../determination.ts'
import { evaluationChanged } from './use-evaluation.ts'

const Typed = ConfirmationSent.omit({ id: true })
const answers = (['confirmed', 'not confirmed'] as const).map((value) => ({
  value,
  label: evaluationWords.confirmAnswers[value],
}))

/** The second act, apart from the first: read, decide for yourself, say why. */
export const Confirm = ({
  determination,
  patientId,
  mine,
  alone,
}: {
  determination: Determination
  patientId: string
  mine: boolean
  alone: boolean
}) => {
  const queries = useQueryClient()
  const why = mine && !alone ? evaluationWords.confirmByOther : undefined
  return (
    <section className="stack sheet">
      <h2>{evaluationWords.confirmTitle}</h2>
      <p>{evaluationWords.confirmLead}</p>
      {mine && alone && <p>{evaluationWords.confirmSame}</p>}
      <Form
        id={`confirmation.${determination.id}`}
        schema={Typed}
        save={evaluationWords.confirm}
        why={why}
        onSave={async (typed, { sentId: id }) => {
          await api.post(`/api/patients/${patientId}/determinations/${determination.id}/confirmation`, { id, ...typed })
          await evaluationChanged(queries, patientId)
        }}
      >
        <Choice name="answer" label={evaluationWords.confirmAnswer} options={answers} />
        <TextArea name="reason" label={evaluationWords.confirmReason} rows={3} />
      </Form>
    </section>
  )
}
