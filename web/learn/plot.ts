import { bandOf } from '../../care/learn/band.ts'
import { type LearnRoute, learnRoutes } from '../../care/learn/examples.ts'
import { areaPath, minutesShown } from '../../care/learn/paths.ts'
import { valuesAt } from '../../care/learn/table.ts'
import { learnReading } from '../words/en/learn.ts'
import type { Courses } from './people.worker.ts'

const peopleAddress = new URL('../../science/pharmacokinetics/people/people.bin', import.meta.url)

/** What says the same again would have the page laid out and painted again. */
const write = (element: Element | null, words: string): void => {
  if (element && element.textContent !== words) element.textContent = words
}
const set = (element: Element | null, name: string, value: string): void => {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Puts the page's controls to work: which routes, a time to read at, the width of the band. Nobody can ask for a dose. */
export const startPlot = async (plot: HTMLElement): Promise<void> => {
  const form = plot.querySelector<HTMLFormElement>('[data-choose]')
  if (!form) return
  const fetched = await fetch(peopleAddress)
  if (!fetched.ok) throw new Error(`The virtual people could not be had: ${fetched.status}`)
  const people = await fetched.arrayBuffer()

  const find = <Kind extends Element>(name: string, value: string) =>
    plot.querySelector<Kind>(`[data-${name}="${value}"]`)
  const slider = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const minuteOf = () => Number(slider('minute').value)
  const percentOf = () => Number(slider('width').value)
  const marks = Object.fromEntries(
    learnRoutes.map((route) => [
      route,
      { band: find('band', route), cursor: find('cursor', route), reading: find<HTMLElement>('reading', route) },
    ]),
  ) as Record<LearnRoute, { band: Element | null; cursor: Element | null; reading: HTMLElement | null }>
  const says = { minute: find('says', 'minute'), width: find('says', 'width') }
  // Worked out apart, so that the page never waits for it. Everybody ranked at every minute is handed over then, and a band
  // of another width is two reads a minute.
  const worker = new Worker(new URL('./people.worker.ts', import.meta.url))
  const courses = await new Promise<Courses>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Courses>) => resolve(data)
    worker.onerror = () => reject(new Error('The worker could not draw the people.'))
    worker.postMessage(people, [people])
  })
  worker.terminate()

  const draw = (route: LearnRoute): void => {
    const { band, cursor, reading } = marks[route]
    const [minute, shown] = [minuteOf(), bandOf(courses[route], percentOf())]
    // The line in the middle stays as the server drew it.
    set(band, 'd', areaPath(shown))
    set(cursor, 'd', `M${minute} 0V100`)
    if (!reading) return
    write(reading, `${learnReading.minute(minute)}: ${learnReading.value(...valuesAt(shown, minute))}`)
    reading.hidden = false
  }
  // A phone shows one or two pictures at a time: while something moves only those are drawn, and all of them once it rests.
  const seen = new Set<LearnRoute>()
  let waits = false
  const frame = (): void => {
    waits = false
    for (const route of seen) draw(route)
  }
  let rests: ReturnType<typeof setTimeout> | undefined
  const redraw = (): void => {
    if (!waits) requestAnimationFrame(frame)
    waits = true
    clearTimeout(rests)
    // Each apart, so that a slow phone answers in between.
    rests = setTimeout(() => {
      for (const route of learnRoutes) setTimeout(() => draw(route))
    }, 200)
  }
  const say = (): void => {
    const [minute, width] = [learnReading.minute(minuteOf()), learnReading.people(percentOf())]
    set(slider('minute'), 'aria-valuetext', minute)
    set(slider('width'), 'aria-valuetext', width)
    write(says.minute, minute)
    write(says.width, width)
  }
  const moved = (): void => {
    say()
    redraw()
  }
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const route = (target as HTMLElement).dataset.route as LearnRoute
      if (isIntersecting) seen.add(route)
      else seen.delete(route)
    }
    redraw()
  })
  for (const route of learnRoutes) {
    const panel = find('route', route)
    // What is watched is told of at once, and drawn then.
    if (panel) watch.observe(panel)
  }

  form.hidden = false
  say()
  form.addEventListener('input', moved)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'route') return
    const panel = find<HTMLElement>('route', target.value)
    if (panel) panel.hidden = !target.checked
  })
  plot.addEventListener('pointermove', (event) => {
    const svg = event.target instanceof Element ? event.target.closest('svg') : null
    if (!svg) return
    const { left, width } = svg.getBoundingClientRect()
    slider('minute').value = String(Math.round((minutesShown * (event.clientX - left)) / width))
    moved()
  })
}
