import { aspects, treatments } from '../../../science/facts/treatments.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { newCiting } from './parts.ts'
import { askedHere, shownRoutes } from './prices.ts'
import type { SitePage } from './site.ts'

/**
 * One table. Where it does not fit, style.css lays each question out as a block with the four answers under each other;
 * the roles keep it a table for a screen reader then.
 */
export const comparePage: SitePage = {
  path: '/learn/compare',
  title: words.compare.title,
  about: words.compare.lead,
  menu: words.compare.menu,
  write: ({ today, clinic }) => {
    const { cite, end } = newCiting(today)
    const cells = (of: (route: (typeof shownRoutes)[number]) => Html) =>
      shownRoutes.map(
        (route) =>
          html`<td role="cell"><span class="of" aria-hidden="true">${words.short[route]}</span><div>${of(route)}</div></td>`,
      )
    const here =
      clinic &&
      html`<tr role="row"><th role="rowheader" scope="row">${words.compare.here}</th>${cells((route) => html`${askedHere(clinic.side, route)}`)}</tr>`
    return html`<h1>${words.compare.title}</h1><p class="lead">${words.compare.lead}</p>
<ul class="jump" aria-label="${words.compare.jump}">${aspects.map((aspect) => html`<li><a href="#${aspect}">${words.aspects[aspect]}</a></li>`)}</ul>
<table class="compare" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><span class="unseen">${words.compare.question}</span></th>${shownRoutes.map(
      (route) =>
        html`<th role="columnheader" scope="col"><a href="/learn/treatments/${route}">${words.routes[route]}</a></th>`,
    )}</tr></thead>
<tbody role="rowgroup">${aspects.map(
      (aspect) =>
        html`<tr role="row" id="${aspect}"><th role="rowheader" scope="row">${words.aspects[aspect]}</th>${cells((route) => cite(treatments[route][aspect]))}</tr>${aspect === 'cost' && here}`,
    )}</tbody></table>${end()}`
  },
}
