import type { Route } from '../../../science/decide.ts'
import { chartWords } from './chart.ts'

/** An amount with what is known of it: of some routes it is what was meant to go in, and the session's note says what did. */
export const givenMg = (mg: number, route: Route): string =>
  [`${mg.toLocaleString('en-US')} mg`, chartWords.nominal[route]].filter(Boolean).join(' ')
