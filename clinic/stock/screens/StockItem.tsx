import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showDate } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { ItemPage } from '../shown.ts'
import { PlaceChoice, useAt } from './at.tsx'
import { EntryForm, type Kind } from './EntryForm.tsx'
import { Ledger } from './Ledger.tsx'
import { MismatchCard } from './MismatchCard.tsx'
import { TransferForm } from './TransferForm.tsx'
import './Stock.css'

/** One drug: its lots, what can be written down, and its ledger. */
export const StockItem = () => {
  const itemId = useParam('itemId')
  const mayRecord = useMay('stock.record')
  const [open, setOpen] = useState<Kind | 'transferred'>()
  const { search, ask } = useAt()
  const { data, error, refetch } = useRead<ItemPage>(ask(`/api/stock/items/${itemId}`))
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const { item, lots, entries, mismatches, more, witness, location, locations } = data
  const held = mismatches.some(({ standing }) => standing.holds)
  const there = lots.filter(({ balance }) => balance !== 0)
  const elsewhere = locations.filter(({ id, closed }) => id !== location && !closed)
  const ways: (Kind | 'transferred')[] = [
    'received',
    ...(entries.length === 0 ? (['opening'] as const) : []),
    'wasted',
    'returned',
    ...(elsewhere.length > 0 ? (['transferred'] as const) : []),
  ]
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={words.item(item)}
        over={
          <Link to="/stock" search={search as never}>
            {words.title}
          </Link>
        }
        state={held ? <State signal="held">{words.held}</State> : undefined}
      >
        {item.ndc && `${words.itemForm.ndc} ${item.ndc}`}
      </PageTitle>
      <PlaceChoice location={location} locations={locations} />
      {mismatches.some(({ standing }) => standing.open) && (
        <section className="stack" aria-labelledby="stock-open">
          <h2 id="stock-open">{words.open}</h2>
          <ul className="stock-open">
            {mismatches
              .filter(({ standing }) => standing.open)
              .map((mismatch) => (
                <li key={mismatch.id}>
                  <MismatchCard mismatch={mismatch} item={item} />
                </li>
              ))}
          </ul>
        </section>
      )}
      {there.length === 0 ? (
        <p className="soft">{words.noLots}</p>
      ) : (
        <Table
          caption={words.lots}
          rows={there}
          keyOf={({ id }) => id}
          columns={[
            { title: words.lot, show: ({ lot }) => lot },
            {
              title: words.expiry,
              show: ({ expiry, dated }) =>
                dated === 'later' ? (
                  showDate(expiry)
                ) : (
                  <State signal={dated === 'expired' ? 'held' : 'attention'}>
                    {showDate(expiry)}, {words.dated[dated]}
                  </State>
                ),
            },
            { title: words.balance, numeric: true, show: ({ balance }) => words.amount(item, balance) },
          ]}
        />
      )}
      {mayRecord && (
        <div className="row">
          {ways.map((kind) => (
            <Button
              key={kind}
              kind="quiet"
              why={!kind.endsWith('ed') || kind === 'received' || there.length > 0 ? undefined : words.noLots}
              onPress={() => setOpen(open === kind ? undefined : kind)}
            >
              {words.acts[kind]}
            </Button>
          ))}
          <ButtonLink to={`/stock/items/${itemId}/count`} search={search}>
            {words.acts.count}
          </ButtonLink>
        </div>
      )}
      {open && (
        <section className="stack" aria-label={words.acts[open]}>
          <h2>{words.acts[open]}</h2>
          {open === 'transferred' ? (
            <TransferForm item={item} lots={there} to={elsewhere} onDone={() => setOpen(undefined)} />
          ) : (
            <EntryForm
              key={open}
              item={item}
              location={location}
              lots={there}
              kind={open}
              witness={witness}
              onDone={() => setOpen(undefined)}
            />
          )}
        </section>
      )}
      <section className="stack">
        <h2>{words.ledger}</h2>
        <Ledger item={item} entries={entries} more={more} />
      </section>
    </div>
  )
}
