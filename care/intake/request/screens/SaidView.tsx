import { requestStaffWords, requestWords } from '../../../../web/words/en/request.ts'
import type { PublicRequest } from '../request.ts'
import type { Field, Said } from '../said.ts'

export const nameIn = ({ said: [said] }: PublicRequest): string => `${said.givenName} ${said.familyName}`.trim()

const shownFields = [
  'birthDate',
  'phone',
  'email',
  'reachBy',
  'leaveMessage',
  'reachNote',
  'goals',
  'payer',
  'plan',
  'referrer',
  'therapist',
  'therapistPhone',
  'times',
  'agreeCoverage',
] as const satisfies Field[]

const textOf = (said: Said, field: (typeof shownFields)[number]): string => {
  if (field === 'reachBy') return said.reachBy.map((way) => requestWords.ways[way]).join(', ')
  if (field === 'leaveMessage' || field === 'agreeCoverage') return said[field] && requestWords.yesNo[said[field]]
  return said[field]
}

/** What somebody wrote, as they wrote it. What they did not say is not listed as said. */
export const SaidView = ({ request: { said } }: { request: PublicRequest }) => {
  const [newest, ...earlier] = said
  const versions = earlier.map((one, at) => ({ one, version: earlier.length - at }))
  return (
    <>
      <Lines said={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>{requestStaffWords.sentAgain(said.length)}</summary>
          {versions.map(({ one, version }) => (
            <section key={version} className="stack">
              <h4>{requestStaffWords.earlier}</h4>
              <Lines said={one} />
            </section>
          ))}
        </details>
      )}
    </>
  )
}

const Lines = ({ said }: { said: Said }) => (
  <dl className="columns">
    {shownFields.map((field) => (
      <div key={field}>
        <dt className="soft">{requestWords.fields[field]}</dt>
        <dd dir="auto">{textOf(said, field) || <span className="soft">{requestStaffWords.notSaid}</span>}</dd>
      </div>
    ))}
  </dl>
)
