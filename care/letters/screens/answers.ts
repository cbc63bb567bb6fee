import type { MayShare } from '../../../clinic/releases/may-share.ts'
import type { Form, Recipient, Standing } from '../../../clinic/releases/release.ts'
import type { Day } from '../../../science/time.ts'
import type { Change, Section } from '../letter.ts'
import type { LetterLine, Sending, Version } from '../queries.ts'

/** What the routes answer, as the screens read it. Types only. */

export type LettersAnswer = { letters: LetterLine[]; recipients: Recipient[] }

export type LetterAnswer = {
  letter: LetterLine
  newest: Version
  versions: Pick<Version, 'id' | 'number' | 'at' | 'by' | 'signature'>[]
  /** What the record says now, and the hash that names it. */
  derived: Section[]
  seen: string
  /** What it says differently from when the newest version was written. */
  changed: Change[]
  sharing: MayShare
  sendings: Sending[]
  today: Day
}

export type PapersAnswer = {
  letters: LetterLine[] | null
  releases: { id: string; form: Form; until: Day; standing: Standing; to?: Recipient }[]
}
