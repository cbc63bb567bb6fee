import { DateField } from '../../../../web/controls/DateField.tsx'
import { Field } from '../../../../web/controls/Field.tsx'
import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sessionWords } from '../../../../web/words/en/sessions.ts'
import { gaveOptions, sides, sites } from '../../dose.ts'
import { lozengeEndings } from '../../giving.ts'
import type { Entry } from '../../log.ts'
import { Taps } from '../Quick.tsx'

type Data = Record<string, unknown>
type Shown = {
  entry: Entry<'dose'> | Entry<'infusion changed'> | Entry<'lozenge ended'>
  data: Data
  change: (more: Data) => void
}

/** The numbers of each way of giving that can have been typed wrong. */
const numbers = {
  im: [
    { name: 'mg', label: words.mg, unit: 'mg' },
    { name: 'concentrationMgPerMl', label: words.concentration, unit: 'mg/mL' },
    { name: 'volumeMl', label: words.volume, unit: 'mL' },
  ],
  iv: [
    { name: 'mg', label: words.mg, unit: 'mg' },
    { name: 'volumeMl', label: words.volume, unit: 'mL' },
    { name: 'rateMlPerH', label: words.rate, unit: 'mL/h' },
    { name: 'minutes', label: words.duration, unit: 'min' },
  ],
  lozenge: [
    { name: 'strengthMg', label: words.strength, unit: 'mg' },
    { name: 'count', label: words.count, unit: undefined },
    { name: 'mg', label: words.mg, unit: 'mg' },
  ],
  esketamine: [],
} as const

/** What was given, or what became of it, as it should have been written. */
export const GivenFields = ({ entry, data, change }: Shown) => {
  if (entry.kind === 'lozenge ended')
    return (
      <>
        <Taps
          label={words.lozengeEnd}
          options={lozengeEndings.map((value) => ({ value, label: words.lozengeAs[value] }))}
          value={data.as as (typeof lozengeEndings)[number]}
          onChange={(as) => change({ as })}
        />
        <Taps
          label={words.whole}
          options={[
            { value: true, label: sessionWords.vitals.yes },
            { value: false, label: sessionWords.vitals.no },
          ]}
          value={data.whole as boolean}
          onChange={(whole) => change({ whole })}
        />
        <Said name="words" label={sessionWords.effect.words} data={data} change={change} />
      </>
    )
  if (entry.kind === 'infusion changed')
    return (
      <>
        {entry.data.what === 'rate changed' && (
          <Amount name="rateMlPerH" label={words.newRate} unit="mL/h" data={data} change={change} />
        )}
        {entry.data.what !== 'resumed' && <Said name="reason" label={words.why} data={data} change={change} />}
      </>
    )
  const { route } = entry.data
  return (
    <>
      {numbers[route].map((number) => (
        <Amount key={number.name} {...number} data={data} change={change} />
      ))}
      {route === 'im' && (
        <>
          <Taps
            label={words.site}
            options={sites.map((value) => ({ value, label: words.sites[value] }))}
            value={data.site as (typeof sites)[number]}
            onChange={(site) => change({ site })}
          />
          <Taps
            label={words.side}
            options={sides.map((value) => ({ value, label: words.sides[value] }))}
            value={data.side as (typeof sides)[number]}
            onChange={(side) => change({ side })}
          />
        </>
      )}
      {route === 'esketamine' && (
        <Taps
          label={words.gave}
          options={gaveOptions.map((value) => ({ value, label: words.gaveOptions[value] }))}
          value={data.gave as (typeof gaveOptions)[number]}
          onChange={(gave) => change({ gave })}
        />
      )}
      {route !== 'esketamine' && <Said name="differsBecause" label={words.differs} data={data} change={change} />}
      {!entry.data.stockLotId && <LotOf data={data} change={change} />}
    </>
  )
}

type One = { name: string; label: string; unit: string | undefined; data: Data; change: (more: Data) => void }

const Amount = ({ name, label, unit, data, change }: One) => (
  <NumberField
    name={name}
    label={label}
    unit={unit}
    decimals
    value={typeof data[name] === 'number' ? data[name] : undefined}
    onChange={(value) => change({ [name]: value })}
  />
)

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const Said = ({ name, label, data, change }: Omit<One, 'unit'>) => (
  <TextArea
    name={`given-${name}`}
    label={label}
    value={textOf(data[name])}
    onChange={(said) => change({ [name]: said })}
  />
)

/** As typed by hand. A lot of the ledger is corrected there. */
const LotOf = ({ data, change }: Pick<One, 'data' | 'change'>) => (
  <div className="columns">
    <Field name="lot" label={words.lot} value={textOf(data.lot)} onChange={(lot) => change({ lot })} />
    <DateField
      name="expiry"
      label={words.expiry}
      value={textOf(data.expiry)}
      onChange={(expiry) => change({ expiry })}
    />
  </div>
)
