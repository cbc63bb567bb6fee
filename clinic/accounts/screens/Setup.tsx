import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { wantFocusMove } from '../../../web/focus.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { LookAround } from './FirstRun.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { CoverStep, CredentialStep, OwnerStep, PlaceStep, type SetUpSoFar } from './SetupSteps.tsx'
import { dropSetUp, findSetUp, keepSetUp } from './set-up-kept.ts'
import { useOnce } from './useOnce.ts'
import { aboutLink, useToken } from './useToken.ts'

const words = accountWords.setUp
const steps = [PlaceStep, CoverStep, OwnerStep, CredentialStep] as const

/** Setting up the clinic: its place, its cover, its owner, and how the owner signs in. Nothing is stored until the end. */
export const Setup = () => {
  const token = useToken()
  const [ids] = useState(() => ({ clinicId: newId(), ownerId: newId() }))
  const [{ at, soFar }, setGot] = useState(findSetUp)
  const [codes, setCodes] = useState<string[]>()
  const link = useOnce<{ until: string }>('/api/setup/look', { token })

  if (link.problem) {
    return (
      <div className="stack" data-gap="wide">
        <PageTitle title={words.badLink} />
        <ProblemNotice problem={aboutLink(link.problem)} />
        {link.problem.kind !== 'conflict' && <LookAround />}
      </div>
    )
  }
  if (!link.answer) return <Skeleton title lines={4} />
  if (codes) return <RecoveryCodes codes={codes} onKept={() => window.location.assign('/')} />

  const Step = steps[at] ?? PlaceStep
  const next = async (more: SetUpSoFar) => {
    goTo(at + 1, { ...soFar, ...more })
    window.scrollTo(0, 0)
  }
  const goTo = (step: number, entered: SetUpSoFar) => {
    const got = { at: step, soFar: entered }
    keepSetUp(got)
    setGot(got)
    wantFocusMove()
  }
  return (
    <div className="stack" data-gap="wide">
      {/* A key of its own: two siblings of one key leave the title of every step before behind. */}
      <PageTitle key={`title ${at}`} title={words.title} over={words.step(at + 1, steps.length)} />
      <Step
        key={at}
        token={token}
        ownerId={ids.ownerId}
        soFar={soFar}
        onNext={next}
        onBack={() => goTo(at - 1, soFar)}
        onCredential={async (credential) => {
          const owner = { ...soFar.owner, id: ids.ownerId }
          const clinic = { ...soFar.place, ...soFar.cover }
          const body = { token, clinicId: ids.clinicId, clinic, owner, credential }
          const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>('/api/setup', body)
          dropSetUp()
          setCodes(recoveryCodes)
        }}
      />
      {at === 0 && <LookAround />}
    </div>
  )
}
