import { z } from 'zod'
import type { ContextKind } from '../../../clinic/responses/response.ts'
import type { Listed } from '../../../clinic/responses/shown.ts'
import { dayIn } from '../../../science/day-in.ts'
import type { Asked, Item } from '../../../science/instruments/instrument.ts'
import { api, useRead } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField, TimeField } from '../../../web/controls/DateField.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { clockTime, momentAt } from '../../../web/time.ts'
import { answersWords } from '../../../web/words/en/answers.ts'
import { questionnaireScreenWords as words } from '../../../web/words/en/questionnaires.ts'
import type { AnswersListed } from '../answers.ts'
import { TakeBack } from '../asking.ts'

type Worded = Listed & { stem: string | null; items: readonly (Item | Asked)[] }
export type Flag = { id: string; level: string; says: string }

/** What these answers are about: the session or the evaluation in which they were asked. */
export type Context = { kind: ContextKind; id?: string }

// A bare number as a name would make a list of the answers.
const field = (linkId: string): string => `q${linkId}`

const schemaOf = (items: Worded['items'], now: boolean, correcting: boolean) =>
  z.object({
    ...(now ? {} : { day: z.iso.date(), time: z.string().regex(/^\d{2}:\d{2}$/) }),
    ...(correcting ? { why: TakeBack.shape.why } : {}),
    ...(items.length === 0 ? { total: z.number() } : { total: z.number().optional() }),
    ...Object.fromEntries(items.map(({ linkId }) => [field(linkId), z.union([z.number(), z.string()]).optional()])),
  })

/** The questions of one questionnaire, or of one without words its total or the numbers of its questions. */
export const AnswerForm = ({
  id,
  patientId,
  context,
  now = false,
  corrects,
  onSaved,
}: {
  id: string
  patientId: string
  context: Context
  /** Asked and answered at this moment; otherwise the day and the time are asked. */
  now?: boolean
  /** What these answers take the place of: the form begins with them, and asks what was wrong. */
  corrects?: Pick<AnswersListed, 'id' | 'answers' | 'answeredAt'>
  onSaved: (flags: readonly Flag[]) => Promise<void>
}) => {
  const { data } = useRead<Worded>(`/api/questionnaires/${id}`)
  const timeZone = useTimeZone()
  if (!data) return null
  const { range } = data
  // What was entered as a total is corrected as one, also where there are words for its questions by now.
  const items = corrects?.answers['total'] === undefined ? data.items : []
  const wordless = items.some((item) => !('text' in item))
  return (
    <Form
      id={`answers.${patientId}.${id}.${corrects?.id ?? context.id ?? context.kind}`}
      schema={schemaOf(items, now, corrects !== undefined)}
      start={corrects && asTyped(corrects, timeZone)}
      save={words.record}
      onSave={async (typed, { sentId }) => {
        const { day, time, total, why } = typed as { day?: string; time?: string; total?: number; why?: string }
        const said = (linkId: string) => (typed as Record<string, unknown>)[field(linkId)] ?? null
        const what =
          items.length === 0
            ? { total }
            : { answers: Object.fromEntries(items.map(({ linkId }) => [linkId, said(linkId)])), total }
        const before = corrects && asTyped(corrects, timeZone)
        const sameMinute = before?.day === day && before?.time === time
        const typedAt = day && time ? momentAt(day, time, timeZone) : new Date(serverNow()).toISOString()
        // A form knows no seconds: who leaves the time as it was leaves it to the second.
        const answeredAt = corrects && sameMinute ? corrects.answeredAt : typedAt
        const about = { contextKind: context.kind, ...(context.id ? { contextId: context.id } : {}) }
        const sent = {
          id: sentId,
          instrument: id,
          answeredAt,
          ...about,
          ...what,
          ...(corrects ? { corrects: corrects.id, why } : {}),
        }
        const { flags } = await api.post<{ flags: Flag[] }>(`/api/patients/${patientId}/responses`, sent)
        await onSaved(flags)
      }}
    >
      {!now && (
        <div className="columns">
          <DateField name="day" label={words.day} />
          <TimeField name="time" label={words.time} />
        </div>
      )}
      {items.length === 0 && range && (
        <>
          <NumberField name="total" label={words.total} hint={words.range(range.low, range.high)} />
          <p className="soft">{words.totalOnly}</p>
        </>
      )}
      {wordless && <p className="soft">{words.byNumber}</p>}
      {items.length > 1 && <p className="soft">{words.leaveOpen}</p>}
      {data.stem && <p>{data.stem}</p>}
      {items.map((item) => (
        <Choice
          key={item.linkId}
          name={field(item.linkId)}
          label={'text' in item ? item.text : words.numbered(item.linkId)}
          across={item.answers.length < 6}
          options={item.answers.map((answer) => ({ value: answer.value, label: labelOf(answer) }))}
        />
      ))}
      {!now && !corrects && items.length > 0 && range && (
        <NumberField name="total" label={words.stated} hint={words.statedHint} />
      )}
      {corrects && <TextArea name="why" label={answersWords.wrong} rows={2} />}
      {data.notValidated && <p className="soft">{words.notValidated}</p>}
      <p className="soft">{data.licence.sentence}</p>
    </Form>
  )
}

/** Answers as somebody would have typed them: the day and the minute by the clinic's clock. */
const asTyped = ({ answers, answeredAt }: Pick<AnswersListed, 'answers' | 'answeredAt'>, timeZone: string) => ({
  day: dayIn(timeZone, answeredAt),
  time: clockTime(answeredAt, timeZone),
  ...(typeof answers['total'] === 'number' ? { total: answers['total'] } : {}),
  ...Object.fromEntries(Object.entries(answers).map(([linkId, value]) => [field(linkId), value ?? undefined])),
})

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const labelOf = (answer: { value: number | string; text?: string }): string =>
  answer.text ?? capital(String(answer.value))

/** What the answers ask for, the moment they are stored. */
export const Raised = ({ flags }: { flags: readonly Flag[] }) =>
  flags.map(({ id, level, says }) => (
    <Notice key={id + says} signal={level === 'urgent' ? 'emergency' : 'attention'} title={says} live>
      <p>{words.raised}</p>
    </Notice>
  ))
