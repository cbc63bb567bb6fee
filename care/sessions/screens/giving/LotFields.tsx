import type { Drug, Form } from '../../../../clinic/stock/item.ts'
import { LotPicker } from '../../../../clinic/stock/screens/LotPicker.tsx'
import { DateField } from '../../../../web/controls/DateField.tsx'
import { Field } from '../../../../web/controls/Field.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { useMay } from '../../../../web/me.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'

export type LotTyped = {
  stockLotId?: string | undefined
  lot?: string | undefined
  expiry?: string | undefined
  lotBecause?: string | undefined
}

/** The fields whose errors stand beside them here. */
export const lotFields = ['stockLotId', 'lot', 'expiry', 'lotBecause'] as const

/** Where a dose came from: a lot of the ledger, or one typed by hand, which is then listed as not drawn from it. */
export const LotFields = ({
  drug,
  form,
  location,
  typed,
  fields,
  needed = false,
  change,
}: {
  drug: Drug
  form: Form
  location: string
  typed: LotTyped
  fields: Readonly<Record<string, string>>
  /** Whether lot and expiry must be known. */
  needed?: boolean
  change: (lot: LotTyped) => void
}) => {
  const mayPick = useMay('stock.read')
  const note = needed ? undefined : words.mayStay
  return (
    <>
      {mayPick && (
        <LotPicker
          drug={drug}
          form={form}
          location={location}
          value={typed.stockLotId}
          error={fields.stockLotId}
          onPick={(picked) =>
            change({ stockLotId: undefined, lot: undefined, expiry: undefined, ...picked, lotBecause: undefined })
          }
        />
      )}
      {!typed.stockLotId && (
        <div className="columns">
          <Field
            name="lot"
            label={words.lot}
            note={note}
            value={typed.lot}
            error={fields.lot}
            onChange={(lot) => change({ ...typed, lot })}
          />
          <DateField
            name="expiry"
            label={words.expiry}
            note={note}
            value={typed.expiry}
            error={fields.expiry}
            onChange={(expiry) => change({ ...typed, expiry })}
          />
        </div>
      )}
      {!typed.stockLotId && (fields.lotBecause || typed.lotBecause) && (
        <TextArea
          name="lotBecause"
          label={words.lotBecause}
          rows={2}
          value={typed.lotBecause}
          error={fields.lotBecause}
          onChange={(lotBecause) => change({ ...typed, lotBecause: lotBecause || undefined })}
        />
      )}
    </>
  )
}
