import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { useMay } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { holdsCountersigning } from '../consent.ts'
import type { WholeRequest } from './answers.ts'
import type { Inner } from './Consent.tsx'

/** Who signed, on what, with whom; and the prescriber's countersignature. */
export const SignatureRecord = ({
  patientId,
  data,
  timeZone,
  refresh,
  request,
  signature,
}: Inner & { request: WholeRequest; signature: NonNullable<WholeRequest['signature']> }) => {
  const [id] = useState(newId)
  const may = useMay('consent.countersign')
  const holds = holdsCountersigning(data.standing)
  const countersign = async () => {
    const path = `/api/patients/${patientId}/consent/${request.id}/countersign`
    await api.post(path, { id, textHash: signature.textHash })
    refresh()
  }
  return (
    <section className="stack">
      <h2>{words.signature}</h2>
      <dl className="consent-facts">
        <dt>{words.typed}</dt>
        <dd>{signature.signedName}</dd>
        <dt>{words.onRecord}</dt>
        <dd>{request.asked.patientName}</dd>
        <dt>{words.signedAt}</dt>
        <dd>
          {words.signedOn(showMoment(signature.signedAt, timeZone), signature.deviceKind)}
          <br />
          <span className="soft">
            {signature.presentName ? words.presentNow(signature.presentName) : words.nobodyPresent}
          </span>
        </dd>
      </dl>
      {!signature.nameAsOnRecord && !signature.countersignedAt && <Notice signal="attention" title={words.differs} />}
      {signature.countersignedAt && (
        <p>{words.countersignedBy(signature.countersignedBy ?? '', showMoment(signature.countersignedAt, timeZone))}</p>
      )}
      {may && !signature.countersignedAt && (
        <>
          <p className="soft">{words.countersignHelp}</p>
          <Button why={holds} onPress={countersign}>
            {words.countersign}
          </Button>
        </>
      )}
    </section>
  )
}
