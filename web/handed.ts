/**
 * A patient's link that staff opened on this tablet, and the page they left for it. Kept in this tab until somebody of the
 * staff is back on a screen of theirs, unlocked or signed in anew: out of the address and the browser's history, where the
 * next patient could find it.
 */
type Handed = { token: string; back: string }

const key = 'evenkeel.handed'

/** @returns false where this browser keeps nothing: then the link has to stand in the address */
export const keepHanded = (handed: Handed): boolean => {
  try {
    sessionStorage.setItem(key, JSON.stringify(handed))
    return true
  } catch {
    return false
  }
}

export const findHanded = (): Handed | undefined => {
  try {
    const { token, back } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Handed>
    return token && back ? { token, back } : undefined
  } catch {
    return undefined
  }
}

export const forgetHanded = (): void => {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing is kept here.
  }
}
