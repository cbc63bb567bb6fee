import type { z } from 'zod'
import { api } from '../../../web/api.ts'
import { DateField, TimeField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { momentAt } from '../../../web/time.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import type { Item } from '../item.ts'
import type { LotShown } from '../shown.ts'
import { schemas } from './entry-schemas.ts'
import { QuantityFields } from './QuantityFields.tsx'

const words = stockWords.entryForm
export type Kind = 'received' | 'opening' | 'wasted' | 'returned'

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
  const comes = kind === 'received' || kind === 'opening'
  const send = async (
    { day, time, ...typed }: { day?: string | undefined; time?: string | undefined },
    { sentId: id }: { sentId: string },
  ) => {
    const happenedAt = day && time ? momentAt(day, time, timeZone) : undefined
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
