import type { ConsentStanding } from '../consent.ts'
import type { Additions, DefaultDocument, Paragraph } from '../document.ts'
import type { PublishedDocument } from '../queries.ts'
import type {
  ConsentRequest,
  PastRequest,
  Question,
  Sending,
  Signature,
  Waiting,
  Withdrawal,
} from '../queries-of-request.ts'
import type { Asked } from '../text.ts'

/** What the routes answer, as the screens read it. Types only. */

export type ConsentToSign = {
  asked: Asked
  textHash: string
  holds: string | null
  questions: Pick<Question, 'id' | 'section' | 'words' | 'answer'>[]
  signed: { id: string; at: string; name: string } | null
}

export type WholeRequest = ConsentRequest & {
  questions: Question[]
  sendings: Sending[]
  signature?: (Signature & { nameAsOnRecord: boolean }) | undefined
  withdrawal?: Withdrawal | undefined
}

export type PatientConsent = {
  patientName: string
  standing: ConsentStanding
  request?: WholeRequest
  sendings: Sending[]
  history: PastRequest[]
  stale: Paragraph[]
  reach: { mail: string | null; sms: string | null }
}

export type Documents = {
  shipped: DefaultDocument
  versions: PublishedDocument[]
  additions: Additions
  stale: Paragraph[]
}

export type WaitingList = { waiting: Waiting[] }
