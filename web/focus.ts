import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

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

const reachable = 'button, a[href], input, select, textarea, summary'
const parts = 'section, form, dialog, main'

/** In a row of a list its own first control; in a part of the page its heading, which says where one is. */
const placeIn = (left: Element): HTMLElement | null => {
  if (left.matches('li, tr')) return left.querySelector<HTMLElement>(reachable)
  const heading = left.matches(parts) ? left.querySelector<HTMLElement>('h1, h2, h3, h4') : null
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
  return heading
}

/**
 * For what goes off the page with what was pressed in it: the focus fell to the page as a whole, and whoever works by ear
 * began at its top. It goes to what stands nearest around it instead, unless somebody has put it elsewhere meanwhile.
 */
export const useFocusStaysNear = (ref: RefObject<Element | null>): void => {
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      const around: Element[] = []
      for (let at = element.parentElement; at; at = at.parentElement) around.push(at)
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        for (const left of around) {
          const place = left.isConnected ? placeIn(left) : null
          if (place) return place.focus({ preventScroll: true })
        }
      })
    }
  }, [ref])
}

/** For the `ref` of what a tap has opened: it is brought into view where it opened beyond the edge, and only there. */
export const intoView = (element: Element | null): void => {
  // Newer browsers answer with a promise, which React would take for a way to undo it.
  element?.scrollIntoView({ block: 'nearest' })
}
