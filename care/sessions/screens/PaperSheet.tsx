import { withStaleness } from '../../../science/decide.ts'
import type { Protocol } from '../../../science/routes/protocol.ts'
import { releaseCriteria } from '../../../science/routes/release.ts'
import { alertRules } from '../../../science/routes/vitals.ts'
import type { Day } from '../../../science/time.ts'
import { useToday } from '../../../web/today.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { shellWords } from '../../../web/words/en/shell.ts'
import { takenValues } from '../not-taken.ts'
import { valueText } from '../note/sentence.ts'
import type { SheetRow } from '../sheet.ts'
import './sheet.css'

const words = roomWords.sheet

/** Somebody's sheet at this minute; absent on an empty one, which is filled in by hand. */
export type SheetOf = {
  patient: string
  /** Of the treatment: a time beside which no day stands is of this one. */
  day: string
  place: string
  dose: readonly string[]
  /** What happened besides, in sentences. */
  besides: readonly string[]
  asOf: string
}

/** A monitoring sheet on paper, for when the software is down: what is known is printed, the rest has room to write. */
export const PaperSheet = ({
  protocol,
  rows,
  of,
  emergencyPlan,
  time,
  nameOf,
}: {
  protocol: Protocol
  rows: readonly SheetRow[]
  of?: SheetOf
  emergencyPlan: string
  time: (at: string) => string
  nameOf: (id: string) => string
}) => {
  const today = useToday()
  const lines = (rules: readonly { id: string; says: string; reviewBy: Day }[]) =>
    rules.map(({ id, says, reviewBy }) => <li key={id}>{withStaleness(says, reviewBy < today, reviewBy)}</li>)
  return (
    <article className="paper-sheet">
      <h2>{words.of(protocol.title)}</h2>
      <dl className="paper-head">
        <Line title={words.patient} said={of?.patient} />
        <Line title={words.day} said={of?.day} />
        <Line title={words.place} said={of?.place} />
        <Line title={words.dose} said={of && of.dose.length > 0 ? of.dose.join('; ') : undefined} />
        <Line title={words.watcher} said={undefined} />
      </dl>
      <table className="paper-table">
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.set?.id ?? row.dueAt ?? row.minutesAfter ?? `blank ${index}`}>
              {cellsOf(row, time, nameOf).map((cell, column) => (
                <td key={words.columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {of && of.besides.length > 0 && (
        <section>
          <h3>{words.besides}</h3>
          <ul className="paper-list">
            {of.besides.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="paper-plan">
        <strong>{words.plan}</strong> {emergencyPlan}
      </p>
      <section>
        <h3>{words.limits}</h3>
        <ul className="paper-list">{lines(alertRules(protocol.limits))}</ul>
      </section>
      <section>
        <h3>{words.leaving}</h3>
        <ul className="paper-list paper-ticks">{lines(releaseCriteria(protocol.limits, protocol.route))}</ul>
      </section>
      <p>{shellWords.notOnlyAlarm}</p>
      <p className="soft">{of ? words.filledTo(of.asOf) : words.empty}</p>
      <p className="soft">{words.enterLater}</p>
    </article>
  )
}

const Line = ({ title, said }: { title: string; said: string | undefined }) => (
  <div>
    <dt>{title}</dt>
    <dd>{said}</dd>
  </div>
)

const cellsOf = (
  { set, dueAt, minutesAfter, running }: SheetRow,
  time: (at: string) => string,
  nameOf: (id: string) => string,
): string[] => {
  if (!set) {
    const due = dueAt ? time(dueAt) : minutesAfter === undefined ? '' : words.after(minutesAfter, running === true)
    return [due, ...Array<string>(words.columns.length - 1).fill('')]
  }
  const { data, happenedAt, recordedBy } = set
  // Pain has no column here: it stands beside the table.
  const columns = takenValues.filter((name) => name !== 'pain')
  return ['', time(happenedAt), ...columns.map((name) => valueText(data, name) ?? ''), nameOf(recordedBy)]
}
