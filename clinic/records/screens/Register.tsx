import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { api, idBeside } from '../../../web/api.ts'
import { dropDraft } from '../../../web/controls/drafts.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ApiProblem } from '../../../web/problem.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { Identity } from '../identity.ts'
import type { Candidate } from '../register.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { Likely } from './Likely.tsx'

const Typed = z.object({ identity: z.preprocess((typed) => typed ?? {}, Identity) })

type Sent = { id: string; identityId: string; identity: Identity; anyway?: { notTheSameAs: string[]; reason: string } }

/** A new patient. */
export const Register = () => (
  <>
    <PageTitle title={recordWords.registerTitle}>
      <p>{recordWords.registerLead}</p>
    </PageTitle>
    <RegisterForm formId="register" onSend={(sent) => api.post('/api/patients', sent)} />
  </>
)

/** Who somebody is, from nothing or from what they said. Whoever looks like a patient we have is shown before anything is stored. */
export const RegisterForm = ({
  formId,
  start,
  onSend,
  onSame,
}: {
  formId: string
  start?: Partial<z.input<typeof Identity>>
  onSend: (sent: Sent) => Promise<unknown>
  /** What becomes of it when it is one of the patients there are. */
  onSame?: (patientId: string, sentId: string) => Promise<unknown>
}) => {
  const navigate = useNavigate()
  const [likely, setLikely] = useState<{ id: string; identity: Identity; candidates: Candidate[] }>()

  // One person, one id, however often it is sent.
  const send = async (id: string, identity: Identity, anyway?: { notTheSameAs: string[]; reason: string }) => {
    await onSend({ id, identityId: idBeside(id), identity, ...(anyway ? { anyway } : {}) })
    dropDraft(formId)
    await navigate({ to: `/patients/${id}/record` })
  }
  const look = async ({ identity }: z.output<typeof Typed>, id: string) => {
    setLikely(undefined)
    const { candidates } = await api.post<{ candidates: Candidate[] }>('/api/patients/likely', { identity })
    // Whoever is there under this id is the same person, sent once more because the answer was lost.
    if (candidates.length === 0 || candidates.some((one) => one.id === id)) return send(id, identity)
    setLikely({ id, identity, candidates })
    throw new ApiProblem('conflict', recordWords.likelyTitle)
  }
  return (
    <div className="stack" data-gap="wide">
      {/* Hidden and not gone: what was typed is there again. */}
      <div hidden={likely !== undefined}>
        <Form
          id={formId}
          schema={Typed}
          {...(start ? { start: { identity: start } } : {})}
          save={recordWords.registerThem}
          onSave={(typed, { sentId }) => look(typed, sentId)}
        >
          <IdentityFields />
        </Form>
      </div>
      {likely && (
        <Likely
          candidates={likely.candidates}
          onBack={() => setLikely(undefined)}
          onSame={
            onSame &&
            (async (patientId) => {
              await onSame(patientId, likely.id)
              dropDraft(formId)
              await navigate({ to: `/patients/${patientId}/record` })
            })
          }
          onSomebodyElse={(reason) =>
            send(likely.id, likely.identity, { notTheSameAs: likely.candidates.map(({ id }) => id), reason })
          }
        />
      )}
    </div>
  )
}
