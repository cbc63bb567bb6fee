import { FieldFrame, type FrameProps, Unit } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'

export type FieldProps = FrameProps &
  Driven<string> & {
    name: string
    type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined
    inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
    autoComplete?: string | undefined
    unit?: string | undefined
    placeholder?: string | undefined
    readOnly?: boolean | undefined
    autoFocus?: boolean | undefined
    capitals?: 'off' | 'words' | 'sentences' | 'characters' | undefined
  }

/** One line of text. Empty is undefined, never ''. */
export const Field = (props: FieldProps) => {
  const { value, change, blur, error, ref } = useLinked<string>(props.name, props.label, props)
  return (
    <FieldFrame label={props.label} hint={props.hint} note={props.note} error={error} unit={props.unit}>
      {(ties) => (
        <span className="entry">
          <input
            {...ties}
            ref={ref}
            name={props.name}
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            autoComplete={props.autoComplete ?? 'off'}
            autoCapitalize={props.capitals}
            spellCheck={false}
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            // biome-ignore lint/a11y/noAutofocus: only where a screen has one thing to type, such as sign-in and search
            autoFocus={props.autoFocus}
            value={value ?? ''}
            onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
            onBlur={blur}
          />
          <Unit of={ties} unit={props.unit} />
        </span>
      )}
    </FieldFrame>
  )
}
