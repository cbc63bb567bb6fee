import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Notice } from '../../../web/controls/Notice.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { Trouble } from '../../../web/patient/Trouble.tsx'
import { type PageLanguage, useAskingWords, usePageLanguage } from '../../../web/patient/words.ts'
import { ApiProblem } from '../../../web/problem.ts'
import type { AskingChoice, AskingNow } from '../choice.ts'
import { askingHours } from '../hours.ts'
import '../../../web/controls/FieldFrame.css'
import './when-asked.css'

const locales: Readonly<Record<PageLanguage, string>> = { en: 'en-US', es: 'es-US' }

const spokenIn = (hour: string, language: PageLanguage): string =>
  new Date(`2026-01-01T${hour}:00`).toLocaleTimeString(locales[language], { hour: 'numeric', minute: '2-digit' })

/** 'America/New_York' → 'New York' */
const placeOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

/** Behind a link that asks: at what hour and by which clock, by text or not, or not at all. Opened when somebody wants it. */
export const WhenAsked = ({ link }: { link: OpenLink }) => {
  const words = useAskingWords()
  const [now, setNow] = useState<AskingNow>()
  const [saved, setSaved] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const attempt = async (what: () => Promise<AskingNow>, did: boolean) => {
    try {
      setNow(await what())
      setProblem(undefined)
      setSaved(did)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
      setSaved(false)
    }
  }
  const read = () => attempt(() => link.get<AskingNow>('/api/link/asking'), false)
  const choose = (change: Partial<AskingChoice>) => {
    const { asked = true, hour = null, timeZone = null } = now ?? {}
    return attempt(() => link.post('/api/link/asking', { id: newId(), asked, hour, timeZone, ...change }), true)
  }
  return (
    <details className="when-asked" onToggle={(event) => event.currentTarget.open && !now && void read()}>
      <summary>{words.open}</summary>
      <div className="stack">
        {problem && <Trouble problem={problem} />}
        {problem && !now && (
          <button type="button" className="button" data-kind="quiet" onClick={() => void read()}>
            {words.tryAgain}
          </button>
        )}
        {now && <Choices now={now} choose={choose} />}
        {saved && <Notice title={words.saved} live />}
      </div>
    </details>
  )
}

type Choose = (change: Partial<AskingChoice>) => void

const Choices = ({ now, choose }: { now: AskingNow; choose: Choose }) => {
  const words = useAskingWords()
  const language = usePageLanguage()
  const spoken = (one: string) => spokenIn(one, language)
  const [hour, setHour] = useState(now.hour ?? '')
  const phone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = now.timeZone ?? now.otherwiseZone
  if (!now.asked) {
    return (
      <>
        <p>{words.stopped}</p>
        <button type="button" className="button big" data-kind="quiet" onClick={() => choose({ asked: true })}>
          {words.start}
        </button>
      </>
    )
  }
  return (
    <>
      <label className="stack" data-gap="tight">
        <span>{words.hour}</span>
        <span className="entry">
          <select value={hour} onChange={(event) => setHour(event.target.value)}>
            <option value="">{words.asClinic(spoken(now.clinicHour))}</option>
            {askingHours.map((one) => (
              <option key={one} value={one}>
                {spoken(one)}
              </option>
            ))}
          </select>
        </span>
      </label>
      <p className="soft">{words.zone(placeOf(zone))}</p>
      <button type="button" className="button big" data-kind="quiet" onClick={() => choose({ hour: hour || null })}>
        {words.save}
      </button>
      {phone !== zone && (
        <button type="button" className="button" data-kind="quiet" onClick={() => choose({ timeZone: phone })}>
          {words.phoneZone(placeOf(phone))}
        </button>
      )}
      {now.timeZone && now.timeZone !== now.otherwiseZone && (
        <button type="button" className="button" data-kind="plain" onClick={() => choose({ timeZone: null })}>
          {words.ownZone(placeOf(now.otherwiseZone))}
        </button>
      )}
      {now.texts === 'stopped' && <p>{words.textsStopped}</p>}
      {now.texts !== 'none' && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          onClick={() => choose({ texts: now.texts === 'on' ? 'stop' : 'start' })}
        >
          {now.texts === 'on' ? words.stopTexts : words.startTexts}
        </button>
      )}
      <button type="button" className="button" data-kind="plain" onClick={() => choose({ asked: false })}>
        {words.stop}
      </button>
    </>
  )
}
