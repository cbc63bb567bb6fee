import { ageOn, type Day } from '../../../../science/time.ts'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { useToday } from '../../../../web/today.ts'
import { aidWords } from '../../../../web/words/en/aid.ts'
import { requestStaffWords, requestWords } from '../../../../web/words/en/request.ts'
import { sayDay } from '../../../../web/words/words.ts'
import { aidLines } from '../../aid/aid.ts'
import { checkLines } from '../checked.ts'
import type { PublicRequest, Version } from '../request.ts'
import type { Said } from '../said.ts'

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
] as const satisfies (keyof Said)[]

/** Of a referral in the words it was asked with; who wrote it stands above it. */
const labelOf = ({ via }: Said, field: (typeof shownFields)[number]): string => {
  if (field === 'agreeCoverage') return requestStaffWords.mayAskInsurance
  if (field === 'birthDate') return requestStaffWords.birthDate
  return (via === 'referral' ? requestWords.refer.fields[field] : undefined) ?? requestWords.fields[field]
}
const ofReferral: readonly (typeof shownFields)[number][] = [
  'birthDate',
  'phone',
  'email',
  'reachBy',
  'leaveMessage',
  'reachNote',
  'goals',
  'times',
]

const textOf = (said: Version, field: (typeof shownFields)[number], today: Day): string => {
  const { ways } = said.via === 'referral' ? requestWords.refer : requestWords
  if (field === 'reachBy') return said.reachBy.map((way) => ways[way]).join(', ')
  if (field === 'leaveMessage' || field === 'agreeCoverage') return said[field] && requestWords.yesNo[said[field]]
  if (field === 'birthDate' && said.birthDate && !said.lacks?.includes('birthDate')) {
    const age = ageOn(said.birthDate as Day, today)
    return requestStaffWords.born(sayDay(said.birthDate), age)
  }
  return said[field]
}

/** What somebody wrote, as they wrote it. What they did not say is not listed as said. */
export const SaidView = ({ request: { said, danger } }: { request: PublicRequest }) => {
  const [newest, ...earlier] = said
  const versions = earlier.map((one, at) => ({ one, version: earlier.length - at }))
  return (
    <>
      <Lines said={newest} />
      {earlier.length > 0 && (
        <details open={danger}>
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

const Lines = ({ said }: { said: Version }) => {
  const today = useToday()
  const fields = (said.via === 'referral' ? ofReferral : shownFields).map((field) => ({
    asks: labelOf(said, field),
    answer: textOf(said, field, today),
  }))
  const open = fields.filter(({ answer }) => !answer)
  return (
    <>
      {said.lacks && <Unfinished said={said} lacks={said.lacks} />}
      {said.via === 'referral' && <Referrer said={said} />}
      <dl className="columns">
        {fields
          .filter(({ answer }) => answer)
          .map(({ asks, answer }) => (
            <div key={asks}>
              <dt className="soft">{asks}</dt>
              <dd dir="auto">{answer}</dd>
            </div>
          ))}
      </dl>
      {open.length > 0 && <p className="soft">{requestStaffWords.notSaid(open.map(({ asks }) => asks).join(' · '))}</p>}
      {said.aid && <Attached title={aidWords.staff.aid} lines={aidLines(said.aid)} />}
      {said.check && <Attached title={aidWords.staff.check} lines={checkLines(said.check)} />}
    </>
  )
}

/** What stands here was pressed "Send" on, but is no request yet. What is done with it, a clinician decides. */
const Unfinished = ({ said, lacks }: { said: Version; lacks: readonly string[] }) => {
  const { unfinished, unfinishedSays, lacking, agreedContact } = requestStaffWords
  const names: Readonly<Record<string, string>> = requestWords.fields
  const agreed = said.via === 'referral' ? 'referral' : said.agreeContact
  return (
    <Notice signal="attention" title={unfinished}>
      <p>{unfinishedSays}</p>
      <p>{requestStaffWords.lacks(lacks.map((lack) => lacking[lack] ?? names[lack] ?? lack).join(' · '))}</p>
      {agreed !== 'referral' && <p>{agreedContact[agreed]}</p>}
    </Notice>
  )
}

const Referrer = ({ said }: { said: Said }) => (
  <Notice
    title={requestStaffWords.referral(said.referrer, said.referrerRole ? requestWords.roles[said.referrerRole] : '')}
  >
    <p dir="auto">{[said.referrerPhone, said.referrerEmail].filter(Boolean).join(' · ')}</p>
    <p>{requestStaffWords.referralSays}</p>
  </Notice>
)

/** What was said, and then, together, what was left open: it is as much a part of the answer. */
const Attached = ({ title, lines }: { title: string; lines: ReturnType<typeof aidLines> }) => {
  const open = lines.filter(({ said }) => said === undefined)
  return (
    <details>
      <summary>{title}</summary>
      <div className="stack">
        <p className="soft">{aidWords.staff.says}</p>
        <dl className="columns">
          {lines
            .filter((line) => !open.includes(line))
            .map(({ asks, said }) => (
              <div key={asks}>
                <dt className="soft">{asks}</dt>
                <dd dir="auto">{said}</dd>
              </div>
            ))}
        </dl>
        {open.length > 0 && (
          <div>
            <p className="soft">{aidWords.staff.leftOpen}</p>
            <ul className="soft">
              {open.map(({ asks }) => (
                <li key={asks}>{asks}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  )
}
