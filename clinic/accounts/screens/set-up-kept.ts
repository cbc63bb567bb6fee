import type { SetUpSoFar } from './SetupSteps.tsx'

/** How far somebody has come with setting up, and what they entered: in this tab, until the clinic is there. No secrets. */
type Got = { at: number; soFar: SetUpSoFar }

// Apart from the drafts of forms: those go when somebody looks around the demo as one person and then another.
const key = 'evenkeel.set-up'

export const findSetUp = (): Got => {
  try {
    const text = sessionStorage.getItem(key)
    if (text) return JSON.parse(text) as Got
  } catch {
    // No storage, or not ours: it begins anew.
  }
  return { at: 0, soFar: {} }
}

export const keepSetUp = (got: Got): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(got))
  } catch {
    // It is kept for as long as the page lives.
  }
}

export const dropSetUp = (): void => {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // There was nothing to drop.
  }
}
