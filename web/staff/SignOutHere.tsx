import { useEffect, useRef, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { countDrafts } from '../controls/drafts.ts'
import { Notice } from '../controls/Notice.tsx'
import { shellWords } from '../words/en/shell.ts'
import { useDoor } from './door.tsx'

/**
 * Signs whoever is signed in out of a locked device, for a colleague who needs it. What that person typed and did not
 * save ends with it and is seen by nobody, so that is said first: how much, and nothing of what it is.
 */
export const SignOutHere = ({ name }: { name: string }) => {
  const door = useDoor()
  const [unsaved, setUnsaved] = useState(0)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (unsaved > 0) said.current?.focus()
  }, [unsaved])
  const signOut = () => door.signOut(false)
  if (unsaved === 0)
    return (
      <Button
        kind="plain"
        onPress={() => {
          const count = countDrafts()
          setUnsaved(count)
          return count === 0 ? signOut() : undefined
        }}
      >
        {shellWords.notYou(name)}
      </Button>
    )
  return (
    <div ref={said} tabIndex={-1}>
      <Notice live signal="attention" title={shellWords.losesTyped(name, unsaved)}>
        <p>{shellWords.losesTypedHelp(name)}</p>
        <div className="row">
          <Button kind="quiet" onPress={() => setUnsaved(0)}>
            {shellWords.staysLocked}
          </Button>
          <Button kind="plain" onPress={signOut}>
            {shellWords.signOutAndLose}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
