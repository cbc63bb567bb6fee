import { aidWords } from '../../../web/words/en/aid.ts'
import { calculatorWords } from '../../../web/words/en/calculator.ts'
import { checkWords } from '../../../web/words/en/check.ts'
import { requestWords } from '../../../web/words/en/request.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { sitePages } from './pages.ts'
import type { Site } from './site.ts'

/** 988 and 911, one tap away, at the bottom of every page and in front of nothing. */
const crisisBar: Html = html`<aside class="crisis" aria-label="${words.crisis.title}"><a href="/learn/crisis">${words.crisis.now}</a><a href="tel:988">${words.crisis.call988}</a><a href="sms:988">${words.crisis.text988}</a><a href="tel:911">${words.crisis.call911}</a></aside>`

const also = [
  { path: '/learn/cost/course', title: calculatorWords.title },
  { path: '/learn/decide', title: aidWords.title },
  { path: '/learn/check', title: checkWords.title },
  { path: '/learn/ask', title: words.ask },
  { path: '/learn/refer', title: requestWords.refer.title },
  { path: '/learn/over-time', title: words.treatment.overTime },
]

/** A page with what stands around all of them. `own`: classes of its main part. */
export const inShell = (
  { clinic }: Site,
  path: string,
  page: Html,
  own = '',
): Html => html`<a class="skip" href="#page">${words.skip}</a>
<header class="site-head"><a href="/learn">${clinic?.contact.name ?? words.clinic}</a><a href="/learn/ask">${words.ask}</a><a href="#menu">${words.menu}</a></header>
<main class="site ${own}" id="page" tabindex="-1">${page}</main>
<footer class="site-foot" id="menu"><nav aria-label="${words.menu}"><ul>${[...sitePages, ...also].map((one) => {
  const here = one.path === path
  return html`<li><a href="${one.path}"${here && html` aria-current="page"`}>${('menu' in one && one.menu) || one.title}</a></li>`
})}</ul></nav></footer>${crisisBar}`
