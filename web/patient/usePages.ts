import { useCallback, useEffect } from 'react'

const key = 'evenkeelPage'

const pageIn = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && key in state
    ? Number((state as Record<string, unknown>)[key])
    : undefined

/**
 * Pages inside one address: going forward is a step in the browser's history, so that the phone's own back button goes
 * back one page instead of leaving. The address, and the link in it, stays as it is.
 */
export const usePages = (at: number, show: (page: number) => void): ((page: number) => void) => {
  useEffect(() => {
    const read = (event: PopStateEvent) => show(pageIn(event.state) ?? -1)
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [show])
  return useCallback(
    (page: number) => {
      if (page > at) window.history.pushState({ [key]: page }, '')
      else window.history.replaceState({ [key]: page }, '')
      show(page)
      window.scrollTo(0, 0)
    },
    [at, show],
  )
}
