import { speaksOfDanger } from '../../../science/criteria/danger-words.ts'
import { factsOf } from '../../../science/facts/facts.ts'
import { factsReviewed } from '../../../science/facts/sources.ts'
import { aidWords as words } from '../../../web/words/en/aid.ts'
import { checkWords } from '../../../web/words/en/check.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { sayDay } from '../../../web/words/words.ts'
import { type Html, html } from '../../learn/html.ts'
import { type Citing, newCiting } from '../../learn/site/parts.ts'
import { shownRoutes } from '../../learn/site/prices.ts'
import type { Site } from '../../learn/site/site.ts'
import { criteriaOf } from '../request/check.ts'
import { helpBox } from '../request/help.ts'
import {
  type Aid,
  claimNames,
  claims,
  healthAsked,
  type Matter,
  matters,
  path,
  practical,
  preps,
  questionNames,
  standings,
} from './aid.ts'
import { ofMatter, ofPractical } from './rows.ts'

/** A part that stands there only for some answers. Without answers all are written and hidden, for the script to show. */
const when =
  (aid: Aid | undefined) =>
  (field: string, answers: readonly string[], inside: () => Html): Html | false => {
    // What is not there is not written either, or its sources would stand below a page that does not use them.
    if (aid) return answers.includes(aid[field] ?? '') && inside()
    return html`<div data-if="${field}" data-is="${answers.join('|')}" hidden>${inside()}</div>`
  }

const known = (matter: Matter, { cite, list }: Citing): Html => {
  const { cells, all } = ofMatter[matter]
  return html`<h4>${words.matters[matter]}</h4><dl class="aspects">${shownRoutes.map(
    (route) =>
      html`<dt>${siteWords.routes[route]}</dt><dd>${cells[route].map((fact) => html`<p>${cite(fact)}</p>`)}</dd>`,
  )}</dl>${all.length > 0 && html`<p>${words.all}:</p>${list(all)}`}`
}

const against = (asked: (typeof healthAsked)[number], citing: Citing): Html => {
  const rules = criteriaOf(asked)
  const routes = shownRoutes.filter((route) => rules.some((rule) => rule.routes.includes(route)))
  return html`<p>${intakeWords.questions[asked]} <strong>${checkWords.why[asked]}</strong> ${words.page.covers(routes.map((route) => words.routes[route]).join(', '))} <small class="soft">${checkWords.result.rule(rules.map(({ id }) => id).join(', '))}</small>&nbsp;${citing.rules(rules)}</p>`
}

/** What somebody said, with what is known about it, in the order it was asked. It adds nothing up and puts nothing first. */
export const summary = (citing: Citing, aid?: Aid): Html => {
  const is = when(aid)
  const { page } = words
  /** A part of the page. Where nothing of it was said, it says so. */
  const part = (title: string, says: string | undefined, inside: readonly (Html | false)[]): Html => {
    const none = inside.every((one) => one === false)
    return html`<section><h3>${title}</h3>${says && (!aid || !none) && html`<p data-some${!aid && html` hidden`}>${says}</p>`}${inside}${(!aid || none) && html`<p class="soft" data-none>${page.none}</p>`}</section>`
  }
  const own = html`<p class="own" dir="auto" data-own>${aid?.own}</p>`
  // Without answers, for the script to show; with them, whoever writes the page around this has shown it.
  return html`${!aid && helpBox(html` data-help hidden`)}<h2 id="mine" tabindex="-1">${page.title}</h2><p>${page.says} ${words.notDecides}</p>
${part(
  page.much,
  undefined,
  matters.map((one) => is(`matters.${one}`, ['much'], () => known(one, citing))),
)}
${part(
  page.some,
  undefined,
  matters.map((one) => is(`matters.${one}`, ['some'], () => html`<p>${words.matters[one]}</p>`)),
)}
${part(
  page.against,
  page.againstSays,
  healthAsked.map((one) => is(`health.${one}`, ['yes', 'not sure'], () => against(one, citing))),
)}<p>${page.nothing}</p>
${part(
  page.practical,
  undefined,
  practical.map((one) =>
    is(
      `practical.${one}`,
      ['no', 'not sure'],
      () => html`<p>${words.practical[one]}</p>${citing.list(factsOf(...ofPractical[one]))}`,
    ),
  ),
)}
${part(
  page.understood,
  undefined,
  claimNames.map((claim) => {
    const { isTrue, facts } = claims[claim]
    const say = (verdict: string) => (): Html =>
      html`<p>${words.claims[claim]} <strong>${verdict}</strong></p>${citing.list(factsOf(...facts))}`
    return html`${is(`claim.${claim}`, [String(isTrue)], say(words.right(isTrue)))}${is(`claim.${claim}`, [String(!isTrue)], say(words.wrong(isTrue)))}${is(`claim.${claim}`, ['not sure', ''], say(words.unsure(isTrue)))}`
  }),
)}
${part(page.questions, undefined, [
  ...questionNames.map((name) => is(`ask.${name}`, ['yes'], () => html`<p>${words.ask[name]}</p>`)),
  (!aid || aid.own !== undefined) && own,
])}
<section><h3>${page.ready}</h3>${standings.map((one) => is('ready', [one], () => html`<p>${words.ready[one]}</p>`))}${is('ready', [''], () => html`<p>${words.open}</p>`)}${preps.map((prep) => is(`prep.${prep}`, ['partly', 'no'], () => html`<p>${page.notYet[prep]}</p>`))}</section>
<p class="soft">${page.on(sayDay(factsReviewed))}</p>
<div class="on-screen-only"><div class="next"><p data-with-script hidden><button type="button" class="send" data-print>${words.print}</button></p>
<h3>${page.next}</h3><p>${page.sends}</p><p><button type="submit" class="plain" formaction="/learn/ask/with">${page.ask}</button></p><p><button type="submit" class="plain" formaction="/learn/check">${page.check}</button></p></div></div>`
}

/** The same page for whoever has no script: written from what was sent, and kept nowhere. */
export const summaryPage = ({ today }: Site, aid: Aid): Html => {
  const citing = newCiting(today)
  return html`<h1>${words.title}</h1>${aid.own && speaksOfDanger(aid.own) && html`<div role="alert">${helpBox()}</div>`}
<form method="post" action="${path}" class="ask aid"><input type="hidden" name="aid" value="${JSON.stringify(aid)}"/><div data-page>${summary(citing, aid)}</div></form>
<p class="on-screen-only"><a href="${path}">${words.title}</a></p>${citing.end()}`
}
