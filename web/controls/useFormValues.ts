import { useFormContext, useWatch } from 'react-hook-form'
import { withoutBlanks } from './blanks.ts'

/** What the form around this component holds right now, blanks taken out: for rules that speak while somebody types. */
export const useFormValues = <Values extends object>(): Partial<Values> => {
  const { control } = useFormContext()
  return (withoutBlanks(useWatch({ control })) ?? {}) as Partial<Values>
}
