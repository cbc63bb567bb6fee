import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { dropDraft } from '../../../web/controls/drafts.ts'
import { Notice } from '../../../web/controls/Notice.tsx'
import { controlWords } from '../../../web/words/en/controls.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { unsentSentence } from '../note/sentence.ts'
import { padDraftId, useKeptPad } from './use-pad-draft.ts'
import type { Here } from './use-session.ts'

const words = sessionWords.vitals

/** After the dose: what stood in the pad before it and was never saved. It is no reading of now, and is not lost in silence. */
export const NotSavedBefore = ({ here }: { here: Here }) => {
  const id = padDraftId(here.answer.row.id, false)
  const kept = useKeptPad<Record<string, string>, object>(id)
  const [shown, setShown] = useState(true)
  if (!kept || !shown) return null
  const { typed, rest } = kept
  const data = { ...rest, ...Object.fromEntries(Object.entries(typed).filter(([, text]) => text)) }
  return (
    <Notice signal="attention" title={words.notSavedBefore(unsentSentence({ kind: 'vitals', data }, [], (at) => at))}>
      <p>{words.notSavedBeforeHelp}</p>
      <Button
        kind="plain"
        onPress={() => {
          dropDraft(id)
          setShown(false)
        }}
      >
        {controlWords.discardDraft}
      </Button>
    </Notice>
  )
}
