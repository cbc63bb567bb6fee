import { kinds } from '../../clinic/records/kinds.ts'
import { PartialDate } from '../../clinic/records/partial-date.ts'
import { recognise } from '../../science/medicines/recognise.ts'
import type { Trial } from '../../science/trials/trial.ts'
import { intakeWords } from '../../web/words/en/intake.ts'
import { reportedWords } from '../../web/words/en/reported.ts'
import type { Listed } from '../intake/question.ts'
import { type Asked as IntakeQuestion, questions as intakeQuestions } from '../intake/questions.ts'
import type { Answer, Item } from '../intake/standing.ts'
import { isLine, type Line } from '../intake/value.ts'
import type { AnswerValue } from './basis.ts'
import { TrialTyped } from './entry.ts'
import type { Asked } from './questions.ts'

/** What a patient told on the phone, as far as it stands; undefined when nobody asked. */
export type Reported = { askedAt: string; doneAt: string | null; items: Item[] }

/** What the patient's words become when a clinician says yes to them as they are. Nothing does by itself. */
export type Becomes =
  | { as: 'answer'; key: Asked; value: AnswerValue }
  | { as: 'entry'; kind: Listed; fact: Record<string, unknown> }
  | { as: 'none known'; about: 'problem' | 'medicine' | 'allergy' }
  | { as: 'talked about' }

const talked: Becomes = { as: 'talked about' }

export const becomes = ({ question, entry, value }: Pick<Answer, 'question' | 'entry' | 'value'>): Becomes => {
  const purpose = intakeQuestions[question].for
  if (purpose === 'talk' || 'beside' in purpose) return talked
  if ('list' in purpose) {
    if (entry !== null)
      return isLine(value) ? { as: 'entry', kind: purpose.list, ...entryOf(purpose.list, value) } : talked
    return value === false && purpose.none ? { as: 'none known', about: purpose.none } : talked
  }
  // "Not sure" is an answer too: asked, and not known.
  if (value === null) return { as: 'answer', key: purpose.fact, value: null }
  const meant = value === true ? purpose.yes : value === false ? purpose.no : undefined
  return meant === undefined ? talked : { as: 'answer', key: purpose.fact, value: meant }
}

const dateIn = (text: string | undefined): string | null => PartialDate.safeParse(text?.trim()).data ?? null

/** What a patient's word for it can mean at most; "helped a lot" is a response or a remission, which nobody knows yet. */
const results: Readonly<Record<string, Trial['result']>> = {
  'did not help': 'no response',
  'made it worse': 'no response',
  'helped some': 'partial response',
}

/** Only a plain number of milligrams is read; everything else stays in words, for the clinician to read. */
const mgIn = (text = ''): number | null => {
  const found = /^(\d+(?:\.\d+)?) ?mg$/i.exec(text.trim())
  return found ? Number(found[1]) : null
}

const trialOf = ({ medicine = '', perDay, weeks, result, whyStopped }: Line): Record<string, unknown> => ({
  medicine,
  ...(recognise(medicine).classes.includes('antidepressant') ? { what: 'antidepressant' } : {}),
  mgPerDay: mgIn(perDay),
  weeks: weeks?.trim() ? Number(weeks) : null,
  result: results[result ?? ''] ?? null,
  note: reportedWords.trialNote(perDay, result && intakeWords.choices[result], whyStopped),
})

/** A line as an entry of the record's list. What it has no place for stays readable in what the patient said. */
const entryOf = (kind: Listed, { name, phone, ...line }: Line): { fact: Record<string, unknown> } => {
  switch (kind) {
    case 'trial':
      return { fact: trialOf(line) }
    case 'medicine':
      return { fact: { name, dose: line.dose, frequency: line.often, started: dateIn(line.since) } }
    case 'allergy':
      return { fact: { substance: line.substance, reaction: line.reaction } }
    case 'problem':
      return { fact: { words: line.words, status: 'active', onset: dateIn(line.since) } }
    case 'contact':
      // The question asks for an adult.
      return { fact: { kind: 'escort', name, phone, relation: line.relation, isAdult: true } }
    case 'coverage':
      return {
        fact: { kind: 'insurance', payer: line.payer, plan: line.plan, memberId: line.memberId, holder: line.holder },
      }
  }
}

/** How each kind of entry is parsed. */
export const entrySchemas = { ...kinds, trial: TrialTyped } as const

/** Whether the list takes the entry as it is; otherwise something is missing, and a person has to complete it. */
export const isWhole = (kind: Listed, fact: Record<string, unknown>): boolean =>
  entrySchemas[kind].safeParse(fact).success

/** Whether a patient's answer belongs to this question of the evaluation: the same question, or one for talking. */
const isAbout = (question: IntakeQuestion, key: string): boolean => {
  const purpose = intakeQuestions[question].for
  return (
    purpose !== 'talk' &&
    (('fact' in purpose && purpose.fact === key) || ('beside' in purpose && purpose.beside === key))
  )
}

/** A line that was taken back says nothing any more; its history stays. */
export const isSaid = ({ now }: Item): boolean => now.entry === null || now.value !== null

/** What there is to go through: a yes to a list is gone through line by line. */
export const saidItems = (items: readonly Item[]): Item[] => {
  const withLines = new Set(
    items.filter(({ now }) => now.entry !== null && now.value !== null).map(({ now }) => now.question),
  )
  return items.filter(
    ({ now }) => now.entry !== null || now.value !== true || now.confirmed !== null || !withLines.has(now.question),
  )
}

/** Nobody has gone through what stands there now. */
export const isOpen = (item: Item): boolean => item.now.confirmed === null && isSaid(item)

/** What the patient said about a question of the evaluation. */
export const reportedAbout = (reported: Reported | null, key: string): Item[] =>
  saidItems(reported?.items ?? []).filter((item) => isSaid(item) && isAbout(item.now.question, key))

/** What the patient said yes to, or told, and nobody has gone through yet: a concern that must not wait unseen. */
export const isConcern = (item: Item): boolean =>
  isOpen(item) &&
  item.now.value !== false &&
  item.now.value !== null &&
  intakeQuestions[item.now.question].for !== 'talk'

/** Such concerns about one question of the evaluation. */
export const openConcerns = (reported: Reported | null, key: string): Item[] =>
  reportedAbout(reported, key).filter(isConcern)
