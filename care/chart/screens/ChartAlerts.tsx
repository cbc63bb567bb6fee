import type { AlertShown } from '../../../clinic/safety/queries.ts'
import { signalOfLevel } from '../../../clinic/safety/screens/level.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Elapsed } from '../../../web/controls/Elapsed.tsx'
import { State } from '../../../web/controls/State.tsx'
import { alertWords } from '../../../web/words/en/alerts.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'

/** What is open about this patient; it is acted on where all alerts are. */
export const ChartAlerts = ({ alerts }: { alerts: readonly AlertShown[] }) => (
  <section className="sheet stack" aria-label={words.alerts}>
    <h2>{words.alerts}</h2>
    <ul className="chart-alerts">
      {alerts.map(({ id, level, says, ruleId, raisedAt, standing }) => (
        <li key={id}>
          <State signal={signalOfLevel[level]}>{alertWords.levels[level]}</State>
          <span className="chart-alert-says">{says || ruleId}</span>
          <span className="soft">
            <Elapsed since={raisedAt} what={alertWords.raised} />
            {standing.acknowledged && `, ${words.hasIt(standing.acknowledged.by)}`}
          </span>
        </li>
      ))}
    </ul>
    <p>
      <ButtonLink to="/alerts" kind="main">
        {words.toAlerts}
      </ButtonLink>
    </p>
  </section>
)
