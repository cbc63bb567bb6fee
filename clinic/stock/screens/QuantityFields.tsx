import { NumberField } from '../../../web/controls/NumberField.tsx'
import { stockWords } from '../../../web/words/en/stock.ts'
import type { Item } from '../item.ts'

const words = stockWords.entryForm

/** Whole vials and mL in opened ones, or pieces. Nothing is filled in. */
export const QuantityFields = ({ item, name = 'quantity', of }: { item: Item; name?: string; of?: string }) => {
  const about = (label: string) => (of ? `${label}, ${of}` : label)
  return (
    <div className="columns">
      <NumberField
        name={`${name}.full`}
        label={about(item.form === 'vial' ? words.fullVials : words.pieces[item.form])}
      />
      {item.form === 'vial' && (
        <NumberField name={`${name}.openMl`} label={about(words.openMl)} unit={words.mlUnit} decimals />
      )}
    </div>
  )
}
