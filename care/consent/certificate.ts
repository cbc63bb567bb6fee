import type { Instant } from '../../science/time.ts'
import { certificateWords as words } from '../../web/words/en/certificates.ts'
import type { ConsentRequest, Signature, Withdrawal } from './queries-of-request.ts'
import { type Answered, understood } from './understanding.ts'

/** Who signed what, when and how, as lines under the text, at the clinic's time. Pure. */
export const certificate = ({
  timeZone,
  asked,
  textHash,
  answered = [],
  signature,
  withdrawal,
}: Pick<ConsentRequest, 'asked' | 'textHash'> & {
  timeZone: string
  answered?: readonly Answered[]
  signature?: Signature | undefined
  withdrawal?: Withdrawal | undefined
}): string[] => {
  const said = momentIn(timeZone)
  return [
    ...(signature
      ? [
          words.typed(signature.signedName),
          words.onRecord(asked.patientName),
          words.signed(said(signature.signedAt), signature.deviceKind, signature.linkId),
          ...points(asked.content.points ?? [], signature.confirmed),
          ...understood(asked.content, answered).map(({ check, choice, as, tries }) =>
            words.check(check.question, check.choices.find(({ id }) => id === choice)?.text, as, tries),
          ),
          signature.presentName ? words.present(signature.presentName) : words.nobodyPresent,
          signature.countersignedAt
            ? words.countersigned(signature.countersignedBy, said(signature.countersignedAt))
            : words.notCountersigned,
          ...(signature.talkedThrough ? [words.talkedThrough(signature.talkedThrough)] : []),
          ...therapist(asked.therapistName, signature, said),
        ]
      : [words.notSigned]),
    ...(withdrawal ? [words.takenBack(said(withdrawal.withdrawnAt), withdrawal.recordedBy, withdrawal.reason)] : []),
    words.hash(textHash),
  ]
}

const points = (all: readonly { id: string; text: string }[], confirmed: readonly string[]): string[] =>
  all.map(({ id, text }) => words.point(text, confirmed.includes(id)))

const therapist = (
  name: string | undefined,
  { therapistSignedAt: at, therapistSignedBy: by }: Signature,
  said: Said,
): string[] => (name === undefined ? [] : [at ? words.therapistSigned(by, said(at)) : words.therapistMissing(name)])

type Said = (at: Instant) => string

/** 'November 23, 2026 at 12:05 PM EST': a paper is read where nobody sees which clinic's clock it was. */
const momentIn = (timeZone: string): Said => {
  const day = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const
  const shown = new Intl.DateTimeFormat('en-US', { ...day, ...time, timeZone })
  return (at) => shown.format(new Date(at))
}
