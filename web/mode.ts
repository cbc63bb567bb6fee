import { useSyncExternalStore } from 'react'

/** Light, dark, dim, or as the device prefers. public/mode.js sets it before the first paint on the next load. */
export const modeChoices = ['system', 'light', 'dark', 'dim'] as const
export type ModeChoice = (typeof modeChoices)[number]

const key = 'evenkeel.mode'
const watchers = new Set<() => void>()

export const readMode = (): ModeChoice => {
  const mode = document.documentElement.dataset.mode
  return mode === 'light' || mode === 'dark' || mode === 'dim' ? mode : 'system'
}

export const setMode = (mode: ModeChoice): void => {
  const page = document.documentElement
  if (mode === 'system') {
    delete page.dataset.mode
    page.style.colorScheme = ''
  } else {
    page.dataset.mode = mode
    page.style.colorScheme = mode === 'light' ? 'light' : 'dark'
  }
  try {
    if (mode === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, mode)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
  for (const watcher of watchers) watcher()
}

const beforeDimKey = 'evenkeel.mode-before-dim'

/** Dim, or back to what was chosen before: whoever had chosen light or dark finds that again. */
export const switchDim = (): void => {
  const mode = readMode()
  try {
    if (mode !== 'dim') localStorage.setItem(beforeDimKey, mode)
    setMode(
      mode === 'dim' ? (modeChoices.find((one) => one === localStorage.getItem(beforeDimKey)) ?? 'system') : 'dim',
    )
  } catch {
    setMode(mode === 'dim' ? 'system' : 'dim')
  }
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** The mode that was chosen on this device; follows a change made elsewhere on the page. */
export const useMode = (): ModeChoice => useSyncExternalStore(subscribe, readMode)
