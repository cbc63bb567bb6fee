import { useEffect, useState } from 'react'

// A tablet's clock may be minutes off; time since a dose must not be. Every answer carries the server's time.
// A start without contact goes by what was learnt before it.
const aheadKey = 'evenkeel.clock-ahead'
let aheadMs = 0
const watchers = new Set<() => void>()
try {
  aheadMs = Number(localStorage.getItem(aheadKey)) || 0
} catch {
  // No storage: nothing was learnt yet.
}

/**
 * Learns the server's time, from a Date header or an instant. A header counts whole seconds, so differences under two seconds are left alone:
 * otherwise each answer would move the clock a little, and of two taps the later could bear the earlier time.
 */
export const heardFrom = (date: string | null, deviceNow = Date.now()): void => {
  const server = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(server)) return
  const ahead = server - deviceNow
  if (Math.abs(ahead - aheadMs) < 2000) return
  aheadMs = Math.abs(ahead) < 2000 ? 0 : ahead
  for (const watcher of watchers) watcher()
  try {
    localStorage.setItem(aheadKey, String(aheadMs))
  } catch {
    // It is learnt again after the next start.
  }
}

/** The server's time, as near as this device knows it, in milliseconds. */
export const serverNow = (deviceNow = Date.now()): number => deviceNow + aheadMs

/** The present instant, renewed every `everySeconds` and whenever the clock was put right: for "12 min since dose". */
export const useNow = (everySeconds = 15): string => {
  const [now, setNow] = useState(() => serverNow())
  useEffect(() => {
    const renew = () => setNow(serverNow())
    const tick = setInterval(renew, everySeconds * 1000)
    watchers.add(renew)
    return () => {
      clearInterval(tick)
      watchers.delete(renew)
    }
  }, [everySeconds])
  return new Date(now).toISOString()
}
