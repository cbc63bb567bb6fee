import { useEffect, useRef } from 'react'

// After a step to another screen the title takes the focus, so that a screen reader says where one is. Screens load
// late and show their title later still; the wish waits here until a title takes it.
let wanted = false

export const wantFocusMove = (): void => {
  wanted = true
}

/** True once after a step, unless the person has put the focus into a field of the new screen meanwhile. */
export const takeFocusMove = (): boolean => {
  const took = wanted
  wanted = false
  const active = document.activeElement
  return took && !(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)
}

const isTyping = (active: Element | null): boolean =>
  active instanceof HTMLTextAreaElement ||
  active instanceof HTMLSelectElement ||
  (active instanceof HTMLInputElement && active.type !== 'radio' && active.type !== 'checkbox')

/** What came of a step stands at the top of a page that stays: the view goes there. Nobody who types is moved. */
export const showTop = (): void => {
  const active = document.activeElement
  if (isTyping(active)) return
  window.scrollTo({ top: 0, behavior: 'instant' })
  // What was pressed went away with its part of the page.
  if (active === document.body) document.querySelector('h1')?.focus({ preventScroll: true })
}

/** Shows the top of a page that is open when what it is about has gone a step on, here or at another device. */
export const useTopAfter = (step: string | undefined): void => {
  const before = useRef(step)
  useEffect(() => {
    if (step === undefined || step === before.current) return
    if (before.current !== undefined) showTop()
    before.current = step
  }, [step])
}

/** For the `ref` of what a tap has opened: it is brought into view where it opened beyond the edge, and only there. */
export const intoView = (element: Element | null): void => element?.scrollIntoView({ block: 'nearest' })
