import { type FactSource, pharmacokineticsRead, pharmacokineticsReview } from '../../science/pharmacokinetics/fact.ts'
import { k1, pr2021 } from '../../science/pharmacokinetics/models/model.ts'
import { limits } from '../../science/pharmacokinetics/published/limits.ts'
import { feltWindows, judgement } from '../../science/pharmacokinetics/published/windows.ts'
import type { Day } from '../../science/time.ts'
import { learnWords } from '../../web/words/en/learn.ts'
import { siteWords } from '../../web/words/en/site.ts'
import { sayDay } from '../../web/words/words.ts'
import { bandOf } from './band.ts'
import { exampleSources } from './example-sources.ts'
import { learnRoutes } from './examples.ts'
import { type Html, html } from './html.ts'
import { axis, panel, strip } from './panels.ts'
import { type Band, usualBandPercent } from './paths.ts'
import type { Course } from './picture.ts'
import { tableMinutes, valuesAt } from './table.ts'

const words = learnWords

const numbers = (bands: readonly Band[]): Html => {
  const cell = ([low, middle, high]: readonly [number, number, number]) =>
    html`<td>${middle} <small>${words.table.range(String(low), String(high))}</small></td>`
  return html`<details class="numbers"><summary>${words.table.show}</summary>
<table><caption>${words.table.caption}</caption>
<thead><tr><th scope="col">${words.table.time}</th>${learnRoutes.map((route) => html`<th scope="col">${words.short[route]}</th>`)}</tr></thead>
<tbody>${tableMinutes.map((minute) => html`<tr><th scope="row">${minute}</th>${bands.map((band) => cell(valuesAt(band, minute)))}</tr>`)}</tbody></table></details>`
}

/** The known misfits of every route, shown or not: a part of each lozenge and spray is swallowed. */
const uncertain = (): Html => {
  const says: Record<string, string | undefined> = words.uncertain.limits
  return html`<ul>${limits.map(({ id }) => says[id] && html`<li>${says[id]}</li>`)}</ul>`
}

const sourceOf = ({ label, address, status }: FactSource): Html =>
  html`<li>${address ? html`<a href="${address}" rel="noreferrer">${label}</a>` : label} <span class="soft">(${words.sources.statuses[status]})</span></li>`

const distinct = (sources: readonly FactSource[]): FactSource[] => [
  ...new Map(sources.map((source) => [source.label, source])).values(),
]

const listed = (title: string, sources: readonly FactSource[]): Html =>
  html`<h3>${title}</h3><ul>${distinct(sources).map(sourceOf)}</ul>`

/** Shown by the script when it runs: nothing here asks for a dose, a weight or a wish. */
const controls = (): Html => html`<form class="choose" data-choose hidden aria-label="${words.choose.title}">
<fieldset><legend>${words.choose.routes}</legend>${learnRoutes.map(
  (route) =>
    html`<label class="tick"><input type="checkbox" name="route" value="${route}" checked/> ${words.short[route]}</label>`,
)}</fieldset>
<label class="slide" for="minute">${words.choose.minute} <output data-says="minute" for="minute"></output></label>
<input id="minute" type="range" name="minute" min="0" max="240" step="1" value="60"/>
<label class="slide" for="width">${words.choose.width} <output data-says="width" for="width"></output></label>
<input id="width" type="range" name="width" min="10" max="98" step="1" value="${usualBandPercent}"/>
</form><p class="soft" data-trouble hidden>${words.choose.failed}</p>`

/** Whether its numbers are past the day by which they had to be looked at again. */
export const isOverTimeStale = (today: Day): boolean => pharmacokineticsReview < today

/** The whole page, readable without a script. `courses` in the order of `learnRoutes`; `stale`: past its day. */
export const overTimePage = (courses: readonly Course[], stale = false): Html => {
  const drawn = courses.map((course) => ({ course, band: bandOf(course, usualBandPercent) }))
  return html`<h1>${words.title}</h1>
<p>${words.intro}</p>
<p class="not-you">${words.notYou}</p>
${stale && html`<p class="stale">${siteWords.facts.stale(sayDay(pharmacokineticsReview))}</p>`}
<section aria-labelledby="blood" data-plot><h2 id="blood">${words.blood.title}</h2>
<p>${words.blood.how}</p>
${controls()}
${drawn.map(({ course, band }) => panel(course, band))}
${numbers(drawn.map(({ band }) => band))}</section>
<section aria-labelledby="felt"><h2 id="felt">${words.felt.title}</h2>
<p>${words.felt.how}</p>
<p class="key"><span class="key-felt"></span>${words.felt.noticeable} – ${words.felt.settled} <span class="key-strongest"></span>${words.felt.strongest}</p>
${learnRoutes.map((route) => feltWindows.filter((window) => window.route === route).map(strip))}
${axis}
<ul>${words.felt.caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul></section>
<section aria-labelledby="uncertain"><h2 id="uncertain">${words.uncertain.title}</h2>
<p>${words.uncertain.lead}</p>${uncertain()}</section>
<section aria-labelledby="sources"><h2 id="sources">${words.sources.title}</h2>
${listed(words.sources.models, [k1.source, pr2021.source])}
${listed(
  words.sources.examples,
  learnRoutes.map((route) => exampleSources[route]),
)}
${listed(
  words.sources.felt,
  // That some of it is judgment stands beside each of those windows.
  feltWindows.flatMap(({ sources }) => sources.filter((source) => source !== judgement)),
)}
<p>${siteWords.facts.reviewed(sayDay(pharmacokineticsRead))} ${words.sources.review(sayDay(pharmacokineticsReview))}</p></section>`
}
