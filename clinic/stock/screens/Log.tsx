import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../web/api.ts'
import { DateField } from '../../../web/controls/DateField.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { useToday } from '../../../web/today.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Inventories } from '../shown.ts'
import { PlaceChoice, useAt } from './at.tsx'
import './Stock.css'

/** The administration log of a period, as a paper. Nothing of it is on the screen: it names patients. */
export const StockLog = () => {
  const today = useToday()
  const { search, ask } = useAt()
  const { data } = useRead<Inventories>(ask('/api/stock/inventories'))
  const [from, setFrom] = useState<string>()
  const [until, setUntil] = useState<string>()
  const query =
    data && from && until && from <= until ? `from=${from}&until=${until}&location=${data.location}` : undefined
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={words.logTitle}
        over={
          <Link to="/stock" search={search as never}>
            {words.title}
          </Link>
        }
      >
        {words.logHelp}
      </PageTitle>
      {data && <PlaceChoice {...data} />}
      <div className="columns">
        <DateField name="from" label={words.from} value={from} max={today} onChange={setFrom} />
        <DateField name="until" label={words.until} value={until} onChange={setUntil} />
      </div>
      {query ? (
        <p className="row">
          <a className="button" href={`/api/stock/log?${query}&as=pdf`} target="_blank" rel="noreferrer">
            {words.pdf}
          </a>
          <a className="button" data-kind="quiet" href={`/api/stock/log?${query}&as=csv`} download>
            {words.csv}
          </a>
        </p>
      ) : (
        <p className="soft">{words.choosePeriod}</p>
      )}
      <p className="soft">{words.keep}</p>
    </div>
  )
}
