import { type ReactNode, useId } from 'react'
import './FieldFrame.css'
import { Shape } from './Shape.tsx'

export type FrameProps = {
  label: string
  /** One short line above the control: what to enter, or why it is asked. */
  hint?: string | undefined
  /** Shown after the label where a form has few fields that may stay empty. */
  note?: string | undefined
}

/** Of what stands beside a number: it is heard with the field, not only seen. */
const unitIdOf = (id: string): string => `${id}-unit`

export const Unit = ({ of, unit }: { of: Ties; unit: string | undefined }) =>
  unit ? (
    <span className="unit" id={unitIdOf(of.id)}>
      {unit}
    </span>
  ) : null

/** The attributes that tie a control to its label, hint and error. */
export type Ties = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

const useTies = (hint: string | undefined, error: string | undefined, unit?: string) => {
  const id = useId()
  const described =
    [unit && unitIdOf(id), hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const ties: Ties = { id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined }
  return ties
}

const Hint = ({ id, hint }: { id: string; hint: string | undefined }) =>
  hint ? (
    <p className="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null

const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p className="field-error" id={`${id}-error`}>
      <Shape signal="attention" />
      {error}
    </p>
  ) : null

type Framed = FrameProps & {
  error: string | undefined
  /** Shown by `Unit` beside the control. */
  unit?: string | undefined
  after?: ReactNode
  children: (ties: Ties) => ReactNode
}

/** Label, hint, one control, error under it. */
export const FieldFrame = ({ label, hint, note, error, unit, after, children }: Framed) => {
  const ties = useTies(hint, error, unit)
  return (
    <div className="field" data-error={error !== undefined}>
      <label htmlFor={ties.id}>
        {label}
        {note && <span className="field-note"> {note}</span>}
      </label>
      <Hint id={ties.id} hint={hint} />
      {children(ties)}
      <FieldError id={ties.id} error={error} />
      {after}
    </div>
  )
}

/** The same for several radios or boxes under one question. */
export const GroupFrame = ({ label, hint, note, error, children }: Framed) => {
  const ties = useTies(hint, error)
  return (
    <fieldset className="field" data-error={error !== undefined} aria-describedby={ties['aria-describedby']}>
      <legend>
        {label}
        {note && <span className="field-note"> {note}</span>}
      </legend>
      <Hint id={ties.id} hint={hint} />
      {children(ties)}
      <FieldError id={ties.id} error={error} />
    </fieldset>
  )
}
