import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../web/controls/Button.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { weekdays } from '../settings/clinic-settings.ts'
import './accounts.css'

const words = accountWords.clinic
const days = weekdays.map((value) => ({ value, label: words.days[value] }))

/** Days and hours in which messages are read; several stretches where they differ by day. */
export const HoursFields = ({ name }: { name: string }) => {
  const { control, setValue } = useFormContext()
  const rows = (useWatch({ control, name }) as unknown[] | undefined) ?? []
  const count = Math.max(1, rows.length)
  return (
    <div className="hours">
      {Array.from({ length: count }, (_, index) => {
        const row = `${name}.${index}`
        return (
          <div className="stack" key={row}>
            <Checks
              name={`${row}.days`}
              label={index === 0 ? words.hours : words.hoursMore(index + 1)}
              options={days}
            />
            <div className="row">
              <TimeField name={`${row}.from`} label={words.from} />
              <TimeField name={`${row}.until`} label={words.until} />
            </div>
          </div>
        )
      })}
      <div className="row">
        <Button kind="plain" onPress={() => setValue(`${name}.${count}`, {})}>
          {words.addHours}
        </Button>
        {count > 1 && (
          <Button kind="plain" onPress={() => setValue(name, rows.slice(0, -1))}>
            {words.removeHours}
          </Button>
        )}
      </div>
    </div>
  )
}
