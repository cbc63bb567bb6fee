import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { inList } from '../../../web/words/words.ts'
import type { ReleaseRequest } from '../release.ts'
import type { InRelease } from './Releases.tsx'
import { SendLink } from './SendLink.tsx'
import { SetAside } from './SetAside.tsx'

/** Put before the patient and not signed: it covers nothing. The way to send it again, or to set it aside. */
export const AskedRelease = ({
  patientId,
  asked: { id, form, contents, purposes, until, at, by, aside },
  data,
  mayRecord,
  refresh,
}: InRelease & { asked: ReleaseRequest }) => {
  const timeZone = useTimeZone()
  const path = `/api/patients/${patientId}/releases/${id}`
  return (
    <article className="release">
      <p>
        <State signal="held">{aside ? words.wasSetAside : words.waits}</State>{' '}
        {words.askedLine(words.forms[form], showDate(until))}
      </p>
      <dl>
        <dt>{words.what}</dt>
        <dd>{inList(contents.map((one) => words.contents[one]))}</dd>
        <dt>{words.whatFor}</dt>
        <dd>{inList(purposes.map((one) => words.purposes[one]))}</dd>
      </dl>
      <p className="soft">{words.askedBy(by, showMoment(at, timeZone))}</p>
      {aside && <p className="soft">{words.setAsideLine(aside.by, showMoment(aside.at, timeZone), aside.words)}</p>}
      {mayRecord && !aside && (
        <div className="row no-print">
          <SendLink patientId={patientId} path={`${path}/link`} ways={data.ways} help={words.sendLinkHelp.asked} />
          <SetAside path={path} words={words} onDone={refresh} />
        </div>
      )}
    </article>
  )
}
