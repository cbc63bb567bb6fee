import { useState } from 'react'
import { z } from 'zod'
import { api, newId } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { DateField, TimeField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { momentAt } from '../../../web/time.ts'
import { says } from '../../../web/words/en/says/stock.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import { type Item, Quantity } from '../item.ts'
import { Words } from '../ledger.ts'
import type { LotShown } from '../shown.ts'
import { QuantityFields } from './QuantityFields.tsx'

const words = stockWords.entryForm
export type Kind = 'received' | 'opening' | 'wasted' | 'returned'

/** What is left empty is none of it; that not all is empty is looked at by the server. */
const quantity = z.preprocess((value) => ({ full: 0, ...(value as object) }), Quantity)
const when = { day: z.iso.date().optional(), time: z.string().optional() }
const lot = { lot: z.string(says.lot).trim().min(1, says.lot), expiry: z.iso.date(says.expiry) }
const party = z.string(says.party).trim().min(2, says.party)
const lotId = z.uuid(says.noLot)

const schemas = {
  received: z.object({ ...lot, quantity, party, ...when }),
  opening: z.object({ ...lot, quantity, ...when }),
  wasted: z.object({ lotId, quantity, words: Words, ...when }),
  returned: z.object({ lotId, quantity, party, words: Words, ...when }),
} as const

/** One entry of the ledger. It is about this moment unless somebody says when it was. */
export const EntryForm = ({
  item,
  location,
  lots,
  kind,
  witness,
  onDone,
}: {
  item: Item
  /** Where it comes in; what leaves, leaves from where its lot is. */
  location: string
  lots: readonly LotShown[]
  kind: Kind
  witness: 'yes' | 'no' | null
  onDone: () => void
}) => {
  const timeZone = useTimeZone()
  const [id] = useState(newId)
  const comes = kind === 'received' || kind === 'opening'
  const send = async ({ day, time, ...typed }: { day?: string | undefined; time?: string | undefined }) => {
    const now = new Date(serverNow()).toISOString()
    const happenedAt = day && time ? momentAt(day, time, timeZone) : now
    await api.post(`/api/stock/items/${item.id}/entries`, {
      id,
      kind,
      happenedAt,
      ...(comes && { locationId: location }),
      ...typed,
    })
    onDone()
  }
  return (
    <Form
      id={`stock.${kind}.${item.id}.${location}`}
      schema={schemas[kind] as z.ZodType<Record<string, unknown>, Record<string, unknown>>}
      save={stockWords.acts[kind]}
      onSave={send}
    >
      {comes ? (
        <div className="columns">
          <Field name="lot" label={stockWords.lot} />
          <DateField name="expiry" label={stockWords.expiry} />
        </div>
      ) : (
        <Select
          name="lotId"
          label={stockWords.lot}
          options={lots.map((one) => ({ value: one.id, label: stockWords.lotOption(one.lot, one.expiry) }))}
        />
      )}
      <QuantityFields item={item} />
      {kind === 'received' && <Field name="party" label={words.from} hint={words.fromHint} />}
      {kind === 'returned' && <Field name="party" label={words.to} />}
      {!comes && <TextArea name="words" label={kind === 'wasted' ? words.wastedWhy : words.returnedWhy} rows={2} />}
      {kind === 'wasted' && <p className="soft">{witness === 'no' ? words.noWitness : words.witness}</p>}
      {kind === 'wasted' && witness === null && <p className="soft">{words.witnessUnset}</p>}
      <div className="columns">
        <DateField name="day" label={words.on} note={words.nowIfEmpty} />
        <TimeField name="time" label={words.at} note={words.nowIfEmpty} />
      </div>
    </Form>
  )
}
