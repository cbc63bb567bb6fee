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

/** For the `ref` of what a tap has opened: it is brought into view where it opened beyond the edge, and only there. */
export const intoView = (element: Element | null): void => element?.scrollIntoView({ block: 'nearest' })
