import { useFieldArray } from 'react-hook-form'
import { z } from 'zod'
import { newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { integrativeWords as words } from '../../../web/words/en/integrative.ts'
import { says } from '../../../web/words/en/says/integrative.ts'
import { type IntegrativePlan, Item, itemKinds } from '../integrative.ts'
import './integrative.css'

const kinds = itemKinds.map((value) => ({ value, label: words.kinds[value] }))

const schemaFor = (isFirst: boolean) =>
  z.object({
    items: z
      .array(Item)
      .min(isFirst ? 1 : 0, says.empty)
      .default([]),
    why: isFirst ? z.string().default('') : z.string({ error: says.why }),
  })

/** Writes the next version. It begins with what counts now; nothing comes from an earlier evaluation. */
export const IntegrativeForm = ({
  id,
  newest,
  onSign,
}: {
  id: string
  newest: IntegrativePlan | undefined
  onSign: (typed: { items: Item[]; why: string }, more: { from: number; sentId: string }) => Promise<void>
}) => (
  <Form
    id={id}
    schema={schemaFor(newest === undefined)}
    start={{ items: newest?.items ?? [] }}
    from={newest?.number ?? 0}
    save={words.sign}
    kind="quiet"
    onSave={onSign}
  >
    <p className="soft">{words.lead}</p>
    <Items />
    {newest && <TextArea name="why" label={words.why} rows={2} />}
  </Form>
)

const Items = () => {
  const { fields, append, remove } = useFieldArray<{ items: Item[] }, 'items', 'key'>({ name: 'items', keyName: 'key' })
  return (
    <>
      {fields.map(({ key }, place) => (
        <fieldset key={key} className="integrative-item">
          <legend>{words.item(place + 1)}</legend>
          <Select name={`items.${place}.kind`} label={words.kind} options={kinds} />
          <TextArea name={`items.${place}.words`} label={words.words} rows={2} />
          <Field name={`items.${place}.owner`} label={words.owner} hint={words.ownerHint} />
          <DateField name={`items.${place}.reviewOn`} label={words.reviewOn} />
          <div>
            <Button kind="plain" label={words.removeOf(place + 1)} onPress={() => remove(place)}>
              {words.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button kind="quiet" onPress={() => append({ id: newId() } as Item)}>
          {words.add}
        </Button>
      </div>
    </>
  )
}
