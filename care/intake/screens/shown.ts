import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { type Asked, questions } from '../questions.ts'
import { isAmount, type Line, type Value } from '../value.ts'

/** A line of a list in one row: its fields in their order, as they were typed. */
export const showLine = (key: Asked, line: Line): string => {
  const question = questions[key]
  const fields = question.kind === 'list' ? question.fields : []
  return fields
    .flatMap((field) => {
      const said = line[field.field]
      if (!said) return []
      if ('options' in field) return words.choices[said] ?? said
      return field.kind === 'weeks' ? words.weeks(said) : said
    })
    .join(' · ')
}

/** An answer in the words it was chosen from, or as it was typed. */
export const showValue = (key: Asked, value: Value): string => {
  if (value === null) return words.notSure
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return words.choices[value] ?? value
  return isAmount(value) ? words.shown[value.unit](value.amount) : showLine(key, value)
}
