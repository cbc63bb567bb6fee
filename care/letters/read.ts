import { sha256 } from '../../clinic/print/sha256.ts'
import { type MayShare, mayShare } from '../../clinic/releases/may-share.ts'
import { findWho, listRecipients, listReleases } from '../../clinic/releases/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import type { Query } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/care-letters.ts'
import { sayDay } from '../../web/words/words.ts'
import { readChart } from '../chart/queries.ts'
import { findingsFrom } from '../evaluation/basis.ts'
import { listsSeen } from '../evaluation/determination.ts'
import { inForce } from '../evaluation/in-force.ts'
import { integrativeLines } from '../evaluation/integrative.ts'
import { findStanding } from '../evaluation/queries.ts'
import { integrativePlanOf } from '../evaluation/queries-of-integrative.ts'
import { clinicOf } from '../sessions/queries.ts'
import { type Material, sectionsFor } from './derive.ts'
import { sectionsForPatient } from './derive-for-patient.ts'
import { canonical, contentsIn, type Head, type LetterKind, openWords } from './letter.ts'
import { findLetter, type LetterLine, listVersions, type Version } from './queries.ts'

/** Everything that letters are written from, as it stands now. */
const readMaterial = async (q: Query, patientId: string, now: Instant): Promise<Material> => {
  const [chart, { timeZone }, integrative] = await Promise.all([
    readChart(q, patientId, now),
    clinicOf(q),
    integrativePlanOf(q, patientId),
  ])
  const standing = chart && (await findStanding(q, patientId, chart.route, now))
  if (!standing) throw new Problem('not-found', says.noSuchLetter)
  const { basis, determination, evaluation } = standing
  const said = basis.answers.find(({ key }) => key === 'diagnosis')?.value
  return {
    timeZone,
    now,
    chart,
    determination: inForce(determination, evaluation?.id, findingsFrom(basis, chart.route), listsSeen(basis.lists)),
    integrative: integrativeLines(integrative, sayDay),
    diagnosisWords: typeof said === 'string' && said.trim() !== '' ? said : null,
  }
}

/** What the record says for a letter of this kind, and the hash that names it. */
export const readDerived = async (q: Query, patientId: string, kind: LetterKind, now: Instant) => {
  const material = await readMaterial(q, patientId, now)
  const derived = kind === 'patient' ? sectionsForPatient(material) : sectionsFor(material)
  return { derived, seen: sha256(canonical(derived)) }
}

export const readWho = async (q: Query, patientId: string, now: Instant) => {
  const [who, recipients] = await Promise.all([findWho(q, patientId, now), listRecipients(q, patientId)])
  if (!who) throw new Problem('not-found', says.noSuchLetter)
  return { who, recipients }
}
type Who = Awaited<ReturnType<typeof readWho>>

export const headOf = (kind: LetterKind, recipientId: string | null, { who, recipients }: Who): Head => ({
  kind,
  ...who,
  recipient: recipients.find(({ id }) => id === recipientId) ?? null,
})

/**
 * Whether this may go to its recipient on that day: the one question before it is signed, printed or marked as sent.
 * The patient's own summary goes to the patient, who needs no release.
 */
export const maySend = async (
  q: Query,
  patientId: string,
  { kind, recipientId }: Pick<LetterLine, 'kind' | 'recipientId'>,
  { sections, substanceUse, lookedWords }: Pick<Version, 'sections' | 'substanceUse' | 'lookedWords'>,
  on: Day,
): Promise<MayShare> => {
  if (kind === 'patient') return { may: true, records: [], notice: false }
  if (recipientId === null) return { may: false, because: [says.noRecipient] }
  const [recipients, releases] = await Promise.all([listRecipients(q, patientId), listReleases(q, patientId)])
  const aside = recipients.some((one) => one.id === recipientId && one.aside)
  const contents = contentsIn(sections)
  // "No" was said of a text in which such words stand and were not looked at, by a page or a version of before: nobody has.
  const open = substanceUse === false ? openWords(sections, lookedWords) : []
  const answer = open.length > 0 ? null : substanceUse
  const found = mayShare({ recipientId, aside, purpose: 'treatment', contents, substanceUse: answer, on }, releases)
  return found.may || open.length === 0 ? found : { ...found, because: [...found.because, says.substanceWords(open)] }
}

/** The records that it rests on. @throws rule-held with what is missing */
export const recordsOrHeld = (answer: MayShare): string[] => {
  if (answer.may) return answer.records
  const because = answer.because.map((one) => ({ id: 'release', answer: 'met' as const, says: one }))
  throw new Problem('rule-held', says.notReleased, { because })
}

/** @throws conflict for a letter that was set aside */
export const orAside = ({ aside }: Pick<LetterLine, 'aside'>): void => {
  if (aside) throw new Problem('conflict', says.wasSetAside(aside.by), { first: { by: aside.by, at: aside.at } })
}

export type Whole = { letter: LetterLine; versions: Version[]; newest: Version }

/** One letter of this patient with every version. @throws not-found */
export const readLetter = async (q: Query, patientId: string, letterId: string): Promise<Whole> => {
  const letter = await findLetter(q, patientId, letterId)
  const versions = letter ? await listVersions(q, letterId) : []
  const [newest] = versions
  if (!letter || !newest) throw new Problem('not-found', says.noSuchLetter)
  return { letter, versions, newest }
}
