import type { ConsentStanding } from '../consent.ts'
import type { Additions, DefaultDocument, Paragraph } from '../document.ts'
import type { PublishedDocument } from '../queries.ts'
import type { ConsentRequest, PastRequest, Question, Sending, Signature, Withdrawal } from '../queries-of-request.ts'
import type { Waiting } from '../queries-of-waiting.ts'
import type { Asked } from '../text.ts'
import type { Answered } from '../understanding.ts'

/** What the routes answer, as the screens read it. Types only. */

export type ConsentToSign = {
  asked: Asked
  textHash: string
  holds: string | null
  questions: Pick<Question, 'id' | 'section' | 'words' | 'answer'>[]
  answered: Answered[]
  signed: { id: string; at: string; name: string } | null
  takenBackAt: string | null
  mayTakeBack: boolean
}

export type WholeRequest = ConsentRequest & {
  questions: Question[]
  answered: Answered[]
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
  /** Of the patient's team, who could sign too. */
  therapists: { id: string; name: string }[]
  reach: { mail: string | null; sms: string | null }
}

export type Documents = {
  shipped: DefaultDocument
  versions: PublishedDocument[]
  additions: Additions
  stale: Paragraph[]
}

export type WaitingList = { waiting: Waiting[] }
