import { z } from 'zod'
import { stockNumbers } from '../../../science/stock.ts'
import { api } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import { type Form as DrugForm, forms, ItemTyped } from '../item.ts'

const words = stockWords.itemForm
const device = { drug: 'esketamine', strength: stockNumbers.deviceMg.value } as const

/** The drug follows from the form: esketamine comes in devices of one strength. */
const Typed = z.preprocess((typed) => {
  const { form } = typed as { form?: DrugForm }
  return { ...(form === 'device' ? device : { drug: 'ketamine' }), ...(typed as object) }
}, ItemTyped) as unknown as typeof ItemTyped

/** One drug in one form and strength. */
export const ItemForm = ({ onDone }: { onDone: () => void }) => (
  <Form
    id="stock.item"
    schema={Typed}
    save={words.save}
    onSave={(item, { sentId: id }) => api.post('/api/stock/items', { ...item, id }).then(onDone)}
  >
    <Fields />
  </Form>
)

const Fields = () => {
  const { form } = useFormValues<{ form: DrugForm }>()
  return (
    <>
      <Choice
        name="form"
        label={words.form}
        options={forms.map((value) => ({ value, label: words.forms[value] }))}
        across
      />
      {form === 'vial' && (
        <div className="columns">
          <NumberField name="strength" label={words.strengthVial} unit={words.mgPerMl} decimals />
          <NumberField name="volumeMl" label={words.volume} unit={words.ml} decimals />
        </div>
      )}
      {form === 'lozenge' && <NumberField name="strength" label={words.strengthPiece} unit={words.mg} decimals />}
      {form && <Field name="ndc" label={words.ndc} hint={words.ndcHint} note={stockWords.mayStay} />}
    </>
  )
}
