import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { api, inTheWay } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useParam } from '../../../web/params.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { says } from '../../../web/words/en/says/records.ts'
import { Identity } from '../identity.ts'
import { required } from '../typed.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { PatientOver } from './PatientOver.tsx'
import { recordPath, useRecord } from './record.ts'

const Typed = z.object({
  identity: z.preprocess((typed) => typed ?? {}, Identity),
  why: required(says.what.reasonForChange, 1000),
})

/** A new version of who they are; the one before stays readable. */
export const ChangeIdentity = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRecord(patientId)
  const queries = useQueryClient()
  const navigate = useNavigate()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  return (
    <>
      <PageTitle title={recordWords.changeWho} over={<PatientOver patientId={patientId} />} />
      <Form
        id={`identity.${patientId}`}
        schema={Typed}
        start={{ identity: data.patient.identity }}
        from={data.patient.version}
        save={recordWords.saveVersion}
        onSave={async (typed, { from: after, sentId: id }) => {
          await api.post(`${recordPath(patientId)}/identity`, { id, after, ...typed })
          await queries.invalidateQueries({ queryKey: [recordPath(patientId)] })
          await navigate({ to: `/patients/${patientId}/record` })
        }}
      >
        <IdentityFields />
        <section className="form-part">
          <p className="soft">{recordWords.linksEnd}</p>
          <TextArea name="why" label={recordWords.changeWhy} hint={recordWords.changeWhyHint} rows={2} />
        </section>
      </Form>
    </>
  )
}
