import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { shellWords } from '../words/en/shell.ts'
import { useDoor } from './door.tsx'

export type Leaving = { everywhere: boolean; unsaved: number }

/** Whoever signs out by their own menu hears first what goes with it: the next person here may not see it, so it goes. */
export const LosesTyped = ({ leaving: { everywhere, unsaved }, onStay }: { leaving: Leaving; onStay: () => void }) => {
  const door = useDoor()
  return (
    <Dialog open title={shellWords.ownTyped} onClose={onStay}>
      <p>{shellWords.ownTypedLost(unsaved)}</p>
      <p>{shellWords.ownTypedHelp}</p>
      <div className="row">
        <Button onPress={onStay}>{shellWords.staySignedIn}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            onStay()
            return door.lock()
          }}
        >
          {shellWords.lock}
        </Button>
        <Button kind="plain" onPress={() => door.signOut(everywhere)}>
          {shellWords.signOutAndLose}
        </Button>
      </div>
    </Dialog>
  )
}
