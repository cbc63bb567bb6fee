import type { FeltWindow } from '../../science/pharmacokinetics/published/windows.ts'
import { learnWords } from '../../web/words/en/learn.ts'
import { examples, type LearnRoute } from './examples.ts'
import { type Html, html } from './html.ts'
import { areaPath, type Band, linePath, minutesShown } from './paths.ts'
import type { Course } from './picture.ts'
import { valuesAt } from './table.ts'

const words = learnWords
const hours = [0, 1, 2, 3, 4]

const marks = (route: LearnRoute): Html[] =>
  examples[route].given.map(([from, to]) =>
    from === to
      ? html`<path class="given" d="M${from} 100V93"/>`
      : html`<path class="given" d="M${from} 100H${to}M${from} 100V93M${to} 100V93"/>`,
  )

const grid = html`<path class="grid" d="${hours.map((hour) => `M${hour * 60} 0V100`).join('')}M0 50H${minutesShown}M0 0H${minutesShown}"/>`

export const axis: Html = html`<div class="axis" aria-hidden="true">${hours.map((hour) => html`<span>${words.axis.hour(hour)}</span>`)}</div>`

/** What a panel shows, as sentences. */
export const saysOf = ({ route, peakMinutes }: Course, band: Band): string => {
  const [low, middle, high] = peakMinutes.map(Math.round) as [number, number, number]
  return [
    words.given[route],
    words.blood.peak([low, middle, high]),
    words.blood.after(2, valuesAt(band, 120)),
    words.blood.after(4, valuesAt(band, 240)),
  ].join(' ')
}

/** One route: its curve and band, and the same in words under it. */
export const panel = (course: Course, band: Band): Html => {
  const { route } = course
  return html`<div class="panel" data-route="${route}">
<h3 id="name-${route}">${words.routes[route]}</h3>
<p class="reading" data-reading="${route}" hidden></p>
<div class="plot"><div class="scale" aria-hidden="true"><span>${words.axis.all}</span><span>${words.axis.half}</span><span>0</span></div>
<svg viewBox="0 0 ${minutesShown} 100" preserveAspectRatio="none" role="img" aria-labelledby="name-${route} says-${route}">
${grid}<path class="band" data-band="${route}" d="${areaPath(band)}"/><path class="line" data-line="${route}" d="${linePath(band.middle)}"/><path class="base" d="M0 100H${minutesShown}"/>${marks(route)}<path class="cursor" data-cursor="${route}" d=""/></svg></div>
${axis}
<p class="says" id="says-${route}">${saysOf(course, band)}</p>
</div>`
}

export const feltSaysOf = ({ noticeable, strongest, usuallySettled }: FeltWindow): string => {
  const { minutes } = words.felt
  return words.felt.says(minutes(...noticeable), minutes(...strongest), minutes(...usuallySettled))
}

/** Whether every source of a window was observed in people; otherwise its strip is drawn broken and says so. */
export const isObserved = ({ sources }: FeltWindow): boolean =>
  sources.every(({ status }) => status === 'verified' || status === 'secondary')

/** One route's window: faint from first notice to the end, full where strongest, thinner while it fades. */
export const strip = (window: FeltWindow): Html => {
  const { route, noticeable, strongest, usuallySettled } = window
  const [begins, full] = noticeable
  const [fades, ends] = usuallySettled
  const [from, to] = strongest[0] === strongest[1] ? [strongest[0] - 2, strongest[1] + 2] : strongest
  return html`<div class="strip">
<h3 id="felt-${route}">${words.routes[route]}</h3>
<svg viewBox="0 0 ${minutesShown} 10" preserveAspectRatio="none" role="img" aria-labelledby="felt-${route} felt-says-${route}" data-observed="${String(isObserved(window))}">
<path class="grid" d="${hours.map((hour) => `M${hour * 60} 0V10`).join('')}"/><path class="felt" d="M${begins} 5L${full} 1H${fades}L${ends} 5L${fades} 9H${full}Z"/><path class="strongest" d="M${from} 1H${to}V9H${from}Z"/></svg>
<p class="says" id="felt-says-${route}">${feltSaysOf(window)} ${isObserved(window) ? words.felt.fromStudies : words.felt.judged} ${words.felt.basis[route]}</p>
</div>`
}
