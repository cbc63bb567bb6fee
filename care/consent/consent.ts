import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/consent.ts'

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
  /** The therapist who signs too, where the request names one; whether they still work here, with this patient. */
  therapist?: Therapist | undefined
  withdrawal?: { withdrawnAt: Instant } | undefined
}

type Therapist = { id: string; name: string; signedAt: Instant | null; here: boolean }

export type ConsentStanding = {
  state: ConsentState
  /** True only when everybody has signed the version that counts today, and it was not withdrawn. */
  inForce: boolean
  /** A sentence for staff that says why. */
  because: string
  requestId?: string
  version?: number
  currentVersion?: number
  signedAt?: Instant
  countersignedAt?: Instant
  therapist?: Therapist
}

const stateOf = ({ request, currentVersion, ...rest }: ConsentRecorded): ConsentState => {
  if (!request) return 'none'
  if (rest.withdrawal) return 'withdrawn'
  if (currentVersion === undefined || request.version < currentVersion) return 'outdated'
  const whole = rest.countersignature && (!rest.therapist || rest.therapist.signedAt !== null)
  if (rest.signature) return whole ? 'countersigned' : 'signed'
  return rest.openQuestions > 0 ? 'question open' : 'asked'
}

/** Their signature is missing and they can give it no more: this text comes into force no more. */
const isGone = (therapist: Therapist | undefined): boolean =>
  therapist !== undefined && therapist.signedAt === null && !therapist.here

const reasons: Record<ConsentState, (recorded: ConsentRecorded) => string> = {
  none: ({ currentVersion }) => (currentVersion === undefined ? says.nothingPublished : says.nobodyAsked),
  asked: () => says.asked,
  'question open': ({ openQuestions }) => says.openQuestions(openQuestions),
  signed: ({ countersignature, therapist }) =>
    isGone(therapist)
      ? says.therapistGone(therapist?.name)
      : countersignature
        ? says.therapistMissing(therapist?.name)
        : says.signed,
  countersigned: ({ request }) => says.countersigned(request?.version),
  withdrawn: () => says.withdrawn,
  outdated: ({ request, currentVersion, signature }) =>
    says.outdated(signature !== undefined, request?.version, currentVersion),
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
    ...(recorded.therapist ? { therapist: recorded.therapist } : {}),
  }
}

/** What staff and patient may do next; where it holds, the sentence says why. The same table for screen and server. */
export const holdsAsking = ({ state, currentVersion, therapist }: ConsentStanding): string | undefined => {
  if (currentVersion === undefined) return says.publishFirst
  if (state === 'countersigned') return says.inForceAlready
  if (state === 'signed' && !isGone(therapist)) return says.waitsForPrescriber
  return undefined
}

/** What waits for the patient is sent to be signed; what is signed, to be read again or taken back. */
export const holdsSending = ({ state }: ConsentStanding): string | undefined =>
  sendable.includes(state) ? undefined : says.nothingWaiting
const sendable: readonly ConsentState[] = ['asked', 'question open', 'signed', 'countersigned']

export const holdsSigning = ({ state }: ConsentStanding): string | undefined => {
  if (state === 'asked') return undefined
  if (state === 'question open') return says.toPatient.waitForAnswer
  if (state === 'outdated') return says.toPatient.newerVersion
  if (state === 'withdrawn') return says.toPatient.askToGoOn
  if (state === 'none') return says.toPatient.nothingToSign
  return says.toPatient.youSigned
}

export const holdsCountersigning = ({ state, because, countersignedAt }: ConsentStanding): string | undefined =>
  state === 'signed' && countersignedAt === undefined ? undefined : because

/** The therapist whom the request names, and nobody else. */
export const holdsTherapist = (
  { state, because, therapist }: ConsentStanding,
  staffId: string | undefined,
): string | undefined => {
  if (!therapist) return says.noTherapist
  if (therapist.id !== staffId) return says.otherTherapist(therapist.name)
  if (therapist.signedAt !== null) return says.therapistSigned(therapist.name)
  return state === 'signed' ? undefined : because
}

export const holdsWithdrawing = ({ state }: ConsentStanding): string | undefined =>
  state === 'none' ? says.nobodyAsked : state === 'withdrawn' ? says.takenBackAlready : undefined

/** The same for the patient at their own link. */
export const holdsTakingBack = ({ state }: ConsentStanding): string | undefined =>
  state === 'withdrawn' ? says.toPatient.takenBackAlready : undefined

/** Whether the name somebody typed reads as the one on record: case, spaces and accents aside. Shown, never decided on. */
export const sameName = (typed: string, onRecord: string): boolean => plainName(typed) === plainName(onRecord)
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
