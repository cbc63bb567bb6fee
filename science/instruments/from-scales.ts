import { generalReview } from '../register.ts'
import { moaas } from '../scales/moaas.ts'
import { aldrete, padss } from '../scales/recovery.ts'
import type { Level, ScoredScale } from '../scales/scale.ts'
import { SideEffect, SideEffectGrade } from '../scales/side-effects.ts'
import { policy } from '../sources.ts'
import { questionnaireWords as words } from '../words.ts'
import type { Flag } from './flag.ts'
import type { AnswerOption, Instrument } from './instrument.ts'
import { ownLicence, ownList } from './own.ts'
import { addUp } from './scoring.ts'

/** The scales of a session day as questionnaires, in our own words, so that they are scored and exchanged like others. */

const optionsOf = (levels: readonly Level[]): AnswerOption[] =>
  levels.map(({ value, name, says }) => ({ value, text: name === String(value) ? says : `${name}. ${says}` }))

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** D1: nobody leaves on this; it says what is missing. */
const stay = (says: string, label: string): Flag => ({ id: 'D1', level: 'review', says, source: policy(label) })

/** Effects of a session, none to severe each. Nothing is added up. */
export const sessionEffects: Instrument = ownList(
  { id: 'session-effects', title: 'Effects of the session', recall: 'during this session', by: 'clinician' },
  SideEffectGrade.options.map((value) => ({ value, text: capital(value) })),
  Object.fromEntries(SideEffect.options.map((effect) => [effect, capital(effect)])),
)

const common = {
  version: '1',
  licence: ownLicence,
  recall: 'now',
  by: 'clinician',
  notValidated: true,
  asksAboutSuicide: false,
} as const

/** Alertness, one rating of 0 to 5. */
export const responsiveness: Instrument = {
  ...common,
  id: 'responsiveness',
  title: moaas.title,
  items: [{ linkId: '1', text: 'How alert is the patient?', answers: optionsOf(moaas.levels), scored: true }],
  scoring: { mostMissing: 0, better: 'higher', bands: [], source: moaas.source, reviewBy: moaas.reviewBy },
  reads: (answers) => {
    const level = answers['1'] ?? undefined
    if (level === undefined || Number(level) > 3) return { flags: [] }
    return { flags: [stay('Alertness is 3 or less: the patient is not released.', 'alertness of 3 or less')] }
  },
}

/** Recovery in five ratings of 0 to 2. Nine or ten, and nothing open, is what the score asks for before leaving. */
const readiness = (id: string, scale: ScoredScale): Instrument => {
  const instrument: Instrument = {
    ...common,
    id,
    title: scale.title,
    items: scale.items.map((item) => ({
      linkId: item.id,
      text: item.title,
      answers: optionsOf(item.levels),
      scored: true,
    })),
    scoring: {
      mostMissing: 0,
      better: 'higher',
      bands: [
        { from: 0, band: 'stay' },
        { from: 9, band: 'nine or more' },
      ],
      source: scale.source,
      further: [policy('nine of ten before leaving')],
      reviewBy: generalReview,
    },
    reads: (answers) => {
      const { low, high } = addUp(instrument, answers)
      if (low >= 9) return { flags: [] }
      const says = high < 9 ? words.readinessLow(scale.title) : words.readinessOpen(scale.title)
      return { flags: [stay(says, 'a recovery score below 9')] }
    },
  }
  return instrument
}

export const readinessToLeave: Instrument = readiness('readiness', aldrete)
export const readinessToGoHome: Instrument = readiness('readiness-home', padss)
