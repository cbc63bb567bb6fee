import { useState } from 'react'
import { z } from 'zod'
import { Words } from '../../../clinic/stock/ledger.ts'
import { Seen } from '../../../clinic/stock/screens/Seen.tsx'
import type { DrawnDose, OfSession } from '../../../clinic/stock/shown.ts'
import { api, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { timeBeside } from '../../../web/time.ts'
import { says } from '../../../web/words/en/says/stock.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import { givenIn } from '../given.ts'
import { type LeftOver, leftOver } from '../wasted.ts'
import type { Here } from './use-session.ts'

const words = stockWords.wasteOf

/** What was drawn for the doses of this session and what of it was thrown away. Nothing is written down by itself. */
export const Waste = ({ here }: { here: Here }) => {
  const { data, refetch } = useRead<OfSession>(`/api/stock/of-session?session=${here.answer.row.id}`)
  if (!data || data.doses.length === 0) return null
  return (
    <section className="stack" aria-labelledby="waste">
      <h2 id="waste">{words.title}</h2>
      {data.doses.map((dose) => (
        <WasteOf key={dose.id} here={here} dose={dose} witness={data.witness} refresh={refetch} />
      ))}
    </section>
  )
}

const sentence = (left: LeftOver): string =>
  left.is === 'opened'
    ? words.leftOpen(`${left.ml}`)
    : left.is === 'failed'
      ? words.failed
      : words.stopped(`${left.mg}`)

const leftOf = ({ session, now }: Here, { id, item, drawn }: DrawnDose): LeftOver | undefined => {
  const given = givenIn(session, now).find(({ entry }) => entry.id === id)
  const dose = session.doses.find((entry) => entry.id === id)?.data
  const stopped = given?.infusion?.state === 'stopped' ? given.infusion.deliveredMg : undefined
  const failed = dose?.route === 'esketamine' && dose.gave !== 'both sprays'
  return leftOver(item, { drawn: drawn ?? 0, given: stopped, failed })
}

type One = { here: Here; dose: DrawnDose; witness: OfSession['witness']; refresh: () => Promise<unknown> }

const WasteOf = ({ here, dose, witness, refresh }: One) => {
  const [open, setOpen] = useState(false)
  const { item, drawn, lot, wasted } = dose
  const left = wasted.length === 0 ? leftOf(here, dose) : undefined
  const time = timeBeside(here.now, here.timeZone)
  return (
    <div className="stack" data-gap="tight">
      <p>{words.drawn(stockWords.amount(item, drawn ?? 0), lot)}</p>
      {left &&
        (left.is === 'opened' ? (
          <p className="soft">{sentence(left)}</p>
        ) : (
          <State signal="attention">{sentence(left)}</State>
        ))}
      {wasted.map((entry) => (
        <div key={entry.id} className="stack" data-gap="tight">
          <p>
            {words.wasted(
              [
                ...(entry.standing !== 0 ? [stockWords.amount(item, -entry.standing)] : []),
                ...(entry.ofDrawn > 0 ? [stockWords.ofDrawn(stockWords.amount(item, entry.ofDrawn))] : []),
              ].join(', '),
              entry.by,
              time(entry.happenedAt),
            )}
          </p>
          <p className="soft">{entry.words}</p>
          {entry.witness ? (
            <p className="soft">{stockWords.witnessed(entry.witness.by, time(entry.witness.at))}</p>
          ) : (
            entry.witnessNeeded && <Seen entry={entry} />
          )}
        </div>
      ))}
      {open ? (
        <WasteForm
          dose={dose}
          witness={witness}
          onDone={async () => {
            await refresh()
            setOpen(false)
          }}
          onBack={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {words.write}
          </Button>
        </div>
      )}
    </div>
  )
}

const number = z.number(says.positive).positive(says.positive)
const Typed = z
  .object({ openMl: number.optional(), ofDrawn: number.optional(), words: Words })
  .refine(({ openMl, ofDrawn }) => openMl !== undefined || ofDrawn !== undefined, {
    path: ['ofDrawn'],
    message: says.something,
  })

const WasteForm = ({
  dose: { id: doseId, item, lotId },
  witness,
  onDone,
  onBack,
}: {
  dose: DrawnDose
  witness: OfSession['witness']
  onDone: () => Promise<void>
  onBack: () => void
}) => {
  return (
    <Form
      id={`waste.${doseId}`}
      schema={Typed}
      save={words.save}
      kind="quiet"
      also={
        <Button kind="plain" onPress={onBack}>
          {words.keep}
        </Button>
      }
      onSave={async ({ openMl = 0, ...typed }, { sentId: id }) => {
        const quantity = { full: 0, openMl }
        const entry = { id, kind: 'wasted', lotId, doseId, quantity, ...typed }
        await api.post(`/api/stock/items/${item.id}/entries`, entry)
        await onDone()
      }}
    >
      {item.form === 'vial' && <NumberField name="openMl" label={words.openMl} unit="mL" decimals />}
      <NumberField
        name="ofDrawn"
        label={words.ofDrawn[item.form]}
        {...(item.form === 'vial' ? { unit: words.mg, decimals: true } : {})}
      />
      <TextArea name="words" label={stockWords.entryForm.wastedWhy} rows={2} />
      <p className="soft">{witness === 'no' ? stockWords.entryForm.noWitness : stockWords.entryForm.witness}</p>
      {witness === null && <p className="soft">{stockWords.entryForm.witnessUnset}</p>}
    </Form>
  )
}
