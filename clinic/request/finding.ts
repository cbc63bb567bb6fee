/**
 * What a rule found, as it travels to the browser. `science/decide.ts` makes these; this is the part of the shape
 * that a failed request carries, so that the person sees why the step is held.
 */
export type Finding = {
  id: string
  answer: 'met' | 'not met' | 'unknown'
  says: string
}
