import { useRef, useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { DangerHelp } from '../../../web/patient/DangerHelp.tsx'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'

/** Asks about one part. The id is made once for each question, so pressing twice asks once. */
export const AskQuestion = ({ onAsk }: { onAsk: (id: string, text: string) => Promise<void> }) => {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState<string>()
  const id = useRef(newId())
  if (!open)
    return (
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {words.ask}
      </Button>
    )
  const send = async () => {
    await onAsk(id.current, text?.trim() ?? '')
    id.current = newId()
    setText(undefined)
    setOpen(false)
  }
  return (
    <div className="consent-question stack">
      <TextArea name="question" label={words.yourQuestion} hint={words.questionHint} value={text} onChange={setText} />
      <DangerHelp text={text} />
      <p className="soft">{words.notUrgent}</p>
      <div className="row">
        <Button why={text?.trim() ? undefined : words.questionFirst} onPress={send}>
          {words.sendQuestion}
        </Button>
        <Button kind="plain" onPress={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
