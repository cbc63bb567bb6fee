import { setImmediate as pause } from 'node:timers/promises'
import { learnRoutes } from '../care/learn/examples.ts'
import { html } from '../care/learn/html.ts'
import { overTimePage } from '../care/learn/over-time.ts'
import { shippedPeople } from '../care/learn/people.ts'
import { type Course, courseOfRoute } from '../care/learn/picture.ts'
import { learnWords } from '../web/words/en/learn.ts'

/**
 * The public page, put into the page that was built. Always the same, so it is drawn once, when first asked for; other
 * requests are let through between one route and the next.
 */
const drawn = async (built: string): Promise<string> => {
  const people = shippedPeople()
  const courses: Course[] = []
  for (const route of learnRoutes) {
    courses.push(courseOfRoute(route, people))
    await pause()
  }
  const page = html`<a class="learn-skip" href="#page">${learnWords.skip}</a>
<header class="learn-head">${learnWords.clinicOf}</header>
<main class="learn" id="page" tabindex="-1">${overTimePage(courses)}</main>`
  return built
    .replace('<title>Evenkeel</title>', () => html`<title>${learnWords.title}</title>`.html)
    .replace('<!--page-->', () => page.html)
}

/** Paths of the public side, each with what makes its page. No request's own data reaches it. */
export const learnPages: Record<string, (built: string) => Promise<string>> = { '/learn/over-time': drawn }
