import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTopAfter } from '../../../web/focus.ts'
import { mayStartAlone, useAsOf } from '../../../web/known.ts'
import { useContact } from '../../../web/live.ts'
import { showTime } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { unsentSentence } from '../note/sentence.ts'
import { giveUp, sendAgain } from './unsent.ts'
import type { Unsent } from './unsent-store.ts'
import type { Here } from './use-session.ts'

const words = sessionWords.saved

/** What is on this device, what is at the clinic, and since when there has been no contact. Always on the screen. */
export const SaveState = ({ path, own, here }: { path: string; own: readonly Unsent[]; here: Here }) => {
  const { timeZone, answer } = here
  const time = (at: string) => showTime(at, timeZone)
  const contact = useContact()
  const asOf = useAsOf(path)
  const waiting = own.filter(({ refused }) => refused === undefined)
  const refused = own.filter((entry) => entry.refused !== undefined)
  // Whoever saved it is further down, where it looks as if it had been taken.
  useTopAfter(String(refused.length))
  return (
    <div className="stack" data-gap="tight">
      <p className="row session-saved" role="status">
        {waiting.length > 0 ? (
          <State signal="attention">{words.here(waiting.length)}</State>
        ) : (
          refused.length === 0 && <State>{words.atClinic}</State>
        )}
        {!contact.connected && (
          <State signal="attention">{words.noContact(showTime(new Date(contact.since).toISOString(), timeZone))}</State>
        )}
      </p>
      {waiting.some(({ onlyInMemory }) => onlyInMemory) && (
        <Notice signal="attention" title={roomWords.saved.onlyInMemory} live />
      )}
      {!contact.connected && <p>{mayStartAlone() ? roomWords.saved.mayReload : roomWords.saved.mayNotReload}</p>}
      {asOf !== undefined && (
        <Notice
          signal="attention"
          title={roomWords.saved.asOf(showTime(new Date(asOf).toISOString(), timeZone))}
          live
        />
      )}
      {refused.length > 0 && (
        <Notice signal="attention" title={words.refused(refused.length)} live>
          <p>{words.refusedHelp}</p>
          {refused.map((entry) => (
            <div key={entry.id} className="stack" data-gap="tight">
              <p>
                <strong>{words.entry(time(entry.happenedAt), unsentSentence(entry, answer.events, time))}</strong>
              </p>
              <p>{entry.refused}</p>
              <div className="row">
                <Button kind="quiet" onPress={() => sendAgain(entry)}>
                  {words.again}
                </Button>
                <Button kind="plain" onPress={() => giveUp(entry)}>
                  {words.drop}
                </Button>
              </div>
            </div>
          ))}
        </Notice>
      )}
    </div>
  )
}
