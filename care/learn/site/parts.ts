import type { Fact, OutOf100 } from '../../../science/facts/fact.ts'
import { factsReviewed } from '../../../science/facts/sources.ts'
import type { Source } from '../../../science/sources.ts'
import type { Day } from '../../../science/time.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { sayDay } from '../../../web/words/words.ts'
import { type Html, html } from '../html.ts'

const words = siteWords.facts

/** The facts of one page as they are written down, and the sources they add up to. */
export type Citing = {
  /** A fact as a sentence with the numbers of its sources, without a frame. */
  cite: (fact: Fact) => Html
  list: (facts: readonly Fact[]) => Html
  /** The numbers of the sources of rules that a sentence rests on; a rule that is past its day says so. */
  rules: (rules: readonly CitedRule[]) => Html
  /** At the end of the page: sources, when they were read, when they are due. */
  end: () => Html
}

/** What of a rule is cited: every source it has, for whichever route. */
export type CitedRule = Pick<Fact, 'source' | 'reviewBy'> & {
  further?: readonly Source[]
  perRoute?: Readonly<Record<string, { source?: Source; further?: readonly Source[] }>>
}
const sourcesOf = ({ source, further = [], perRoute = {} }: CitedRule): Source[] => [
  source,
  ...further,
  ...Object.values(perRoute).flatMap((one) => [...(one.source ? [one.source] : []), ...(one.further ?? [])]),
]

export const newCiting = (today: Day): Citing => {
  const sources: Source[] = []
  const cited: Pick<Fact, 'reviewBy'>[] = []
  const numberOf = (source: Source): number => {
    const at = sources.findIndex(({ label }) => label === source.label)
    return at >= 0 ? at + 1 : sources.push(source)
  }
  const refs = (of: readonly Source[]): Html =>
    html`<span class="refs">${[...new Set(of.map(numberOf))].map(
      (n) => html`<a href="#source-${n}" aria-label="${words.source(n)}">${n}</a> `,
    )}</span>`
  const stale = (of: readonly Pick<Fact, 'reviewBy'>[]): Html | false => {
    const due = dueOf(of)
    return due !== undefined && due < today && html`<strong class="stale">${words.stale(sayDay(due))}</strong>`
  }
  const cite = (fact: Fact): Html => {
    cited.push(fact)
    return html`<span data-fact="${fact.id}">${fact.says}</span>&nbsp;${refs([fact.source, ...fact.further])}${stale([fact])}${
      fact.drawn.length > 0 && html`<span class="people">${fact.drawn.map(people)}</span>`
    }`
  }
  const rules = (of: readonly CitedRule[]): Html => {
    cited.push(...of)
    return html`${refs(of.flatMap(sourcesOf))}${stale(of)}`
  }
  const list = (facts: readonly Fact[]): Html =>
    html`<ul class="facts">${facts.map((fact) => html`<li>${cite(fact)}</li>`)}</ul>`
  const end = (): Html => {
    const due = dueOf(cited)
    if (due === undefined) return html``
    return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
${due < today && html`<p class="stale">${words.stalePage}</p>`}
<p>${words.reviewed(sayDay(factsReviewed))} ${words.expires(sayDay(due))} ${words.notAdvice}</p>
<ol>${sources.map(
      ({ label, address, status }, i) =>
        html`<li id="source-${i + 1}" value="${i + 1}">${address ? html`<a href="${address}" rel="noreferrer">${label}</a>` : label} <span class="soft">(${words.statuses[status]})</span></li>`,
    )}</ol></section>`
  }
  return { cite, list, rules, end }
}

/** The first day by which one of them has to be read again. */
const dueOf = (of: readonly Pick<Fact, 'reviewBy'>[]): Day | undefined =>
  of.map(({ reviewBy }) => reviewBy).toSorted()[0]

const dots = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, i) => `M${((from + i) % 20) * 2 + 1} ${Math.floor((from + i) / 20) * 2 + 1}h0`,
  ).join('')

/** A hundred people as dots; the same in words for whoever does not see them. */
export const people = ({ says, people: count }: OutOf100): Html =>
  html`<span class="hundred"><svg viewBox="0 0 40 10" role="img" aria-label="${words.outOf(count, says)}"><path class="some" d="${dots(0, count)}"/><path class="rest" d="${dots(count, 100)}"/></svg><small aria-hidden="true">${words.outOf(count, says)}</small></span>`

export const section = (id: string, title: string, ...inside: (Html | false | undefined)[]): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${inside}</section>`

/** One question and its answers, none of them chosen beforehand; what helps to understand it is part of what is asked. */
export const choose = (
  name: string,
  asks: string,
  answers: readonly (readonly [value: string, label: string])[],
  hint?: string,
): Html =>
  html`<fieldset><legend>${asks}${hint && html` <span class="soft hint">${hint}</span>`}</legend><div class="answers">${answers.map(
    ([value, label]) =>
      html`<label class="tick"><input type="radio" name="${name}" value="${value}"/> ${label}</label>`,
  )}</div></fieldset>`
