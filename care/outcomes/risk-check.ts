import type { Flag } from '../../clinic/responses/instruments.ts'
import { suicideRedLines } from '../../science/criteria/red-lines.ts'
import { tooLittle } from '../../science/instruments/continuing.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import type { Series } from './series.ts'

const rule = () => {
  const found = suicideRedLines.find(({ id }) => id === 'RL-08')
  if (!found) throw new Error('RL-08 is not among the rules')
  return found
}

/**
 * RL-08: treatment that did not help, or helps no more, asks for a suicide-risk check. Wear-off is a relapse by the rule
 * that the clinic chose, or else by the product's; non-response is N1. Where a question left open could make it so, a person looks.
 */
export const riskCheckFlag = (
  { baseline, latest, endOfCourse, relapse }: Series,
  dosedAt: readonly Instant[],
): Flag | undefined => {
  if (!latest) return undefined
  const { id, says: sentence, source } = rule()
  const { state, rule: by } = relapse ?? { state: 'no' }
  if (by && state === 'undecided')
    return { id, level: 'review', says: `${says.mayHaveWornOff(by.id)} ${sentence}`, source }
  if (by && state !== 'no') {
    const why = state === 'attempted' ? says.attempted : state === 'admitted' ? says.admitted : says.woreOff(by.id)
    return { id, level: 'high', says: `${why} ${sentence}`, source }
  }
  const dosesBefore = dosedAt.filter((at) => at < latest.at).length
  const atTheEnd = endOfCourse?.compared ? endOfCourse.compared.nonResponse : null
  const little = tooLittle(baseline?.total, latest, dosesBefore, atTheEnd)
  if (little === false) return undefined
  return { id, level: 'review', says: `${little ? says.tooLittle : says.mayBeTooLittle} ${sentence}`, source }
}

/** The same when a prescriber stops a course: treatment ended. */
export const stoppedFlag = (): Flag => {
  const { id, says: sentence, source } = rule()
  return { id, level: 'review', says: `${says.courseStopped} ${sentence}`, source }
}
