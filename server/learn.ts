import { setImmediate as pause } from 'node:timers/promises'
import { path as decide } from '../care/intake/aid/aid.ts'
import { path as check } from '../care/intake/request/check.ts'
import { viaPath } from '../care/intake/request/form.ts'
import { learnRoutes } from '../care/learn/examples.ts'
import type { Html } from '../care/learn/html.ts'
import { isOverTimeStale, overTimePage } from '../care/learn/over-time.ts'
import { shippedPeople } from '../care/learn/people.ts'
import { type Course, courseOfRoute } from '../care/learn/picture.ts'
import { path as calculator } from '../care/learn/site/calculator.ts'
import { sitePages } from '../care/learn/site/pages.ts'
import type { Site } from '../care/learn/site/site.ts'
import { learnWords } from '../web/words/en/learn.ts'
import type { PublicPage } from './public-page.ts'

let courses: Promise<Course[]> | undefined
/** The page before and after the day its numbers are due; each written once. */
const written = new Map<boolean, Html>()

/** Always the same, so they are worked out once, when first asked for; other requests are let through between the routes. */
const allCourses = async (): Promise<Course[]> => {
  const people = shippedPeople()
  const all: Course[] = []
  for (const route of learnRoutes) {
    all.push(courseOfRoute(route, people))
    await pause()
  }
  return all
}

export type LearnPage = {
  path: string
  shell: '/read.html' | '/learn.html'
  write: (site: Site) => Promise<PublicPage>
}

/** The public pages that are only read, each with what makes it. No request's own data reaches them. */
export const learnPages: readonly LearnPage[] = [
  ...sitePages.map(
    ({ path, title, about, write }): LearnPage => ({
      path,
      shell: '/read.html',
      write: async (site) => ({ path, title, about, page: write(site) }),
    }),
  ),
  {
    path: '/learn/over-time',
    shell: '/learn.html',
    write: async ({ today }) => {
      courses ??= allCourses()
      const stale = isOverTimeStale(today)
      const page = written.get(stale) ?? overTimePage(await courses, stale)
      written.set(stale, page)
      const { title, intro: about } = learnWords
      return { path: '/learn/over-time', title, about, page, own: 'learn' }
    },
  },
]

/** Every public page with an address of its own: those that are read, and those that ask. */
export const publicPaths: readonly string[] = [
  ...learnPages.map(({ path }) => path),
  calculator,
  decide,
  check,
  viaPath.self,
  viaPath.referral,
]
