import { choiceFacts } from '../../../science/facts/choice.ts'
import { factsOf } from '../../../science/facts/facts.ts'
import { aidWords as words } from '../../../web/words/en/aid.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { type Html, html } from '../../learn/html.ts'
import { type Citing, choose, newCiting, section } from '../../learn/site/parts.ts'
import { shownRoutes } from '../../learn/site/prices.ts'
import type { Site } from '../../learn/site/site.ts'
import { helpBox } from '../request/help.ts'
import {
  claimNames,
  healthAsked,
  matters,
  ownLength,
  path,
  practical,
  preps,
  questionNames,
  standings,
  weights,
} from './aid.ts'
import { sides } from './rows.ts'
import { summary } from './summary.ts'

const yesNo = [
  ['yes', words.yes],
  ['no', words.no],
  ['not sure', words.notSure],
] as const

const four = ({ cite, list }: Citing): Html => html`<p>${words.fourHelp}</p>
<table class="compare" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><span class="unseen">${siteWords.compare.question}</span></th>${shownRoutes.map(
  (route) => html`<th role="columnheader" scope="col">${siteWords.routes[route]}</th>`,
)}</tr></thead><tbody role="rowgroup">${Object.entries(sides).map(
  ([side, { cells }]) =>
    html`<tr role="row"><th role="rowheader" scope="row">${words.lines[side as keyof typeof sides]}</th>${shownRoutes.map(
      (route) =>
        html`<td role="cell"><span class="of" aria-hidden="true">${siteWords.short[route]}</span><div>${cells[
          route
        ].map((fact) => html`<p>${cite(fact)}</p>`)}</div></td>`,
    )}</tr>`,
)}</tbody></table>
${Object.entries(sides).map(
  ([side, { all }]) =>
    html`<h3>${words.all}: ${words.lines[side as keyof typeof sides].toLowerCase()}</h3>${list(all)}`,
)}`

const others = ({ list }: Citing): Html =>
  html`${(['stay', 'medicines', 'therapy', 'tms'] as const).map(
    (one) => html`<h3>${words.other[one]}</h3>${list(choiceFacts[one])}`,
  )}<h3>${words.other.ect}</h3>${list([...choiceFacts.ect, ...factsOf('PF-33', 'PF-34')])}`

const own: Html = html`<p class="field"><label for="own">${words.own}</label><textarea id="own" name="own" rows="4" maxlength="${ownLength}" dir="auto"></textarea></p><p class="soft">${words.harm}</p><div role="alert">${helpBox(html` data-help hidden`)}</div>`

const steps = (citing: Citing): Record<keyof typeof words.parts, Html> => ({
  choices: html`<p>${words.choiceSays}</p>${citing.list(factsOf('PF-02', 'PF-04', 'PF-11'))}`,
  matters: html`<p>${words.mattersHelp}</p>${matters.map((one) =>
    choose(
      `matters.${one}`,
      words.matters[one],
      weights.map((weight) => [weight, words.weights[weight]] as const),
    ),
  )}`,
  against: html`<p>${words.againstHelp}</p>${healthAsked.map((one) =>
    choose(`health.${one}`, intakeWords.questions[one], yesNo),
  )}${practical.map((one) => choose(`practical.${one}`, words.practical[one], yesNo))}`,
  four: four(citing),
  others: others(citing),
  check: html`<p>${words.checkHelp}</p>${claimNames.map((claim) =>
    choose(`claim.${claim}`, words.claims[claim], [
      ['true', words.isTrue],
      ['false', words.isFalse],
      ['not sure', words.notSure],
    ]),
  )}`,
  questions: html`<p>${words.questionsHelp}</p>${questionNames.map(
    (name) =>
      html`<label class="tick"><input type="checkbox" name="ask.${name}" value="yes"/> <span>${words.ask[name]}</span></label>`,
  )}${own}`,
  ready: html`${choose(
    'ready',
    words.readyHelp,
    standings.map((standing) => [standing, words.ready[standing]] as const),
  )}<p>${words.prepHelp}</p>${preps.map((prep) =>
    choose(
      `prep.${prep}`,
      words.prep[prep],
      (['yes', 'partly', 'no'] as const).map((said) => [said, words.preps[said]] as const),
    ),
  )}`,
})

const about: Html = section(
  'about',
  words.about.title,
  html`<p>${words.about.who}</p><p>${words.about.money}</p><p>${words.about.chosen}</p><p>${words.about.update} ${words.about.level}</p>`,
)

/**
 * The whole aid on one page. Without a script it is read, printed and sent; with one (web/learn/decide.ts) it goes step
 * by step, keeps its answers on the device, and writes the last page there, so nothing leaves it.
 */
export const aidPage = ({ today }: Site): Html => {
  const citing = newCiting(today)
  const parts = Object.entries(steps(citing))
  return html`<h1>${words.title}</h1><p class="lead" data-intro>${words.lead}</p><p data-intro>${words.notDecides}</p>
<p data-with-script data-intro hidden>${words.private}</p><p data-without-script>${words.noScript}</p>
<p role="status" class="soft" data-says></p>
<form method="post" action="${path}" class="ask aid" data-aid data-resumed="${words.resumed}" data-wiped="${words.wiped}" data-full="${words.full}">
${parts.map(
  ([id, inside], at) =>
    html`<section data-step aria-labelledby="${id}"><p class="soft" data-with-script hidden>${words.step(at + 1, parts.length + 1)}</p><h2 id="${id}" tabindex="-1">${words.parts[id as keyof typeof words.parts]}</h2>${inside}</section>`,
)}
<section data-step data-page hidden aria-labelledby="mine"><p class="soft" data-with-script hidden>${words.step(parts.length + 1, parts.length + 1)}</p>${summary(citing)}</section>
<p class="steps" data-with-script hidden><button type="button" class="send" data-next>${words.next}</button> <button type="button" class="plain" data-back>${words.back}</button> <button type="button" class="plain" data-wipe>${words.wipe}</button></p>
<p data-without-script><button type="submit" class="send">${words.show}</button></p>
</form>${about}${citing.end()}`
}
