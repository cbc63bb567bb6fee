import { type LearnRoute, learnRoutes } from '../../care/learn/examples.ts'
import { areaPath, minutesShown } from '../../care/learn/paths.ts'
import { valuesAt } from '../../care/learn/table.ts'
import { learnReading } from '../words/en/learn.ts'
import type { Answer, Asked, RouteBand } from './asked.ts'

const peopleAddress = new URL('../../science/pharmacokinetics/people/people.bin', import.meta.url)

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
  let bands: RouteBand[] = []
  let drawn: RouteBand[] = []

  const read = (): void => {
    const minute = minuteOf()
    const said = learnReading.minute(minute)
    slider('minute').setAttribute('aria-valuetext', said)
    if (says.minute) says.minute.textContent = said
    for (const band of bands) {
      const { cursor, reading } = marks[band.route]
      cursor?.setAttribute('d', `M${minute} 0V100`)
      if (!reading) continue
      const [low, middle, high] = valuesAt(band, minute)
      reading.textContent = `${said}: ${learnReading.value(low, middle, high)}`
      reading.hidden = false
    }
  }

  let waits = false
  const frame = (): void => {
    waits = false
    if (drawn !== bands) {
      drawn = bands
      // The line in the middle stays as the server drew it.
      for (const band of bands) marks[band.route].band?.setAttribute('d', areaPath(band))
    }
    read()
  }
  const redraw = (): void => {
    if (!waits) requestAnimationFrame(frame)
    waits = true
  }

  // One question at a time: while the worker answers, only the newest width is kept for the next one.
  const worker = new Worker(new URL('./people.worker.ts', import.meta.url))
  let busy = true
  let asked = percentOf()
  const ask = (): void => {
    const said = learnReading.people(percentOf())
    if (says.width) says.width.textContent = said
    slider('width').setAttribute('aria-valuetext', said)
    if (busy || asked === percentOf()) return
    busy = true
    asked = percentOf()
    worker.postMessage({ percent: asked } satisfies Asked)
  }
  const answered = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      bands = data.bands
      busy = false
      redraw()
      ask()
      resolve()
    }
    worker.onerror = () => reject(new Error('The worker could not draw the people.'))
  })
  worker.postMessage({ people, percent: asked } satisfies Asked, [people])
  await answered

  form.hidden = false
  ask()
  slider('minute').addEventListener('input', redraw)
  slider('width').addEventListener('input', ask)
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
    redraw()
  })
}
