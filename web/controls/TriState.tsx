import { controlWords } from '../words/en/controls.ts'
import { Choice } from './Choice.tsx'
import type { FrameProps } from './FieldFrame.tsx'
import { type Driven, useLinked } from './linked.ts'
import type { Tri } from './tri.ts'

const options = [
  { value: 'yes', label: controlWords.yes },
  { value: 'no', label: controlWords.no },
  { value: 'not known', label: controlWords.notKnown },
] as const

const shown = (value: Tri | undefined) => {
  if (value === 'not known') return value
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined
}

/** Yes, No or Not known; none is preselected. The value is true, false or 'not known' (controls/tri.ts has the schema). */
export const TriState = (props: FrameProps & Driven<Tri> & { name: string }) => {
  const { value, change, error, ref } = useLinked<Tri>(props.name, props.label, props)
  return (
    <Choice
      name={props.name}
      label={props.label}
      hint={props.hint}
      note={props.note}
      error={error}
      inputRef={ref}
      across
      options={options}
      value={shown(value)}
      onChange={(chosen) => change(chosen === 'not known' ? chosen : chosen === 'yes')}
    />
  )
}
