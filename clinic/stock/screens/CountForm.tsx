import { useMemo } from 'react'
import { z } from 'zod'
import { api, idBeside } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Check } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { showDate } from '../../../web/time.ts'
import { says } from '../../../web/words/en/says/stock.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { type Item, Quantity } from '../item.ts'
import type { Sheet } from '../shown.ts'
import { QuantityFields } from './QuantityFields.tsx'

/** Every number is entered by whoever looked, 0 as well: what is left empty is not known. */
const lineOf = (item: Item | undefined) =>
  z.object({
    quantity: z.preprocess(
      (value) => value ?? {},
      item?.form === 'vial' ? Quantity.extend({ openMl: Quantity.shape.openMl.unwrap() }) : Quantity,
    ),
    estimated: z.literal(true).optional(),
  })

type Values = { lines: Record<string, { quantity: z.output<typeof Quantity>; estimated?: true }>; business?: string }

const schemaOf = ({ lots, items }: Sheet, itemId: string | undefined) => {
  const itemOf = (lotItem: string) => items.find(({ id }) => id === lotItem)
  const lines = Object.fromEntries(
    lots.map((lot) => [lot.id, z.preprocess((value) => value ?? {}, lineOf(itemOf(lot.itemId)))]),
  )
  return z.object({
    lines: z.preprocess((value) => value ?? {}, z.object(lines)),
    ...(itemId ? {} : { business: z.enum(['open', 'close']) }),
  }) as unknown as z.ZodType<Values, Values>
}

/**
 * A blind count at one location: of one item, or of everything with open or close of business. What was typed is not
 * kept: whoever comes back counts again.
 */
export const CountForm = ({
  sheet,
  location,
  itemId,
  onDone,
}: {
  sheet: Sheet
  location: string
  itemId?: string
  onDone: (countId: string) => void
}) => {
  const schema = useMemo(() => schemaOf(sheet, itemId), [sheet, itemId])
  const send = async ({ lines, business }: Values, id: string) => {
    await api.post('/api/stock/counts', {
      id,
      locationId: location,
      ...(itemId ? { purpose: 'count', itemId } : { purpose: 'inventory', business }),
      takenAt: new Date(serverNow()).toISOString(),
      lines: sheet.lots.map((lot, place) => ({
        id: idBeside(id, place + 1),
        lotId: lot.id,
        quantity: lines[lot.id]?.quantity,
        estimated: lines[lot.id]?.estimated ?? false,
      })),
    })
    onDone(id)
  }
  return (
    <Form
      id={`stock.count.${itemId ?? 'inventory'}.${location}`}
      schema={schema}
      keepDraft={false}
      save={itemId ? words.countSave : words.saveInventory}
      onSave={(counted, { sentId }) => send(counted, sentId)}
    >
      {!itemId && (
        <Choice
          name="business"
          label={words.business}
          options={(['open', 'close'] as const).map((value) => ({ value, label: words.businessAt[value] }))}
          across
        />
      )}
      {sheet.lots.map((lot) => {
        const item = sheet.items.find(({ id: itsId }) => itsId === lot.itemId)
        return (
          item && (
            <fieldset key={lot.id} className="stack" data-gap="tight">
              <legend>
                {words.item(item)}, {words.lot} {lot.lot}, {showDate(lot.expiry)}
              </legend>
              <QuantityFields item={item} name={`lines.${lot.id}.quantity`} of={`${words.lot} ${lot.lot}`} />
              {item.form === 'vial' && <Check name={`lines.${lot.id}.estimated`} label={words.estimated(lot.lot)} />}
            </fieldset>
          )
        )
      })}
      {sheet.lots.length === 0 && <p className="soft">{itemId ? words.noLotsToCount : says.everyLot}</p>}
    </Form>
  )
}
