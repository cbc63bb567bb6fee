import { useRead } from '../api.ts'
import { alertWords as words } from '../words/en/alerts.ts'
import './AlertsWaiting.css'
import { NotReadMark } from './NotReadMark.tsx'

/** How many alerts nobody has acknowledged, on every screen: a number with its words, not a colour alone. */
export const AlertsWaiting = () => {
  const { data, error } = useRead<{ waiting: number; urgent: number }>('/api/alerts/waiting')
  if (!data && error) return <NotReadMark />
  if (!data || data.waiting === 0) return null
  return (
    <span className="alerts-waiting" data-urgent={data.urgent > 0}>
      {data.waiting}
      <span className="unseen">{words.waiting(data.urgent)}</span>
    </span>
  )
}
