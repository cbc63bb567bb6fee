import { useId } from 'react'
import { Shape } from '../../../web/controls/Shape.tsx'

/** A short number in one row of several: label above, unit and the last value beneath. Never filled in beforehand. */
export const QuickNumber = ({
  label,
  unit,
  hint,
  text,
  wrong,
  inputRef,
  onText,
  onNext,
  justReached,
  onLeft,
}: {
  label: string
  unit: string
  hint: string | undefined
  text: string
  wrong: string | undefined
  inputRef: (element: HTMLInputElement | null) => void
  onText: (text: string) => void
  /** Somebody says that the number is whole, where its digits do not. */
  onNext?: () => void
  /** True once where the last digit of the field before led here by itself: whoever then presses Tab means this field. */
  justReached?: () => boolean
  onLeft?: () => void
}) => {
  const id = useId()
  return (
    <div className="quick">
      <label htmlFor={id}>
        {label}
        {unit && <span className="unit"> {unit}</span>}
      </label>
      <span className="entry">
        <input
          id={id}
          ref={inputRef}
          type="text"
          inputMode="numeric"
          enterKeyHint={onNext && 'next'}
          autoComplete="off"
          value={text}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-more`}
          // Typing over a number replaces it.
          onFocus={(event) => event.target.select()}
          onBlur={onLeft}
          onKeyDown={(event) => {
            const onward = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)
            if (onward && justReached?.()) event.preventDefault()
            else if (event.key === 'Enter') onNext?.()
          }}
          onChange={(event) => onText(event.target.value.replaceAll(/\D/g, '').slice(0, 4))}
        />
      </span>
      <span className="soft quick-more" id={`${id}-more`}>
        {wrong ? (
          <span className="quick-wrong">
            <Shape signal="attention" />
            {wrong}
          </span>
        ) : (
          hint
        )}
      </span>
    </div>
  )
}

/** One tap of a few; tapping it again takes it back. Nothing is chosen until somebody does. */
export const Taps = <Value extends string | number | boolean>({
  label,
  options,
  value,
  onChange,
  justReached,
  onLeft,
}: {
  label: string
  options: readonly { value: Value; label: string; hint?: string | undefined }[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  /** As for a number: true once where the last digit before them led to the first of them. */
  justReached?: (() => boolean) | undefined
  onLeft?: (() => void) | undefined
}) => {
  const group = useId()
  return (
    <fieldset className="taps">
      <legend>{label}</legend>
      <div className="tap-row">
        {options.map((option) => (
          <label key={String(option.value)} className="tap">
            <input
              type="radio"
              name={group}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onClick={() => value === option.value && onChange(undefined)}
              onBlur={onLeft}
              onKeyDown={(event) => {
                if (justReached?.() && event.key === 'Tab' && !event.shiftKey) event.preventDefault()
              }}
            />
            <span>
              {option.label}
              {option.hint && <span className="tile-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
