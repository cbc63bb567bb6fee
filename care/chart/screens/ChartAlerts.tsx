import type { AlertOnChart } from '../../../clinic/safety/queries.ts'
import { AnswersEnded } from '../../../clinic/safety/screens/AnswersEnded.tsx'
import { signalOfLevel } from '../../../clinic/safety/screens/level.ts'
import { whose } from '../../../clinic/safety/screens/whose.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { DueIn, Elapsed } from '../../../web/controls/Elapsed.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { alertWords } from '../../../web/words/en/alerts.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'

/** What is open about this patient: since when, and whose it is. It is acted on where all alerts are, by those who may. */
export const ChartAlerts = ({ alerts }: { alerts: readonly AlertOnChart[] }) => {
  const timeZone = useTimeZone()
  const mayRead = useMay('alerts.read')
  return (
    <section className="sheet stack" aria-label={words.alerts}>
      <h2>{words.alerts}</h2>
      <ul className="chart-alerts">
        {alerts.map((alert) => {
          const { id, level, says, ruleId, raisedAt, standing, answers, has } = alert
          const who = whose(standing.owner, () => has)
          return (
            <li key={id}>
              <State signal={signalOfLevel[level]}>{alertWords.levels[level]}</State>
              <span className="chart-alert-says">{says || ruleId}</span>
              <AnswersEnded ended={answers} />
              <span className="soft">
                <Elapsed since={raisedAt} words={alertWords.raised} />
                {', '}
                {standing.acknowledged
                  ? words.hasIt(who, showMoment(standing.acknowledged.at, timeZone))
                  : words.withWhom(who)}
                {standing.dueAt && (
                  <>
                    {'. '}
                    <DueIn due={standing.dueAt} words={alertWords.due} />
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {mayRead ? (
        <p>
          <ButtonLink to="/alerts" kind="main">
            {words.toAlerts}
          </ButtonLink>
        </p>
      ) : (
        <p className="soft">{words.whoActs}</p>
      )}
    </section>
  )
}
