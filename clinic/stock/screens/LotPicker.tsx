import { useRead } from '../../../web/api.ts'
import { Select } from '../../../web/controls/Select.tsx'
import { showDate } from '../../../web/time.ts'
import { stockWords } from '../../../web/words/en/stock.ts'
import type { Drug, Form } from '../item.ts'
import type { LotForDose } from '../shown.ts'

const words = stockWords.pick
export type Picked = { stockLotId: string; lot: string; expiry: string }

/** The lots a dose can be drawn from. Nothing is chosen until somebody does; without one the dose is kept all the same. */
export const LotPicker = ({
  drug,
  form,
  location,
  value,
  error,
  onPick,
}: {
  drug: Drug
  form: Form
  /** The registered location of the room: other stock cannot be drawn there. */
  location: string
  value: string | undefined
  error: string | undefined
  onPick: (picked: Picked | undefined) => void
}) => {
  const { data } = useRead<{ lots: LotForDose[] }>(`/api/stock/lots?drug=${drug}&form=${form}&location=${location}`)
  const free = (data?.lots ?? []).filter((lot) => !lot.held || lot.id === value)
  const held = (data?.lots ?? []).filter((lot) => lot.held)
  return (
    <div className="stack" data-gap="tight">
      {free.length > 0 && (
        <Select
          name="stockLotId"
          label={words.label}
          hint={words.hint}
          value={value}
          error={error}
          options={free.map((lot) => ({
            value: lot.id,
            label: words.option(
              lot.lot,
              showDate(lot.expiry),
              stockWords.amount(lot, lot.balance),
              stockWords.strength(lot),
            ),
          }))}
          onChange={(id) => {
            const lot = free.find((one) => one.id === id)
            onPick(lot && { stockLotId: lot.id, lot: lot.lot, expiry: lot.expiry })
          }}
        />
      )}
      {held.length > 0 && <p className="soft">{words.heldOnes(held.map(({ lot }) => lot).join(', '))}</p>}
      {!value && data && <p className="soft">{free.length > 0 ? words.without : words.none}</p>}
    </div>
  )
}
