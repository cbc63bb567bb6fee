import { useRead } from '../api.ts'
import { stockWords as words } from '../words/en/stock.ts'
import './AlertsWaiting.css'
import { NotReadMark } from './NotReadMark.tsx'

/** How many counts that did not agree, and how much waste without a witness, nobody has finished. */
export const StockWaiting = () => {
  const { data, error } = useRead<{ waiting: number }>('/api/stock/waiting')
  if (!data && error) return <NotReadMark />
  if (!data || data.waiting === 0) return null
  return (
    <span className="alerts-waiting">
      {data.waiting}
      <span className="unseen">{words.waiting}</span>
    </span>
  )
}
