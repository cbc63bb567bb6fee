import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { type Overview, openMatters } from '../shown.ts'
import { DiscrepancyCard } from './DiscrepancyCard.tsx'
import { MismatchCard } from './MismatchCard.tsx'
import { Seen } from './Seen.tsx'

/** What nobody has finished, the counts that did not agree first. */
export const OpenMatters = ({ data }: { data: Overview }) => {
  const timeZone = useTimeZone()
  const itemOf = (itemId: string) => data.items.find(({ id }) => id === itemId)
  if (openMatters(data) === 0) return <p className="soft">{words.nothingOpen}</p>
  return (
    <section className="stack" aria-labelledby="stock-open">
      <h2 id="stock-open">{words.open}</h2>
      <ul className="stock-open">
        {data.mismatches.map((mismatch) => {
          const item = itemOf(mismatch.itemId)
          return (
            item && (
              <li key={mismatch.id}>
                <MismatchCard mismatch={mismatch} item={item} />
              </li>
            )
          )
        })}
        {data.unwitnessed.map((entry) => {
          const item = itemOf(entry.itemId)
          return (
            item && (
              <li key={entry.id} className="stack">
                <p>
                  {words.item(item)}, {words.lot} {entry.lot}: {words.signed(item, entry.standing)}
                  {entry.ofDrawn > 0 && ` (${words.ofDrawn(words.amount(item, entry.ofDrawn))})`}, {entry.by},{' '}
                  {showMoment(entry.happenedAt, timeZone)}
                </p>
                <p className="soft">{entry.words}</p>
                <Seen entry={entry} />
              </li>
            )
          )
        })}
        {data.discrepancies.map((dose) => (
          <li key={dose.id}>
            <DiscrepancyCard dose={dose} items={data.items} />
          </li>
        ))}
      </ul>
    </section>
  )
}
