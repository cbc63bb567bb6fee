import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { api, newId } from '../../../web/api.ts'
import { dropDraft } from '../../../web/controls/drafts.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ApiProblem } from '../../../web/problem.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { Identity } from '../identity.ts'
import type { Candidate } from '../register.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { Likely } from './Likely.tsx'

const formId = 'register'
const Typed = z.object({ identity: z.preprocess((typed) => typed ?? {}, Identity) })

/** A new patient. Whoever looks like one we have is shown before anything is stored. */
export const Register = () => {
  const navigate = useNavigate()
  // One person, one id, however often it is sent.
  const ids = useRef({ id: newId(), identityId: newId() }).current
  const [likely, setLikely] = useState<{ identity: Identity; candidates: Candidate[] }>()

  const send = async (identity: Identity, anyway?: { notTheSameAs: string[]; reason: string }) => {
    await api.post('/api/patients', { ...ids, identity, ...(anyway ? { anyway } : {}) })
    dropDraft(formId)
    await navigate({ to: `/patients/${ids.id}/record` })
  }
  const look = async ({ identity }: z.output<typeof Typed>) => {
    setLikely(undefined)
    const { candidates } = await api.post<{ candidates: Candidate[] }>('/api/patients/likely', { identity })
    if (candidates.length === 0) return send(identity)
    setLikely({ identity, candidates })
    throw new ApiProblem('conflict', recordWords.likelyTitle)
  }
  return (
    <>
      <PageTitle title={recordWords.registerTitle}>
        <p>{recordWords.registerLead}</p>
      </PageTitle>
      <div className="stack" data-gap="wide">
        <Form id={formId} schema={Typed} save={recordWords.registerThem} onSave={look}>
          <IdentityFields />
        </Form>
        {likely && (
          <Likely
            candidates={likely.candidates}
            onSomebodyElse={(reason) =>
              send(likely.identity, { notTheSameAs: likely.candidates.map(({ id }) => id), reason })
            }
          />
        )}
      </div>
    </>
  )
}
