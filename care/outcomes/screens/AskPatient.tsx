import { useState } from 'react'
import { z } from 'zod'
import { HandLink } from '../../../clinic/links/screens/HandLink.tsx'
import type { Listed } from '../../../clinic/responses/shown.ts'
import { api, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import { AskNow } from '../asking.ts'

type Session = { id: string; bookedFor: string; dosedAt: string | null }
type Asked = { asks: AskNow['asks']; url?: string; sentTo?: string; hours: number }

const Asking = z.object({ ...AskNow.shape, chosen: z.record(z.string(), z.literal(true).optional()).optional() })

/** A link says itself which questionnaires it asks; the ticks are how they are chosen here. */
const sentFrom = ({ chosen = {}, ...typed }: z.infer<typeof Asking>) =>
  typed.asks === 'questionnaires' ? { ...typed, instruments: Object.keys(chosen).filter((id) => chosen[id]) } : typed

/** A link for the patient: by mail or text, or opened here and handed over. Shown once; nobody can look it up later. */
export const AskPatient = ({
  patientId,
  name,
  sessions,
}: {
  patientId: string
  name: string
  sessions: readonly Session[]
}) => {
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const close = () => {
    setOpen(false)
    setAsked(undefined)
  }
  return (
    <div>
      <Button kind="quiet" label={words.askLabel(name)} onPress={() => setOpen(true)}>
        {words.askNow}
      </Button>
      <Dialog title={words.askTitle(name)} open={open} onClose={close}>
        {asked ? (
          <Ready asked={asked} patientId={patientId} />
        ) : (
          <Form
            id={`ask.${patientId}`}
            schema={Asking}
            save={words.send}
            keepDraft={false}
            start={only(sessions)}
            onSave={async (values) => {
              const made = await api.post<Omit<Asked, 'asks'>>(`/api/patients/${patientId}/ask`, sentFrom(values))
              setAsked({ ...made, asks: values.asks })
            }}
          >
            <Choice
              name="asks"
              label={words.askWhat}
              options={[
                { value: 'phq-9', label: words.asked['phq-9'] },
                { value: 'questionnaires', label: words.asked.questionnaires },
                ...(sessions.some(given) ? [{ value: 'next-day', label: words.asked['next-day'] }] : []),
                { value: 'course', label: words.asked.course },
              ]}
            />
            <WhichSession sessions={sessions} />
            <WhichOnes />
            <Choice
              name="by"
              label={words.askBy}
              options={[
                { value: 'mail', label: words.byMail },
                { value: 'sms', label: words.bySms },
                { value: 'here', label: words.byHere },
              ]}
            />
          </Form>
        )}
      </Dialog>
    </div>
  )
}

const given = ({ dosedAt }: Session): boolean => dosedAt !== null

/** Where there is one session it can only be about that one. */
const only = (sessions: readonly Session[]): { sessionId?: string } => {
  const [one, other] = sessions.filter(given)
  return one && !other ? { sessionId: one.id } : {}
}

const WhichSession = ({ sessions }: { sessions: readonly Session[] }) => {
  const timeZone = useTimeZone()
  const { asks } = useFormValues() as { asks?: string }
  if (asks !== 'next-day') return null
  return (
    <Select
      name="sessionId"
      label={words.forWhichSession}
      options={sessions
        .filter(given)
        .map(({ id, bookedFor }) => ({ value: id, label: showMoment(bookedFor, timeZone) }))}
    />
  )
}

/** Everything a patient answers and whose words are here; what a session asks itself is not among them. */
const WhichOnes = () => {
  const { asks } = useFormValues() as { asks?: string }
  const { data } = useRead<{ questionnaires: Listed[] }>(asks === 'questionnaires' ? '/api/questionnaires' : undefined)
  if (asks !== 'questionnaires' || !data) return null
  const possible = data.questionnaires.filter(
    ({ id, by, words: here }) => by === 'patient' && here !== 'none' && !ofASession.has(id),
  )
  return (
    <fieldset className="stack" data-gap="tight">
      <legend>{words.whichOnes}</legend>
      {possible.map(({ id, title }) => (
        <Check key={id} name={`chosen.${id}`} label={title} />
      ))}
    </fieldset>
  )
}

const ofASession: ReadonlySet<string> = new Set(['next-day', 'since-last-visit'])

const Ready = ({ asked: { asks, url, sentTo, hours }, patientId }: { asked: Asked; patientId: string }) => {
  if (!url) return <Notice live title={words.sent(sentTo ?? '')} />
  return (
    <div className="stack">
      <Notice live title={words.linkReady}>
        <p>{asks === 'course' ? words.linkFor(hours) : words.linkOnce(hours)}</p>
      </Notice>
      <HandLink patientId={patientId} url={url} />
    </div>
  )
}
