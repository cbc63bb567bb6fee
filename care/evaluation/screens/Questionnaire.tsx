import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { scoreAsq } from '../../../science/instruments/asq.ts'
import type { Instrument } from '../../../science/instruments/instrument.ts'
import { api } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { ResponseLine } from '../queries.ts'
import { evaluationChanged } from './use-evaluation.ts'

type Flag = { id: string; level: string; says: string }

/** A questionnaire asked in the clinic. A question left open stays open; it is never counted as No or as zero. */
export const Questionnaire = ({
  instrument,
  patientId,
  evaluationId,
  responses,
}: {
  instrument: Instrument
  patientId: string
  evaluationId: string
  responses: readonly ResponseLine[]
}) => {
  const last = responses.find((response) => response.instrument === instrument.id)
  const [asking, setAsking] = useState(last === undefined)
  const [flags, setFlags] = useState<Flag[]>([])
  return (
    <>
      {flags.map(({ id, level, says }) => (
        <Notice key={id} signal={level === 'urgent' ? 'emergency' : 'attention'} title={says} live>
          <p>{evaluationWords.shown988}</p>
        </Notice>
      ))}
      <Result instrument={instrument} last={last} />
      {asking ? (
        <Ask
          instrument={instrument}
          patientId={patientId}
          evaluationId={evaluationId}
          onDone={(raised) => {
            setFlags(raised)
            setAsking(false)
          }}
        />
      ) : (
        <p>
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {evaluationWords.askAgain}
          </Button>
        </p>
      )}
      <p className="soft">{instrument.licence.sentence}</p>
    </>
  )
}

const Result = ({ instrument, last }: { instrument: Instrument; last: ResponseLine | undefined }) => {
  const timeZone = useTimeZone()
  if (!last) return <p className="soft">{evaluationWords.neverAsked}</p>
  const result =
    instrument.id === 'asq'
      ? evaluationWords.asqResults[scoreAsq(last.answers)]
      : last.score !== null
        ? evaluationWords.phqScore(last.score)
        : last.lowest !== null && last.highest !== null
          ? evaluationWords.phqBetween(last.lowest, last.highest)
          : evaluationWords.phqOpen(last.missing)
  return (
    <p>
      <strong>{result}</strong>{' '}
      <span className="soft">{evaluationWords.askedAt(showMoment(last.answeredAt, timeZone))}</span>
    </p>
  )
}

const Ask = ({
  instrument,
  patientId,
  evaluationId,
  onDone,
}: {
  instrument: Instrument
  patientId: string
  evaluationId: string
  onDone: (flags: Flag[]) => void
}) => {
  const queries = useQueryClient()
  // A bare number as a name would make a list of the answers.
  const schema = z.object(
    Object.fromEntries(
      instrument.items.map(({ linkId }) => [`q${linkId}`, z.union([z.number(), z.string()]).optional()]),
    ),
  )
  return (
    <Form
      id={`evaluation.${evaluationId}.${instrument.id}`}
      schema={schema}
      save={evaluationWords.record}
      onSave={async (typed, { sentId: id }) => {
        const answers = Object.fromEntries(
          instrument.items.map(({ linkId }) => [linkId, (typed as Record<string, unknown>)[`q${linkId}`] ?? null]),
        )
        const answeredAt = new Date(serverNow()).toISOString()
        const sent = { id, evaluationId, instrument: instrument.id, answers, answeredAt }
        const { flags } = await api.post<{ flags: Flag[] }>(`/api/patients/${patientId}/evaluation/responses`, sent)
        await evaluationChanged(queries, patientId)
        onDone(flags)
      }}
    >
      <p>{instrument.id === 'asq' ? evaluationWords.asqLead : evaluationWords.phqLead}</p>
      {instrument.stem && <p>{instrument.stem}</p>}
      {instrument.items.map(({ linkId, text, answers }) => (
        <Choice
          key={linkId}
          name={`q${linkId}`}
          label={`${linkId === 'difficulty' ? '' : `${linkId}. `}${text}`}
          hint={instrument.id === 'asq' && linkId === '5' ? evaluationWords.asqFifth : undefined}
          across
          options={answers.map((answer) => ({ value: answer.value, label: answer.text }))}
        />
      ))}
    </Form>
  )
}
