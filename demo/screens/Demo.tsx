import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Role } from '../../clinic/accounts/permissions.ts'
import { api, useRead } from '../../web/api.ts'
import { Button } from '../../web/controls/Button.tsx'
import { ButtonLink } from '../../web/controls/ButtonLink.tsx'
import { Notice } from '../../web/controls/Notice.tsx'
import { PageTitle } from '../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../web/controls/Skeleton.tsx'
import { demoWords as words } from '../../web/words/en/demo.ts'

type State = {
  state: 'none' | 'being made' | 'there' | 'failed'
  share: number | null
  enterable: boolean
  roles: Role[]
  mayMake: boolean
  mayDiscard: boolean
  /** A link to set up the real clinic was printed and waits. */
  setUpWaits: boolean
}

const path = '/api/demo'
const againMs = 1000

/** The demo clinic's own door: made while somebody waits, and entered without a password. */
export const Demo = () => {
  const { data, error, refetch } = useRead<State>(path)
  const making = data?.state === 'being made'
  useEffect(() => {
    if (!making) return
    const timer = setInterval(() => void refetch(), againMs)
    return () => clearInterval(timer)
  }, [making, refetch])
  if (!data) return error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : <Skeleton title />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.body}</PageTitle>
      {making && <Making share={data.share ?? 0} />}
      {(data.state === 'none' || data.state === 'failed') && <None {...data} />}
      {data.state === 'there' && (data.enterable ? <Doors roles={data.roles} /> : <Closed />)}
      {data.setUpWaits && <p>{words.setUpWaits}</p>}
      {data.mayDiscard && <Discard />}
    </div>
  )
}

const Making = ({ share }: { share: number }) => (
  <section className="stack">
    <h2>{words.making}</h2>
    <p>{words.makingHelp}</p>
    <progress max={1} value={share} aria-label={words.making} />
    <p className="soft">{words.share(Math.round(share * 100))}</p>
  </section>
)

const None = ({ state, mayMake }: Pick<State, 'state' | 'mayMake'>) => {
  const queries = useQueryClient()
  return (
    <section className="stack">
      {state === 'failed' ? <Notice signal="attention" title={words.failed} /> : <h2>{words.none}</h2>}
      {mayMake && (
        <>
          <p>{words.noneHelp}</p>
          <Button
            onPress={async () => {
              await api.post(path)
              await queries.invalidateQueries({ queryKey: [path] })
            }}
          >
            {words.make}
          </Button>
        </>
      )}
      {!mayMake && <ButtonLink to="/">{words.toClinic}</ButtonLink>}
    </section>
  )
}

const Doors = ({ roles }: { roles: readonly Role[] }) => (
  <>
    <section className="stack">
      <h2>{words.enterTitle}</h2>
      {roles.map((role) => (
        <Button
          key={role}
          kind="quiet"
          wide
          onPress={async () => {
            await api.post('/api/demo/enter', { role })
            // A whole new page: nothing of the role before stays in memory.
            window.location.assign('/')
          }}
        >
          {words.enter(role)}
        </Button>
      ))}
      <p className="soft">{words.rolesHelp}</p>
    </section>
    <section className="stack">
      <h2>{words.patientTitle}</h2>
      <p>{words.patientHelp}</p>
      <Button
        kind="quiet"
        wide
        onPress={async () => {
          const { url } = await api.post<{ url: string }>('/api/demo/patient-link')
          window.location.assign(url)
        }}
      >
        {words.patient}
      </Button>
    </section>
  </>
)

const Closed = () => (
  <section className="stack">
    <h2>{words.closed}</h2>
    <p>{words.closedHelp}</p>
    <ButtonLink to="/">{words.toClinic}</ButtonLink>
  </section>
)

const Discard = () => (
  <section className="stack">
    <p className="soft">{words.discardHelp}</p>
    <Button
      kind="plain"
      onPress={async () => {
        await api.post('/api/demo/discard')
        window.location.assign('/')
      }}
    >
      {words.discard}
    </Button>
  </section>
)
