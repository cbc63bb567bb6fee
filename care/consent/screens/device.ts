import type { DeviceKind } from '../requests.ts'

/** What the document was read on, as far as a browser tells: fingers or a mouse, and how large the screen is. */
export const deviceKind = (): DeviceKind => {
  if (!('matchMedia' in window)) return 'unknown'
  if (!window.matchMedia('(pointer: coarse)').matches) return 'computer'
  return Math.min(window.screen.width, window.screen.height) < 600 ? 'phone' : 'tablet'
}
