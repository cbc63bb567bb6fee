import { useState } from 'react'
import { Button } from '../../../../web/controls/Button.tsx'
import { Elapsed } from '../../../../web/controls/Elapsed.tsx'
import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { minutesFrom, showTime } from '../../../../web/time.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { sessionWords } from '../../../../web/words/en/sessions.ts'
import { type Given, givenIn } from '../../given.ts'
import { LozengeEnded, lozengeEndings } from '../../giving.ts'
import type { PlanToday } from '../../queries-standing.ts'
import { Taps } from '../Quick.tsx'
import type { Here } from '../use-session.ts'
import { When } from '../When.tsx'
import { saidMoment, type WhenTyped } from '../when.ts'
import { Amount, type AmountTyped, amountOf } from './Amount.tsx'
import { Frame } from './Frame.tsx'
import { LotFields, type LotTyped, lotFields } from './LotFields.tsx'
import { useGiving } from './use-giving.ts'

type Typed = AmountTyped &
  LotTyped & {
    strengthMg?: number | undefined
    count?: number | undefined
  }

/** Lozenges put into the mouth at one moment. Three numbers that must agree; none is worked out for the nurse. */
export const GiveLozenge = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const giving = useGiving<Typed>(here, plan, onDone)
  const { typed, change } = giving
  const { agreed: _, mg: __, differsBecause: ___, ...rest } = typed
  const { data, why } = amountOf(giving, typed)
  const { fields } = giving
  return (
    <Frame
      giving={giving}
      title={words.lozenge}
      save={words.lozengeIn}
      why={why}
      beside={['mg', 'differsBecause', 'strengthMg', 'count', ...lotFields]}
      onGive={() => giving.give({ ...data, ...rest })}
    >
      <div className="columns">
        <NumberField
          name="strengthMg"
          label={words.strength}
          unit="mg"
          decimals
          value={typed.strengthMg}
          error={fields.strengthMg}
          onChange={(strengthMg) => change({ strengthMg })}
        />
        <NumberField
          name="count"
          label={words.count}
          value={typed.count}
          error={fields.count}
          onChange={(count) => change({ count })}
        />
      </div>
      <LotFields
        drug={plan.drug}
        form="lozenge"
        location={here.answer.row.locationId}
        typed={typed}
        fields={fields}
        change={change}
      />
      <Amount giving={giving} hint={words.together} typed={typed} change={change} />
    </Frame>
  )
}

/** The clock of each lozenge, and what became of it. */
export const Lozenges = ({ here }: { here: Here }) => (
  <>
    {givenIn(here.session, here.now).map((given) => (
      <OneLozenge key={given.entry.id} here={here} given={given} />
    ))}
  </>
)

const yesNo = [
  { value: true, label: sessionWords.vitals.yes },
  { value: false, label: sessionWords.vitals.no },
]

const OneLozenge = ({ here, given: { entry, lozengeEnd } }: { here: Here; given: Given }) => {
  const [as, setAs] = useState<(typeof lozengeEndings)[number]>()
  const [whole, setWhole] = useState<boolean>()
  const [when, setWhen] = useState<WhenTyped>({})
  const [wrong, setWrong] = useState<string>()
  if (lozengeEnd) {
    const held = Math.round(minutesFrom(entry.happenedAt, lozengeEnd.happenedAt))
    const { data, happenedAt: at } = lozengeEnd
    return <p>{words.lozengeWas(words.lozengeAs[data.as], held, showTime(at, here.timeZone), data.whole)}</p>
  }
  const save = async () => {
    const parsed = LozengeEnded.safeParse({ doseId: entry.id, as, whole })
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message)
    const happenedAt = saidMoment(when, here)
    await here.write('lozenge ended', parsed.data, happenedAt ? { happenedAt } : {})
  }
  return (
    <section className="stack" aria-label={words.lozenge}>
      <h2>{words.lozenge}</h2>
      <Elapsed since={entry.happenedAt} words={words.inMouth} big />
      <Taps
        label={words.lozengeEnd}
        options={lozengeEndings.map((value) => ({ value, label: words.lozengeAs[value] }))}
        value={as}
        onChange={setAs}
      />
      <Taps label={words.whole} options={yesNo} value={whole} onChange={setWhole} />
      <When value={when} onChange={setWhen} />
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button wide onPress={save}>
        {words.lozengeOut}
      </Button>
    </section>
  )
}
