import { certificateWords as words } from '../../web/words/en/certificates.ts'
import { sayDay } from '../../web/words/words.ts'
import type { ConsentRequest, Signature, Withdrawal } from './queries-of-request.ts'
import { type Answered, understood } from './understanding.ts'

/** Who signed what, when and how, as lines under the text. Instants are in UTC. Pure. */
export const certificate = ({
  asked,
  textHash,
  answered = [],
  signature,
  withdrawal,
}: Pick<ConsentRequest, 'asked' | 'textHash'> & {
  answered?: readonly Answered[]
  signature?: Signature | undefined
  withdrawal?: Withdrawal | undefined
}): string[] => [
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
        ...therapist(asked.therapistName, signature),
      ]
    : [words.notSigned]),
  ...(withdrawal ? [words.takenBack(said(withdrawal.withdrawnAt), withdrawal.recordedBy, withdrawal.reason)] : []),
  words.hash(textHash),
]

const points = (all: readonly { id: string; text: string }[], confirmed: readonly string[]): string[] =>
  all.map(({ id, text }) => words.point(text, confirmed.includes(id)))

const therapist = (name: string | undefined, { therapistSignedAt: at, therapistSignedBy: by }: Signature): string[] =>
  name === undefined ? [] : [at ? words.therapistSigned(by, said(at)) : words.therapistMissing(name)]

const said = (at: string): string => `${sayDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
