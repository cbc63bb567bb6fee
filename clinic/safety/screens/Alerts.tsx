import { useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { AlertShown } from '../queries.ts'
import { inSets } from '../sets.ts'
import { AlertCard, type Person } from './AlertCard.tsx'
import { AlertSet } from './AlertSet.tsx'
import './Alerts.css'

type Answer = { alerts: AlertShown[]; people: Person[] }

/** What needs somebody: by severity and age, one tap to take it. */
export const Alerts = () => <List closed={false} />

/** What somebody closed, and what they wrote. */
export const ClosedAlerts = () => <List closed />

const One = ({ set, people }: { set: AlertShown[]; people: Person[] }) => {
  const [first, ...others] = set
  if (!first) return null
  return (
    <li>
      {others.length > 0 ? (
        <AlertSet first={first} alerts={set} people={people} />
      ) : (
        <AlertCard alert={first} people={people} />
      )}
    </li>
  )
}

const List = ({ closed }: { closed: boolean }) => {
  const mayAsk = useMay('outcomes.ask')
  const { data, error, refetch } = useRead<Answer>(`/api/alerts?closed=${closed ? 'yes' : 'no'}`)
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={closed ? words.closedTitle : words.title}>{!closed && words.help}</PageTitle>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.alerts.length === 0 && (
        <Empty title={closed ? words.noneClosed : words.none}>
          {!closed && <p className="soft">{words.noneHelp}</p>}
        </Empty>
      )}
      {data && data.alerts.length > 0 && (
        <ul className="alerts">
          {inSets(data.alerts).map((set) => (
            <One key={set[0]?.id} set={set} people={data.people} />
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
