import type { AnswerValue, Instrument } from '../../science/instruments/instrument.ts'
import { nextDay, nextDayFlags } from '../../science/instruments/next-day.ts'

/** What a patient is shown the moment they give an answer, before anything is sent. */
export const helpKinds = ['suicide', 'call 911', 'clinic now', 'clinic within 24 hours'] as const
export type HelpKind = (typeof helpKinds)[number]

/** Rules about thoughts of suicide; S2 is about a question that was left open, which no single answer is. */
const aboutSuicide: ReadonlySet<string> = new Set(['S1', 'S3', 'S4', 'S5', 'S6', 'S7'])

/** The help that one answer to one question calls for by itself; undefined when it calls for none. */
export const helpFor = (instrument: Instrument, linkId: string, value: AnswerValue): HelpKind | undefined => {
  if (instrument.id === nextDay.id) {
    const level = nextDayFlags({ [linkId]: value })[0]?.level
    return level === 'next visit' ? undefined : level
  }
  if (!instrument.asksAboutSuicide) return undefined
  const flags = instrument.reads?.({ [linkId]: value }, {}).flags ?? []
  return flags.some(({ id }) => aboutSuicide.has(id)) ? 'suicide' : undefined
}

/** A questionnaire as a phone shows it, with what each answer calls for. */
export type ShownList = {
  id: string
  title: string
  notValidated: boolean
  /** Of words in another language than the page's own. */
  language?: 'es'
  licence?: { sentence: string }
  items: {
    linkId: string
    /** What the question begins with, unless it is whole by itself. */
    stem?: string
    text: string
    answers: { value: AnswerValue; text: string; help?: HelpKind }[]
  }[]
}

/** A question of its own under a beginning that is one too; after "how much were you bothered by:" none is. */
const isWhole = (text: string, stem: string): boolean => text.endsWith('?') && !stem.endsWith(':')

/**
 * What a phone is given. "I do not want to answer" is no answer of its own there: every question can be skipped, and a
 * skipped one is unanswered.
 */
export const shownList = (instrument: Instrument): ShownList => {
  const { id, title, notValidated, licence, items, stem, language } = instrument
  return {
    id,
    title,
    notValidated,
    ...(language ? { language } : {}),
    ...(licence.status === 'own' ? {} : { licence: { sentence: licence.sentence } }),
    items: items.map(({ linkId, text, answers }) => ({
      linkId,
      ...(stem === undefined || isWhole(text, stem) ? {} : { stem }),
      text,
      answers: answers
        .filter(({ value }) => value !== 'declined')
        .map((answer) => {
          const help = helpFor(instrument, linkId, answer.value)
          return { value: answer.value, text: answer.text, ...(help ? { help } : {}) }
        }),
    })),
  }
}
