import { useSignedIn } from '../../../web/me.ts'
import { giveUp, useUnsent } from '../../sessions/screens/unsent.ts'
import type { Unsent } from '../../sessions/screens/unsent-store.ts'

/** What this person entered on this device and the clinic has not confirmed. */
export const useOwnUnsent = (): readonly Unsent[] => {
  const { staff } = useSignedIn()
  return useUnsent().filter(({ staffId }) => staffId === staff.id)
}

export const dropUnsent = (entries: readonly Unsent[]): void => {
  for (const entry of entries) giveUp(entry)
}
