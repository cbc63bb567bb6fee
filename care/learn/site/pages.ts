import { dayFacts, kapFacts } from '../../../science/facts/care.ts'
import { conditionFacts } from '../../../science/facts/conditions.ts'
import { effectFacts } from '../../../science/facts/effects.ts'
import { factsOf } from '../../../science/facts/facts.ts'
import { safetyFacts } from '../../../science/facts/safety.ts'
import { resultFacts, whatFacts } from '../../../science/facts/what.ts'
import { aidWords } from '../../../web/words/en/aid.ts'
import { checkWords } from '../../../web/words/en/check.ts'
import { siteWords as words } from '../../../web/words/en/site.ts'
import { type Html, html } from '../html.ts'
import { aboutPage, crisisPage } from './about.ts'
import { comparePage } from './compare.ts'
import { costPage } from './cost.ts'
import { newCiting, section } from './parts.ts'
import { priceHere } from './prices.ts'
import { type Answered, asked, isByCondition } from './questions.ts'
import type { Site, SitePage } from './site.ts'
import { treatmentPages } from './treatment.ts'

type Part = readonly [id: string, title: string, facts: Answered]

/** A page that is its facts, part by part. */
const reading =
  (title: string, lead: string, parts: readonly Part[], more?: Html | ((site: Site) => Html | false)) =>
  (site: Site): Html => {
    const { list, end } = newCiting(site.today)
    return html`<h1>${title}</h1><p class="lead">${lead}</p>${parts.map(([id, title, facts]) =>
      section(
        id,
        title,
        ...(isByCondition(facts)
          ? facts.map((one) => html`<h3>${one.condition}</h3>${list(one.facts)}`)
          : [list(facts)]),
      ),
    )}${typeof more === 'function' ? more(site) : more}${end()}`
  }

const { home, conditions, results, expect, safety, kap, questions } = words

const next: Html = section(
  'next',
  home.next,
  html`<ul class="go">${[
    ['/learn/decide', aidWords.title],
    ['/learn/check', checkWords.title],
    ['/learn/compare', words.compare.title],
    ['/learn/results', results.title],
    ['/learn/expect', expect.title],
    ['/learn/safety', safety.title],
    ['/learn/cost', words.cost.title],
  ].map(([path, title]) => html`<li><a href="${path}">${title}</a></li>`)}</ul>`,
)

/** Every public page that is read, in the order of the menu. */
export const sitePages: readonly SitePage[] = [
  {
    path: '/learn',
    title: home.title,
    about: home.lead,
    write: reading(
      home.title,
      home.lead,
      [
        ['is', home.is, whatFacts.is],
        ['works', home.works, whatFacts.works],
        ['whom', home.whom, whatFacts.forWhom],
        ['honest', home.honest, whatFacts.honest],
      ],
      next,
    ),
  },
  {
    path: '/learn/conditions',
    title: conditions.title,
    about: conditions.lead,
    menu: conditions.menu,
    write: reading(conditions.title, conditions.lead, [
      ['approved', conditions.approved, factsOf('PF-02', 'PF-04')],
      ...Object.entries(conditionFacts).map(([id, facts]): Part => [id, conditions.names[id] ?? id, facts]),
    ]),
  },
  {
    path: '/learn/results',
    title: results.title,
    about: results.lead,
    write: reading(results.title, results.lead, [
      ['likely', results.likely, resultFacts.likely],
      ['soon', results.soon, resultFacts.soon],
      ['lasts', results.lasts, resultFacts.lasts],
      ['others', results.others, resultFacts.others],
    ]),
  },
  comparePage,
  ...treatmentPages,
  {
    path: '/learn/expect',
    title: expect.title,
    about: expect.lead,
    write: reading(expect.title, expect.lead, [
      ['before', expect.before, dayFacts.before],
      ['during', expect.during, dayFacts.during],
      ['after', expect.after, dayFacts.after],
      ['course', expect.course, dayFacts.course],
      ['effects', expect.effectsSpray, effectFacts.spray],
      ['effects-others', expect.effectsOthers, effectFacts.others],
    ]),
  },
  {
    path: '/learn/safety',
    title: safety.title,
    about: safety.lead,
    write: reading(safety.title, safety.lead, [
      ['not', safety.not, safetyFacts.not],
      ['care', safety.care, safetyFacts.care],
      ['danger', safety.danger, safetyFacts.danger],
      ['long', safety.long, safetyFacts.long],
      ['home', safety.home, safetyFacts.home],
      ['help', safety.help, safetyFacts.help],
    ]),
  },
  costPage,
  {
    path: '/learn/kap',
    title: kap.title,
    about: kap.lead,
    write: reading(
      kap.title,
      kap.lead,
      [
        ['how', kap.how, kapFacts.how],
        ['proof', kap.proof, kapFacts.proof],
      ],
      ({ clinic }) => priceHere(clinic?.side, 'kap'),
    ),
  },
  {
    path: '/learn/questions',
    title: questions.title,
    about: questions.lead,
    write: reading(
      questions.title,
      questions.lead,
      Object.entries(asked).map(([key, facts]) => [key, questions.asked[key as keyof typeof asked], facts]),
    ),
  },
  aboutPage,
  crisisPage,
]
