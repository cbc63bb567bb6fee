import type { ReactNode } from 'react'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { Identity } from '../identity.ts'
import type { IdentityVersion } from '../patient.ts'
import { showBirthDate } from './birth-date.ts'

const yesNo = (answer: boolean | null): string => (answer === null ? '' : answer ? controlWords.yes : controlWords.no)

const legalName = ({ givenName, middleName, familyName, suffix }: Identity): string =>
  [givenName, middleName, familyName, suffix].filter((part) => part !== '').join(' ')

const addressOf = ({ line1, line2, city, state, postalCode, country }: Identity['address']): string =>
  [line1, line2, [city, state, postalCode].filter(Boolean).join(' '), country].filter(Boolean).join('\n')

/** Every term with what was said; what nobody said is shown as not recorded, never left out. */
const terms = (identity: Identity): [string, string][] => [
  [recordWords.legalName, legalName(identity)],
  [recordWords.preferredName, identity.preferredName],
  [recordWords.birthDate, showBirthDate(identity.birthDate)],
  [recordWords.sex, identity.sex ? recordWords.sexes[identity.sex] : ''],
  [recordWords.genderIdentity, identity.genderIdentity],
  [recordWords.pronouns, identity.pronouns],
  [recordWords.language, identity.language],
  [recordWords.needsInterpreter, yesNo(identity.needsInterpreter)],
  [recordWords.phone, identity.phone],
  [recordWords.email, identity.email],
  [recordWords.reachBy, identity.reachBy.map((way) => recordWords.reachWays[way]).join(', ')],
  [recordWords.mayLeaveMessage, yesNo(identity.mayLeaveMessage)],
  [recordWords.reachNote, identity.reachNote],
  [recordWords.address, addressOf(identity.address)],
  [recordWords.timeZone, identity.timeZone ?? ''],
]

export const IdentityView = ({ identity }: { identity: Identity }) => (
  <dl className="terms">
    {terms(identity).map(([term, said]) => (
      <Term key={term} term={term}>
        {said === '' ? <span className="soft">{recordWords.notRecorded}</span> : <bdi className="as-typed">{said}</bdi>}
      </Term>
    ))}
  </dl>
)

const Term = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)

/** Each earlier version with only what was different from the one that followed it. */
export const IdentityHistory = ({ versions }: { versions: readonly IdentityVersion[] }) => {
  const timeZone = useTimeZone()
  if (versions.length < 2) return null
  return (
    <details className="quiet-details">
      <summary>{recordWords.earlierVersions(versions.length - 1)}</summary>
      <ol className="facts" reversed>
        {versions.map(({ version, identity, why, recordedAt, recordedBy }, i) => {
          const later = i === 0 ? undefined : versions[i - 1]
          const after = later && new Map(terms(later.identity))
          const different = terms(identity).filter(([term, said]) => after && after.get(term) !== said)
          return (
            <li key={version}>
              <div>
                <p>
                  {recordWords.version(version)}{' '}
                  <span className="soft">{recordWords.madeBy(recordedBy, showMoment(recordedAt, timeZone))}</span>
                </p>
                {why && <p className="as-typed">{why}</p>}
                {different.map(([term, said]) => (
                  <p key={term} className="soft as-typed">
                    {term}: {said || recordWords.notRecorded}
                  </p>
                ))}
              </div>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
