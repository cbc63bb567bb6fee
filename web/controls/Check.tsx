import './Choice.css'
import { type FrameProps, GroupFrame } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'
import type { Option } from './options.ts'

/** One statement to tick, such as "I have read this". Undefined until ticked: an empty box answers nothing. */
export const Check = (props: Driven<true> & { name: string; label: string; hint?: string | undefined }) => {
  const { value, change, blur, error, ref } = useLinked<true>(props.name, props.label, props)
  return (
    <div className="field" data-error={error !== undefined}>
      <label className="tile">
        <input
          ref={ref}
          type="checkbox"
          name={props.name}
          checked={value === true}
          aria-invalid={error ? true : undefined}
          onChange={(event) => change(event.target.checked ? true : undefined)}
          onBlur={blur}
        />
        <span>
          {props.label}
          {props.hint && <span className="tile-hint">{props.hint}</span>}
        </span>
      </label>
      {error && <p className="field-error">{error}</p>}
    </div>
  )
}

/**
 * Any number of a few answers. Undefined until touched; give `none` (such as "None of these") so that nothing ticked
 * can be told from not asked: it stands for the empty list.
 */
export const Checks = <Value extends string>(
  props: FrameProps & Driven<Value[]> & { name: string; options: readonly Option<Value>[]; none?: string | undefined },
) => {
  const { value, change, blur, error, ref } = useLinked<Value[]>(props.name, props.label, props)
  const flip = (one: Value, ticked: boolean) => {
    const rest = (value ?? []).filter((other) => other !== one)
    const next = ticked ? [...rest, one] : rest
    change(next.length === 0 ? undefined : next)
  }
  return (
    <GroupFrame label={props.label} hint={props.hint} note={props.note} error={error}>
      {() => (
        <div className="tiles" data-across={props.options.every(({ hint }) => hint === undefined)}>
          {props.options.map((option, index) => (
            <label key={option.value} className="tile">
              <input
                ref={index === 0 ? ref : undefined}
                type="checkbox"
                checked={value?.includes(option.value) ?? false}
                onChange={(event) => flip(option.value, event.target.checked)}
                onBlur={blur}
              />
              <span>
                {option.label}
                {option.hint && <span className="tile-hint">{option.hint}</span>}
              </span>
            </label>
          ))}
          {props.none !== undefined && (
            <label className="tile">
              <input
                type="checkbox"
                checked={value?.length === 0}
                onChange={(event) => change(event.target.checked ? [] : undefined)}
                onBlur={blur}
              />
              <span>{props.none}</span>
            </label>
          )}
        </div>
      )}
    </GroupFrame>
  )
}
