import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { FactFields } from '../../../clinic/records/screens/FactFields.tsx'
import { api, idBeside, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { useMay } from '../../../web/me.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { reportedWords as words } from '../../../web/words/en/reported.ts'
import type { Answer } from '../../intake/standing.ts'
import type { AnswerValue } from '../basis.ts'
import { type Asked, questions } from '../questions.ts'
import type { EvaluationAnswer } from '../read.ts'
import { type Becomes, becomes, entrySchemas, isWhole } from '../reported.ts'
import { showAnswer } from './show-answer.ts'
import { trialFields } from './Trials.tsx'
import { evaluationChanged } from './use-evaluation.ts'

type More = { value?: AnswerValue; fact?: object; id?: string }
type Send = (how: 'as said' | 'own' | 'talked about', more?: More) => Promise<void>

/** One tap confirms what the patient said, and a named clinician did it; or they record something else beside it. */
export const GoThrough = ({
  answer,
  data,
  patientId,
}: {
  answer: Answer
  data: EvaluationAnswer
  patientId: string
}) => {
  const may = useMay('evaluation.write')
  const queries = useQueryClient()
  const pressed = useRef(newId()).current
  const [own, setOwn] = useState(false)
  if (!may) return null
  const meant = becomes(answer)
  const send: Send = async (how, { id = pressed, ...more } = {}) => {
    const corrects = meant.as === 'answer' ? data.answers.find(({ key }) => key === meant.key)?.id : undefined
    const of = { evaluationId: data.evaluation?.id, answerId: answer.id, corrects: corrects ?? null }
    const body = { id, becameId: idBeside(id), how, ...of, ...more }
    try {
      await api.post(`/api/patients/${patientId}/evaluation/reported`, body)
      setOwn(false)
    } finally {
      await evaluationChanged(queries, patientId)
    }
  }
  const what = intakeWords.questions[answer.question]
  const whole = meant.as !== 'entry' || isWhole(meant.kind, meant.fact)
  return (
    <div className="row">
      {whole && (
        <Button
          kind="quiet"
          label={`${labelOf(meant)}: ${what}`}
          onPress={() => send(meant.as === 'talked about' ? 'talked about' : 'as said')}
        >
          {labelOf(meant)}
        </Button>
      )}
      {(meant.as === 'answer' || meant.as === 'entry') && (
        <Button kind={whole ? 'plain' : 'quiet'} label={`${words.own}: ${what}`} onPress={() => setOwn(true)}>
          {words.own}
        </Button>
      )}
      {meant.as !== 'talked about' && (
        <Button kind="plain" label={`${words.onlyTalked}: ${what}`} onPress={() => send('talked about')}>
          {words.onlyTalked}
        </Button>
      )}
      <Dialog title={words.ownTitle} open={own} onClose={() => setOwn(false)}>
        <p>
          {what} <span className="soft">{words.ownHelp}</span>
        </p>
        {meant.as === 'answer' && <OwnAnswer name={meant.key} send={send} />}
        {meant.as === 'entry' && <OwnEntry id={answer.id} meant={meant} send={send} />}
      </Dialog>
    </div>
  )
}

const labelOf = (meant: Becomes): string => {
  if (meant.as === 'answer') return words.becomes.answer(showAnswer(meant.value))
  return words.becomes[meant.as === 'entry' ? meant.kind : meant.as]
}

const OwnAnswer = ({ name, send }: { name: Asked; send: Send }) => {
  const question = questions[name]
  const values: AnswerValue[] = question.kind === 'choice' ? [...question.options, null] : [true, false, null]
  return (
    <div className="stack">
      <p>
        <strong>{evaluationWords.questions[name]}</strong>
      </p>
      <div className="row">
        {values.map((value) => (
          <Button key={String(value)} kind="quiet" onPress={() => send('own', { value })}>
            {showAnswer(value)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** Under which name the fields of its form keep what is typed. */
const inForm = ({ kind }: { kind: string }): 'content' | 'fact' => (kind === 'trial' ? 'content' : 'fact')

const OwnEntry = ({ id, meant, send }: { id: string; meant: Extract<Becomes, { as: 'entry' }>; send: Send }) => (
  <Form
    id={`reported.${id}`}
    schema={z.object({
      [inForm(meant)]: z.preprocess((typed) => typed ?? {}, entrySchemas[meant.kind] as z.ZodType<object>),
    })}
    start={{ [inForm(meant)]: meant.fact }}
    save={words.saveOwn}
    onSave={(typed, { sentId: id }) => send('own', { id, fact: typed[inForm(meant)] as object })}
  >
    {meant.kind === 'trial' ? trialFields : <FactFields kind={meant.kind} />}
  </Form>
)
