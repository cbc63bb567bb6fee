import { speaksOfDanger } from '../../../science/criteria/danger-words.ts'
import { evaluationCriteria } from '../../../science/criteria/evaluation.ts'
import type { EvaluationRule } from '../../../science/criteria/row.ts'
import { safetyFacts } from '../../../science/facts/safety.ts'
import { checkWords as words } from '../../../web/words/en/check.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../../learn/html.ts'
import { type Citing, choose, newCiting } from '../../learn/site/parts.ts'
import type { Site } from '../../learn/site/site.ts'
import { type Aid, AidText, aidIn, isEmpty } from '../aid/aid.ts'
import { type Asked, questions } from '../questions.ts'

import { type Answer, answerIn, type Check, checked, checkedIn, danger } from './checked.ts'
import { calls, helpBox } from './help.ts'

export const path = '/learn/check'

/** The criteria of the evaluation that ask for what this question is about. */
export const criteriaOf = (asked: Asked): EvaluationRule[] => {
  const is = questions[asked].for
  const about = typeof is === 'string' ? undefined : 'fact' in is ? is.fact : 'beside' in is ? is.beside : undefined
  return evaluationCriteria.filter(({ needs }) => needs.some((need) => need === about))
}

/** The decision aid as it comes along: from its own page field by field, from another as one text. */
export const aidOf = (form: URLSearchParams): Aid => (form.has('aid') ? AidText.parse(form.get('aid')) : aidIn(form))
const along = (form: URLSearchParams): Html | false => {
  const aid = aidOf(form)
  return !isEmpty(aid) && html`<input type="hidden" name="aid" value="${JSON.stringify(aid)}"/>`
}
/** Whether somebody is to be shown help at once and asked nothing more. */
export const isDangerIn = (form: URLSearchParams): boolean => answerIn(form, danger) === 'yes'

const ask = (name: string, text: string): Html =>
  choose(
    name,
    text,
    [
      ['yes', words.yes],
      ['no', words.no],
      ['not sure', words.notSure],
    ],
    intakeWords.hints[name],
  )

/** Whether the first question was answered with anything but no: left open it is no no. */
const mayBeInDanger = (form: URLSearchParams): boolean => answerIn(form, danger) !== 'no'

/**
 * Help, before anything that is asked or told: for whoever said "not sure" to the first question or left it open, and for
 * whoever wrote of suicide on the page they come from.
 */
const helpIn = (form: URLSearchParams, wasAsked = true): Html | false =>
  speaksOfDanger(aidOf(form).own ?? '')
    ? html`<div role="alert">${helpBox()}</div>`
    : wasAsked && mayBeInDanger(form) && html`<div class="not-you"><p>${words.help.says}</p>${calls()}</div>`

const form = (step: string, button: string, ...inside: (Html | false)[]): Html =>
  html`<form method="post" action="${path}" class="ask"><input type="hidden" name="step" value="${step}"/>${inside}<p><button type="submit" class="send">${button}</button></p></form>`

export const firstPage = (
  from: URLSearchParams,
): Html => html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p>${words.private} ${words.notDecides}</p>
${helpIn(from, false)}<h2>${words.first}</h2>${form('first', words.start, along(from), ask(danger, intakeWords.questions[danger]))}`

export const questionsPage = (first: URLSearchParams): Html =>
  html`<h1>${words.title}</h1>${helpIn(first)}<p>${words.rest}</p>${form(
    'rest',
    words.show,
    along(first),
    html`<input type="hidden" name="${danger}" value="${answerIn(first, danger) ?? ''}"/>`,
    ask('adult', words.adult),
    ...checked.map((asked) => ask(asked, intakeWords.questions[asked])),
  )}`

export const helpPage = (): Html => {
  const { help } = words
  return html`<h1>${help.title}</h1><p class="lead">${help.says}</p>
${calls()}
<p>${help.after} <a href="/learn/ask">${siteWords.ask}</a></p>`
}

/** Which rules of the evaluation it is, where they come from, and whether one of them is past its day. */
const ruled = (rules: readonly EvaluationRule[], citing: Citing): Html =>
  html`<small class="soft">${words.result.rule(rules.map(({ id }) => id).join(', '))}</small>&nbsp;${citing.rules(rules)}`

const group = (title: string, says: string | undefined, asked: readonly Check[], citing: Citing): Html | false =>
  asked.length > 0 &&
  html`<section><h2>${title}</h2>${says && html`<p>${says}</p>`}<ul class="facts">${asked.map(
    (one) =>
      html`<li>${intakeWords.questions[one]} <strong>${words.why[one]}</strong> ${ruled(criteriaOf(one), citing)}</li>`,
  )}</ul></section>`

/** What the answers mean: what to talk about first. It finds nobody fit and turns nobody away; what is open stays open. */
export const resultPage = ({ today }: Site, given: URLSearchParams): Html => {
  const { result } = words
  const citing = newCiting(today)
  const said = (answer: Answer) => checked.filter((asked) => answerIn(given, asked) === answer)
  const adult = answerIn(given, 'adult')
  const [yes, unsure, open] = [said('yes'), said('not sure'), said(undefined)]
  const isNow = (asked: Check) => asked === 'hospital'
  const nothing = !mayBeInDanger(given) && adult === 'yes' && yes.length + unsure.length + open.length === 0
  const young = safetyFacts.care.filter(({ id }) => id === 'PS-13')
  const adults = evaluationCriteria.filter(({ id }) => id === 'CI-25')
  return html`<h1>${words.title}</h1>
${helpIn(given)}
${(adult === 'no' || adult === 'not sure') && html`<p class="not-you">${result.young} ${ruled(adults, citing)}</p>${citing.list(young)}`}
${group(result.now, undefined, yes.filter(isNow), citing)}${group(
  result.talk,
  result.talkSays,
  yes.filter((asked) => !isNow(asked)),
  citing,
)}${group(result.ask, result.askSays, unsure, citing)}${group(result.open, result.openSays, open, citing)}
${adult === undefined && html`<section><h2>${result.open}</h2><p>${words.adult}</p></section>`}
${nothing ? html`<section><h2>${result.worth}</h2><p>${result.worthSays}</p></section>` : adult !== 'no' && html`<p>${result.worthAnyway}</p>`}
<p>${words.notDecides}</p>
${adult !== 'no' && html`<form method="post" action="/learn/ask/with" class="ask">${along(given)}<input type="hidden" name="check" value="${JSON.stringify(checkedIn(given))}"/><p><button type="submit" class="send">${words.askWith}</button></p><p class="soft">${words.askWithSays}</p></form>`}<p><a href="${path}">${result.again}</a></p>${citing.end()}`
}
