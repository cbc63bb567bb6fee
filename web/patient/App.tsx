import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { serverNow } from '../clock.ts'
import { Boundary } from '../controls/Boundary.tsx'
import { Skeleton } from '../controls/Skeleton.tsx'
import { findHanded } from '../handed.ts'
import { ApiProblem } from '../problem.ts'
import { HelpLine } from './Help.tsx'
import { endHanded } from './handed-back.ts'
import { type OpenLink, openLink, tokenIn } from './link.ts'
import { NeverSent } from './NeverSent.tsx'
import './patient.css'
import { afterUse, purposes } from './purposes.tsx'
import { type PageLanguage, PageLanguageContext, phoneLanguage, usePatientWords } from './words.ts'

/** Of the address, or what staff opened here before they handed this tablet over; then with the page they come back to. */
const findToken = (): { token?: string | undefined; back?: string | undefined } => {
  const token = tokenIn(window.location)
  return token === undefined ? (findHanded() ?? {}) : { token }
}

/**
 * The token of this tab. What was handed over here is over as soon as one of the staff has unlocked in any tab of this
 * browser: the next patient who is given it finds nothing of this one in a tab that was left open.
 */
const useToken = () => {
  const [found, setFound] = useState(findToken)
  useEffect(() => {
    const read = () => {
      setFound(findToken())
      if (!findHanded()) void endHanded()
    }
    read()
    const signs = ['hashchange', 'storage', 'pageshow', 'visibilitychange'] as const
    // 'visibilitychange' comes up from the document.
    for (const sign of signs) window.addEventListener(sign, read)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, read)
    }
  }, [])
  return found
}

/** Opens the link of the address and shows what it is for. Help is at the bottom whatever happens. */
export const App = () => {
  const { token, back } = useToken()
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
  const language = languageFor(link)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <PageLanguageContext value={language}>
      <Frame link={link} back={back}>
        <Behind token={token} link={link} problem={problem} retry={() => setTries(tries + 1)} />
      </Frame>
    </PageLanguageContext>
  )
}

/** A live link says it. What knows nobody, or no more, speaks as the phone does. */
const languageFor = (link: OpenLink | undefined): PageLanguage => {
  if (link && (link.state === 'live' || isStillOpen(link))) return link.language ?? 'en'
  return phoneLanguage(navigator.languages)
}

const isStillOpen = ({ state, purpose, expiresAt }: OpenLink): boolean =>
  state === 'used' && afterUse.has(purpose) && Date.parse(expiresAt) > serverNow()

const Frame = ({
  link,
  back,
  children,
}: {
  link: OpenLink | undefined
  back: string | undefined
  children: ReactNode
}) => {
  const patientWords = usePatientWords()
  const name = link?.clinic.name ?? patientWords.product
  useEffect(() => {
    document.title = name
  }, [name])
  return (
    <div className="patient">
      <header className="patient-head">{name}</header>
      <main className="patient-page">
        {link?.clinic.isDemo && <p className="patient-demo">{patientWords.demo}</p>}
        <Boundary>{children}</Boundary>
        {back !== undefined && <GiveBack to={back} />}
      </main>
      <HelpLine />
    </div>
  )
}

/** At any time, read or not, signed or not: whose tablet this is, and where its own people go on. They meet their lock there. */
const GiveBack = ({ to }: { to: string }) => {
  const patientWords = usePatientWords()
  return (
    <aside className="give-back">
      <p>{patientWords.clinicTablet}</p>
      <button type="button" className="button" data-kind="plain" onClick={() => window.location.replace(to)}>
        {patientWords.staffGoOn}
      </button>
    </aside>
  )
}

const Behind = ({
  token,
  link,
  problem,
  retry,
}: {
  token: string | undefined
  link: OpenLink | undefined
  problem: ApiProblem | undefined
  retry: () => void
}) => {
  const patientWords = usePatientWords()
  if (token === undefined) return <Message title={patientWords.noLink} help={patientWords.noLinkHelp} />
  if (problem) {
    const said = patientWords.trouble(problem.kind, problem.says)
    return (
      <Message title={problem.kind === 'not-found' ? patientWords.noLink : said}>
        {problem.kind === 'not-found' && <p>{said}</p>}
        {said !== problem.says && <p lang="en">{problem.says}</p>}
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
  if (link.state !== 'live' && !isStillOpen(link)) {
    return (
      <Message title={patientWords.closed[link.state]} help={patientWords.closedHelp[link.state]}>
        <NeverSent key={link.draftId} link={link} />
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
