import type { OrderEvent } from '../../../clinic/accounts/settings/standing-orders.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { ordersOf } from '../orders.ts'

const words = roomWords.orders

/** The clinic's own standing orders for what was found, word for word; said plainly where there is none. */
export const Orders = ({ events, policy }: { events: readonly (OrderEvent | undefined)[]; policy: unknown }) => {
  const orders = ordersOf(policy)
  const asked = [...new Set(events)].filter((event) => event !== undefined)
  if (asked.length === 0) return null
  return (
    <dl className="orders">
      {asked.map((event) => (
        <div key={event}>
          <dt>{words.of(words.events[event])}</dt>
          <dd className="emergency-plan">{orders[event] || words.none}</dd>
        </div>
      ))}
    </dl>
  )
}
