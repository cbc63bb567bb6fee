import { showMoment } from '../../../web/time.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import { differences, type PlanVersion } from '../plan.ts'
import { sprayLine } from './SprayFields.tsx'

/** Every version, newest first: who signed it, why, and what it changed. */
export const Versions = ({ versions, timeZone }: { versions: PlanVersion[]; timeZone: string }) =>
  versions.length === 0 ? null : (
    <section className="stack">
      <h2>{words.versions}</h2>
      <ol className="plan-versions">
        {versions.map((version, index) => (
          <li key={version.id}>
            <h3>{words.version(version.number)}</h3>
            <p className="soft">{words.signedBy(version.signedBy, showMoment(version.signedAt, timeZone))}</p>
            <p>{version.why}</p>
            <Changes version={version} before={versions[index + 1]} />
          </li>
        ))}
      </ol>
    </section>
  )

const Changes = ({ version, before }: { version: PlanVersion; before: PlanVersion | undefined }) => {
  if (!before) return <p className="soft">{words.firstVersion}</p>
  const changed = differences(before, version)
  if (changed.length === 0) return <p className="soft">{words.same}</p>
  return (
    <dl className="plan-facts">
      {changed.map(({ what, before: was, after }) => (
        <div key={what}>
          <dt>{words.fields[what]}</dt>
          <dd>
            {what === 'spray' ? words.was(sprayLine(before.spray), sprayLine(version.spray)) : words.was(was, after)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
