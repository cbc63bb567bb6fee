import { deviceMg } from '../../../../science/routes/esketamine.ts'
import { useNow } from '../../../../web/clock.ts'
import { DueIn } from '../../../../web/controls/Elapsed.tsx'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { gaveOptions } from '../../dose.ts'
import { nextNumber, restUntil } from '../../next-dose.ts'
import type { PlanToday } from '../../queries-standing.ts'
import { Taps } from '../Quick.tsx'
import type { Here } from '../use-session.ts'
import { Frame } from './Frame.tsx'
import { LotFields, type LotTyped, lotFields } from './LotFields.tsx'
import { useGiving } from './use-giving.ts'

type Typed = LotTyped & {
  gave?: (typeof gaveOptions)[number] | undefined
}

/** Whether the plan has another device for this session. A failed one is not made up for by one more. */
export const hasNextDevice = (here: Here, plan: PlanToday): boolean =>
  nextNumber(here.session) * deviceMg <= plan.doseMg

/** One device of 28 mg. Between two of them the rest is counted on the screen. */
export const GiveDevice = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const giving = useGiving<Typed>(here, plan, onDone)
  const { typed, change } = giving
  const now = useNow(1)
  const { fields, number } = giving
  const rest = restUntil(here.protocol, here.session)
  return (
    <Frame
      giving={giving}
      title={words.device(number, plan.doseMg / deviceMg)}
      save={words.deviceGiven(number)}
      beside={['gave', ...lotFields]}
      onGive={() => giving.give({ mg: deviceMg, ...typed })}
    >
      {rest && rest > now && <DueIn due={rest} what={words.rest} big />}
      <p className="soft">{words.watchDevice}</p>
      <LotFields
        drug={plan.drug}
        form="device"
        location={here.answer.row.locationId}
        typed={typed}
        fields={fields}
        change={change}
        needed
      />
      <Taps
        label={words.gave}
        options={gaveOptions.map((value) => ({ value, label: words.gaveOptions[value] }))}
        value={typed.gave}
        onChange={(gave) => change({ gave })}
      />
      {fields.gave && (
        <p className="field-error" role="alert">
          {fields.gave}
        </p>
      )}
    </Frame>
  )
}
