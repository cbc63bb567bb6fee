import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'

/** Several lines of text; grows with what is typed. Empty is undefined. */
export const TextArea = (props: FrameProps & Driven<string> & { name: string; rows?: number | undefined }) => {
  const { value, change, blur, error, ref } = useLinked<string>(props.name, props.label, props)
  return (
    <FieldFrame label={props.label} hint={props.hint} note={props.note} error={error}>
      {(ties) => (
        <span className="entry">
          <textarea
            {...ties}
            ref={ref}
            name={props.name}
            rows={props.rows ?? 4}
            value={value ?? ''}
            onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
            onBlur={blur}
          />
        </span>
      )}
    </FieldFrame>
  )
}
