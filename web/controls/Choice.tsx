import './Choice.css'
import { useId } from 'react'
import { type FrameProps, GroupFrame } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'
import type { Option } from './options.ts'

export type ChoiceProps<Value extends string | number> = FrameProps &
  Driven<Value> & {
    name: string
    options: readonly Option<Value>[]
    /** Side by side where there is room; otherwise one under the other. */
    across?: boolean | undefined
  }

/** One of a few answers, as big tiles. Nothing is chosen until somebody does. */
export const Choice = <Value extends string | number>(props: ChoiceProps<Value>) => {
  const { value, change, blur, error, ref } = useLinked<Value>(props.name, props.label, props)
  const group = useId()
  return (
    <GroupFrame label={props.label} hint={props.hint} note={props.note} error={error}>
      {(ties) => (
        <div className="tiles" data-across={props.across}>
          {props.options.map((option, index) => (
            <label key={option.value} className="tile">
              <input
                ref={index === 0 ? ref : undefined}
                type="radio"
                name={group}
                aria-invalid={ties['aria-invalid']}
                checked={value === option.value}
                onChange={() => change(option.value)}
                onBlur={blur}
              />
              <span>
                {option.label}
                {option.hint && <span className="tile-hint">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </GroupFrame>
  )
}
