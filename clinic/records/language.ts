import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { PackLanguage } from '../../science/instruments/pack.ts'

/** The language somebody wants to be asked in, as the record has it in words. */
export const languageOf = (said: string): PackLanguage => (/^\s*(es\b|espa|span|castell)/i.test(said) ? 'es' : 'en')

/** The language of this patient's record. */
export const findLanguage = async (q: Query, patientId: string): Promise<PackLanguage> => {
  const row = await q.maybe<{ language: string }>(sql`select language from patient_now where id = ${patientId}`)
  return languageOf(row?.language ?? '')
}
