import { checkWords } from '../../../web/words/en/check.ts'
import { requestWords } from '../../../web/words/en/request.ts'
import { helpInSpanish } from '../../../web/words/es/help.ts'
import { type Html, html } from '../../learn/html.ts'

/** 988 and 911, one tap away; how to reach them in Spanish. */
export const calls = (): Html => {
  const { help } = checkWords
  return html`<p class="calls"><a class="call" href="tel:988">${help.call}</a> <a class="call" href="sms:988">${help.text}</a> <a class="call" href="tel:911">${help.emergency}</a></p><p lang="es">${helpInSpanish}</p>`
}

/** Where words of danger stand between other things: why help is shown, and help. */
export const helpBox = (more: Html = html``): Html => {
  const { helpTitle, help } = requestWords.received
  return html`<div class="not-you"${more}><p><strong>${helpTitle}.</strong> ${help}</p>${calls()}</div>`
}
