import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'

type Native = FrameProps &
  Driven<string> & {
    name: string
    min?: string | undefined
    max?: string | undefined
    autoComplete?: string | undefined
  }

const NativeField = ({ type, ...props }: Native & { type: 'date' | 'time' }) => {
  const { value, change, blur, error, ref } = useLinked<string>(props.name, props.label, props)
  return (
    <FieldFrame label={props.label} hint={props.hint} note={props.note} error={error}>
      {(ties) => (
        <span className="entry" data-size="auto">
          <input
            {...ties}
            ref={ref}
            name={props.name}
            type={type}
            min={props.min}
            max={props.max}
            autoComplete={props.autoComplete ?? 'off'}
            value={value ?? ''}
            onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
            onBlur={blur}
          />
        </span>
      )}
    </FieldFrame>
  )
}

/** A calendar day, 'YYYY-MM-DD'. */
export const DateField = (props: Native) => <NativeField {...props} type="date" />

/** A time of day in the clinic's zone, 'HH:MM'. The server makes an instant of it. */
export const TimeField = (props: Native) => <NativeField {...props} type="time" />
