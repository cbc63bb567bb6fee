import { useState } from 'react'
import { useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { AlertShown } from '../queries.ts'
import { inSets } from '../sets.ts'
import { AlertCard, type Person } from './AlertCard.tsx'
import { AlertSet, type Taken } from './AlertSet.tsx'
import './Alerts.css'

type Answer = { alerts: AlertShown[]; people: Person[] }

/** What needs somebody: by severity and age, one tap to take it. */
export const Alerts = () => <List closed={false} />

/** What somebody closed, and what they wrote. */
export const ClosedAlerts = () => <List closed />

type Shown = { set: AlertShown[]; people: Person[]; onTaken: (taken: Taken[]) => void }

const One = ({ set, people, onTaken }: Shown) => {
  const [first, ...others] = set
  if (!first) return null
  return (
    <li>
      {others.length > 0 ? (
        <AlertSet first={first} alerts={set} people={people} onTaken={onTaken} />
      ) : (
        <AlertCard alert={first} people={people} />
      )}
    </li>
  )
}

const List = ({ closed }: { closed: boolean }) => {
  const mayAsk = useMay('outcomes.ask')
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const { data, error, refetch } = useRead<Answer>(`/api/alerts?closed=${closed ? 'yes' : 'no'}`)
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={closed ? words.closedTitle : words.title}>{!closed && words.help}</PageTitle>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {taken.length > 0 && (
        <Notice live signal="attention" title={words.takenMeanwhile(taken.length)}>
          <ul>
            {taken.map(({ alert, says }) => (
              <li key={alert.id}>
                {alert.patientName}, {alert.says || alert.ruleId} {says}
              </li>
            ))}
          </ul>
          <div>
            <Button kind="quiet" onPress={() => setTaken([])}>
              {words.takenRead}
            </Button>
          </div>
        </Notice>
      )}
      {!data && !error && <Skeleton lines={6} />}
      {data?.alerts.length === 0 && (
        <Empty title={closed ? words.noneClosed : words.none}>
          {!closed && <p className="soft">{words.noneHelp}</p>}
        </Empty>
      )}
      {data && data.alerts.length > 0 && (
        <ul className="alerts">
          {inSets(data.alerts).map((set) => (
            <One key={set[0]?.id} set={set} people={data.people} onTaken={setTaken} />
          ))}
        </ul>
      )}
      <p className="soft">
        {words.policy} {words.mail}
      </p>
      <p className="row">
        {mayAsk && (
          <ButtonLink to="/follow-up" kind="plain">
            {words.followUp}
          </ButtonLink>
        )}
        <ButtonLink to={closed ? '/alerts' : '/alerts/closed'} kind="plain">
          {closed ? words.seeOpen : words.seeClosed}
        </ButtonLink>
      </p>
    </div>
  )
}
