import { aidWords } from '../../../web/words/en/aid.ts'
import { calculatorWords } from '../../../web/words/en/calculator.ts'
import { checkWords } from '../../../web/words/en/check.ts'
import { requestWords } from '../../../web/words/en/request.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { sitePages } from './pages.ts'
import type { Site } from './site.ts'

/** 988 and 911, one tap away, above every page: there they never lie over a field or a link that somebody wants. */
const crisisBar: Html = html`<aside class="crisis" aria-label="${words.crisis.title}"><a href="/learn/crisis">${words.crisis.now}</a><a href="tel:988">${words.crisis.call988}</a><a href="sms:988">${words.crisis.text988}</a><a href="tel:911">${words.crisis.call911}</a></aside>`

/** What somebody does, beside what they read. */
const steps = [
  { path: '/learn/decide', title: aidWords.title },
  { path: '/learn/check', title: checkWords.title },
  { path: '/learn/cost/course', title: calculatorWords.title },
  { path: '/learn/ask', title: words.ask },
  { path: '/learn/refer', title: requestWords.refer.title },
]
const overTime = { path: '/learn/over-time', title: words.treatment.overTime }

type Listed = { path: string; title: string; menu?: string }
const listed = (title: string, pages: readonly Listed[], here: string): Html =>
  html`<section><h2>${title}</h2><ul>${pages.map(
    (one) =>
      html`<li><a href="${one.path}"${one.path === here && html` aria-current="page"`}>${one.menu ?? one.title}</a></li>`,
  )}</ul></section>`

/** A page with what stands around all of them. `own`: classes of its main part. */
export const inShell = (
  { clinic }: Site,
  path: string,
  page: Html,
  own = '',
): Html => html`<a class="skip" href="#page">${words.skip}</a>${crisisBar}
<header class="site-head"><a href="/learn">${clinic?.contact.name ?? words.clinic}</a><a href="/learn/ask">${words.ask}</a><a href="#menu">${words.menu}</a></header>
<main class="site ${own}" id="page" tabindex="-1">${page}</main>
<footer class="site-foot" id="menu"><nav aria-label="${words.menu}">${listed(words.menuSteps, steps, path)}${listed(words.menuRead, [...sitePages, overTime], path)}</nav></footer>`
