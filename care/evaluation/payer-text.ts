import { minimums } from '../../science/trials/minimums.ts'
import { countTrials, type Trial } from '../../science/trials/trial.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'

const words = evaluationWords.trials

/** A trial in one line: dose, weeks, result, why it stopped, and which episode; what nobody knows says so. */
export const trialLine = ({ what, mgPerDay, weeks, result, stopped, inEpisode }: Trial): string =>
  [
    words.kinds[what],
    words.dose(mgPerDay),
    words.duration(weeks),
    result ?? words.resultNotKnown,
    stopped ?? words.reasonNotKnown,
    words.episode[String(inEpisode)],
  ].join(', ')

/** What payers ask for, written from the trials. Somebody reads and changes it before it leaves. */
export const payerText = (trials: readonly Trial[]): string => {
  const weeks = minimums.find(({ id }) => id === 'TRD')?.weeks ?? 0
  const { least, most } = countTrials(trials, weeks)
  return [
    words.payerTitle,
    ...trials.map((trial) => words.payerLine(trial.medicine, trialLine(trial))),
    '',
    words.payerCount(words.counted(least, most), weeks),
  ].join('\n')
}
