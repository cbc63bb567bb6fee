import { randomUUID } from 'node:crypto'
import { releaseText, type ToSign } from '../../clinic/releases/release.ts'
import { addDays, type Day } from '../../science/time.ts'
import { done, type Hands, type Somebody } from './hands.ts'

/** Names somebody outside for a patient. @returns the id */
export const nameRecipient = async (
  frontDesk: Somebody,
  patientId: string,
  who: { relation: 'referrer' | 'therapist'; name: string; organisation: string; reach: string },
): Promise<string> => {
  const id = randomUUID()
  done(await frontDesk.post(`/api/patients/${patientId}/recipients`, { id, ...who }), 'Naming a recipient')
  return id
}

type Releases = {
  who: Omit<ToSign, 'recipient'> & { today: Day }
  recipients: (ToSign['recipient'] & { id: string })[]
}

/** The patient signs a release for a year, for treatment, of everything but substance use. */
export const signRelease = async (frontDesk: Somebody, patientId: string, recipientId: string): Promise<void> => {
  const path = `/api/patients/${patientId}/releases`
  const { who, recipients } = done<Releases>(await frontDesk.get(path), 'Reading the releases')
  const recipient = recipients.find(({ id }) => id === recipientId)
  if (!recipient) throw new Error('The recipient was not named')
  const said = {
    form: 'release' as const,
    contents: ['diagnoses', 'determination', 'medicines', 'plan', 'sessions', 'scores'] as const,
    purposes: ['treatment'] as const,
    from: who.today,
    until: addDays(who.today, 365),
  }
  const text = releaseText({ ...who, ...said, recipient })
  const signed = { signedName: who.patientName, signedOn: who.today, signedHow: 'on screen', keptWhere: '' }
  const body = { id: randomUUID(), recipientId, ...said, ...signed, text }
  done(await frontDesk.post(path, body), 'Recording a release')
}

/** A letter from the record, as it stands; a draft until it is signed. @returns the way to it */
export const beginLetter = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  kind: 'referrer' | 'therapist' | 'patient',
  recipientId: string | null,
): Promise<string> => {
  const body = { id: randomUUID(), versionId: randomUUID(), kind, recipientId }
  done(await monitor.post(`/api/patients/${patientId}/letters`, body), 'Beginning a letter')
  return `/api/patients/${patientId}/letters/${body.id}`
}

type Opened = {
  newest: { id: string; number: number; sections: unknown[]; textHash: string }
  seen: string
  today: Day
}

/** Says that nothing in it is about substance use, signs it, and says that it went out by fax. */
export const signAndSend = async ({ prescriber, monitor }: Pick<Hands, 'prescriber' | 'monitor'>, path: string) => {
  const open = async () => done<Opened>(await monitor.get(path), 'Reading a letter')
  const { newest, seen } = await open()
  const version = { id: randomUUID(), after: newest.number, seen, sections: newest.sections, substanceUse: false }
  done(await monitor.post(`${path}/versions`, version), 'Writing a letter')
  const { newest: last, today } = await open()
  const signature = { id: randomUUID(), versionId: last.id, textHash: last.textHash }
  done(await prescriber.post(`${path}/sign`, signature), 'Signing a letter')
  const sent = { id: randomUUID(), versionId: last.id, how: 'fax', sentOn: today, reach: '503 555 0180', words: '' }
  done(await monitor.post(`${path}/sent`, sent), 'Marking a letter as sent')
}
