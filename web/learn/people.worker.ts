import { type LearnRoute, learnRoutes } from '../../care/learn/examples.ts'
import { type Course, courseOfRoute } from '../../care/learn/picture.ts'
import { readPeople } from '../../science/pharmacokinetics/people/people.ts'

export type Courses = Record<LearnRoute, Course>

// In: the file of virtual people, once. Out: all of them on each route, once.
addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  const people = readPeople(new Uint8Array(data))
  const courses = learnRoutes.map((route) => [route, courseOfRoute(route, people)] as const)
  const moved = courses.map(([, { ranked }]) => ranked.percentOfPeak.buffer as ArrayBuffer)
  postMessage(Object.fromEntries(courses) as Courses, { transfer: moved })
})
