import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { serverNow } from '../clock.ts'
import { Boundary } from '../controls/Boundary.tsx'
import { Notice } from '../controls/Notice.tsx'
import { Skeleton } from '../controls/Skeleton.tsx'
import { ApiProblem } from '../problem.ts'
import { patientWords } from '../words/en/patient.ts'
import { HelpLine } from './Help.tsx'
import { findKept } from './kept.ts'
import { type OpenLink, openLink, tokenIn } from './link.ts'
import './patient.css'
import { afterUse, purposes } from './purposes.tsx'

const useToken = (): string | undefined => {
  const [token, setToken] = useState(() => tokenIn(window.location))
  useEffect(() => {
    const read = () => setToken(tokenIn(window.location))
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return token
}

/** Opens the link of the address and shows what it is for. Help is at the bottom whatever happens. */
export const App = () => {
  const token = useToken()
  const [link, setLink] = useState<OpenLink>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    let current = true
    setLink(undefined)
    setProblem(undefined)
    if (token === undefined) return
    openLink(token)
      .then((opened) => current && setLink(opened))
      .catch((error: unknown) => current && setProblem(asProblem(error)))
    return () => {
      current = false
    }
  }, [token, tries])
  useEffect(() => {
    document.title = link?.clinic.name ?? patientWords.product
  }, [link])

  return (
    <div className="patient">
      <header className="patient-head">{link?.clinic.name ?? patientWords.product}</header>
      <main className="patient-page">
        {link?.clinic.isDemo && <p className="patient-demo">{patientWords.demo}</p>}
        <Boundary>{page(token, link, problem, () => setTries(tries + 1))}</Boundary>
      </main>
      <HelpLine />
    </div>
  )
}

const page = (
  token: string | undefined,
  link: OpenLink | undefined,
  problem: ApiProblem | undefined,
  retry: () => void,
) => {
  if (token === undefined) return <Message title={patientWords.noLink} help={patientWords.noLinkHelp} />
  if (problem) {
    return (
      <Message title={problem.kind === 'not-found' ? patientWords.noLink : problem.says}>
        {problem.kind === 'not-found' && <p>{problem.says}</p>}
        <button type="button" className="button big" data-kind="quiet" onClick={retry}>
          {patientWords.tryOpening}
        </button>
      </Message>
    )
  }
  if (!link) return <Skeleton title lines={4} />
  const { name, phone } = link.clinic
  const call = phone && (
    <a className="button big" data-kind="quiet" href={`tel:${phone}`}>
      {patientWords.call(name)}
    </a>
  )
  // Answers that could not be sent before the link ran out are not thrown away in silence.
  const stillOpen = link.state === 'used' && afterUse.has(link.purpose) && Date.parse(link.expiresAt) > serverNow()
  if (link.state !== 'live' && !stillOpen) {
    const unsent = link.state !== 'used' && findKept(link.draftId) !== undefined
    return (
      <Message title={patientWords.closed[link.state]} help={patientWords.closedHelp[link.state]}>
        {unsent && <Notice signal="attention" title={patientWords.neverSent} />}
        {call}
      </Message>
    )
  }
  const Purpose = purposes[link.purpose]
  if (!Purpose) {
    return (
      <Message title={patientWords.wrongPurpose} help={patientWords.wrongPurposeHelp}>
        {call}
      </Message>
    )
  }
  return (
    <Suspense fallback={<Skeleton title lines={4} />}>
      <Purpose link={link} />
    </Suspense>
  )
}

const Message = ({ title, help, children }: { title: string; help?: string; children?: ReactNode }) => (
  <section className="stack">
    <h1>{title}</h1>
    {help && <p>{help}</p>}
    {children}
  </section>
)

const asProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error
  throw error
}
