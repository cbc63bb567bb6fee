import type { Truth } from '../decide.ts'
import type { AsqResult } from '../instruments/asq.ts'

/** Thoughts of suicide right now. Unknown while the question about now is open. */
export const asqAcute = (result: AsqResult | undefined): Truth => {
  if (result === 'acute positive') return true
  return result === 'negative' || result === 'non-acute positive' ? false : undefined
}

/** Any positive screen. Unknown while a question is open and none was answered Yes. */
export const asqPositive = (result: AsqResult | undefined): Truth => {
  if (result === undefined || result === 'not complete') return undefined
  return result !== 'negative'
}
