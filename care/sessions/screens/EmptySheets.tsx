import { Route } from '../../../science/decide.ts'
import { useRead } from '../../../web/api.ts'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { protocolFor } from '../protocol.ts'
import { plannedRows } from '../sheet.ts'
import { PaperSheet } from './PaperSheet.tsx'

const words = roomWords.sheet

/** An empty sheet of every route with the clinic's own times: printed ahead, and kept where the crash trolley is. */
export const EmptySheets = () => {
  const { data, error, refetch } = useRead<{ policy: unknown; emergencyPlan: string }>('/api/clinic')
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <div className="on-screen-only stack">
        <PageTitle title={words.emptyTitle}>{words.emptyHelp}</PageTitle>
        <div>
          <PrintButton />
        </div>
      </div>
      {Route.options.map((route) => {
        const protocol = protocolFor(route, data.policy)
        return (
          <PaperSheet
            key={route}
            protocol={protocol}
            rows={[{}, ...plannedRows(protocol), {}, {}, {}, {}]}
            emergencyPlan={data.emergencyPlan || sessionWords.now.noPlan}
            time={(at) => at}
            nameOf={(id) => id}
          />
        )
      })}
    </div>
  )
}
