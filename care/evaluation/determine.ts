import { isDeepStrictEqual } from 'node:util'
import type { By } from '../../clinic/records/changes.ts'
import { Problem } from '../../clinic/request/problem.ts'
import type { Tx } from '../../database/types.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { type FindingWithOrigin, findingsFrom } from './basis.ts'
import { saveDetermination } from './changes.ts'
import {
  beyondOverride,
  type Decided,
  type DeterminationSent,
  listsSeen,
  needsConfirmation,
  seenOf,
  toAddress,
  unaddressed,
  wrongDay,
} from './determination.ts'
import { findStanding } from './queries.ts'

const kept = (finding: FindingWithOrigin): Decided => {
  const { severity, stale, says } = finding
  return { ...seenOf(finding), severity, stale, says }
}
const shown = ({ rule, answer, says }: FindingWithOrigin) => ({ id: rule, answer, says })

/** What the prescriber saw is not what there is: somebody recorded something while they were deciding. */
const outOfDate = (findings: readonly FindingWithOrigin[], seen: DeterminationSent['seen']): FindingWithOrigin[] => {
  const before = new Map(seen.map((finding) => [finding.rule, finding]))
  return findings.filter((finding) => !isDeepStrictEqual(before.get(finding.rule), seenOf(finding)))
}

/**
 * Records what a prescriber determined, upon the findings as they are in this transaction. The software checks that
 * every finding which holds was spoken to, keeps what was decided upon, and says whether a second act is needed.
 */
export const determine = async (tx: Tx, patientId: string, sent: DeterminationSent, by: By) => {
  const found = await findStanding(tx, patientId, sent.route, by.now)
  if (!found?.evaluation || found.evaluation.id !== sent.evaluationId) {
    throw new Problem('conflict', says.otherEvaluation)
  }
  const again = found.determination?.id === sent.id
  const findings = findingsFrom(found.basis, sent.route)
  const changed = outOfDate(findings, sent.seen)
  if (changed.length > 0 && !again) {
    throw new Problem('conflict', says.findingsChanged, {
      because: changed.map(shown),
    })
  }
  const day = wrongDay(sent.outcome, sent.reevaluateBy, found.basis.today)
  if (day && !again) throw new Problem('invalid', day, { fields: { reevaluateBy: day } })
  const beyond = beyondOverride(sent.outcome, findings)
  if (beyond.length > 0) {
    throw new Problem('rule-held', says.beyondOverride, {
      because: beyond.map((f) => shown(f as FindingWithOrigin)),
    })
  }
  const missing = unaddressed(sent.outcome, findings, sent.addressed)
  if (Object.keys(missing).length > 0 && !again) {
    const fields = Object.fromEntries(Object.entries(missing).map(([rule, why]) => [`addressed.${rule}`, why]))
    throw new Problem('rule-held', says.unaddressed, {
      fields,
      because: toAddress(findings)
        .filter(({ rule }) => rule in missing)
        .map(shown),
    })
  }
  const confirmed = needsConfirmation(sent.outcome, findings)
  const { seen, ...made } = sent
  await saveDetermination(
    tx,
    {
      ...made,
      patientId,
      findings: findings.map(kept),
      lists: listsSeen(found.basis.lists),
      needsConfirmation: confirmed,
    },
    by,
  )
  return { id: sent.id, needsConfirmation: confirmed }
}
