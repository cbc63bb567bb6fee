import { TimeField } from '../../../web/controls/DateField.tsx'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { Taps } from './Quick.tsx'
import type { WhenTyped } from './when.ts'

const words = sessionWords.when

type Asked = { value: WhenTyped; onChange: (value: WhenTyped) => void }

/** When it happened: now, unless somebody says earlier. An entry made late carries both times. */
export const When = ({ value: { earlier = false, time }, onChange }: Asked) => (
  <div className="row when">
    <Taps
      label={words.label}
      options={[
        { value: false, label: words.now },
        { value: true, label: words.earlier },
      ]}
      value={earlier}
      onChange={(value) => onChange(value === true ? { earlier: true, time } : { time })}
    />
    {earlier && (
      <TimeField
        name="time"
        label={words.time}
        hint={time ? undefined : words.untilTyped}
        value={time}
        onChange={(value) => onChange({ earlier, time: value })}
      />
    )}
  </div>
)
