import { z } from 'zod'
import { api, idBeside } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { says } from '../../../web/words/en/says/stock.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import type { Place } from '../../locations/location.ts'
import { type Item, Quantity } from '../item.ts'
import type { LotShown } from '../shown.ts'
import { QuantityFields } from './QuantityFields.tsx'

const words = stockWords.entryForm
const Typed = z.object({
  lotId: z.uuid(says.noLot),
  toLocationId: z.uuid(says.toWhere),
  quantity: z.preprocess((value) => ({ full: 0, ...(value as object) }), Quantity),
})

/** Out of this location and into another, now: one act, an entry in each ledger. */
export const TransferForm = ({
  item,
  lots,
  to,
  onDone,
}: {
  item: Item
  lots: readonly LotShown[]
  to: readonly Place[]
  onDone: () => void
}) => {
  return (
    <Form
      id={`stock.transferred.${item.id}`}
      schema={Typed}
      save={stockWords.acts.transferred}
      onSave={async (typed, { sentId: id }) => {
        await api.post(`/api/stock/items/${item.id}/transfers`, { id, inId: idBeside(id), ...typed })
        onDone()
      }}
    >
      <Select
        name="lotId"
        label={stockWords.lot}
        options={lots.map((one) => ({ value: one.id, label: stockWords.lotOption(one.lot, one.expiry) }))}
      />
      <Select
        name="toLocationId"
        label={words.toLocation}
        options={to.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <QuantityFields item={item} />
    </Form>
  )
}
