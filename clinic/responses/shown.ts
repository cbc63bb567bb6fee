import { instrumentById, licensedMeasures, measures } from '../../science/instruments/catalogue.ts'
import type { Measure } from '../../science/instruments/instrument.ts'
import { type Between, rangeOf, shownAs } from '../../science/instruments/scoring.ts'
import { spanishById } from '../../science/instruments/spanish.ts'
import type { Instant } from '../../science/time.ts'
import { isGood, type SignedPack } from './packs.ts'

/** A questionnaire as a list names it: whose it is, whether its words may be shown here, and what a total can be. */
export type Listed = {
  id: string
  title: string
  by: Measure['by']
  licence: { status: string; sentence: string }
  notValidated: boolean
  asksAboutSuicide: boolean
  questions: number
  words: 'shipped' | 'clinic' | 'none'
  /** The lowest and highest total, where it has one. */
  range: Between | null
  /** The clinic's own words and who signed for them, also where they count no more. */
  signed: Signed | null
  /** Whose Spanish words a patient who speaks it is asked in. */
  spanishWords: 'shipped' | 'clinic' | 'none'
  /** The clinic's own Spanish translation, also where it counts no more. */
  spanish: Signed | null
}

type Signed = { version: string; holder: string; reference: string; until: string | null; by: string; at: Instant }

/** Every questionnaire of this version, with what this clinic brought. */
export const listed = (packs: readonly SignedPack[], now: Instant): Listed[] =>
  measures.map((measure) => {
    const own = packs.filter(({ instrument }) => instrument === measure.id)
    const pack = own.find((one) => one.pack?.language === 'en')
    const spanish = own.find((one) => one.pack?.language === 'es')
    return {
      id: measure.id,
      title: measure.title,
      by: measure.by,
      licence: { status: measure.licence.status, sentence: measure.licence.sentence },
      notValidated: measure.notValidated,
      asksAboutSuicide: measure.asksAboutSuicide,
      questions: measure.items.length,
      words: instrumentById[measure.id] ? 'shipped' : pack && isGood(pack, now) ? 'clinic' : 'none',
      range: shownRange(measure),
      signed: signedOf(pack),
      spanishWords: spanish && isGood(spanish, now) ? 'clinic' : spanishById[measure.id] ? 'shipped' : 'none',
      spanish: signedOf(spanish),
    }
  })

const shownRange = (measure: Measure): Between | null => {
  if (!measure.scoring || measure.scoring.noTotal) return null
  const { low, high } = rangeOf(measure)
  return { low: shownAs(measure.scoring, low), high: shownAs(measure.scoring, high) }
}

const signedOf = (signed: SignedPack | undefined): Signed | null => {
  if (!signed?.pack) return null
  const { version, licence } = signed.pack
  const { holder, reference, until = null } = licence
  return { version, holder, reference, until, by: signed.signedBy, at: signed.signedAt }
}

export const isLicensed = (id: string): boolean => licensedMeasures.some((measure) => measure.id === id)
