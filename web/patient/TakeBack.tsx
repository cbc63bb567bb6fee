import { useState } from 'react'
import { newId } from '../api.ts'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { DangerHelp } from './DangerHelp.tsx'
import { sendThenLook } from './send-then-look.ts'

type Words = Record<'start' | 'title' | 'help' | 'reason' | 'mayStayEmpty' | 'save' | 'leave', string>

/** A patient says no to what they agreed to, or were asked to. Asked once more, because it counts from then on. */
export const TakeBack = ({
  words,
  send,
  refresh,
}: {
  words: Words
  send: (id: string, why: string) => Promise<unknown>
  refresh: () => Promise<void>
}) => {
  const [open, setOpen] = useState(false)
  const [id] = useState(newId)
  const [why, setWhy] = useState<string>()
  if (!open)
    return (
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {words.start}
      </Button>
    )
  const takeBack = () => sendThenLook(() => send(id, why ?? ''), refresh)
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <TextArea name="why" label={words.reason} note={words.mayStayEmpty} rows={2} value={why} onChange={setWhy} />
      <DangerHelp text={why} />
      <Button onPress={takeBack}>{words.save}</Button>
      <Button kind="plain" onPress={() => setOpen(false)}>
        {words.leave}
      </Button>
    </section>
  )
}
