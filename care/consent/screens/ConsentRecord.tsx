import { serverNow } from '../../../web/clock.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { showDay, showMoment } from '../../../web/time.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import type { Sending } from '../queries-of-request.ts'
import type { PatientConsent, WholeRequest } from './answers.ts'

const stateOf = ({ usedAt, withdrawnAt, expiresAt, openedAt }: Sending): string => {
  if (usedAt) return words.sendingStates.used
  if (withdrawnAt) return words.sendingStates.replaced
  if (Date.parse(expiresAt) <= serverNow()) return words.sendingStates.expired
  return openedAt ? words.sendingStates.opened : words.sendingStates.live
}

/** Each link to the document and what became of it. */
export const Sendings = ({ sendings, timeZone }: { sendings: Sending[]; timeZone: string }) =>
  sendings.length === 0 ? null : (
    <section className="stack">
      <h2>{words.sendings}</h2>
      <Table
        caption={words.sendings}
        rows={sendings}
        keyOf={({ madeAt, how }) => madeAt + how}
        columns={[
          { title: words.asking, show: ({ madeAt }) => showMoment(madeAt, timeZone) },
          { title: words.by, show: ({ madeBy }) => madeBy },
          { title: words.way, show: ({ how }) => words.sendingHow[how] },
          { title: words.became, show: stateOf },
        ]}
      />
    </section>
  )

/** The text as it was put before the patient, word for word, with its hash. */
export const ExactText = ({
  patientId,
  request,
  timeZone,
}: {
  patientId: string
  request: WholeRequest
  timeZone: string
}) => (
  <section className="stack">
    <h2>{words.text}</h2>
    <p className="soft">
      {words.askedBy(request.askedBy, showMoment(request.askedAt, timeZone))}
      {request.version}. {words.hash} <code title={request.textHash}>{request.textHash.slice(0, 12)}</code>
    </p>
    <div className="row">
      <a
        className="button"
        data-kind="quiet"
        href={`/api/patients/${patientId}/consent/${request.id}/pdf`}
        target="_blank"
        rel="noreferrer"
      >
        {words.pdf}
      </a>
    </div>
    <details>
      <summary>{words.showText}</summary>
      <pre className="consent-text">{request.rendered}</pre>
    </details>
  </section>
)

/** Requests before the newest one. */
export const ConsentHistory = ({ data, timeZone }: { data: PatientConsent; timeZone: string }) => {
  const earlier = data.history.filter(({ id }) => id !== data.standing.requestId)
  if (earlier.length === 0) return null
  return (
    <section className="stack">
      <h2>{words.history}</h2>
      <Table
        caption={words.history}
        rows={earlier}
        keyOf={({ id }) => id}
        columns={[
          { title: words.version, show: ({ version }) => version, numeric: true },
          { title: words.asking, show: ({ askedAt }) => showDay(askedAt, timeZone) },
          { title: words.signedAt, show: ({ signedAt }) => (signedAt ? showDay(signedAt, timeZone) : words.notSigned) },
        ]}
      />
    </section>
  )
}
