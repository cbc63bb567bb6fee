import { aidPage } from '../care/intake/aid/page.ts'
import * as check from '../care/intake/request/check.ts'
import { checked } from '../care/intake/request/checked.ts'
import { askPage, receivedPage } from '../care/intake/request/form.ts'
import { calculatorPage } from '../care/learn/site/calculator.ts'
import { sitePages } from '../care/learn/site/pages.ts'
import { Day } from '../science/time.ts'

const site = { today: Day.parse('2026-11-28'), clinic: undefined }
const everyYes = new URLSearchParams([['adult', 'no'], ...checked.map((asked) => [asked, 'yes'])])
const shown = { id: 'x', at: 'x', typed: {}, wrong: {} }
const pages = [
  ...sitePages,
  { path: '/learn/decide', write: aidPage },
  { path: '/learn/cost/course', write: () => calculatorPage(site, new URLSearchParams()) },
  { path: '/learn/ask', write: () => askPage(site, shown) },
  { path: '/learn/check', write: () => check.firstPage(new URLSearchParams()) },
  { path: '/learn/check, the rest', write: () => check.questionsPage(new URLSearchParams('suicideThoughts=not sure')) },
  { path: '/learn/check, help', write: check.helpPage },
  { path: '/learn/check, the result', write: () => check.resultPage(site, everyYes) },
  { path: '/learn/ask/received', write: () => receivedPage(false) },
  { path: '/learn/ask/received-help', write: () => receivedPage(true) },
  { path: '/learn/refer', write: () => askPage(site, shown, 'referral') },
]

/** What is read of a page, sentence by sentence: not its sources and their numbers, and no headings or labels. */
const sentencesOf = (html: string): string[][] =>
  html
    .replace(
      /<section class="sources".*?<\/section>|<p lang="es">.*?<\/p>|<span class="refs">.*?<\/span>|<span class="people">.*?<\/span>/gs,
      '',
    )
    .replace(/<\/(p|li|h\d|dt|dd|td|th|label|legend)>/g, '. ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .split(/[.!?]\s/)
    .map((sentence) => sentence.match(/[A-Za-z’']+/g) ?? [])
    .filter((words) => words.length >= 5)

const syllablesOf = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 1,
  )

/** Flesch and Kincaid's school grade. */
export const gradeOf = (html: string): number => {
  const sentences = sentencesOf(html)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** The school grade that each public page asks for. */
export const readPages = (): { path: string; grade: number }[] =>
  pages.map(({ path, write }) => ({ path, grade: gradeOf(write(site).html) }))
