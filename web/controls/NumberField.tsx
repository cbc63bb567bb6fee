import { useContext, useEffect, useState } from 'react'
import { controlWords } from '../words/en/controls.ts'
import { FieldFrame, type FrameProps, Unit } from './FieldFrame.tsx'
import { type Driven, FormTieContext, useLinked } from './linked.ts'
import './NumberField.css'
import { parseNumber, type Verdict } from './number.ts'

export type NumberFieldProps = FrameProps &
  Driven<number> & {
    name: string
    unit?: string | undefined
    /** Decimals bring up a keypad with a point. */
    decimals?: boolean | undefined
    /** Plausibility, such as (value) => judge('systolic', value). Refused is not sent; asked is confirmed here first. */
    judge?: ((value: number) => Verdict) | undefined
  }

/** A number with its unit. Keeps the text as typed; what is no number reaches the form as text and is refused there. */
export const NumberField = (props: NumberFieldProps) => {
  const linked = useLinked<number | string>(props.name, props.label, props as Driven<number | string>)
  const form = useContext(FormTieContext)
  const [text, setText] = useState(linked.value === undefined ? '' : String(linked.value))
  const [left, setLeft] = useState(linked.value !== undefined)
  const [confirmed, setConfirmed] = useState<number>()
  // Only when the value changed from outside (a draft, a reset) does the text follow it.
  const outside = (linked.value ?? undefined) !== parseNumber(text)
  useEffect(() => {
    if (outside) setText(linked.value === undefined || linked.value === null ? '' : String(linked.value))
  }, [outside, linked.value])

  const value = typeof linked.value === 'number' ? linked.value : undefined
  const verdict = value === undefined || !props.judge ? 'usual' : props.judge(value)
  const refused = typeof verdict === 'object' && 'refuse' in verdict ? verdict.refuse : undefined
  const asks = typeof verdict === 'object' && 'ask' in verdict ? verdict.ask : undefined
  const agreed = value !== undefined && confirmed === value
  const because = refused ?? (asks !== undefined && !agreed ? controlWords.confirmFirst : undefined)
  useEffect(() => {
    form?.hold(props.name, because)
    form?.confirm(props.name, asks !== undefined && agreed)
    // A field that is taken off the screen holds nothing back any more.
    return () => {
      form?.hold(props.name, undefined)
      form?.confirm(props.name, false)
    }
  }, [form, props.name, because, asks, agreed])

  const shown = props.unit ? `${text} ${props.unit}` : text
  const error =
    (left ? refused : undefined) ??
    (because === undefined && linked.error === controlWords.confirmFirst ? undefined : linked.error)
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      note={props.note}
      error={error}
      unit={props.unit}
      after={
        asks !== undefined && (left || linked.error !== undefined) ? (
          <div className="number-ask" role="status">
            {agreed ? (
              <p className="soft">{controlWords.confirmed(shown)}</p>
            ) : (
              <>
                <p>{asks}</p>
                <button type="button" className="button" data-kind="quiet" onClick={() => setConfirmed(value)}>
                  {controlWords.isRight(shown)}
                </button>
              </>
            )}
          </div>
        ) : undefined
      }
    >
      {(ties) => (
        <span className="entry" data-size="short">
          <input
            {...ties}
            ref={linked.ref}
            name={props.name}
            type="text"
            inputMode={props.decimals ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              linked.change(parseNumber(event.target.value))
            }}
            onBlur={() => {
              setLeft(true)
              linked.blur()
            }}
          />
          <Unit of={ties} unit={props.unit} />
        </span>
      )}
    </FieldFrame>
  )
}
