import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import { inventoryDue } from '../count.ts'
import type { Inventories, Sheet } from '../shown.ts'
import { PlaceChoice, useAt } from './at.tsx'
import { CountForm } from './CountForm.tsx'
import './Stock.css'

/** The inventories taken, as papers, and taking the next. */
export const Inventory = () => {
  const mayCount = useMay('stock.record')
  const [taking, setTaking] = useState(false)
  const [saved, setSaved] = useState(false)
  const { search, ask } = useAt()
  const { data, error, refetch } = useRead<Inventories>(ask('/api/stock/inventories'))
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const [newest] = data.inventories
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={words.inventory}
        over={
          <Link to="/stock" search={search as never}>
            {words.title}
          </Link>
        }
      >
        {words.inventoryHelp}
      </PageTitle>
      <PlaceChoice {...data} />
      {newest && <p>{words.nextDue(showDate(inventoryDue(newest.takenOn)))}</p>}
      {saved && <Notice title={words.inventorySaved} live />}
      {data.inventories.length === 0 ? (
        <Empty title={words.noInventory} />
      ) : (
        <ul className="stock-lots">
          {data.inventories.map(({ id, takenOn, business, by }) => (
            <li key={id} className="row">
              <span>
                {showDate(takenOn)}, {words.businessAt[business ?? 'open']}, {by}
              </span>
              <a href={`/api/stock/inventories/${id}?as=pdf`} target="_blank" rel="noreferrer">
                {words.pdf}
              </a>
              <a href={`/api/stock/inventories/${id}?as=csv`} download>
                {words.csv}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayCount && !taking && <Button onPress={() => setTaking(true)}>{words.takeInventory}</Button>}
      {taking && (
        <Taking
          key={data.location}
          location={data.location}
          onDone={() => {
            setTaking(false)
            setSaved(true)
          }}
        />
      )}
      <p className="soft">{words.keep}</p>
    </div>
  )
}

const Taking = ({ location, onDone }: { location: string; onDone: () => void }) => {
  const { data, error, refetch } = useRead<Sheet>(`/api/stock/sheet?location=${location}`)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  return (
    <section className="stack">
      <p>{words.countHelp}</p>
      <CountForm sheet={data} location={location} onDone={onDone} />
    </section>
  )
}
