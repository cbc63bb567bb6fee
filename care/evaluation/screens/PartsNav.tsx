import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { current } from '../../../clinic/records/fact.ts'
import { cgiSeverity } from '../../../science/instruments/cgi.ts'
import { maniaCheck } from '../../../science/instruments/mania-check.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { reportedWords } from '../../../web/words/en/reported.ts'
import { isSection, type Part, parts, progress } from '../parts.ts'
import type { EvaluationAnswer } from '../read.ts'
import { isOpen, saidItems } from '../reported.ts'

/** What a clinician rates of everybody here; what needs a license is beside them on the page. */
const ratedHere = [cgiSeverity.id, maniaCheck.id]

const stateOf = (
  part: Part,
  { answers, responses, findings, medicines, entries, reported }: EvaluationAnswer,
): string => {
  if (isSection(part)) {
    const { done, all } = progress(part, answers)
    return evaluationWords.answered(done, all)
  }
  if (part === 'reported') {
    return reported ? reportedWords.toGo(saidItems(reported.items).filter(isOpen).length) : evaluationWords.notDone
  }
  if (part === 'findings') {
    return evaluationWords.unknownCount(findings.filter(({ answer }) => answer === 'unknown').length)
  }
  if (part === 'trials') return String(current(entries.trial).length)
  if (part === 'results') return String(current(entries.result).length + current(entries.pdmp).length)
  if (part === 'medicines') return medicines.known.is === 'unknown' ? evaluationWords.notAsked : evaluationWords.done
  if (part === 'rated') {
    const rated = ratedHere.filter((id) =>
      responses.some(({ instrument, missing }) => instrument === id && missing === 0),
    )
    return evaluationWords.answered(rated.length, ratedHere.length)
  }
  const instrument = part === 'asq' ? 'asq' : 'phq-9'
  const asked = responses.some((response) => response.instrument === instrument)
  return asked ? evaluationWords.done : evaluationWords.notDone
}

/** The parts with how much of each is answered; the one on the screen is in the address. */
export const PartsNav = ({ part, data, patientId }: { part: Part; data: EvaluationAnswer; patientId: string }) => {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // Where they are one row: the one on the screen is in sight, with what comes before and after it.
    const here = list.current?.children[parts.indexOf(part)]
    if (list.current && here instanceof HTMLElement)
      list.current.scrollLeft =
        here.offsetLeft - list.current.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2
  }, [part])
  return (
    <nav className="evaluation-parts" aria-label={evaluationWords.partsLabel}>
      <ol ref={list}>
        {parts.map((one) => (
          <li key={one}>
            <Link
              to={`/patients/${patientId}/evaluation`}
              search={((before: object) => ({ ...before, part: one })) as never}
              aria-current={one === part ? 'step' : undefined}
            >
              {evaluationWords.parts[one]}
              <span className="unit">{stateOf(one, data)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
