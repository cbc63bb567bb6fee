import { speaksOfDanger } from '../../../science/criteria/danger-words.ts'
import type { Instant } from '../../../science/time.ts'
import { contactTexts, freeTexts, type Said } from './said.ts'

export type Step = {
  step: 'taken' | 'set aside' | 'registered'
  reason: string | null
  patientId: string | null
  at: Instant
  by: string
}
/** One sending of the form. `lacks` stands where it was not complete: the fields that are missing or wrong, or how it came. */
export type Version = Said & { lacks?: string[] }

export type PublicRequest = {
  id: string
  receivedAt: Instant
  /** Every version that was sent: those that were complete before those that were not, and of each the newest first. */
  said: [Version, ...Version[]]
  /** When the one came in that counts now: the first of them. */
  saidAt: Instant
  /** When the newest of them came in. */
  latestAt: Instant
  steps: Step[]
  danger: boolean
}

type Heard = (typeof freeTexts | typeof contactTexts)[number]
/** A mail address is no sentence: kms@ is somebody's initials. */
const isMail = (text: string): boolean => /^\s*\S+@\S+\s*$/.test(text)

/** Nobody's silence says anything: it adds a mark and takes none away. */
export const isInDanger = (said: Pick<Said, Heard | 'aid' | 'check'>): boolean =>
  freeTexts.some((field) => speaksOfDanger(said[field])) ||
  contactTexts.some((field) => !isMail(said[field]) && speaksOfDanger(said[field])) ||
  speaksOfDanger(said.aid?.own ?? '') ||
  said.check?.suicideThoughts === 'yes'

/**
 * What became of it; undefined while nobody has done anything about it. A patient it stays; what came after it was set
 * aside was seen by nobody, and waits.
 */
export const stateOf = ({ steps, latestAt }: Pick<PublicRequest, 'steps' | 'latestAt'>): Step | undefined => {
  const registered = steps.find(({ step }) => step === 'registered')
  const last = steps.at(-1)
  return registered ?? (last?.step === 'set aside' && latestAt > last.at ? undefined : last)
}

/** What of a version can be used further: in a field that was missing or wrong, nothing. It is read as it was typed. */
export const soundIn = ({ lacks = [], ...said }: Version): Said => ({
  ...said,
  ...Object.fromEntries(lacks.filter((field) => typed.has(field)).map((field) => [field, ''])),
})
const typed = new Set<string>([...freeTexts, 'birthDate', 'phone', 'email', 'therapistPhone'])

/** Those that wait for an answer: whoever may be in danger first, then the longest wait. */
export const waitingOf = (requests: readonly PublicRequest[]): PublicRequest[] =>
  requests
    .filter((one) => [undefined, 'taken'].includes(stateOf(one)?.step))
    .toSorted((a, b) => Number(b.danger) - Number(a.danger) || (a.receivedAt < b.receivedAt ? -1 : 1))

const digits = (phone: string): string => phone.replace(/\D/g, '').slice(-10)

/**
 * Others that are perhaps of the same person: the same phone, mail, or name and date of birth. It joins and hides nothing;
 * whoever answers them sees it.
 */
export const perhapsTheSame = (requests: readonly PublicRequest[], one: PublicRequest): PublicRequest[] => {
  const keysOf = ({ said: [newest] }: PublicRequest) => {
    const { phone, email, givenName, familyName, birthDate } = soundIn(newest)
    return [
      phone && digits(phone),
      email.trim().toLowerCase(),
      birthDate && familyName && `${givenName} ${familyName} ${birthDate}`.toLowerCase(),
    ].filter(Boolean)
  }
  const own = keysOf(one)
  return requests.filter((other) => other.id !== one.id && keysOf(other).some((key) => own.includes(key)))
}

/** Requests that may speak of suicide and wait: how many, how many of them somebody has taken, and who. */
export type DangerAnswer = { waiting: number; taken: number; owners: string[] }
export const dangerOf = (requests: readonly PublicRequest[]): DangerAnswer => {
  const waiting = waitingOf(requests).filter(({ danger }) => danger)
  const taken = waiting.flatMap((one) => stateOf(one)?.by ?? [])
  return { waiting: waiting.length, taken: taken.length, owners: [...new Set(taken)] }
}
