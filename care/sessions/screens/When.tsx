import { useState } from 'react'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { Taps } from './Quick.tsx'
import { agoFrom } from './when.ts'

const words = sessionWords.when

/** When it happened: now, unless somebody says earlier. An entry made late carries both times. */
export const When = ({
  now,
  timeZone,
  onChange,
}: {
  now: string
  timeZone: string
  onChange: (happenedAt: string | undefined) => void
}) => {
  const [earlier, setEarlier] = useState(false)
  const [time, setTime] = useState<string>()
  return (
    <div className="row when">
      <Taps
        label={words.label}
        options={[
          { value: false, label: words.now },
          { value: true, label: words.earlier },
        ]}
        value={earlier}
        onChange={(value) => {
          setEarlier(value === true)
          onChange(value === true && time ? agoFrom(now, time, timeZone) : undefined)
        }}
      />
      {earlier && (
        <TimeField
          name="time"
          label={words.time}
          hint={time ? undefined : words.untilTyped}
          value={time}
          onChange={(value) => {
            setTime(value)
            onChange(value ? agoFrom(now, value, timeZone) : undefined)
          }}
        />
      )}
    </div>
  )
}
