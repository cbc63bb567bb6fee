import { serverNow } from '../clock.ts'

/**
 * What a patient's phone keeps until the clinic has it: answers and how far they got, by link. Gone once sent, and gone
 * when the link has expired. Where the browser keeps nothing, it lasts as long as the page.
 */
export type Answers = Record<string, number | string | null>
export type Kept = {
  answers: Answers
  /** Which question stands on the screen. */
  at: number
  /** Ids made on this phone once for what will be stored, so that sending twice stores once. */
  ids: Record<string, string>
  /** When the last answer was given, by the clinic's clock. */
  answeredAt: string | null
  /** Pressed Send and could not reach the clinic. */
  waiting: boolean
  expiresAt: string
}

/** What leaves the phone. Ids were made here and stay the same however often it is sent; skipped answers are null. */
export type SentAnswers = {
  answeredAt: string
  responses: { id: string; instrument: string; language?: string; answers: Answers }[]
}

/** The same of what is kept alone, where the questions are not shown any more: what was never reached is left out. */
export const sentOf = ({ answers, ids, answeredAt }: Kept): SentAnswers => ({
  answeredAt: answeredAt ?? new Date(serverNow()).toISOString(),
  responses: Object.entries(ids).map(([instrument, id]) => ({
    id,
    instrument,
    answers: Object.fromEntries(
      Object.entries(answers)
        .filter(([key]) => key.startsWith(`${instrument}/`))
        .map(([key, value]) => [key.slice(instrument.length + 1), value]),
    ),
  })),
})

const prefix = 'evenkeel.answers.'
const memory = new Map<string, Kept>()

const storage = (): Storage | undefined => {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'answers' in value && 'ids' in value && 'expiresAt' in value

export const findKept = (id: string): Kept | undefined => {
  const text = storage()?.getItem(prefix + id)
  if (!text) return memory.get(id)
  try {
    const kept: unknown = JSON.parse(text)
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** @returns false when the phone itself could not keep it (storage full or switched off): it lasts as long as the page */
export const keep = (id: string, kept: Kept): boolean => {
  memory.set(id, kept)
  try {
    storage()?.setItem(prefix + id, JSON.stringify(kept))
    return storage() !== undefined
  } catch {
    return false
  }
}

export const forget = (id: string): void => {
  memory.delete(id)
  storage()?.removeItem(prefix + id)
}

const everyId = (): string[] => {
  const onPhone = Object.keys(storage() ?? {}).filter((name) => name.startsWith(prefix))
  return [...new Set([...memory.keys(), ...onPhone.map((name) => name.slice(prefix.length))])]
}

/** Of everything kept for the link with this token: under which names (`draftId` in link.ts, or that and a word). */
export const listKept = (token: string | undefined): string[] => {
  if (token === undefined) return []
  const ofLink = `.${token.slice(0, 12)}`
  return everyId().filter((id) => id.endsWith(ofLink) || id.includes(`${ofLink}.`))
}

/** The words of a link, and not its answers (useKeptWords.ts). */
export const forgetWordsOf = (draftId: string): void => {
  for (const id of everyId()) if (id.startsWith(`${draftId}.`)) forget(id)
}

/** Answers to links that have expired can no longer be sent and do not stay on the phone. */
export const forgetExpired = (now: string): void => {
  const kept = storage()
  if (!kept) return
  for (const key of Object.keys(kept).filter((name) => name.startsWith(prefix))) {
    const found = findKept(key.slice(prefix.length))
    if (!found || found.expiresAt < now) kept.removeItem(key)
  }
}
