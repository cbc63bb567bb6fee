import { asqSinceLast, scoreAsq } from '../../../science/instruments/asq.ts'
import type { Answers, Instrument } from '../../../science/instruments/instrument.ts'
import { maniaCheck } from '../../../science/instruments/mania-check.ts'
import { sinceLast } from '../../../science/instruments/since-last.ts'
import { urinary } from '../../../science/instruments/urinary.ts'
import { aldrete, padss } from '../../../science/scales/recovery.ts'
import { type ScoredScale, totalOf } from '../../../science/scales/scale.ts'
import { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { type Escort, type FactKey, InstructionsHow } from '../facts.ts'
import type { Session } from '../session.ts'

const instruments: Partial<Record<FactKey, Instrument>> = {
  suicide: asqSinceLast,
  mania: maniaCheck,
  urinary,
  sinceLast,
}
const scales: Partial<Record<FactKey, ScoredScale>> = { aldrete, padss }

/** Every answer that is not a plain No with its question, how many were No, and how many nobody gave. */
export const answered = ({ items }: Pick<Instrument, 'items'>, answers: Answers): string => {
  const given = items.flatMap(({ linkId, text, answers: offered }) => {
    const answer = offered.find(({ value }) => value === answers[linkId])
    return answer ? [{ text, answer }] : []
  })
  const other = given.filter(({ answer }) => answer.value !== 'no' && answer.value !== 'none')
  const no = given.length - other.length
  return [
    ...other.map(({ text, answer }) => `“${text}” ${answer.text}`),
    ...(no > 0 ? [words.noTo(no, items.length)] : []),
    ...(given.length < items.length ? [words.unanswered(items.length - given.length, items.length)] : []),
  ].join('; ')
}

/** The fifth question is asked after a Yes and not otherwise: left out after four No's, it is not one that is missing. */
const suicideText = (answers: Answers): string => {
  const result = scoreAsq(answers)
  const done = result === 'negative' && !answers['5']
  const items = done ? asqSinceLast.items.filter(({ linkId }) => linkId !== '5') : asqSinceLast.items
  return `${result}. ${answered({ items }, answers)}${done ? `; ${words.fifth}` : ''}`
}

/** What a fact says, in words. */
export const factText = (key: FactKey, value: unknown, time: (at: Instant) => string): string => {
  if (value === true) return words.yes
  if (value === false) return key === 'escort' ? words.nobody : key === 'nasalSprayAt' ? words.noneToday : words.no
  const instrument = instruments[key]
  if (instrument) {
    const answers = value as Answers
    return key === 'suicide' ? suicideText(answers) : answered(instrument, answers)
  }
  const scale = scales[key]
  if (scale) {
    const total = totalOf(scale, value as Record<string, number>)
    return total === undefined ? words.notComplete : words.ofTen(total)
  }
  if (key === 'escort') {
    const { name, relation, phone } = value as Exclude<Escort, false>
    return [name, relation, phone].filter(Boolean).join(', ')
  }
  const how = key === 'instructionsGiven' ? InstructionsHow.safeParse(value).data : undefined
  if (how) return words.instructionsHow[how]
  if (key === 'lastAteAt' || key === 'lastDrankAt' || key === 'nasalSprayAt') return time(Instant.parse(value))
  return String(value)
}

export const factLine = (
  session: Pick<Session, 'facts'>,
  key: FactKey,
  time: (at: Instant) => string,
  by: (id: string) => string,
): string => {
  const fact = session.facts[key]
  if (!fact) return `${words.facts[key]}: ${words.unknown}.`
  return `${words.facts[key]}: ${factText(key, fact.value, time)} (${time(fact.at)}, ${by(fact.by)}).`
}
