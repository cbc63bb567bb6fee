import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { DangerHelp } from './DangerHelp.tsx'
import type { OpenLink } from './link.ts'
import { sendThenLook } from './send-then-look.ts'
import { useKeptWords } from './useKeptWords.ts'

type Words = Record<'start' | 'title' | 'help' | 'reason' | 'mayStayEmpty' | 'save' | 'leave', string>

/** A patient says no to what they agreed to, or were asked to. Asked once more, because it counts from then on. */
export const TakeBack = ({
  link,
  words,
  send,
  refresh,
}: {
  link: OpenLink
  words: Words
  send: (id: string, why: string) => Promise<unknown>
  refresh: () => Promise<void>
}) => {
  const { id, words: why, write, drop } = useKeptWords(link, 'back')
  const [open, setOpen] = useState(why !== undefined)
  if (!open)
    return (
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {words.start}
      </Button>
    )
  const takeBack = () => sendThenLook(() => send(id, why ?? '').then(() => drop(why)), refresh)
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <TextArea name="why" label={words.reason} note={words.mayStayEmpty} rows={2} value={why} onChange={write} />
      <DangerHelp text={why} />
      <Button onPress={takeBack}>{words.save}</Button>
      <Button kind="plain" onPress={() => setOpen(false)}>
        {words.leave}
      </Button>
    </section>
  )
}
