import { useRead } from '../api.ts'
import { alertWords as words } from '../words/en/alerts.ts'
import './AlertsWaiting.css'

/** How many alerts nobody has acknowledged, on every screen: a number with its words, not a colour alone. */
export const AlertsWaiting = () => {
  const { data } = useRead<{ waiting: number; urgent: number }>('/api/alerts/waiting')
  if (!data || data.waiting === 0) return null
  return (
    <span className="alerts-waiting" data-urgent={data.urgent > 0}>
      {data.waiting}
      <span className="unseen">{words.waiting(data.urgent)}</span>
    </span>
  )
}
