import { requestWords as words } from '../../../web/words/en/request.ts'
import { type Html, html } from '../../learn/html.ts'
import { dialled } from '../../learn/site/about.ts'
import type { Site } from '../../learn/site/site.ts'
import { type Field, type Said, ways } from './said.ts'

export type Typed = Partial<Record<Field, string | readonly string[]>>
/** What a form is shown with: what was typed, what is wrong with it, and why it has to be sent once more. */
export type Shown = { id: string; at: string; typed: Typed; wrong: Partial<Record<string, string>>; notice?: string }

/** A field that nobody sees; a robot fills it. */
export const trap = 'fax'

const textOf = (typed: Typed, field: Field): string => {
  const value = typed[field]
  return typeof value === 'string' ? value : ''
}

const partsOf = (shown: Shown) => {
  const tie = (field: Field) =>
    html` aria-describedby="help-${field}"${shown.wrong[field] !== undefined && html` aria-invalid="true"`}`
  const help = (field: Field): Html =>
    html`<span class="soft" id="help-${field}">${words.hints[field]}${shown.wrong[field] && html`<strong class="stale">${shown.wrong[field]}</strong>`}</span>`
  const line = (field: Field, autocomplete: string, more: Html = html`type="text"`): Html =>
    html`<p class="field"><label for="${field}">${words.fields[field]}</label><input id="${field}" name="${field}" ${more} autocomplete="${autocomplete}" dir="auto" value="${textOf(shown.typed, field)}"${tie(field)}/>${help(field)}</p>`
  const lines = (field: Field): Html =>
    html`<p class="field"><label for="${field}">${words.fields[field]}</label><textarea id="${field}" name="${field}" rows="4" dir="auto"${tie(field)}>
${textOf(shown.typed, field)}</textarea>${help(field)}</p>`
  const ticks = (): Html =>
    html`<fieldset${tie('reachBy')}><legend>${words.fields.reachBy}</legend>${ways.map(
      (way) =>
        html`<label class="tick"><input type="checkbox" name="reachBy" value="${way}"${(shown.typed.reachBy ?? []).includes(way) && html` checked`}/> ${words.ways[way]}</label>`,
    )}${help('reachBy')}</fieldset>`
  const leave = (): Html =>
    html`<fieldset><legend>${words.fields.leaveMessage}</legend>${(['yes', 'no', ''] as const).map(
      (answer) =>
        html`<label class="tick"><input type="radio" name="leaveMessage" value="${answer}"${shown.typed.leaveMessage === answer && html` checked`}/> ${words.yesNo[answer]}</label>`,
    )}</fieldset>`
  const agree = (field: keyof typeof words.agree): Html =>
    html`<p><label class="tick"><input type="checkbox" id="${field}" name="${field}" value="yes"${shown.typed[field] === 'yes' && html` checked`}${tie(field)}/> <span>${words.agree[field]}</span></label>${help(field)}</p>`
  return { line, lines, ticks, leave, agree }
}

const group = (title: string, ...inside: Html[]): Html => html`<section><h2>${title}</h2>${inside}</section>`

/** The form, whole without a script. Nothing is ticked beforehand; what was typed stands in it again. */
export const askPage = ({ clinic }: Site, shown: Shown): Html => {
  const { parts } = words
  const head = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p class="not-you">${words.danger}</p>`
  if (!clinic) return html`${head}<p>${words.noClinic}</p>`
  const { line, lines, ticks, leave, agree } = partsOf(shown)
  const wrong = Object.entries(shown.wrong)
  return html`${head}
${clinic.contact.phone && html`<p>${dialled(clinic.contact.phone)}</p>`}
${
  (shown.notice || wrong.length > 0) &&
  html`<div class="stale" role="alert"><p>${shown.notice ?? words.fix}</p><ul>${wrong.map(
    ([field, says]) => html`<li><a href="#${field === 'reachBy' ? 'help-reachBy' : field}">${says}</a></li>`,
  )}</ul></div>`
}
<form method="post" action="/learn/ask" class="ask" novalidate>
<input type="hidden" name="id" value="${shown.id}"/><input type="hidden" name="at" value="${shown.at}"/>
<p class="trap" aria-hidden="true"><label for="${trap}">${words.fields.fax}</label><input id="${trap}" name="${trap}" type="text" tabindex="-1" autocomplete="off" value=""/></p>
${group(parts.who, line('givenName', 'given-name'), line('familyName', 'family-name'), line('birthDate', 'bday', html`type="date"`))}
${group(parts.reach, line('phone', 'tel', html`type="tel"`), line('email', 'email', html`type="email"`), ticks(), leave(), lines('reachNote'))}
${group(parts.why, lines('goals'))}
${group(parts.more, line('payer', 'off'), line('plan', 'off'), line('referrer', 'off'), line('therapist', 'off'), line('therapistPhone', 'off', html`type="tel"`), lines('times'))}
${group(parts.agree, agree('agreeContact'), agree('agreeNotUrgent'), agree('agreeCoverage'))}
<p><button type="submit" class="send">${words.send}</button></p><p class="soft">${words.privacy}</p></form>`
}

/** After it has come in. Words of danger are answered with help, at once and before anything else. */
export const receivedPage = (danger: boolean): Html => {
  const { received } = words
  return html`${
    danger && html`<div class="not-you" role="alert"><h2>${received.helpTitle}</h2><p>${received.help}</p></div>`
  }<h1>${received.title}</h1><p class="lead">${received.lead}</p><p>${received.next}</p><p><a href="/learn/expect">${received.read}</a></p>`
}

/** The fields of a form, as they were typed. */
export const typedIn = (form: URLSearchParams): { [F in keyof Said]?: string | string[] } => {
  const fields = Object.fromEntries([...form].filter(([name]) => name !== 'reachBy'))
  return { ...fields, reachBy: form.getAll('reachBy') }
}
