import type { Route } from '../../../science/decide.ts'
import { chartWords } from './chart.ts'

/** An amount with what is known of it: of some routes it is what was meant to go in, and the session's note says what did. */
export const givenMg = (mg: number, route: Route): string =>
  [`${mg.toLocaleString('en-US')} mg`, chartWords.nominal[route]].filter(Boolean).join(' ')

/** What one session gave: of an infusion what went in by the entries, or that this is not recorded. */
export const wentIn = (mg: number, route: Route, infusedMg: number | null): string => {
  if (route !== 'iv') return givenMg(mg, route)
  return infusedMg === null ? chartWords.notInfused(givenMg(mg, route)) : chartWords.infused(infusedMg, mg)
}

/** The same where it is known of every route what the patient had of it; null where that is not known. */
export const had = (mg: number, route: Route, receivedMg: number | null): string => {
  if (route === 'iv') return wentIn(mg, route, receivedMg)
  const meant = givenMg(mg, route)
  if (receivedMg === null) return chartWords.notKnown(meant)
  return receivedMg === mg ? meant : chartWords.partOf(receivedMg, meant)
}
