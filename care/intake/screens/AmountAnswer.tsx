import { useState } from 'react'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { says } from '../../../web/words/en/says/intake.ts'
import type { Asked } from '../questions.ts'
import { type Amount, isAmount, unitsOf, type Value } from '../value.ts'
import type { PhoneIntake } from './use-intake.ts'

const numberIn = (text: string | undefined): number => Number(text?.trim().replace(',', '.') || Number.NaN)

/** A number and its unit, which the person chooses: nothing is taken without one. */
export const AmountAnswer = ({
  name,
  measure,
  intake,
  told,
  onAnswer,
}: {
  name: Asked
  measure: 'weight' | 'height'
  intake: PhoneIntake
  told: Value | undefined
  onAnswer: (value: Value) => void
}) => {
  const start: Partial<Amount> = isAmount(told) ? told : {}
  const [unit, setUnit] = useState(start.unit)
  const inFeet = start.unit === 'in'
  const [amount, setAmount] = useState(start.amount === undefined || inFeet ? undefined : String(start.amount))
  const [feet, setFeet] = useState(inFeet ? String(Math.floor((start.amount ?? 0) / 12)) : undefined)
  const [inches, setInches] = useState(inFeet ? String((start.amount ?? 0) % 12) : undefined)
  const [error, setError] = useState<string>()
  const save = () => {
    const sent = unit === 'in' ? numberIn(feet) * 12 + (inches ? numberIn(inches) : 0) : numberIn(amount)
    if (unit === undefined) return setError(says.unit)
    const value = { unit, amount: sent }
    const [wrong] = intake.wrongWith(name, value)
    if (wrong) return setError(wrong.says)
    onAnswer(value)
  }
  return (
    <div className="question-answers">
      <Choice
        name="unit"
        label={words.unit}
        across
        options={unitsOf[measure].map((value) => ({ value, label: words.units[value] }))}
        value={unit}
        onChange={setUnit}
        error={unit === undefined ? error : undefined}
      />
      {unit === 'in' ? (
        <>
          <Field name="feet" label={words.feet} inputMode="numeric" value={feet} onChange={setFeet} error={error} />
          <Field name="inches" label={words.inches} inputMode="decimal" value={inches} onChange={setInches} />
        </>
      ) : (
        unit && (
          <Field
            name="amount"
            label={words.amount}
            unit={words.units[unit]}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            error={error}
          />
        )
      )}
      <button type="button" className="button big" data-kind="main" onClick={save}>
        {words.save}
      </button>
      <button type="button" className="answer" aria-pressed={told === null} onClick={() => onAnswer(null)}>
        {words.notSure}
      </button>
    </div>
  )
}
