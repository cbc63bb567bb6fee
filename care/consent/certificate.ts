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
        `Signed by typing: ${signature.signedName}`,
        `Name on record: ${asked.patientName}`,
        `Signed ${said(signature.signedAt)}, on a ${signature.deviceKind === 'unknown' ? 'device of unknown kind' : signature.deviceKind}, link ${signature.linkId}.`,
        signature.presentName ? `Present: ${signature.presentName}.` : 'Nobody of the staff was recorded as present.',
        signature.countersignedAt
          ? `Countersigned by ${signature.countersignedBy}, ${said(signature.countersignedAt)}.`
          : 'Not countersigned by a prescriber.',
      ]
    : ['Not signed.']),
  ...(withdrawal
    ? [
        `Taken back or refused ${said(withdrawal.withdrawnAt)}, written down by ${withdrawal.recordedBy}: ${withdrawal.reason}`,
      ]
    : []),
  `SHA-256 of the exact text (attached to this file as consent.txt): ${textHash}`,
]

const said = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
