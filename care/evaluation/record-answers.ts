import type { By } from '../../clinic/records/changes.ts'
import { clinicToday } from '../../clinic/records/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { type AnswerSent, judgeAnswer, type KnownBody, swappedPressures, wrongDueDate } from './answers.ts'
import type { AnswerValue } from './basis.ts'
import { saveAnswer } from './changes.ts'

/** The newest number of each of these keys in the evaluation. */
const newest = async (tx: Tx, evaluationId: string, keys: readonly string[]): Promise<Map<string, AnswerValue>> => {
  const rows = await tx.all<{ key: string; value: AnswerValue }>(sql`
    select distinct on (f.key) f.key, f.value from evaluation_fact f
    where f.evaluation_id = ${evaluationId} and f.key = any(${[...keys]}::text[]) order by f.key, f.seq desc`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/**
 * Stores some answers, all or none. A number that cannot be is refused; one that is unlikely is refused once, until the
 * person says that they looked again.
 */
export const record = async (tx: Tx, evaluationId: string, answers: readonly AnswerSent[], by: By): Promise<void> => {
  const sent = new Map(answers.map(({ key, value }) => [key as string, value]))
  const before = await newest(tx, evaluationId, ['height', 'weight', 'systolic', 'diastolic'])
  const after = (key: string): AnswerValue | undefined => (sent.has(key) ? sent.get(key) : before.get(key))
  const known: KnownBody = {
    ...numbered('height', after('height')),
    ...numbered('earlierWeight', before.get('weight')),
  }
  const fields: Record<string, string> = {}
  answers.forEach(({ key, value, confirmed }, i) => {
    const judged = judgeAnswer(key, value, known)
    if (judged === 'usual') return
    if ('refuse' in judged) fields[`answers.${i}.value`] = judged.refuse
    else if (!confirmed) fields[`answers.${i}.value`] = judged.ask
  })
  const dueDate = sent.has('dueDate')
    ? wrongDueDate(sent.get('dueDate'), Day.parse(await clinicToday(tx, by.now)))
    : undefined
  if (dueDate) fields[`answers.${answers.findIndex(({ key }) => key === 'dueDate')}.value`] = dueDate
  if ((sent.has('systolic') || sent.has('diastolic')) && swappedPressures(after('systolic'), after('diastolic'))) {
    const i = answers.findIndex(({ key }) => key === 'diastolic' || key === 'systolic')
    fields[`answers.${i}.value`] ??= says.swappedPressures
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem('invalid', Object.values(fields)[0] ?? says.numberUnusable, { fields })
  }
  for (const answer of answers) await saveAnswer(tx, evaluationId, answer, by)
}

const numbered = <Key extends string>(key: Key, value: AnswerValue | undefined): Partial<Record<Key, number>> =>
  typeof value === 'number' ? ({ [key]: value } as Record<Key, number>) : {}
