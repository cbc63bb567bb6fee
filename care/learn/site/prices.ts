import type { PublicSide, priced } from '../../../clinic/accounts/settings/public-side.ts'
import type { Route } from '../../../science/decide.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'

const words = siteWords.cost

/** The four, in the order in which every page shows them; it is no ranking. */
export const shownRoutes = ['iv', 'im', 'lozenge', 'esketamine'] as const satisfies readonly Route[]

const routeOf: Partial<Record<(typeof priced)[number], Route>> = {
  iv: 'iv',
  im: 'im',
  lozenge: 'lozenge',
  esketamine: 'esketamine',
  observation: 'esketamine',
}

/** Whether the clinic has said what it offers, and this is none of it. */
export const isNotOffered = (side: PublicSide | undefined, route: Route | undefined): boolean =>
  route !== undefined && side?.offers !== undefined && !side.offers.includes(route)

/** The clinic's own price of one thing, as a sentence of its own; nothing where it has not set one. */
export const priceHere = (side: PublicSide | undefined, item: (typeof priced)[number]): Html | false => {
  const dollars = side?.prices?.[item]
  return dollars !== undefined && html`<p>${words.here(words.items[item], words.dollars(dollars))}</p>`
}

/** What one thing costs here: the clinic's own price, or that it does not offer it, or that it is to be asked. */
export const askedHere = (side: PublicSide | undefined, item: (typeof priced)[number]): string => {
  const dollars = side?.prices?.[item]
  if (dollars !== undefined) return words.dollars(dollars)
  return isNotOffered(side, routeOf[item]) ? words.notOffered : words.askUs
}
