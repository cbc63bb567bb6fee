import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { minutesByPlan } from '../../dose.ts'
import type { PlanToday } from '../../queries-standing.ts'
import type { Here } from '../use-session.ts'
import { Amount, type AmountTyped, amountOf } from './Amount.tsx'
import { Frame } from './Frame.tsx'
import { Lines } from './Lines.tsx'
import { LotFields, type LotTyped, lotFields } from './LotFields.tsx'
import { useGiving } from './use-giving.ts'

type Typed = AmountTyped &
  LotTyped & {
    volumeMl?: number | undefined
    rateMlPerH?: number | undefined
    minutes?: number | undefined
  }

/** First the line, then the pump as it was programmed. Starting it is the dose. */
export const GiveIv = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => (
  <>
    <Lines here={here} />
    <Pump here={here} plan={plan} {...(onDone ? { onDone } : {})} />
  </>
)

const Pump = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const giving = useGiving<Typed>(here, plan, onDone)
  const { typed, change } = giving
  const { agreed: _, mg: __, differsBecause: ___, ...rest } = typed
  const { data, why } = amountOf(giving, typed)
  const { fields } = giving
  const { mg, minutes } = typed
  const otherPace =
    mg !== undefined &&
    minutes !== undefined &&
    minutesByPlan({ mg, minutes }, { planMg: plan.doseMg, planMinutes: plan.infusionMinutes }) !== undefined
  return (
    <Frame
      giving={giving}
      title={words.programme}
      save={words.start}
      why={why}
      beside={['mg', 'differsBecause', 'volumeMl', 'rateMlPerH', 'minutes', ...lotFields]}
      onGive={() => giving.give({ ...data, ...rest })}
    >
      <Amount giving={giving} unlike={otherPace} hint={words.fromPump} typed={typed} change={change} />
      <div className="columns">
        <NumberField
          name="volumeMl"
          label={words.volume}
          unit="mL"
          decimals
          value={typed.volumeMl}
          error={fields.volumeMl}
          onChange={(volumeMl) => change({ volumeMl })}
        />
        <NumberField
          name="rateMlPerH"
          label={words.rate}
          unit="mL/h"
          decimals
          value={typed.rateMlPerH}
          error={fields.rateMlPerH}
          onChange={(rateMlPerH) => change({ rateMlPerH })}
        />
        <NumberField
          name="minutes"
          label={words.duration}
          unit="min"
          value={typed.minutes}
          error={fields.minutes}
          onChange={(minutes) => change({ minutes })}
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
