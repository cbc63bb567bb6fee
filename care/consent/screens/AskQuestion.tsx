import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { DangerHelp } from '../../../web/patient/DangerHelp.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { useKeptWords } from '../../../web/patient/useKeptWords.ts'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'

type Asked = { link: OpenLink; section: string; refresh: () => Promise<void> }

/** Asks about one part of the text. What is half written stands there again after the page was loaded anew. */
export const AskQuestion = ({ link, section, refresh }: Asked) => {
  const { id, words: text, write, drop } = useKeptWords(link, `ask.${section}`)
  const [open, setOpen] = useState(text !== undefined)
  if (!open)
    return (
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {words.ask}
      </Button>
    )
  const send = async () => {
    await link.post('/api/link/consent/question', { id, section, words: text?.trim() ?? '' })
    if (drop(text)) setOpen(false)
    await refresh()
  }
  return (
    <div className="consent-question stack">
      <TextArea name="question" label={words.yourQuestion} hint={words.questionHint} value={text} onChange={write} />
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
