import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import { Words } from '../alert.ts'
import type { AlertShown } from '../queries.ts'
import type { Person } from './AlertCard.tsx'

const send = (alertId: string, act: object) => api.post(`/api/alerts/${alertId}/events`, act)

const Said = z.object({ words: Words })
const Handed = z.object({ to: z.string(), words: Words })

/** Closing says what was done, in words. */
export const CloseForm = ({ alertId }: { alertId: string }) => (
  <Form
    id={`alert.close.${alertId}`}
    schema={Said}
    save={words.close}
    onSave={(values, { sentId: id }) => send(alertId, { id, kind: 'close', ...values })}
  >
    <TextArea name="words" label={words.closeTitle} hint={words.closeHint} rows={3} />
  </Form>
)

type Open = 'note' | 'reassign' | 'escalate' | 'close' | undefined

/** The rest of what can be done: one form at a time. */
export const MoreForms = ({ alert, people }: { alert: AlertShown; people: readonly Person[] }) => {
  const [open, setOpen] = useState<Open>()
  const waiting = alert.standing.state === 'waiting'
  const done = () => setOpen(undefined)
  return (
    <div className="stack">
      <div className="row">
        <Button kind="quiet" onPress={() => setOpen('note')}>
          {words.note}
        </Button>
        <Button kind="quiet" onPress={() => setOpen('reassign')}>
          {words.reassign}
        </Button>
        {waiting && (
          <Button kind="quiet" onPress={() => setOpen('escalate')}>
            {words.escalate}
          </Button>
        )}
        {waiting && (
          <Button kind="quiet" onPress={() => setOpen('close')}>
            {words.close}
          </Button>
        )}
      </div>
      {open === 'close' && <CloseForm alertId={alert.id} />}
      {(open === 'note' || open === 'escalate') && (
        <Form
          key={open}
          id={`alert.${open}.${alert.id}`}
          schema={Said}
          save={open === 'note' ? words.note : words.escalate}
          onSave={(values, { sentId: id }) => send(alert.id, { id, kind: open, ...values }).then(done)}
        >
          <TextArea name="words" label={open === 'note' ? words.noteLabel : words.escalateWhy} rows={3} />
        </Form>
      )}
      {open === 'reassign' && (
        <Form
          id={`alert.reassign.${alert.id}`}
          schema={Handed}
          save={words.reassign}
          onSave={({ to, words: why }, { sentId: id }) =>
            send(alert.id, { id, kind: 'reassign', words: why, ...receiver(to) }).then(done)
          }
        >
          <Select name="to" label={words.reassignTo} options={receivers(people)} />
          <TextArea name="words" label={words.reassignWhy} rows={2} />
        </Form>
      )}
    </div>
  )
}

const receivers = (people: readonly Person[]) => [
  { value: 'role:prescriber', label: words.roles.prescriber ?? '' },
  { value: 'role:monitor', label: words.roles.monitor ?? '' },
  ...people.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
]

const receiver = (chosen: string) => {
  const [kind, which] = chosen.split(':')
  return kind === 'role' ? { toRole: which } : { toId: which }
}
