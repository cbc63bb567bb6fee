import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { useMay, useSignedIn } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { holdsCountersigning, holdsTherapist } from '../consent.ts'
import { toTalkThrough } from '../understanding.ts'
import type { WholeRequest } from './answers.ts'
import type { Inner } from './Consent.tsx'
import { Understanding } from './Understanding.tsx'

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
  const open = toTalkThrough(request.asked.content, request.answered)
  const [talked, setTalked, drop] = useTyped<string | undefined>(`consent.talked.${request.id}`, undefined)
  const silent = open.length > 0 && !talked?.trim() ? words.talkFirst : undefined
  const countersign = async () => {
    const path = `/api/patients/${patientId}/consent/${request.id}/countersign`
    const talkedThrough = open.length > 0 ? talked : undefined
    await api.post(path, { id, textHash: signature.textHash, talkedThrough })
    drop()
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
      <Understanding request={request} />
      {!signature.nameAsOnRecord && !signature.countersignedAt && <Notice signal="attention" title={words.differs} />}
      {signature.countersignedAt && (
        <p>{words.countersignedBy(signature.countersignedBy ?? '', showMoment(signature.countersignedAt, timeZone))}</p>
      )}
      {signature.talkedThrough && <blockquote className="consent-quote">{signature.talkedThrough}</blockquote>}
      {may && !signature.countersignedAt && (
        <>
          <p className="soft">{words.countersignHelp}</p>
          {open.length > 0 && (
            <TextArea
              name="talkedThrough"
              label={words.talked(open.length)}
              hint={words.talkedHint}
              value={talked}
              onChange={setTalked}
              rows={2}
            />
          )}
          <Button why={holds ?? silent} onPress={countersign}>
            {words.countersign}
          </Button>
        </>
      )}
      {data.standing.therapist && (
        <TherapistPart patientId={patientId} data={data} timeZone={timeZone} refresh={refresh} request={request} />
      )}
    </section>
  )
}

/** The therapist whom the request names signs here; everybody else reads whether they have. */
const TherapistPart = ({
  patientId,
  data: { standing },
  timeZone,
  refresh,
  request,
}: Pick<Inner, 'patientId' | 'data' | 'timeZone' | 'refresh'> & { request: WholeRequest }) => {
  const [id] = useState(newId)
  const { staff } = useSignedIn()
  const { therapist } = standing
  if (!therapist) return null
  if (therapist.signedAt)
    return <p>{words.therapistSignedBy(therapist.name, showMoment(therapist.signedAt, timeZone))}</p>
  if (staff.id !== therapist.id) return <p>{words.waitsForTherapist(therapist.name)}</p>
  const sign = async () => {
    const path = `/api/patients/${patientId}/consent/${request.id}/therapist-sign`
    await api.post(path, { id, textHash: request.textHash })
    refresh()
  }
  return (
    <>
      <p className="soft">{words.therapistHelp}</p>
      <Button why={holdsTherapist(standing, staff.id)} onPress={sign}>
        {words.therapistSign}
      </Button>
    </>
  )
}
