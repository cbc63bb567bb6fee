import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Answer, everyRoute, type Route, type Severity } from '../../../science/decide.ts'
import { SourceLine, signalOf } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import '../../../web/controls/Table.css'
import { controlWords } from '../../../web/words/en/controls.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import { type AcrossRow, onMedicinesOnly } from '../across.ts'
import type { EvaluationAnswer } from '../read.ts'
import { asShown, Origins } from './FindingPlace.tsx'
import { OpenInteractions } from './OpenInteractions.tsx'

const answers = { met: controlWords.met, 'not met': controlWords.notMet, unknown: controlWords.unknown }

/** Every rule that is met or unknown, for all four routes at once; above each route what was determined for it. */
export const Across = ({ data, patientId }: { data: EvaluationAnswer; patientId: string }) => {
  const { across, states } = data
  const medicines = across.filter(({ finding }) => onMedicinesOnly(finding))
  const rows = across.filter((row) => !medicines.includes(row))
  if (across.length === 0) return <p className="soft">{evaluationWords.nothingAcross}</p>
  return (
    <table className="table across">
      <caption className="unseen">{evaluationWords.across}</caption>
      <thead>
        <tr>
          <th scope="col">{evaluationWords.acrossFinding}</th>
          {everyRoute.map((route) => (
            <th key={route} scope="col">
              <Link
                to={`/patients/${patientId}/determination`}
                search={{ route } as never}
                aria-label={evaluationWords.determineRoute(treatmentWords.routes[route])}
              >
                {treatmentWords.routes[route]}
              </Link>
              <span className="across-state">{evaluationWords.states[states[route]]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ finding, routes }) => (
          <Row key={finding.rule} cell={(route) => <Cell is={routes[route]} />}>
            <p>{asShown(finding).says}</p>
            <Origins finding={finding} patientId={patientId} />
            <SourceLine finding={asShown(finding)} />
          </Row>
        ))}
        {medicines.length > 0 && (
          <Row cell={(route) => <Cell is={heaviestOf(medicines, route)} />}>
            <OpenInteractions findings={medicines.map(({ finding }) => finding)} patientId={patientId} />
          </Row>
        )}
      </tbody>
    </table>
  )
}

const Row = ({ cell, children }: { cell: (route: Route) => ReactNode; children: ReactNode }) => (
  <tr>
    <th scope="row">{children}</th>
    {everyRoute.map((route) => (
      <td key={route} data-title={treatmentWords.routes[route]}>
        {cell(route)}
      </td>
    ))}
  </tr>
)

type One = { answer: Answer; severity: Severity; strong?: true }

const heaviestOf = (rows: readonly AcrossRow[], route: Route): One | undefined =>
  rows.flatMap(({ routes }) => routes[route] ?? []).find(({ severity }) => severity !== 'info')

const Cell = ({ is }: { is: One | undefined }) =>
  is === undefined ? (
    <span className="soft">{evaluationWords.notForRoute}</span>
  ) : (
    <>
      <State signal={signalOf({ ...is, says: '' })}>{answers[is.answer]}</State>
      {is.answer !== 'not met' && (
        <span className="across-severity">
          {is.strong ? evaluationWords.strongly : evaluationWords.severities[is.severity]}
        </span>
      )}
    </>
  )
