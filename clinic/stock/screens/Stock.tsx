import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate, showDay } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Overview } from '../shown.ts'
import { PlaceChoice, type Search, useAt } from './at.tsx'
import { ItemForm } from './ItemForm.tsx'
import { OpenMatters } from './OpenMatters.tsx'
import './Stock.css'

/** What is kept, what is open, and the way to the papers. */
export const Stock = () => {
  const mayRecord = useMay('stock.record')
  const mayLog = useMay('stock.log')
  const [adding, setAdding] = useState(false)
  const { search, ask } = useAt()
  const { data, error, refetch } = useRead<Overview>(ask('/api/stock'))
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <PlaceChoice {...data} />
      <OpenMatters data={data} />
      {data.openElsewhere > 0 && <p>{words.openElsewhere(data.openElsewhere)}</p>}
      {data.items.length === 0 ? (
        <Empty title={words.none}>
          <p className="soft">{words.noneHelp}</p>
        </Empty>
      ) : (
        <section className="stack" aria-labelledby="stock-kept">
          <h2 id="stock-kept">{words.kept}</h2>
          <ul className="stock-items">
            {data.items.map((item) => (
              <li key={item.id} className="stack">
                <OneItem item={item} search={search} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        {mayRecord && (
          <Button kind="quiet" onPress={() => setAdding(!adding)}>
            {words.newItem}
          </Button>
        )}
        <ButtonLink to="/stock/inventory" search={search}>
          {words.inventory}
        </ButtonLink>
        {mayLog && (
          <ButtonLink to="/stock/log" search={search}>
            {words.log}
          </ButtonLink>
        )}
      </div>
      {adding && <ItemForm onDone={() => setAdding(false)} />}
      <p className="soft">{words.keep}</p>
    </div>
  )
}

const OneItem = ({ item, search }: { item: Overview['items'][number]; search: Search }) => {
  const timeZone = useTimeZone()
  const total = item.lots.reduce((sum, { balance }) => sum + balance, 0)
  return (
    <>
      <h3>
        <Link to={`/stock/items/${item.id}` as never} search={search as never}>
          {words.item(item)}
        </Link>
      </h3>
      <p className="row">
        <strong>{words.amount(item, Math.round(total * 100) / 100)}</strong>
        {item.held && <State signal="held">{words.held}</State>}
      </p>
      {item.lots.length === 0 ? (
        <p className="soft">{words.noLots}</p>
      ) : (
        <ul className="stock-lots">
          {item.lots.map(({ id, lot, expiry, balance, dated }) => (
            <li key={id}>
              <span>{lot}</span>
              <span className="soft">{words.amount(item, balance)}</span>
              {dated === 'later' ? (
                <span className="soft">{showDate(expiry)}</span>
              ) : (
                <State signal={dated === 'expired' ? 'held' : 'attention'}>
                  {showDate(expiry)}, {words.dated[dated]}
                </State>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{item.lastCount ? words.lastCount(showDay(item.lastCount, timeZone)) : words.neverCounted}</p>
    </>
  )
}
