import type { Signal } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { showDate } from '../../../web/time.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { inList } from '../../../web/words/words.ts'
import { type Release, type Standing, standingOn } from '../release.ts'
import type { InRelease } from './Releases.tsx'
import { Revoke } from './Revoke.tsx'
import { SendLink } from './SendLink.tsx'

const signals: Record<Standing, Signal> = { 'in force': 'none', 'not yet': 'held', ended: 'held', 'taken back': 'held' }

/** One release: what for whom how long, whether it counts today, who signed, and the way to take it back. */
export const OneRelease = ({ patientId, release, data, mayRecord, refresh }: InRelease & { release: Release }) => {
  const { form, contents, purposes, from, until, signedName, signedOn, by, keptWhere, revoked } = release
  const standing = standingOn(release, data.who.today)
  return (
    <article className="release">
      <p>
        <State signal={signals[standing]}>{words.standing[standing]}</State>{' '}
        {words.line(words.forms[form], showDate(from), showDate(until))}
      </p>
      <dl>
        <dt>{words.what}</dt>
        <dd>{inList(contents.map((one) => words.contents[one]))}</dd>
        <dt>{words.whatFor}</dt>
        <dd>{inList(purposes.map((one) => words.purposes[one]))}</dd>
      </dl>
      <p className="soft">
        {words.signedLine(signedName, showDate(signedOn), by)} {keptWhere && words.paperAt(keptWhere)}
      </p>
      {revoked && (
        <p className="soft">
          {words.revokedLine(showDate(revoked.on), revoked.by)} {revoked.words}
        </p>
      )}
      <div className="row no-print">
        <a
          className="button"
          data-kind="plain"
          href={`/api/patients/${patientId}/releases/${release.id}/pdf`}
          target="_blank"
          rel="noreferrer"
        >
          {words.pdf}
        </a>
        {mayRecord && !revoked && standing !== 'ended' && (
          <>
            <Revoke patientId={patientId} release={release} today={data.who.today} onDone={refresh} />
            <SendLink
              patientId={patientId}
              path={`/api/patients/${patientId}/releases/${release.id}/link`}
              ways={data.ways}
              help={words.sendLinkHelp.signed}
            />
          </>
        )}
      </div>
    </article>
  )
}
