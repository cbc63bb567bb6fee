import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useSignedIn } from '../../../web/me.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Entry } from '../ledger.ts'

/** Waste that waits for a witness. Whoever wrote it down cannot be the one. */
export const Seen = ({ entry }: { entry: Pick<Entry, 'id' | 'byId'> }) => {
  const { staff } = useSignedIn()
  const may = useMay('stock.record')
  const [id] = useState(newId)
  return (
    <div className="row">
      <State signal="attention">{words.awaitsWitness}</State>
      {may && entry.byId !== staff.id ? (
        <Button kind="quiet" onPress={() => api.post(`/api/stock/entries/${entry.id}/witness`, { id })}>
          {words.confirmSeen}
        </Button>
      ) : (
        <span className="soft">{words.someoneElse}</span>
      )}
    </div>
  )
}
