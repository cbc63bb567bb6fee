import { Link, useNavigate } from '@tanstack/react-router'
import { inTheWay, useRead } from '../../../web/api.ts'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useParam } from '../../../web/params.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Sheet } from '../shown.ts'
import { useAt } from './at.tsx'
import { CountForm } from './CountForm.tsx'

/** A blind count of one item. What the ledger says is on the page it leads back to. */
export const Count = () => {
  const itemId = useParam('itemId')
  const navigate = useNavigate()
  const { search, ask } = useAt()
  const { data, error, refetch } = useRead<Sheet>(ask(`/api/stock/sheet?itemId=${itemId}`))
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const [item] = data.items
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={words.countTitle}
        over={
          <Link to={`/stock/items/${itemId}` as never} search={search as never}>
            {item && words.item(item)}
          </Link>
        }
      >
        {words.countHelp}
      </PageTitle>
      <CountForm
        sheet={data}
        location={data.location}
        itemId={itemId}
        onDone={() => void navigate({ to: `/stock/items/${itemId}` as never, search: search as never })}
      />
    </div>
  )
}
