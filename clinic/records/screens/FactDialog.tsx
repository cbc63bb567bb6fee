import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
import type { Change } from '../fact.ts'
import { canEnd, type Kind, kinds } from '../kinds.ts'
import { type About, FactForm } from './FactForm.tsx'

/** Adding a fact, or saying what is to happen with one: correct it, end it, or take it back as a mistake. */
export const FactDialog = ({
  kind,
  patientId,
  about,
  onClose,
}: {
  kind: Kind
  patientId: string
  about?: { row: { id: string }; words: string } | undefined
  onClose: () => void
}) => {
  const [change, setChange] = useState<Change | undefined>(about ? undefined : 'recorded')
  const words = about?.words ?? ''
  const titles: Record<Change, string> = {
    recorded: recordWords.add[kind],
    corrected: recordWords.correctOf(words),
    ended: recordWords.endOf(words, recordWords.endOne[kind]),
    'entered in error': recordWords.mistakeOf(words),
  }
  return (
    <Dialog title={change ? titles[change] : words} open onClose={onClose}>
      {change === undefined ? (
        <div className="stack">
          <Button kind="quiet" onPress={() => setChange('corrected')}>
            {recordWords.correctOne}
          </Button>
          {canEnd(kind) && (
            <Button kind="quiet" onPress={() => setChange('ended')}>
              {recordWords.endOne[kind]}
            </Button>
          )}
          <Button kind="quiet" onPress={() => setChange('entered in error')}>
            {recordWords.mistakeOne}
          </Button>
        </div>
      ) : (
        <FactForm
          kind={kind}
          patientId={patientId}
          change={change}
          about={about && contentOf(kind, about.row)}
          onDone={onClose}
        />
      )}
    </Dialog>
  )
}

/** Only what the fact says, without the columns that every row has. */
const contentOf = (kind: Kind, row: { id: string }): About => {
  const own = Object.keys(kinds[kind].shape)
  return { id: row.id, fact: Object.fromEntries(Object.entries(row).filter(([key]) => own.includes(key))) }
}
