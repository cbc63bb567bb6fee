import { answer, quantity } from '../../../science/codes/code.ts'
import type { asked } from '../../../science/codes/observed.ts'
import { asqSinceLast, scoreAsq } from '../../../science/instruments/asq.ts'
import { canonicalOf, codingOf } from '../../../science/instruments/fhir/resource.ts'
import type { Answers, Instrument } from '../../../science/instruments/instrument.ts'
import { maniaCheck } from '../../../science/instruments/mania-check.ts'
import { sinceLast } from '../../../science/instruments/since-last.ts'
import { urinary } from '../../../science/instruments/urinary.ts'
import { aldrete, padss } from '../../../science/scales/recovery.ts'
import { type ScoredScale, totalOf } from '../../../science/scales/scale.ts'
import { Instant } from '../../../science/time.ts'
import type { FactKey, Facts } from '../facts.ts'
import type { AnyValue, Component } from './fact.ts'
import { absent } from './fact.ts'
import { categories, codeOf, measured, type Thing, unknown } from './thing.ts'

type Asked = keyof typeof asked
type Says = AnyValue & { component?: Component[] }

const yesNo = (value: unknown): Says => ({ valueBoolean: value === true })
const at = (value: unknown): Says => (value === false ? yesNo(value) : { valueDateTime: Instant.parse(value) })
const inWords = (value: unknown): Says => ({ valueString: String(value) })
/** Whether there is somebody. Who it is stands in the note: another person's name and number are no finding. */
const somebody = (value: unknown): Says => yesNo(value !== false)

/** Whether they were given; how stands in the note. */
const somehow = (value: unknown): Says => yesNo(value !== false)

/** Each question that was answered; one that was declined says so, one that was left open is not there. */
const answersTo =
  (instrument: Instrument, result: (answers: Answers) => Says = () => ({})) =>
  (value: unknown): Says => {
    const answers = value as Answers
    const component = instrument.items.flatMap((item): Component[] => {
      const option = item.answers.find((one) => one.value === answers[item.linkId])
      if (!option) return []
      const code = { text: item.text, coding: [{ system: canonicalOf(instrument), code: item.linkId }] }
      if (option.value === 'declined') return [{ code, dataAbsentReason: absent('asked-declined') }]
      return [{ code, valueCodeableConcept: { text: option.text, coding: [codingOf(instrument, option)] } }]
    })
    return component.length > 0 ? { ...result(answers), component } : unknown
  }

const suicideResult = (answers: Answers): Says => {
  const result = scoreAsq(answers)
  return result === 'not complete' ? unknown : { valueCodeableConcept: answer('suicide-questions', result) }
}

/** The ratings and their sum; no sum with one missing. */
const ratingsOf =
  (id: 'aldrete' | 'padss', scale: ScoredScale) =>
  (value: unknown): Says => {
    const ratings = value as Readonly<Record<string, number | null | undefined>>
    const total = totalOf(scale, ratings)
    const component = scale.items.flatMap(({ id: item, title }): Component[] => {
      const rating = ratings[item]
      if (rating === undefined || rating === null) return []
      const code = { text: title, coding: [{ system: canonicalOf(scale), code: item }] }
      return [{ code, valueQuantity: quantity(rating, 'score') }]
    })
    const sum = total === undefined ? unknown : { valueQuantity: measured(id, total) }
    return { ...sum, ...(component.length > 0 ? { component } : {}) }
  }

/** Under which code each fact goes, and how its value is written. */
const facts: { readonly [Key in FactKey]: readonly [Asked, (value: unknown) => Says] } = {
  lastAteAt: ['last-ate', at],
  lastDrankAt: ['last-drank', at],
  escort: ['escort', somebody],
  pregnancy: ['pregnancy', (value) => ({ valueCodeableConcept: answer('pregnancy', String(value)) })],
  alcoholToday: ['alcohol-today', yesNo],
  otherSedationToday: ['other-sedation-today', yesNo],
  suicide: ['suicide-questions', answersTo(asqSinceLast, suicideResult)],
  mania: ['mania-check', answersTo(maniaCheck)],
  urinary: ['bladder-questions', answersTo(urinary)],
  sinceLast: ['since-last-visit', answersTo(sinceLast)],
  sinceLastWords: ['since-last-words', inWords],
  nasalSprayAt: ['nasal-spray-used', at],
  remsEnrolled: ['rems-enrolled', yesNo],
  settingCertified: ['setting-certified', yesNo],
  prescriberOnSite: ['prescriber-on-site', yesNo],
  onRoomAir: ['on-room-air', yesNo],
  backToUsualSelf: ['back-to-usual-self', yesNo],
  breathingResolved: ['breathing-resolved', yesNo],
  walksSteadily: ['walks-steadily', yesNo],
  dizzy: ['dizzy', yesNo],
  nauseaControlled: ['nausea-controlled', yesNo],
  painControlled: ['pain-controlled', yesNo],
  aldrete: ['aldrete', ratingsOf('aldrete', aldrete)],
  padss: ['padss', ratingsOf('padss', padss)],
  suicideRiskAssessed: ['suicide-risk-assessed', yesNo],
  escortPresent: ['escort-present', yesNo],
  instructionsGiven: ['instructions-given', somehow],
}

/** What one entry says of facts. `null`: not known after all, and it says so. */
export const ofFacts = (said: { [Key in FactKey]?: Facts[Key] | null }): Record<string, Thing> =>
  Object.fromEntries(
    (Object.entries(said) as [FactKey, unknown][])
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        const [id, says] = facts[key]
        return [id, { code: codeOf(id), category: categories.survey, ...(value === null ? unknown : says(value)) }]
      }),
  )
