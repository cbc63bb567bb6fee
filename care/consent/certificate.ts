import { certificateWords as words } from '../../web/words/en/certificates.ts'
import type { ConsentRequest, Signature, Withdrawal } from './queries-of-request.ts'

/** Who signed what, when and how, as lines under the text. Instants are in UTC. Pure. */
export const certificate = ({
  asked,
  textHash,
  signature,
  withdrawal,
}: Pick<ConsentRequest, 'asked' | 'textHash'> & {
  signature?: Signature | undefined
  withdrawal?: Withdrawal | undefined
}): string[] => [
  ...(signature
    ? [
        words.typed(signature.signedName),
        words.onRecord(asked.patientName),
        words.signed(said(signature.signedAt), signature.deviceKind, signature.linkId),
        signature.presentName ? words.present(signature.presentName) : words.nobodyPresent,
        signature.countersignedAt
          ? words.countersigned(signature.countersignedBy, said(signature.countersignedAt))
          : words.notCountersigned,
      ]
    : [words.notSigned]),
  ...(withdrawal ? [words.takenBack(said(withdrawal.withdrawnAt), withdrawal.recordedBy, withdrawal.reason)] : []),
  words.hash(textHash),
]

const said = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
