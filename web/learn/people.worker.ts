import { learnRoutes } from '../../care/learn/examples.ts'
import { bandOf, type Course, courseOfRoute } from '../../care/learn/picture.ts'
import { readPeople } from '../../science/pharmacokinetics/people/people.ts'
import type { Answer, Asked } from './asked.ts'

// The whole population lives here, so that the page itself never waits for it.
let courses: Course[] = []

const bands = (percent: number): void => {
  const answer: Answer = { bands: courses.map((course) => ({ route: course.route, ...bandOf(course, percent) })) }
  postMessage(answer)
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('people' in data) {
    const people = readPeople(new Uint8Array(data.people))
    courses = learnRoutes.map((route) => courseOfRoute(route, people))
  }
  bands(data.percent)
})
