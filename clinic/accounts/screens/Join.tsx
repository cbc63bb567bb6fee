import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { ChooseCredential, type Offers } from './ChooseCredential.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useOnce } from './useOnce.ts'
import { aboutLink, useToken } from './useToken.ts'

const words = accountWords.join

type Invitation = {
  clinicName: string
  name: string
  email?: string
  roles: string[]
  purpose: 'join' | 'recover' | 'display'
}

/** Behind a link from the owner: joining, coming back after losing everything, or becoming a screen on a wall. */
export const Join = () => {
  const token = useToken()
  const { answer, problem } = useOnce<Invitation>('/api/join/look', { token })
  if (problem) {
    return (
      <div className="stack">
        <PageTitle title={words.badLink} />
        <ProblemNotice problem={aboutLink(problem)} />
        <ButtonLink to="/">{words.signIn}</ButtonLink>
      </div>
    )
  }
  if (!answer) return <Skeleton title lines={4} />
  return answer.purpose === 'display' ? (
    <JoinDisplay token={token} name={answer.name} />
  ) : (
    <JoinPerson token={token} invitation={answer} />
  )
}

const JoinPerson = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const { name, email, roles, purpose, clinicName } = invitation
  const [codes, setCodes] = useState<string[]>()
  const { answer, problem } = useOnce<Offers>('/api/join/offer', { token })
  if (codes) return <RecoveryCodes codes={codes} onKept={() => window.location.assign('/')} />
  const recovers = purpose === 'recover'
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={recovers ? words.recoverTitle : words.title(clinicName)}>
        {recovers ? words.recoverBody(name) : words.body(name, accountWords.roleList(roles))}
      </PageTitle>
      {problem && <ProblemNotice problem={problem} />}
      {!answer && !problem && <Skeleton lines={4} />}
      {answer && (
        <ChooseCredential
          offers={answer}
          own={[name, email ?? '']}
          onChoose={async (credential) => {
            setCodes((await api.post<{ recoveryCodes: string[] }>('/api/join', { token, credential })).recoveryCodes)
          }}
        />
      )}
    </div>
  )
}

const JoinDisplay = ({ token, name }: { token: string; name: string }) => (
  <div className="stack">
    <PageTitle title={words.displayTitle(name)}>{words.displayBody}</PageTitle>
    <Button
      onPress={async () => {
        await api.post('/api/join', { token })
        window.location.assign('/board')
      }}
    >
      {words.useAsDisplay}
    </Button>
  </div>
)
