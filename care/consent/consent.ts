import type { Instant } from '../../science/time.ts'

/** Where one patient's consent to one route stands, derived from what was recorded. Pure. */

export const consentStates = [
  'none',
  'asked',
  'question open',
  'signed',
  'countersigned',
  'withdrawn',
  'outdated',
] as const
export type ConsentState = (typeof consentStates)[number]

/** What the rows say about the newest request. Undefined means that it has not happened. */
export type ConsentRecorded = {
  /** Newest published version for the route; undefined when the clinic has published none. */
  currentVersion?: number | undefined
  request?: { id: string; version: number; askedAt: Instant; askedBy: string } | undefined
  openQuestions: number
  signature?: { id: string; signedName: string; signedAt: Instant } | undefined
  countersignature?: { signedBy: string; signedAt: Instant } | undefined
  withdrawal?: { withdrawnAt: Instant } | undefined
}

export type ConsentStanding = {
  state: ConsentState
  /** True only when signed and countersigned on the version that counts today, and not withdrawn. */
  inForce: boolean
  /** A sentence for staff that says why. */
  because: string
  requestId?: string
  version?: number
  currentVersion?: number
  signedAt?: Instant
  countersignedAt?: Instant
}

const stateOf = ({ request, currentVersion, ...rest }: ConsentRecorded): ConsentState => {
  if (!request) return 'none'
  if (rest.withdrawal) return 'withdrawn'
  if (currentVersion === undefined || request.version < currentVersion) return 'outdated'
  if (rest.signature) return rest.countersignature ? 'countersigned' : 'signed'
  return rest.openQuestions > 0 ? 'question open' : 'asked'
}

const reasons: Record<ConsentState, (recorded: ConsentRecorded) => string> = {
  none: ({ currentVersion }) =>
    currentVersion === undefined
      ? 'Nobody has asked for consent. The clinic has not published a consent document for this route.'
      : 'Nobody has asked for consent.',
  asked: () => 'The patient was asked and has not signed.',
  'question open': ({ openQuestions }) =>
    openQuestions === 1
      ? 'The patient has a question that nobody has answered.'
      : `The patient has ${openQuestions} questions that nobody has answered.`,
  signed: () => 'The patient has signed. A prescriber has not countersigned.',
  countersigned: ({ request }) => `Signed and countersigned, version ${request?.version}.`,
  withdrawn: () => 'The patient took consent back, or refused it.',
  outdated: ({ request, currentVersion, signature }) =>
    `${signature ? 'Signed' : 'Asked'} on version ${request?.version}; version ${currentVersion} counts now. Ask again.`,
}

export const standingOf = (recorded: ConsentRecorded): ConsentStanding => {
  const state = stateOf(recorded)
  const { request, signature, countersignature, currentVersion } = recorded
  return {
    state,
    inForce: state === 'countersigned',
    because: reasons[state](recorded),
    ...(request ? { requestId: request.id, version: request.version } : {}),
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(signature ? { signedAt: signature.signedAt } : {}),
    ...(countersignature ? { countersignedAt: countersignature.signedAt } : {}),
  }
}

/** What staff and patient may do next; where it holds, the sentence says why. The same table for screen and server. */
export const holdsAsking = ({ state, currentVersion }: ConsentStanding): string | undefined => {
  if (currentVersion === undefined) return 'Publish a consent document for this route first.'
  if (state === 'countersigned') return 'Consent is in force on the newest version.'
  if (state === 'signed') return 'The patient has signed. It waits for a prescriber to countersign.'
  return undefined
}

export const holdsSending = ({ state }: ConsentStanding): string | undefined =>
  state === 'asked' || state === 'question open' ? undefined : 'There is nothing waiting to be signed.'

export const holdsSigning = ({ state }: ConsentStanding): string | undefined => {
  if (state === 'asked') return undefined
  if (state === 'question open')
    return 'You asked a question. Someone from the clinic will answer it, and then you can sign.'
  if (state === 'outdated') return 'There is a newer version of this document. Please ask the clinic for it.'
  if (state === 'withdrawn') return 'This consent was taken back. Please ask the clinic if you want to go on.'
  if (state === 'none') return 'There is nothing to sign. Please call the clinic.'
  return 'You have signed this already.'
}

export const holdsCountersigning = ({ state, because }: ConsentStanding): string | undefined =>
  state === 'signed' ? undefined : because

export const holdsWithdrawing = ({ state }: ConsentStanding): string | undefined =>
  state === 'none' ? 'Nobody has asked for consent.' : state === 'withdrawn' ? 'It was taken back already.' : undefined

/** Whether the name somebody typed reads as the one on record: case, spaces and accents aside. Shown, never decided on. */
export const sameName = (typed: string, onRecord: string): boolean => plainName(typed) === plainName(onRecord)
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
