import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { DangerHelp } from '../../../web/patient/DangerHelp.tsx'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { isDanger } from '../danger.ts'
import type { Field as Asks } from '../question.ts'
import { type Asked, questions } from '../questions.ts'
import type { Told } from '../routes-of-link.ts'
import type { Line } from '../value.ts'
import { showLine } from './shown.ts'
import type { PhoneIntake } from './use-intake.ts'

/** The lines of a list, and one form to add or change a line. A line is saved when it is added. */
export const Lines = ({
  name,
  intake,
  lines,
  onDone,
  onNone,
}: {
  name: Asked
  intake: PhoneIntake
  lines: readonly Told[]
  onDone: () => void
  /** There is nothing to list after all, or nobody knows. */
  onNone: (value: false | null) => void
}) => {
  const question = questions[name]
  const most = question.kind === 'list' ? question.most : 0
  const [editing, setEditing] = useState<string>()
  const [adding, setAdding] = useState(lines.length === 0 || intake.typedAt(name, null) !== undefined)
  const close = () => {
    setEditing(undefined)
    setAdding(false)
  }
  return (
    <div className="question-answers">
      {lines.length > 0 && (
        <ul className="intake-lines">
          {lines.map(({ entry, value, closed }) =>
            entry !== null && entry === editing ? (
              <li key={entry}>
                <LineForm
                  name={name}
                  intake={intake}
                  entry={entry}
                  start={value as Line}
                  onSaved={close}
                  onCancel={close}
                />
              </li>
            ) : (
              <li key={entry}>
                <strong className="as-typed">{showLine(name, value as Line)}</strong>
                {closed ? (
                  <span className="soft">{words.confirmedTitle}</span>
                ) : (
                  <span className="intake-line-ways">
                    <button
                      type="button"
                      className="button"
                      data-kind="plain"
                      aria-label={words.changeThis(showLine(name, value as Line))}
                      onClick={() => {
                        setAdding(false)
                        setEditing(entry ?? undefined)
                      }}
                    >
                      {words.change}
                    </button>
                    <button
                      type="button"
                      className="button"
                      data-kind="plain"
                      aria-label={words.takeBackThis(showLine(name, value as Line))}
                      onClick={() => intake.give(name, null, entry)}
                    >
                      {words.takeBack}
                    </button>
                  </span>
                )}
              </li>
            ),
          )}
        </ul>
      )}
      {adding && editing === undefined && (
        <LineForm
          name={name}
          intake={intake}
          entry={null}
          start={{}}
          onSaved={close}
          onCancel={lines.length > 0 ? close : undefined}
        />
      )}
      {!adding && editing === undefined && (
        <>
          {lines.length < most && (
            <button type="button" className="button big" data-kind="quiet" onClick={() => setAdding(true)}>
              {words.addAnother}
            </button>
          )}
          {lines.length > 0 && (
            <button type="button" className="button big" data-kind="main" onClick={onDone}>
              {words.thatIsAll}
            </button>
          )}
        </>
      )}
      {lines.length === 0 && (
        <>
          <button type="button" className="button big" data-kind="quiet" onClick={() => onNone(false)}>
            {words.noneAfterAll}
          </button>
          <button type="button" className="button big" data-kind="quiet" onClick={() => onNone(null)}>
            {words.notSure}
          </button>
        </>
      )}
    </div>
  )
}

/** The fields of one line. What is typed is kept on the phone until the line is added. */
const LineForm = ({
  name,
  intake,
  entry,
  start,
  onSaved,
  onCancel,
}: {
  name: Asked
  intake: PhoneIntake
  /** Null for a line that is not there yet. */
  entry: string | null
  start: Line
  onSaved: () => void
  onCancel: (() => void) | undefined
}) => {
  const question = questions[name]
  const fields: readonly Asks[] = question.kind === 'list' ? question.fields : []
  const [errors, setErrors] = useState<Record<string, string>>({})
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const unsent = intake.typedAt(name, entry)
  const typed = unsent ?? start
  const change = (field: string, text: string | undefined) => {
    const { [field]: _, ...others } = typed
    intake.type(name, entry, text === undefined ? others : { ...others, [field]: text })
  }
  const save = () => {
    const id = entry ?? newId()
    const wrong = intake.wrongWith(name, typed, id)
    if (wrong.length > 0) {
      setErrors(Object.fromEntries(wrong.map(({ field, says }) => [field ?? '', says])))
      return
    }
    if (entry === null) intake.type(name, null, undefined)
    intake.give(name, typed, id)
    onSaved()
  }
  return (
    <div className="intake-line-form">
      {fields.map((field, at) =>
        'options' in field ? (
          <Choice
            key={field.field}
            name={field.field}
            label={words.fields[field.field] ?? field.field}
            options={field.options.map((value) => ({ value, label: words.choices[value] ?? value }))}
            value={typed[field.field]}
            onChange={(value) => change(field.field, value)}
            error={errors[field.field]}
          />
        ) : (
          <Field
            key={field.field}
            name={field.field}
            label={words.fields[field.field] ?? field.field}
            type={field.kind === 'phone' ? 'tel' : 'text'}
            inputMode={field.kind === 'phone' ? 'tel' : field.kind === 'weeks' ? 'numeric' : 'text'}
            inputRef={at === 0 ? (first as never) : undefined}
            value={typed[field.field]}
            onChange={(value) => change(field.field, value)}
            error={errors[field.field]}
          />
        ),
      )}
      <DangerHelp text={unsent && isDanger(name, unsent) ? Object.values(unsent).join('\n') : undefined} />
      <button type="button" className="button big" data-kind="main" onClick={save}>
        {entry === null ? words.add : words.save}
      </button>
      {onCancel && (
        <button
          type="button"
          className="button big"
          data-kind="plain"
          onClick={() => {
            intake.type(name, entry, undefined)
            onCancel()
          }}
        >
          {words.cancel}
        </button>
      )}
    </div>
  )
}
