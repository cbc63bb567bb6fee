import type { PublicSide } from '../../../clinic/accounts/settings/public-side.ts'
import { Route } from '../../../science/decide.ts'
import { calculatorWords as words } from '../../../web/words/en/calculator.ts'

export const numbers = ['visits', 'therapy', 'share', 'travel'] as const
type NumberName = (typeof numbers)[number]
const most: Record<NumberName, number> = { visits: 100, therapy: 100, share: 20_000, travel: 600 }
type Item = keyof NonNullable<PublicSide['prices']>

/** What somebody wants to know the price of. What they left open is undefined, and stays so in every sum. */
export type Course = { route: Route | undefined; apart: boolean; kap: boolean } & Record<NumberName, number | undefined>
export type Typed = { course: Course; wrong: Partial<Record<NumberName, string>> }

export const courseIn = (query: URLSearchParams): Typed => {
  const wrong: Typed['wrong'] = {}
  const numberIn = (name: NumberName): number | undefined => {
    const typed = (query.get(name) ?? '').trim()
    if (typed === '') return undefined
    if (/^\d{1,5}$/.test(typed) && Number(typed) <= most[name]) return Number(typed)
    wrong[name] = words.wrong(most[name])
    return undefined
  }
  const course: Course = {
    route: Route.safeParse(query.get('route')).data,
    apart: query.get('drug') === 'apart',
    kap: query.get('kap') === 'yes',
    visits: numberIn('visits'),
    therapy: numberIn('therapy'),
    share: numberIn('share'),
    travel: numberIn('travel'),
  }
  return { course, wrong }
}

/** Hours on site for one visit: facts PT-IV-04, PT-IM-04, PT-LO-04 and PT-ES-04, which names no upper end. */
const hoursOf: Record<Route, readonly [least: number, most: number | undefined]> = {
  iv: [1.5, 2.5],
  im: [1.5, 2],
  lozenge: [2, 3],
  esketamine: [2, undefined],
}

/** A visit with therapy is planned longer: fact PK-04. */
const hoursWithTherapy = [2, 3] as const
const hoursIn = ({
  route,
  kap,
}: Pick<Course, 'route' | 'kap'>): readonly [least?: number, most?: number | undefined] => {
  if (!route) return []
  const [least, most] = hoursOf[route]
  return kap
    ? [Math.max(least, hoursWithTherapy[0]), most === undefined ? most : Math.max(most, hoursWithTherapy[1])]
    : [least, most]
}

/** One line of the sum. `dollars` is undefined where the number or the price is not known; it is never 0 then. */
export type Line = { item: Item; times: number | undefined; price: number | undefined; dollars: number | undefined }
const times = (a: number | undefined, b: number | undefined) =>
  a === 0 ? 0 : a === undefined || b === undefined ? undefined : a * b

const visitOf = ({ route, apart, kap }: Course): Item | undefined =>
  kap && route ? 'kap' : route === 'esketamine' && apart ? 'observation' : route

export const linesOf = (course: Course, prices: PublicSide['prices'] = {}): Line[] => {
  const { visits, therapy } = course
  const visit = visitOf(course)
  const line = (item: Item, count: number | undefined): Line => ({
    item,
    times: count,
    price: prices[item],
    dollars: times(count, prices[item]),
  })
  return [line('evaluation', 1), ...(visit ? [line(visit, visits)] : []), line('therapy', therapy)]
}

/** The whole, or undefined while any part of it is not known; what is known so far stands apart from it. */
export const totalOf = (course: Course, lines: readonly Line[]): { total: number | undefined; known: number } => {
  const known = lines.reduce((sum, { dollars = 0 }) => sum + dollars, 0)
  const whole = course.route !== undefined && lines.every(({ dollars }) => dollars !== undefined)
  return { total: whole ? known : undefined, known }
}

/** Hours at the clinic for the treatment, and on the road for every visit; undefined where a number is missing. */
export const timeOf = ({ route, kap, visits, therapy, travel }: Course) => {
  const [least, high] = hoursIn({ route, kap })
  const trips = visits === undefined || therapy === undefined ? undefined : 1 + visits + therapy
  return {
    least: times(visits, least),
    most: times(visits, high),
    travel: trips === undefined || travel === undefined ? undefined : (trips * 2 * travel) / 60,
    rides: visits,
  }
}
