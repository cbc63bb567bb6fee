import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { type Item, Quantity } from '../item.ts'
import { Words } from '../ledger.ts'
import { QuantityFields } from './QuantityFields.tsx'

const Typed = z.object({
  quantity: z.preprocess((value) => ({ full: 0, ...(value as object) }), Quantity),
  words: Words,
})

/** What an entry should have said; the entry itself stays. */
export const CorrectForm = ({ item, entryId, onDone }: { item: Item; entryId: string; onDone: () => void }) => {
  return (
    <Form
      id={`stock.correct.${entryId}`}
      schema={Typed}
      save={words.correct}
      kind="quiet"
      onSave={(typed, { sentId: id }) =>
        api.post(`/api/stock/entries/${entryId}/correct`, { id, ...typed }).then(onDone)
      }
    >
      <p>{words.correctTitle}</p>
      <QuantityFields item={item} />
      <TextArea name="words" label={words.why} rows={2} />
    </Form>
  )
}
