import { useRef, useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field as TextField } from '../../../web/controls/Field.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import type { FilledField } from '../filled.ts'

type Asked = { field: FilledField; form: string; path: string; onDone: () => Promise<unknown> }

/** One field: its value and where it comes from, or what is missing and how it gets there. */
export const Field = ({ mayWrite, ...asked }: Asked & { mayWrite: boolean }) => {
  const { field } = asked
  const { says, state, value, answered, from, required } = field
  const [changing, setChanging] = useState(false)
  const timeZone = useTimeZone()
  const open = from === 'asked' && mayWrite && (state === 'missing' || changing)
  return (
    <div className="rems-field">
      <dt>{says}</dt>
      <dd>
        {state === 'known' && <span className="rems-value">{field.answer === 'yes or no' ? yesNo(value) : value}</span>}
        {state === 'missing' &&
          (required ? (
            <State signal="held">{words.missingHere}</State>
          ) : (
            <span className="soft">– {words.optional}</span>
          ))}
        {state === 'missing' && required && from !== 'asked' && (
          <span className="soft">{from === 'log' ? words.fromLog : words.fromRecord}</span>
        )}
        {answered && <span className="soft">{words.answered(answered.by, showMoment(answered.at, timeZone))}</span>}
        {open && <Answer {...asked} onDone={() => asked.onDone().then(() => setChanging(false))} />}
        {answered && mayWrite && !changing && (
          <Button kind="plain" onPress={() => setChanging(true)} label={`${words.change}: ${says}`}>
            {words.change}
          </Button>
        )}
      </dd>
    </div>
  )
}

const yesNo = (value: string | undefined) => (value === 'yes' ? words.yes : value === 'no' ? words.no : value)

/** Asked once; nothing is chosen beforehand. */
const Answer = ({ field, form, path, onDone }: Asked) => {
  const own = useRef({ id: newId(), value: '' })
  const [keeping, setKeeping] = useState(false)
  const [typed, setTyped, drop] = useTyped<string | undefined>(`rems${path}.${form}.${field.id}`, undefined)
  const keep = async (value: string) => {
    // Sent again because its answer was lost it is the same one; another value is another answer.
    if (own.current.value !== value) own.current = { id: newId(), value }
    setKeeping(true)
    try {
      await api.post(`${path}/answers`, { id: own.current.id, form, field: field.id, value })
      own.current = { id: newId(), value: '' }
      drop()
      await onDone()
    } finally {
      setKeeping(false)
    }
  }
  if (field.answer === 'yes or no')
    return (
      <span className="row">
        {(['yes', 'no'] as const).map((value) => (
          <Button
            key={value}
            kind="quiet"
            busy={keeping}
            onPress={() => keep(value)}
            label={`${field.says}: ${words[value]}`}
          >
            {words[value]}
          </Button>
        ))}
      </span>
    )
  return (
    <span className="row rems-answer">
      <TextField
        name={field.id}
        label={field.answer === 'minutes' ? words.minutes : field.says}
        inputMode={field.answer === 'minutes' ? 'numeric' : 'text'}
        value={typed}
        onChange={setTyped}
      />
      <Button kind="quiet" why={typed?.trim() ? undefined : words.answerFirst} onPress={() => keep(typed ?? '')}>
        {words.keep}
      </Button>
    </span>
  )
}
