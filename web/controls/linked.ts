import { createContext, type Ref, useContext } from 'react'

/** A control's tie to the form around it, or to nothing: then it is driven by `value` and `onChange`. */
export type Linked<Value> = {
  value: Value | undefined
  change: (value: Value | undefined) => void
  blur: () => void
  error: string | undefined
  ref: Ref<never> | undefined
}

/** What every control may be given when it stands outside a form, or when a screen wants to drive it itself. */
export type Driven<Value> = {
  value?: Value | undefined
  onChange?: ((value: Value | undefined) => void) | undefined
  error?: string | undefined
  inputRef?: Ref<never> | undefined
}

export type FormTie = {
  useField: (name: string, label: string) => Linked<never>
  /** A field that must not be sent as it stands, and why: an impossible value, or an unlikely one nobody confirmed. */
  hold: (name: string, because: string | undefined) => void
  /** An unlikely value that the person confirmed. */
  confirm: (name: string, confirmed: boolean) => void
}

export const FormTieContext = createContext<FormTie | undefined>(undefined)

/** A control drives itself where it has `onChange`; otherwise the form around it does, by `name`. */
export const useLinked = <Value>(name: string, label: string, own: Driven<Value>): Linked<Value> => {
  const form = useContext(FormTieContext)
  if (form && !own.onChange) {
    // A control is inside a form or it is not, for as long as it lives: the order of hooks does not change.
    // biome-ignore lint/correctness/useHookAtTopLevel: see above
    return form.useField(name, label) as unknown as Linked<Value>
  }
  return { value: own.value, change: own.onChange ?? (() => {}), blur: () => {}, error: own.error, ref: own.inputRef }
}
