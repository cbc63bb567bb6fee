import { type PublicSide, priced } from '../../../clinic/accounts/settings/public-side.ts'
import { costFacts } from '../../../science/facts/care.ts'
import { treatments } from '../../../science/facts/treatments.ts'
import { calculatorWords } from '../../../web/words/en/calculator.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { newCiting, section } from './parts.ts'
import { askedHere, shownRoutes } from './prices.ts'
import type { SitePage } from './site.ts'

const words = siteWords.cost

/** The clinic's own prices. One that is not set is to be asked for; none is ever made up. */
const prices = (side: PublicSide | undefined): Html => {
  const set = side?.prices ?? {}
  if (priced.every((item) => set[item] === undefined)) return html`<p>${words.unset}</p>`
  return html`<p>${words.setOn}</p><table class="prices"><thead><tr><th scope="col">${words.item}</th><th scope="col">${words.price}</th></tr></thead><tbody>${priced.map(
    (item) => html`<tr><th scope="row">${words.items[item]}</th><td>${askedHere(side, item)}</td></tr>`,
  )}</tbody></table>`
}

export const costPage: SitePage = {
  path: '/learn/cost',
  title: words.title,
  about: words.lead,
  write: ({ today, clinic }) => {
    const { cite, list, end } = newCiting(today)
    return html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${section('ours', words.ours, prices(clinic?.side))}<p><a href="/learn/cost/course">${calculatorWords.title}</a></p>
${section('plan', words.plan, html`<p class="own">${clinic?.side.paymentPlan || words.noPlan}</p>`)}
${section('usual', words.usual, list(costFacts.usual))}
${section(
  'elsewhere',
  words.elsewhere,
  html`<p>${words.elsewhereSays}</p><dl class="aspects">${shownRoutes.map(
    (route) => html`<dt>${siteWords.routes[route]}</dt><dd>${cite(treatments[route].cost)}</dd>`,
  )}</dl>`,
)}
${section('rights', words.rights, list(costFacts.rights))}${end()}`
  },
}
