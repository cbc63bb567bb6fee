import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sides, sites } from '../../dose.ts'
import type { PlanToday } from '../../queries-standing.ts'
import { Taps } from '../Quick.tsx'
import type { Here } from '../use-session.ts'
import { Amount, type AmountTyped, amountOf } from './Amount.tsx'
import { Frame } from './Frame.tsx'
import { LotFields, type LotTyped, lotFields } from './LotFields.tsx'
import { useGiving } from './use-giving.ts'

type Typed = AmountTyped &
  LotTyped & {
    site?: (typeof sites)[number] | undefined
    side?: (typeof sides)[number] | undefined
    concentrationMgPerMl?: number | undefined
    volumeMl?: number | undefined
  }

/** One injection. A further one is an entry of its own. */
export const GiveIm = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const giving = useGiving<Typed>(here, plan, onDone)
  const { typed, change } = giving
  const { agreed: _, mg: __, differsBecause: ___, ...rest } = typed
  const { data, why } = amountOf(giving, typed)
  const { fields, number } = giving
  return (
    <Frame
      giving={giving}
      title={number > 1 ? words.injection(number) : words.title}
      save={words.give}
      why={why}
      beside={['mg', 'differsBecause', 'concentrationMgPerMl', 'volumeMl', ...lotFields]}
      onGive={() => giving.give({ ...data, ...rest })}
    >
      <Amount giving={giving} hint={words.fromSyringe} typed={typed} change={change} />
      <Taps
        label={words.site}
        options={sites.map((value) => ({ value, label: words.sites[value] }))}
        value={typed.site}
        onChange={(site) => change({ site })}
      />
      <Taps
        label={words.side}
        options={sides.map((value) => ({ value, label: words.sides[value] }))}
        value={typed.side}
        onChange={(side) => change({ side })}
      />
      <div className="columns">
        <NumberField
          name="concentration"
          label={words.concentration}
          note={words.mayStay}
          unit="mg/mL"
          decimals
          value={typed.concentrationMgPerMl}
          error={fields.concentrationMgPerMl}
          onChange={(concentrationMgPerMl) => change({ concentrationMgPerMl })}
        />
        <NumberField
          name="volume"
          label={words.volume}
          note={words.mayStay}
          unit="mL"
          decimals
          value={typed.volumeMl}
          error={fields.volumeMl}
          onChange={(volumeMl) => change({ volumeMl })}
        />
      </div>
      <LotFields
        drug={plan.drug}
        form="vial"
        location={here.answer.row.locationId}
        typed={typed}
        fields={fields}
        change={change}
      />
    </Frame>
  )
}
