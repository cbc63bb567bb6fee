import { current } from '../../clinic/records/fact.ts'
import type { EvaluationFact } from '../../science/criteria/facts.ts'
import { liverTests, liverTimesLimit, type TestName, testOf } from '../../science/tests/tests.ts'
import type { AnswerValue } from './basis.ts'
import type { Entries, EntryOf } from './entry.ts'
import type { Said } from './listed.ts'

type Result = EntryOf<'result'> & { recordedBy: string; recordedAt: string }

/** A fact that results give, unless an answer is newer. */
export type Given = { fact: EvaluationFact; value: AnswerValue; words: string; by: string; at: string }

/**
 * A result as one line: the test, its number with the unit or its word, and the day it was taken. A determination keeps
 * this line as what it rested on, so there the day stays as it is stored.
 */
export const resultWords = (
  { test, value, word, takenOn }: EntryOf<'result'>,
  say: (day: string) => string = (day) => day,
): string => {
  const of = testOf(test)
  const shown = of.words ? word : `${value} ${of.unit}`.trim()
  return `${of.name}: ${shown}, ${say(takenOn)}`
}

/** The newest result of each test, by the day it was taken. */
const newestOf = (results: Entries['result']): Map<TestName, Result> => {
  const rows = current(results).sort((a, b) =>
    `${a.takenOn} ${a.recordedAt}`.localeCompare(`${b.takenOn} ${b.recordedAt}`),
  )
  return new Map(rows.map((row) => [row.test, row]))
}

const pregnancyAs: Record<string, AnswerValue> = { positive: 'pregnant', negative: 'test negative' }

/** What the newest results answer: eGFR, the liver tests against their limits, a pregnancy test. */
export const givenByResults = (results: Entries['result']): Given[] => {
  const newest = newestOf(results)
  const given: Given[] = []
  const give = (fact: EvaluationFact, value: AnswerValue, of: readonly Result[]) => {
    const [last] = of.toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))
    if (last)
      given.push({
        fact,
        value,
        words: of.map((one) => resultWords(one)).join('; '),
        by: last.recordedBy,
        at: last.recordedAt,
      })
  }
  const egfr = newest.get('egfr')
  if (egfr) give('egfr', egfr.value, [egfr])
  const liver = liverTests.flatMap((name) => newest.get(name) ?? [])
  const times = liverTimesLimit(liver)
  if (times !== undefined) give('liverTestTimesLimit', Math.round(times * 100) / 100, liver)
  const pregnancy = newest.get('pregnancyTest')
  if (pregnancy) give('pregnancy', pregnancyAs[pregnancy.word ?? ''] ?? null, [pregnancy])
  return given
}

/** Which questions the newest results and looks into the monitoring programme open again. They answer none with yes. */
export const saidByResults = ({ result, pdmp }: Pick<Entries, 'result' | 'pdmp'>): Said[] => {
  const newest = newestOf(result)
  const asks = (fact: EvaluationFact, row: Result): Said => ({
    fact,
    says: 'asks',
    entry: resultWords(row),
    by: row.recordedBy,
    at: row.recordedAt,
  })
  const said: Said[] = []
  const urine = newest.get('urineDrug')
  if (urine?.word === 'ketamine found') said.push(asks('ketamineMisuse', urine), asks('otherKetaminePrescriber', urine))
  if (urine && urine.word !== 'nothing found') said.push(asks('activeSubstanceUseDisorder', urine))
  const ecg = newest.get('ecg')
  if (ecg && ecg.word !== 'normal') said.push(asks('poorlyControlledHeartDisease', ecg))
  const tsh = newest.get('tsh')
  if (tsh?.value != null && tsh.lowest !== null && tsh.value < tsh.lowest)
    said.push(asks('untreatedHyperthyroidism', tsh))
  const urinalysis = newest.get('urinalysis')
  if (urinalysis?.word === 'abnormal') said.push(asks('unexplainedUrinarySymptoms', urinalysis))
  for (const { found, queriedOn, recordedBy: by, recordedAt: at } of current(pdmp)) {
    if (found === 'ketamine or esketamine') {
      said.push({ fact: 'otherKetaminePrescriber', says: 'asks', entry: `PDMP: ${found}, ${queriedOn}`, by, at })
    }
  }
  return said
}
