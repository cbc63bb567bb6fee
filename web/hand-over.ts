import { api } from './api.ts'
import { keepHanded } from './handed.ts'
import { hideKnown } from './known.ts'
import { tellLock } from './lock-told.ts'
import { tokenIn } from './patient/link.ts'

/**
 * Opens a patient's link on this tablet. The patient gets it with nobody of the staff signed in for use: the screen is
 * locked first, also for a start without the clinic. The way to the server is the one this tablet is using, whatever
 * address patients are sent.
 */
export const handOver = async (url: string): Promise<void> => {
  await api.post('/api/sign-in/lock')
  tellLock()
  await hideKnown()
  const { pathname, search } = window.location
  const link = new URL(url)
  const token = tokenIn(link)
  const kept = token !== undefined && keepHanded({ token, back: pathname + search })
  window.location.assign(kept ? '/l' : link.pathname + link.hash)
}
