import { newId } from './api.ts'

/**
 * A patient's link that staff opened on this tablet, and the page they left for it. Kept in this tab until somebody of the
 * staff is back on a screen of theirs, unlocked or signed in anew: out of the address and the browser's history, where the
 * next patient could find it.
 */
type Handed = { token: string; back: string; since: string | null }

const key = 'evenkeel.handed'
/**
 * Changes whenever somebody of the staff is back on a screen of theirs. Every tab of this browser reads it, also without
 * contact, and one that slept meanwhile as it wakes: what was handed over before is over.
 */
const backKey = 'evenkeel.staff-back'

/** @returns false where this browser keeps nothing: then the link has to stand in the address */
const keep = (handed: Handed): boolean => {
  try {
    sessionStorage.setItem(key, JSON.stringify(handed))
    return true
  } catch {
    return false
  }
}

const lastBack = (): string | null => {
  try {
    return localStorage.getItem(backKey)
  } catch {
    return null
  }
}

export const keepHanded = ({ token, back }: Pick<Handed, 'token' | 'back'>): boolean =>
  keep({ token, back, since: lastBack() })

/** What was handed over in this tab, also when it is over and something of it could not be sent yet. */
export const findHandedOnce = (): Handed | undefined => {
  try {
    const { token, back, since = null } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Handed>
    return token && back ? { token, back, since } : undefined
  } catch {
    return undefined
  }
}
/** To be tried again: it stays as over as it was. */
export const keepHandedOnce = keep

export const findHanded = (): Handed | undefined => {
  const handed = findHandedOnce()
  return handed?.since === lastBack() ? handed : undefined
}

export const forgetHanded = (): void => {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing is kept here.
  }
}

export const staffAreBack = (): void => {
  try {
    localStorage.setItem(backKey, newId())
  } catch {
    // Each tab then ends its own.
  }
}
