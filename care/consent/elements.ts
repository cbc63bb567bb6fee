import { type ConsentElement, consentElements, type ElementId } from '../../science/consent-elements.ts'
import type { DefaultDocument } from './document.ts'

/** Where a text speaks of what a consent has to speak of, element by element. Pure. */

/** A section, words that stand in it, or that the clinic has to write there itself; or a point ticked on its own. */
type Place = { section: string; words?: RegExp; clinicWrites?: true } | { point: string }

const at = (section: string, words: RegExp): Place => ({ section, words })
const clinicAt = (section: string): Place => ({ section, clinicWrites: true })
/** Written anew for each patient (`particulars` in text.ts). */
const particular: Place = { section: 'why' }

/** Some stand in one place in every text, some in several: all of them have to be there. */
const places: Record<ElementId, readonly Place[]> = {
  diagnosis: [particular],
  aim: [particular],
  'off-label': [at('off-label', /anesthesia only/), at('off-label', /“off-label”/), { point: 'off-label' }],
  label: [
    at('label', /approved it for adults with depression/),
    at('label', /not approved as an anesthetic or for people under 18/),
    at('label', /neither[\s\S]*“off-label”/),
  ],
  ect: [at('alternatives', /ECT/)],
  tms: [at('alternatives', /TMS/)],
  medication: [at('alternatives', /Antidepressants/)],
  therapy: [at('alternatives', /Talking therapy/)],
  evidence: [at('evidence', /Nobody can promise/), at('evidence', /of 100/)],
  durability: [at('evidence', /week|relapsed/), at('no-benefit', /wears off/)],
  common: [at('common', /dissociation/), at('common', /dizz/), at('common', /sick/)],
  'blood-pressure': [at('common', /blood pressure/i)],
  sedation: [at('serious', /very drowsy/)],
  breathing: [at('serious', /Breathing can slow down or stop/)],
  dissociation: [at('common', /dissociation/)],
  suicidality: [at('serious', /thoughts of suicide can get worse/)],
  bladder: [at('repeated', /Bladder:/)],
  liver: [at('repeated', /Liver:/)],
  dependence: [at('repeated', /Dependence:/)],
  pregnancy: [at('pregnancy', /Not recommended in pregnancy/)],
  driving: [at('stay', /Do not drive[\s\S]*until the next day/)],
  'long-term': [at('repeated', /Not enough is known about the effects of many doses/)],
  stay: [at('stay', /stay at least \d+/), at('stay', /Staff check your blood pressure/)],
  escort: [at('stay', /An adult you name must take you home/)],
  'non-response': [at('no-benefit', /does not help, mood can drop/), at('no-benefit', /One session does not decide/)],
  stopping: [at('no-benefit', /Before you stop/)],
  home: [],
  'fda-alert': [at('compounded', /October 10, 2023/), { point: 'fda-home-use' }],
  rems: [at('rems', /enrollment form/), { point: 'rems' }],
  'rems-data': [at('rems', /we send the program a form about you/)],
  costs: [clinicAt('costs')],
  estimate: [at('costs', /Good Faith Estimate/)],
  touch: [at('touch', /touch you only/)],
  boundaries: [at('touch', /romantic or sexual/)],
  chaperone: [clinicAt('touch')],
  recording: [at('recording', /Nobody records/), clinicAt('recording')],
  withdraw: [at('withdraw', /change your mind at any time[\s\S]*after signing/)],
  emergency: [at('emergency', /Call 911/), clinicAt('emergency')],
  lifeline: [at('emergency', /988/)],
}
const ofRoute: Partial<Record<DefaultDocument['route'], Partial<Record<ElementId, readonly Place[]>>>> = {
  lozenge: { home: [at('compounded', /None is for taking home/)] },
  esketamine: { home: [at('rems', /never leaves the clinic/)] },
}

const isThere = (text: DefaultDocument, place: Place): boolean => {
  if ('point' in place) return text.points?.some(({ id }) => id === place.point) ?? false
  const found = text.sections.find(({ id }) => id === place.section)
  if (!found) return false
  if (place.clinicWrites) return found.clinicMustSay !== undefined
  return place.words?.test(found.paragraphs.map((paragraph) => paragraph.text).join('\n')) ?? true
}

export type Standing = ConsentElement & {
  /** Headings of the sections that speak of it, in the order of the text. */
  under: string[]
  /** Whether the patient also ticks it on its own. */
  asPoint: boolean
  missing: boolean
}

/** Every element that a text of this route needs, and where it stands in it; one that does not is said to be missing. */
export const elementsOf = (text: DefaultDocument): Standing[] =>
  consentElements
    .filter(({ routes }) => routes.includes(text.route))
    .map((element) => {
      const all = ofRoute[text.route]?.[element.id] ?? places[element.id]
      const ids = new Set(all.flatMap((place) => ('section' in place ? [place.section] : [])))
      return {
        ...element,
        under: text.sections.flatMap(({ id, heading }) => (ids.has(id) ? [heading] : [])),
        asPoint: all.some((place) => 'point' in place),
        missing: all.length === 0 || !all.every((place) => isThere(text, place)),
      }
    })
