import { useEffect } from 'react'

/** While `active`, the browser asks before the page is closed: what is on it has not reached the clinic. */
export const useAskBeforeClosing = (active: boolean): void => {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
