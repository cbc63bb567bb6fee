import { speaksOfDanger } from '../../../science/criteria/danger-words.ts'
import type { Instant } from '../../../science/time.ts'
import { freeTexts, type Said } from './said.ts'

export type Step = {
  step: 'taken' | 'set aside' | 'registered'
  reason: string | null
  patientId: string | null
  at: Instant
  by: string
}
export type PublicRequest = {
  id: string
  receivedAt: Instant
  /** Every version that was sent, newest first. */
  said: [Said, ...Said[]]
  steps: Step[]
  danger: boolean
}

/** Nobody's silence says anything: it adds a mark and takes none away. */
export const isInDanger = (said: Pick<Said, (typeof freeTexts)[number] | 'aid' | 'check'>): boolean =>
  freeTexts.some((field) => speaksOfDanger(said[field])) ||
  speaksOfDanger(said.aid?.own ?? '') ||
  said.check?.suicideThoughts === 'yes'

/** What became of it; undefined while nobody has done anything about it. A patient it stays. */
export const stateOf = ({ steps }: Pick<PublicRequest, 'steps'>): Step | undefined =>
  steps.find(({ step }) => step === 'registered') ?? steps.at(-1)

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
  const keysOf = ({ said: [{ phone, email, givenName, familyName, birthDate }] }: PublicRequest) =>
    [
      phone && digits(phone),
      email.trim().toLowerCase(),
      birthDate && familyName && `${givenName} ${familyName} ${birthDate}`.toLowerCase(),
    ].filter(Boolean)
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
