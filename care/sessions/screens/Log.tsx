import { useState } from 'react'
import { dayIn } from '../../../science/day-in.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { type Moment, Timeline } from '../../../web/controls/Timeline.tsx'
import { timeBeside } from '../../../web/time.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { raisedBy } from '../alerts.ts'
import { correctable } from '../event.ts'
import type { Entry } from '../log.ts'
import { entrySentence } from '../note/sentence.ts'
import { withoutSteps } from '../steps.ts'
import { CorrectEntry } from './CorrectEntry.tsx'
import type { Here } from './use-session.ts'

const words = sessionWords.log
const mayBeCorrected: ReadonlySet<string> = new Set(correctable)

/** Everything that happened, newest first; entries made late with both times, corrections with what was there before. */
export const Log = ({ here }: { here: Here }) => {
  const [correcting, setCorrecting] = useState<Entry>()
  const { log } = here.session
  return (
    <section className="stack" aria-labelledby="log-title">
      <h2 id="log-title">{words.title}</h2>
      {log.length === 0 && <p className="soft">{words.none}</p>}
      <Timeline
        moments={withoutSteps(log)
          .reverse()
          .map((entry) => momentOf(entry, here, setCorrecting))}
        timeZone={here.timeZone}
      />
      {correcting && (
        <CorrectEntry key={correcting.id} here={here} entry={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </section>
  )
}

/** The sentence of an entry; of an effect that ended, which one it was. */
const titleOf = (entry: Entry, { session: { log } }: Here, time: (at: string) => string): string => {
  const says = entrySentence(entry, time)
  if (entry.kind !== 'side effect ended') return says
  const begun = log.find(({ id }) => id === entry.data.effectId)
  return begun?.kind === 'side effect' ? `${says}: ${begun.data.effect}` : says
}

const momentOf = (entry: Entry, here: Here, onCorrect: (entry: Entry) => void): Moment => {
  const said = timeBeside(here.answer.row.bookedFor, here.timeZone)
  const { original, withdrawn, corrections, late, recordedAt } = entry
  const first = original ? ({ ...entry, happenedAt: original.happenedAt, data: original.data } as Entry) : entry
  const reason = corrections.at(-1)?.data.reason
  const alerts =
    entry.kind === 'vitals' && !withdrawn ? raisedBy(here.protocol, entry.data, here.session, here.answer.today) : []
  const emergency = alerts.some(({ severity }) => severity === 'emergency')
  const unsent = here.unsentIds.has(entry.id)
  return {
    id: entry.id,
    at: first.happenedAt,
    otherDay: dayIn(here.timeZone, first.happenedAt) !== dayIn(here.timeZone, here.answer.row.bookedFor),
    title: titleOf(first, here, said),
    by: here.nameOf(entry.recordedBy),
    signal: emergency ? 'emergency' : alerts.length > 0 ? 'attention' : 'none',
    ...(original
      ? {
          correctedBy: `${withdrawn ? words.withdrawn : words.stands(`${said(entry.happenedAt)} ${entrySentence(entry, said)}`)}. ${reason ?? ''}`,
        }
      : {}),
    detail: (
      <>
        {late && !unsent && <p className="soft">{sessionWords.when.late(said(recordedAt))}</p>}
        {unsent && <p className="soft">{words.unsent}</p>}
        {alerts.map(({ rule, says }) => (
          <p key={rule}>{says}</p>
        ))}
      </>
    ),
    act: mayBeCorrected.has(entry.kind) && !withdrawn && !unsent && (
      <Button kind="plain" onPress={() => onCorrect(entry)} label={`${words.correct}: ${entrySentence(entry, said)}`}>
        {words.correct}
      </Button>
    ),
  }
}
