import { useId, useMemo } from 'react'
import { isTimeZone } from '../../science/time.ts'
import { serverNow } from '../clock.ts'
import { showTime } from '../time.ts'
import { controlWords } from '../words/en/controls.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { useLinked } from './linked.ts'

const words = controlWords.timeZone

/** A time zone, found by typing. Says what time it is there, so that a wrong one is seen at once. */
export const TimeZoneField = ({ name, label }: { name: string; label: string }) => {
  const { value, change, blur, error, ref } = useLinked<string>(name, label, {})
  const list = useId()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const known = value !== undefined && isTimeZone(value)
  return (
    <FieldFrame label={label} hint={words.hint} error={error}>
      {(ties) => (
        <>
          <span className="entry">
            <input
              {...ties}
              ref={ref}
              name={name}
              type="text"
              list={list}
              autoComplete="off"
              spellCheck={false}
              value={value ?? ''}
              onChange={(event) => change(zoneFrom(event.target.value, zones))}
              onBlur={blur}
            />
          </span>
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </datalist>
          {known && <p className="field-hint">{words.now(showTime(new Date(serverNow()).toISOString(), value))}</p>}
        </>
      )}
    </FieldFrame>
  )
}

/** "new york" is enough where it is the end of one zone only. */
const zoneFrom = (typed: string, zones: readonly string[]): string | undefined => {
  if (typed === '') return undefined
  const plain = typed.trim().toLowerCase().replaceAll(' ', '_')
  const fits = zones.filter((zone) => zone.toLowerCase() === plain || zone.toLowerCase().endsWith(`/${plain}`))
  return fits.length === 1 ? fits[0] : typed
}
