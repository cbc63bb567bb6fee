import { costFacts } from '../../../science/facts/care.ts'
import { factsOf } from '../../../science/facts/facts.ts'
import { treatments } from '../../../science/facts/treatments.ts'
import { calculatorWords as words } from '../../../web/words/en/calculator.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { courseIn, linesOf, numbers, timeOf, totalOf } from './course-cost.ts'
import { newCiting, section } from './parts.ts'
import { isNotOffered, shownRoutes } from './prices.ts'
import type { Site } from './site.ts'

export const path = '/learn/cost/course'
const { dollars, items } = siteWords.cost

/** A cell that names its column where the table is laid out as blocks, on a narrow screen. */
const cell = (column: string, says: string | number | undefined): Html =>
  html`<td role="cell"><span class="of" aria-hidden="true">${column}</span><span>${says ?? words.unknown}</span></td>`

const answers = ({ clinic }: Site, query: URLSearchParams): Html => {
  const { course } = courseIn(query)
  const lines = linesOf(course, clinic?.side.prices)
  const { total, known } = totalOf(course, lines)
  const { least, most, travel, rides } = timeOf(course)
  const missing = lines.flatMap(({ item, times, price, dollars: sum }) =>
    sum !== undefined
      ? []
      : [
          ...(times === undefined ? [words.noCount(items[item])] : []),
          ...(price === undefined ? [words.noPrice(items[item])] : []),
        ],
  )
  if (!course.route) missing.unshift(words.noRoute)
  const hours =
    least === undefined ? words.unknown : most === undefined ? words.atLeast(least) : words.between(least, most)
  return section(
    'sum',
    words.sum,
    html`<table class="prices sums" role="table"><thead role="rowgroup"><tr role="row">${[words.what, words.times, words.each, words.together].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead><tbody role="rowgroup">${lines.map(
      ({ item, times, price, dollars: sum }) =>
        html`<tr role="row"><th role="rowheader" scope="row">${items[item]}</th>${cell(words.times, times)}${cell(words.each, price === undefined ? undefined : dollars(price))}${cell(words.together, sum === undefined ? undefined : dollars(sum))}</tr>`,
    )}</tbody></table>
<p><strong>${total === undefined ? words.noTotal : words.total(dollars(total))}</strong></p>
${total === undefined && html`<p>${words.known(dollars(known))}</p><ul>${missing.map((says) => html`<li>${says}</li>`)}</ul>`}
${course.share !== undefined && html`<p>${rides === undefined ? words.shareUnknown : words.share(dollars(course.share * rides))}</p>`}
<dl class="aspects"><dt>${words.hours}</dt><dd>${hours}</dd><dt>${words.road}</dt><dd>${travel === undefined ? words.unknown : words.about(Math.round(travel * 10) / 10)}</dd><dt>${words.rides}</dt><dd>${rides ?? words.unknown}</dd></dl>
<p class="soft">${words.notCounted}</p>`,
  )
}

/** What a whole course asks in money, hours and rides, from the clinic's own prices. A form that asks by its address. */
export const calculatorPage = (site: Site, query: URLSearchParams): Html => {
  const { cite, list, end } = newCiting(site.today)
  const { wrong } = courseIn(query)
  const { clinic } = site
  return html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${path}#sum" class="ask">
<fieldset><legend>${words.route}</legend>${shownRoutes.map(
    (route) =>
      html`<label class="tick"><input type="radio" name="route" value="${route}"${query.get('route') === route && html` checked`}/> <span>${siteWords.routes[route]}${isNotOffered(clinic?.side, route) && html` <span class="soft">${siteWords.cost.notOffered}</span>`}</span></label>`,
  )}</fieldset>
<label class="tick"><input type="checkbox" name="kap" value="yes"${query.get('kap') === 'yes' && html` checked`}/> <span>${words.kap}</span></label>
<label class="tick"><input type="checkbox" name="drug" value="apart"${query.get('drug') === 'apart' && html` checked`}/> <span>${words.apart}</span></label>
${numbers.map(
  (name) =>
    html`<p class="field"><label for="${name}">${words.fields[name]}</label><input id="${name}" name="${name}" inputmode="numeric" autocomplete="off" value="${query.get(name) ?? ''}" aria-describedby="help-${name}"${wrong[name] !== undefined && html` aria-invalid="true"`}/><span class="soft" id="help-${name}">${words.hints[name]}${wrong[name] && html`<strong class="stale">${wrong[name]}</strong>`}</span></p>`,
)}
<p><button type="submit" class="send">${words.count}</button></p></form>
${answers(site, query)}
${section(
  'visits-usual',
  words.usual,
  list(factsOf('PD-14', 'PT-IM-21', 'PD-05')),
  html`<dl class="aspects">${shownRoutes.map((route) => html`<dt>${siteWords.routes[route]}</dt><dd>${cite(treatments[route].visit)}</dd>`)}</dl>`,
)}
${section('insurance', siteWords.cost.usual, list(costFacts.usual))}
${section('plan', siteWords.cost.plan, html`<p class="own">${clinic?.side.paymentPlan || siteWords.cost.noPlan}</p>`)}
${section('rights', siteWords.cost.rights, html`<p>${words.notEstimate}</p>`, list(costFacts.rights))}
<p><a href="/learn/cost">${siteWords.cost.title}</a></p>${end()}`
}
