import { controlWords } from '../words/en/controls.ts'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'
import type { Option } from './options.ts'

/** For long lists; short ones are Choice. Nothing is chosen until somebody does. */
export const Select = <Value extends string | number>(
  props: FrameProps & Driven<Value> & { name: string; options: readonly Option<Value>[] },
) => {
  const { value, change, blur, error, ref } = useLinked<Value>(props.name, props.label, props)
  return (
    <FieldFrame label={props.label} hint={props.hint} note={props.note} error={error}>
      {(ties) => (
        <span className="entry">
          <select
            {...ties}
            ref={ref}
            name={props.name}
            value={value === undefined || value === null ? '' : String(value)}
            onChange={(event) => change(props.options.find((one) => String(one.value) === event.target.value)?.value)}
            onBlur={blur}
          >
            <option value="">{controlWords.choose}</option>
            {props.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </FieldFrame>
  )
}
