/** What was typed and not yet saved, by form id: in this tab only, gone when it is saved, signed out or closed. */
const prefix = 'evenkeel.draft.'
const memory = new Map<string, string>()

const storage = (): Storage | undefined => {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

export type Draft = Record<string, unknown>

export const findDraft = (id: string): Draft | undefined => {
  const text = memory.get(id) ?? storage()?.getItem(prefix + id)
  if (!text) return undefined
  try {
    return JSON.parse(text) as Draft
  } catch {
    return undefined
  }
}

export const saveDraft = (id: string, draft: Draft): void => {
  const text = JSON.stringify(draft)
  memory.set(id, text)
  try {
    storage()?.setItem(prefix + id, text)
  } catch {
    // Full or switched off: memory still has it for as long as the page lives.
  }
}

export const dropDraft = (id: string): void => {
  memory.delete(id)
  storage()?.removeItem(prefix + id)
}

/** What goes along with a draft, such as the version it began from. */
const beside = ' from'
export const besideDraft = (id: string): string => id + beside

/** How many forms hold something that was typed and not saved. */
export const countDrafts = (): number => {
  const kept = Object.keys(storage() ?? {}).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  return [...new Set([...memory.keys(), ...kept])].filter((id) => !id.endsWith(beside)).length
}

/** When a person signs out, or another signs in on this device. */
export const dropAllDrafts = (): void => {
  memory.clear()
  const kept = storage()
  if (!kept) return
  for (const key of Object.keys(kept)) if (key.startsWith(prefix)) kept.removeItem(key)
}
