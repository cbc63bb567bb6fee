import { aidWords } from '../../../web/words/en/aid.ts'
import { requestWords as words } from '../../../web/words/en/request.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../../learn/html.ts'
import { dialled } from '../../learn/site/about.ts'
import type { Site } from '../../learn/site/site.ts'
import { AidText, aidLines, isEmpty } from '../aid/aid.ts'
import { CheckText, checkLines } from './checked.ts'
import { calls, helpBox } from './help.ts'
import { type Field, type Said, ways } from './said.ts'
import { type Typed, textOf, worries } from './unfinished.ts'

/**
 * What a form is shown with: what was typed, what is wrong with it, why it has to be sent once more, and whether the clinic
 * has kept what was typed although it is not complete.
 */
export type Shown = {
  id: string
  at: string
  typed: Typed
  wrong: Partial<Record<string, string>>
  notice?: string
  kept?: boolean
}

/** A field that nobody sees; a robot fills it. */
export const trap = 'fax'

/** Help, to be read before anything else on the page. */
const helpFirst = (says: string): Html =>
  html`<div class="not-you" role="alert" tabindex="-1" autofocus><p>${says}</p></div>${calls()}`

type Via = Said['via']
export const viaPath = { self: '/learn/ask', referral: '/learn/refer' } as const satisfies Record<Via, string>
/**
 * Where a form is sent: elsewhere than where it came from, or a browser forgets the page it came from and makes a new
 * form, with a new id, for whoever goes back.
 */
export const sendPath = (via: Via): string => `${viaPath[via]}/send`
const { refer } = words
const labelOf = (via: Via, field: keyof typeof words.fields): string =>
  (via === 'referral' ? refer.fields[field] : undefined) ?? words.fields[field]
type Labelled = Extract<Field, keyof typeof words.fields>

const partsOf = (shown: Shown, via: Via) => {
  const tie = (field: Field) =>
    html` aria-describedby="help-${field}"${shown.wrong[field] !== undefined && html` aria-invalid="true"`}`
  const help = (field: Field): Html =>
    html`<span class="soft" id="help-${field}">${words.hints[field]}${shown.wrong[field] && html`<strong class="stale">${shown.wrong[field]}</strong>`}</span>`
  // A field whose completion is off is emptied by going back; only where it would be filled with the wrong person is it off.
  const line = (field: Labelled, autocomplete = '', more: Html = html`type="text"`): Html =>
    html`<p class="field"><label for="${field}">${labelOf(via, field)}</label><input id="${field}" name="${field}" ${more}${autocomplete && html` autocomplete="${autocomplete}"`} dir="auto" value="${textOf(shown.typed, field)}"${tie(field)}/>${help(field)}</p>`
  const lines = (field: Labelled): Html =>
    html`<div><p class="field"><label for="${field}">${labelOf(via, field)}</label><textarea id="${field}" name="${field}" rows="4" dir="auto"${tie(field)}>
${textOf(shown.typed, field)}</textarea>${help(field)}</p>${helpBox(html` role="alert" data-help="${field}" hidden`)}</div>`
  const ticks = (): Html =>
    html`<fieldset${tie('reachBy')}><legend>${labelOf(via, 'reachBy')}</legend>${ways.map(
      (way, at) =>
        html`<label class="tick"><input type="checkbox"${at === 0 && html` id="reachBy"`} name="reachBy" value="${way}"${(shown.typed.reachBy ?? []).includes(way) && html` checked`}/> ${(via === 'self' ? words : refer).ways[way]}</label>`,
    )}${help('reachBy')}</fieldset>`
  const leave = (): Html =>
    html`<fieldset><legend>${labelOf(via, 'leaveMessage')}</legend>${(['yes', 'no', ''] as const).map(
      (answer) =>
        html`<label class="tick"><input type="radio" name="leaveMessage" value="${answer}"${shown.typed.leaveMessage === answer && html` checked`}/> ${words.yesNo[answer]}</label>`,
    )}</fieldset>`
  const role = (): Html =>
    html`<fieldset${tie('referrerRole')}><legend>${words.fields.referrerRole}</legend>${(
      ['therapist', 'clinician'] as const
    ).map(
      (one, at) =>
        html`<label class="tick"><input type="radio"${at === 0 && html` id="referrerRole"`} name="referrerRole" value="${one}"${shown.typed.referrerRole === one && html` checked`}/> ${words.roles[one]}</label>`,
    )}${help('referrerRole')}</fieldset>`
  const agree = (field: Field, says: string): Html =>
    html`<p><label class="tick"><input type="checkbox" id="${field}" name="${field}" value="yes"${shown.typed[field] === 'yes' && html` checked`}${tie(field)}/> <span>${says}</span></label>${help(field)}</p>`
  return { line, lines, ticks, leave, role, agree }
}

const group = (title: string, ...inside: Html[]): Html => html`<section><h2>${title}</h2>${inside}</section>`

/** What came along from the other pages. It is shown, and nothing of it is kept without its own tick. */
const attached = ({ typed }: Shown, agree: ReturnType<typeof partsOf>['agree']): Html | false => {
  const [aid, check] = [AidText.parse(textOf(typed, 'aid')), CheckText.parse(textOf(typed, 'check'))]
  const shownLines = (lines: ReturnType<typeof aidLines>): Html =>
    html`<details><summary>${aidWords.attach.what}</summary><dl class="aspects">${lines.map(
      ({ asks, said }) => html`<dt>${asks}</dt><dd dir="auto">${said ?? aidWords.open}</dd>`,
    )}</dl></details>`
  const withAid = !isEmpty(aid)
  const withCheck = Object.keys(check).length > 0
  if (!withAid && !withCheck) return false
  return group(
    words.parts.attach,
    html`<p>${aidWords.attach.kept}</p>`,
    ...(withAid
      ? [
          html`<input type="hidden" name="aid" value="${JSON.stringify(aid)}"/>`,
          agree('attachAid', aidWords.attach.aid),
          shownLines(aidLines(aid)),
        ]
      : []),
    ...(withCheck
      ? [
          html`<input type="hidden" name="check" value="${JSON.stringify(check)}"/>`,
          agree('attachCheck', aidWords.attach.check),
          shownLines(checkLines(check)),
        ]
      : []),
  )
}

const askedByThemselves = (shown: Shown): Html => {
  const { parts } = words
  const { line, lines, ticks, leave, agree } = partsOf(shown, 'self')
  return html`${group(parts.who, line('givenName', 'given-name'), line('familyName', 'family-name'), line('birthDate', 'bday', html`type="date"`))}
${group(parts.reach, line('phone', 'tel', html`type="tel"`), line('email', 'email', html`type="email"`), ticks(), leave(), lines('reachNote'))}
${group(parts.why, lines('goals'))}
${group(parts.more, line('payer'), line('plan'), line('referrer'), line('therapist'), line('therapistPhone', '', html`type="tel"`), lines('times'))}
${attached(shown, agree)}
${group(parts.agree, ...(['agreeContact', 'agreeNotUrgent', 'agreeCoverage'] as const).map((box) => agree(box, words.agree[box])))}`
}

const referred = (shown: Shown): Html => {
  const { parts } = refer
  const { line, lines, ticks, leave, role, agree } = partsOf(shown, 'referral')
  return html`${group(parts.referrer, line('referrer', 'name'), role(), line('referrerPhone', 'tel', html`type="tel"`), line('referrerEmail', 'email', html`type="email"`))}
${group(parts.who, line('givenName', 'off'), line('familyName', 'off'), line('birthDate', 'off', html`type="date"`))}
${group(parts.reach, line('phone', 'off', html`type="tel"`), line('email', 'off', html`type="email"`), ticks(), leave(), lines('reachNote'))}
${group(parts.why, lines('goals'), lines('times'))}
${group(words.parts.agree, agree('agreePatient', refer.agreePatient), agree('agreeNotUrgent', refer.agreeNotUrgent))}`
}

/** The form, whole without a script; with one (web/learn/keep.ts) it outlasts a page that is loaded anew. Nothing is ticked beforehand; what was typed stands in it again. */
export const askPage = ({ clinic }: Site, shown: Shown, via: Via = 'self'): Html => {
  const { title, lead, privacy } = via === 'self' ? words : refer
  const danger = worries(shown.typed)
  const head = danger
    ? html`<h1>${words.received.helpTitle}</h1>${helpFirst(words.received.help)}<p>${shown.kept ? words.kept : words.canWait}</p>`
    : html`<h1>${title}</h1><p class="lead">${lead}</p><p class="not-you">${words.danger}</p>`
  if (!clinic && !shown.notice) return html`${head}<p>${words.noClinic}</p>`
  const wrong = Object.entries(shown.wrong)
  return html`${head}
${clinic?.contact.isDemo && html`<p class="stale">${siteWords.about.demo}</p>`}
${clinic?.contact.phone && html`<p>${siteWords.about.call}: ${dialled(clinic.contact.phone)}</p>`}
${
  (shown.notice || wrong.length > 0) &&
  html`<div class="stale" role="alert" tabindex="-1"${!danger && html` autofocus`}><p>${shown.notice ?? words.fix}</p>${
    wrong.length > 0 && html`<ul>${wrong.map(([field, says]) => html`<li><a href="#${field}">${says}</a></li>`)}</ul>`
  }</div>`
}
<form method="post" action="${sendPath(via)}" class="ask" novalidate data-keep data-resumed="${words.resumed}" data-unticked="${words.unticked}" data-again="${viaPath[via]}">
<p class="soft" data-with-script hidden>${words.inThisTab}</p><p role="status" data-says></p><p data-wipe hidden><button type="button" class="plain">${words.wipe}</button></p>
<input type="hidden" name="id" value="${shown.id}"/><input type="hidden" name="at" value="${shown.at}"/>
<p class="trap" aria-hidden="true"><label for="${trap}">${words.fields.fax}</label><input id="${trap}" name="${trap}" type="text" tabindex="-1" autocomplete="off" value=""/></p>
${via === 'self' ? askedByThemselves(shown) : referred(shown)}
<p class="soft">${privacy}</p><p><button type="submit" class="send">${words.send}</button></p></form>${
    via === 'self' && html`<p><a href="${viaPath.referral}">${refer.title}</a></p>`
  }`
}

/** After it has come in. Words of danger are answered with help, at once and before anything else. */
export const receivedPage = (danger: boolean, via: Via = 'self'): Html => {
  const { received } = words
  const said = html`<p class="lead">${received.lead}</p><p>${via === 'self' ? received.next : refer.received}</p><p><a href="/learn/expect">${received.read}</a></p>`
  if (!danger) return html`<h1>${received.title}</h1>${said}`
  return html`<h1>${received.helpTitle}</h1>${helpFirst(received.help)}
<section aria-labelledby="in"><h2 id="in">${received.title}</h2>${said}</section>`
}

/** The fields of a form, as they were typed. */
export const typedIn = (form: URLSearchParams): { [F in Field]?: string | string[] } => {
  const fields = Object.fromEntries([...form].filter(([name]) => name !== 'reachBy'))
  return { ...fields, reachBy: form.getAll('reachBy') }
}
