import type { Route } from '../../../science/decide.ts'
import { aspects, treatmentMore, treatments } from '../../../science/facts/treatments.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { html } from '../html.ts'
import { newCiting, section } from './parts.ts'
import { priceHere, shownRoutes } from './prices.ts'
import type { SitePage } from './site.ts'

const pageOf = (route: Route): SitePage => ({
  path: `/learn/treatments/${route}`,
  title: words.routes[route],
  about: `${treatments[route].what.says} ${treatments[route].visit.says}`,
  write: ({ today, clinic }) => {
    const { cite, list, end } = newCiting(today)
    const offers = clinic?.side.offers
    return html`<h1>${words.routes[route]}</h1><p class="lead">${words.treatment.lead}</p>
${offers && html`<p><strong>${offers.includes(route) ? words.treatment.offered : words.treatment.notOffered}</strong></p>`}
${priceHere(clinic?.side, route)}${route === 'lozenge' && clinic?.side.homeLozenges && html`<p>${words.about.home[clinic.side.homeLozenges]}</p>`}
<dl class="aspects">${aspects.map((aspect) => html`<dt>${words.aspects[aspect]}</dt><dd>${cite(treatments[route][aspect])}</dd>`)}</dl>
${section('more', words.treatment.more, list(treatmentMore[route]))}
${section(
  'other',
  words.treatment.other,
  html`<ul class="go">${shownRoutes
    .filter((other) => other !== route)
    .map((other) => html`<li><a href="/learn/treatments/${other}">${words.routes[other]}</a></li>`)}
<li><a href="/learn/compare">${words.compare.title}</a></li><li><a href="/learn/over-time">${words.treatment.overTime}</a></li></ul>`,
)}${end()}`
  },
})

export const treatmentPages: readonly SitePage[] = shownRoutes.map(pageOf)
