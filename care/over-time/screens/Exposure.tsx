import { patterns } from '../../../science/maintenance/exposure.ts'
import { supplyPatterns } from '../../../science/maintenance/supply.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { showDate, showDay } from '../../../web/time.ts'
import { overTimeWords as words } from '../../../web/words/en/over-time.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import type { Elsewhere, LongTerm } from '../long-term.ts'
import { Dispensed, Refills } from './TakenHome.tsx'

const asked = ['otherKetaminePrescriber', 'ketamineMisuse'] as const

/** What was given here by route, what was dispensed to take home, what is known of elsewhere, and patterns somebody looks at. */
export const Exposure = ({
  longTerm,
  patientId,
  timeZone,
}: {
  longTerm: LongTerm
  patientId: string
  timeZone: string
}) => {
  const { exposure, elsewhere, patterns: found, takenHome } = longTerm
  if (exposure.length + takenHome.dispensed.supplies + takenHome.losses.length === 0) return null
  return (
    <section className="stack">
      <h2>{words.exposure}</h2>
      {exposure.length === 0 && <p>{words.noDose}</p>}
      {exposure.length > 0 && (
        <>
          <Table
            caption={words.exposure}
            rows={exposure}
            keyOf={({ route }) => route}
            columns={[
              { title: words.route, show: ({ route }) => treatmentWords.routes[route] },
              { title: words.amount, show: words.given },
              { title: words.sessions, show: ({ sessions }) => sessions, numeric: true },
              { title: words.since, show: ({ first, last }) => `${showDate(first)} – ${showDate(last)}` },
            ]}
          />
          <p className="soft">{words.notAdded}</p>
        </>
      )}
      <h3>{words.takenHome}</h3>
      <Dispensed takenHome={takenHome} patientId={patientId} />
      <h3>{words.elsewhere}</h3>
      <dl className="outcome">
        {asked.map((key) => (
          <div key={key}>
            <dt>{words.elsewhereOf[key]}</dt>
            <dd>
              <Said said={elsewhere.find((one) => one.key === key)} timeZone={timeZone} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{words.amountUnknown}</p>
      <h3>{words.patterns}</h3>
      {found.length === 0 && <p>{words.noPatterns}</p>}
      {[...patterns, ...supplyPatterns]
        .filter(({ id }) => found.includes(id))
        .map((pattern) => (
          <div key={pattern.id} className="stack" data-gap="tight">
            <State signal="attention">{pattern.says}</State>
            <SourceLine finding={pattern} />
          </div>
        ))}
      <Refills takenHome={takenHome} />
      <p className="soft">{words.patternsHelp}</p>
    </section>
  )
}

const Said = ({ said, timeZone }: { said: Elsewhere | undefined; timeZone: string }) =>
  said && said.value !== null ? (
    <>{words.answered(said.value, showDay(said.recordedAt, timeZone))}</>
  ) : (
    <State signal="held">{words.unknown}</State>
  )
