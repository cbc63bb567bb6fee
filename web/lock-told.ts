/** When somebody last touched any tab of this browser: one that lies behind another is not left alone. */
const touchKey = 'evenkeel.touched'
let written = 0

export const touchedHere = (): void => {
  if (Date.now() - written < 5_000) return
  written = Date.now()
  try {
    localStorage.setItem(touchKey, String(written))
  } catch {
    // Each tab then counts for itself.
  }
}

export const lastTouched = (): number => {
  try {
    return Number(localStorage.getItem(touchKey)) || 0
  } catch {
    return 0
  }
}

/** The other tabs of this browser, which are signed in by the same cookie: a lock is theirs too, and they hear of it here. */
const name = 'evenkeel.lock'

export const tellLock = (): void => {
  if (!('BroadcastChannel' in globalThis)) return
  const channel = new BroadcastChannel(name)
  channel.postMessage('changed')
  channel.close()
}

/** Calls `then` when another tab locked this person's screens, or unlocked them. @returns stop */
export const followLock = (then: () => void): (() => void) => {
  if (!('BroadcastChannel' in globalThis)) return () => undefined
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', then)
  return () => channel.close()
}
