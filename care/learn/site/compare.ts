import type { Route } from '../../../science/decide.ts'
import { aspects, treatments } from '../../../science/facts/treatments.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { html } from '../html.ts'
import { newCiting } from './parts.ts'
import type { SitePage } from './site.ts'

export const shownRoutes = ['iv', 'im', 'lozenge', 'esketamine'] as const satisfies readonly Route[]

/**
 * One table. Where it does not fit, style.css lays each question out as a block with the four answers under each other;
 * the roles keep it a table for a screen reader then.
 */
export const comparePage: SitePage = {
  path: '/learn/compare',
  title: words.compare.title,
  about: words.compare.lead,
  menu: words.compare.menu,
  write: ({ today }) => {
    const { cite, end } = newCiting(today)
    return html`<h1>${words.compare.title}</h1><p class="lead">${words.compare.lead}</p>
<ul class="jump" aria-label="${words.compare.jump}">${aspects.map((aspect) => html`<li><a href="#${aspect}">${words.aspects[aspect]}</a></li>`)}</ul>
<table class="compare" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><span class="unseen">${words.compare.question}</span></th>${shownRoutes.map(
      (route) =>
        html`<th role="columnheader" scope="col"><a href="/learn/treatments/${route}">${words.routes[route]}</a></th>`,
    )}</tr></thead>
<tbody role="rowgroup">${aspects.map(
      (aspect) =>
        html`<tr role="row" id="${aspect}"><th role="rowheader" scope="row">${words.aspects[aspect]}</th>${shownRoutes.map(
          (route) =>
            html`<td role="cell"><span class="of" aria-hidden="true">${words.short[route]}</span><div>${cite(treatments[route][aspect])}</div></td>`,
        )}</tr>`,
    )}</tbody></table>${end()}`
  },
}
