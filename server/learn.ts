import { setImmediate as pause } from 'node:timers/promises'
import { learnRoutes } from '../care/learn/examples.ts'
import { type Html, html } from '../care/learn/html.ts'
import { overTimePage } from '../care/learn/over-time.ts'
import { shippedPeople } from '../care/learn/people.ts'
import { type Course, courseOfRoute } from '../care/learn/picture.ts'
import { sitePages } from '../care/learn/site/pages.ts'
import { inShell } from '../care/learn/site/shell.ts'
import type { Site } from '../care/learn/site/site.ts'
import { learnWords } from '../web/words/en/learn.ts'
import { siteWords } from '../web/words/en/site.ts'

let drawn: Promise<Html> | undefined

/** Always the same, so it is drawn once, when first asked for; other requests are let through between the routes. */
const overTime = async (): Promise<Html> => {
  const people = shippedPeople()
  const courses: Course[] = []
  for (const route of learnRoutes) {
    courses.push(courseOfRoute(route, people))
    await pause()
  }
  return overTimePage(courses)
}

/** A page put into the one that was built. */
export const putInto = (built: string, site: Site, title: string, page: Html): string => {
  const head = html`<title>${title} – ${site.clinic?.contact.name ?? siteWords.clinic}</title><meta name="description" content="${siteWords.home.lead}" />`
  return built.replace('<title>Evenkeel</title>', () => head.html).replace('<!--page-->', () => page.html)
}

export type LearnPage = {
  path: string
  shell: '/read.html' | '/learn.html'
  write: (site: Site, built: string) => Promise<string>
}

/** The public pages that are only read, each with what makes it. No request's own data reaches them. */
export const learnPages: readonly LearnPage[] = [
  ...sitePages.map(
    ({ path, title, write }): LearnPage => ({
      path,
      shell: '/read.html',
      write: async (site, built) => putInto(built, site, title, inShell(site, path, write(site))),
    }),
  ),
  {
    path: '/learn/over-time',
    shell: '/learn.html',
    write: async (site, built) => {
      drawn ??= overTime()
      return putInto(built, site, learnWords.title, inShell(site, '/learn/over-time', await drawn, 'learn'))
    },
  },
]
