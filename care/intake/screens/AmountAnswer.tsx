import { useState } from 'react'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { says } from '../../../web/words/en/says/intake.ts'
import type { Asked } from '../questions.ts'
import { isAmount, unitsOf, type Value } from '../value.ts'
import type { PhoneIntake } from './use-intake.ts'
import type { Typed } from './waiting.ts'

const numberIn = (text: string | undefined): number => Number(text?.trim().replace(',', '.') || Number.NaN)

/** As it was told, in the fields it was told in. */
const startOf = (told: Value | undefined): Typed => {
  if (!isAmount(told)) return {}
  const { unit, amount } = told
  if (unit !== 'in') return { unit, amount: String(amount) }
  return { unit, feet: String(Math.floor(amount / 12)), inches: String(amount % 12) }
}

/** A number and its unit, which the person chooses: nothing is taken without one. What is typed is kept until it is saved. */
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
  const typed = intake.typedAt(name) ?? startOf(told)
  const { amount, feet, inches } = typed
  const unit = unitsOf[measure].find((one) => one === typed.unit)
  const change = (field: string) => (text: string | undefined) => {
    const { [field]: _, ...others } = typed
    intake.type(name, null, text === undefined ? others : { ...others, [field]: text })
  }
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
        onChange={change('unit')}
        error={unit === undefined ? error : undefined}
      />
      {unit === 'in' ? (
        <>
          <Field
            name="feet"
            label={words.feet}
            inputMode="numeric"
            value={feet}
            onChange={change('feet')}
            error={error}
          />
          <Field name="inches" label={words.inches} inputMode="decimal" value={inches} onChange={change('inches')} />
        </>
      ) : (
        unit && (
          <Field
            name="amount"
            label={words.amount}
            unit={words.units[unit]}
            inputMode="decimal"
            value={amount}
            onChange={change('amount')}
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
