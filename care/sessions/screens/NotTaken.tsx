import { useState } from 'react'
import { Field } from '../../../web/controls/Field.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { isTaken, type NotTaken, stillNotTaken, type TakenValue, takenValues, whyNotTaken } from '../not-taken.ts'
import type { Vitals } from '../vitals.ts'
import { Taps } from './Quick.tsx'

const words = sessionWords.vitals.notTaken

/** Of every value that is not there: why it could not be taken, in one tap. It stays unknown. */
export const NotTakenFields = ({
  set,
  change,
}: {
  set: Partial<Vitals>
  change: (more: Pick<Vitals, 'notTaken'>) => void
}) => {
  const left = stillNotTaken(set)
  const [open, setOpen] = useState(left !== undefined)
  const say = (name: TakenValue, reason: NotTaken | undefined) =>
    change({ notTaken: stillNotTaken({ ...set, notTaken: { ...left, [name]: reason } }) })
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {left ? words.these(takenValues.filter((name) => left[name]).map((name) => words.values[name])) : words.title}
      </summary>
      {open && (
        <div className="stack">
          {takenValues
            .filter((name) => !isTaken(set, name))
            .map((name) => (
              <Why key={name} name={name} reason={left?.[name]} say={(reason) => say(name, reason)} />
            ))}
        </div>
      )}
    </details>
  )
}

const Why = ({
  name,
  reason,
  say,
}: {
  name: TakenValue
  reason: NotTaken | undefined
  say: (reason: NotTaken | undefined) => void
}) => (
  <div className="stack" data-gap="tight">
    <Taps
      label={words.values[name]}
      options={whyNotTaken.map((value) => ({ value, label: words.why[value] }))}
      value={reason?.why}
      onChange={(why) => say(why === 'other' ? { why, words: '' } : why && { why })}
    />
    {reason?.why === 'other' && (
      <Field
        name={name}
        label={words.words(words.values[name])}
        value={reason.words}
        onChange={(said = '') => say({ why: 'other', words: said })}
      />
    )}
  </div>
)
