import { findDiagnosis } from '../../science/diagnoses/diagnoses.ts'
import { trd } from '../../science/trials/minimums.ts'
import { countTrials, type Trial } from '../../science/trials/trial.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'
import type { ResponseLine } from './queries.ts'

const words = evaluationWords.trials

/** Of an antidepressant: from which dose it counts. No source here sets one (science/trials/minimums.ts). */
const leastDose = ({ what, leastMgPerDay }: Trial): string =>
  what === 'antidepressant' ? ` ${words.leastDose(leastMgPerDay)}` : ''

/** A trial in one line: dose, weeks, result, why it stopped, and which episode; what nobody knows says so. */
export const trialLine = (trial: Trial): string => {
  const { what, mgPerDay, weeks, result, stopped, inEpisode } = trial
  return [
    words.kinds[what],
    `${words.dose(mgPerDay)}${leastDose(trial)}`,
    words.duration(weeks),
    result ?? words.resultNotKnown,
    stopped ?? words.reasonNotKnown,
    words.episode[String(inEpisode)],
  ].join(', ')
}

type Recorded = {
  trials: readonly Trial[]
  problems: readonly { words: string; code?: string | null }[]
  /** The newest answers of this evaluation; `on` as it is read. */
  phq9: (Pick<ResponseLine, 'score' | 'lowest' | 'highest'> & { on: string }) | undefined
  /** The last day on which somebody looked into the prescription monitoring programme, as it is read. */
  looked: string | undefined
}

/** Of the list of problems only what the treatment is asked for: other diagnoses are nothing to a payer here. */
const isMood = ({ code }: Recorded['problems'][number]): boolean => /^F3/.test(code ?? '')

const codeOf = (code: string): string => {
  const found = findDiagnosis(code)
  return found?.code === code && !found.billable ? words.payerHeading(code) : code
}

const severity = (phq9: Recorded['phq9']): string => {
  if (!phq9) return words.payerNoScore
  return phq9.score === null
    ? words.payerIncomplete(phq9.lowest, phq9.highest, phq9.on)
    : words.payerScore(phq9.score, phq9.on)
}

/**
 * What payers ask for (science/trials/minimums.ts), written from the record: diagnosis, severity, whether anybody looked
 * into the prescription monitoring programme, trials and their count. What is not there says so. Somebody reads and
 * changes it before it leaves.
 */
export const payerText = ({ trials, problems, phq9, looked }: Recorded): string => {
  const { weeks } = trd
  const { least, most } = countTrials(trials, weeks)
  const mood = problems.filter(isMood).map((one) => `${one.words} (${codeOf(one.code ?? '')})`)
  const range = trials.length > 0 ? words.counted(least, most) : words.payerNotCounted
  return [
    mood.length > 0 ? words.payerDiagnosis(mood.join('; ')) : words.payerNoDiagnosis,
    severity(phq9),
    words.payerLooked(looked),
    '',
    words.payerTitle,
    ...(trials.length > 0
      ? trials.map((trial) => words.payerLine(trial.medicine, trialLine(trial)))
      : [words.payerNoTrials]),
    '',
    words.payerPolicy,
    words.payerCount(range, weeks),
  ].join('\n')
}
