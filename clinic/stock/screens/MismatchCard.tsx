import { useState } from 'react'
import { z } from 'zod'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { outcomes, type Task } from '../count.ts'
import type { Item } from '../item.ts'
import { Words } from '../ledger.ts'
import type { MismatchShown } from '../shown.ts'

const Found = z.object({ outcome: z.enum(outcomes), words: Words })
const Sent = z.object({ words: Words })

/** A count that did not agree: whose it is, what was found, and the clocks of a loss. */
export const MismatchCard = ({ mismatch, item }: { mismatch: MismatchShown; item: Item }) => {
  const timeZone = useTimeZone()
  const may = useMay('stock.settle')
  const [finding, setFinding] = useState(false)
  const { standing, counted, expected, countedBy, takenAt, lot } = mismatch
  const act = (kind: string, id: string, more: object = {}) =>
    api.post(`/api/stock/mismatches/${mismatch.id}/events`, { id, kind, ...more })
  return (
    <div className="stack">
      <header className="row">
        <h3>{words.mismatch}</h3>
        {standing.holds && <State signal="held">{words.held}</State>}
      </header>
      <p>
        {words.item(item)}, {words.lot} {lot}:{' '}
        {words.mismatchSays(words.amount(item, counted), words.amount(item, expected))}
      </p>
      <p className="soft">
        {words.countedBy(countedBy, showMoment(takenAt, timeZone))}.{' '}
        {standing.owner ? words.withWhom(standing.owner.name) : words.withNobody}
      </p>
      {standing.found ? (
        <div className="stack" data-gap="tight">
          <p>{words.outcomes[standing.found.outcome ?? 'miscounted']}</p>
          <blockquote>{standing.found.words}</blockquote>
          <p className="soft">{words.foundBy(standing.found.by, showMoment(standing.found.at, timeZone))}</p>
        </div>
      ) : (
        <p>{words.heldLong}</p>
      )}
      {standing.tasks.map((task) => (
        <OneTask key={task.what} task={task} mismatchId={mismatch.id} />
      ))}
      {standing.tasks.length > 0 && <p className="soft">{words.filesNothing}</p>}
      {may && !standing.found && (
        <div className="row">
          <Button kind="quiet" onPress={() => act('taken', newId())}>
            {words.take}
          </Button>
          <Button kind="quiet" onPress={() => setFinding(!finding)}>
            {words.found}
          </Button>
        </div>
      )}
      {may && finding && !standing.found && (
        <Form
          id={`stock.found.${mismatch.id}`}
          schema={Found}
          save={words.foundSave}
          onSave={(typed, { sentId }) => act('found', sentId, typed)}
        >
          <Choice
            name="outcome"
            label={words.found}
            options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          />
          <TextArea name="words" label={words.foundWords} rows={3} />
        </Form>
      )}
    </div>
  )
}

const OneTask = ({ task, mismatchId }: { task: Task; mismatchId: string }) => {
  const timeZone = useTimeZone()
  const may = useMay('stock.settle')
  const [open, setOpen] = useState(false)
  const { what, dueOn, overdue, done } = task
  return (
    <div className="stack" data-gap="tight">
      <p className="row">
        <State signal={done ? 'none' : overdue ? 'held' : 'attention'}>
          {words.tasks[what]} {words.dueOn(showDate(dueOn))}
          {overdue && `, ${words.overdue}`}
        </State>
        {done ? (
          <span className="soft">
            {words.doneBy(done.by, showMoment(done.at, timeZone))}: {done.words}
          </span>
        ) : (
          may && (
            <Button kind="plain" onPress={() => setOpen(!open)}>
              {words.markSent[what]}
            </Button>
          )
        )}
      </p>
      {open && !done && (
        <Form
          id={`stock.task.${what}.${mismatchId}`}
          schema={Sent}
          save={words.markSent[what]}
          kind="quiet"
          onSave={(typed, { sentId: id }) =>
            api.post(`/api/stock/mismatches/${mismatchId}/events`, { id, kind: `${what} sent`, ...typed })
          }
        >
          <TextArea name="words" label={words.sentHow} rows={2} />
        </Form>
      )}
    </div>
  )
}
