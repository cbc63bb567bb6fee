import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { DrillBand, DrillPanel } from '../../care/drills/screens/Panel.tsx'
import type { Me } from '../me.ts'
import { demoWords } from '../words/en/demo.ts'
import { shellWords } from '../words/en/shell.ts'
import { AlertsWaiting } from './AlertsWaiting.tsx'
import { Contact } from './Contact.tsx'
import { placesFor } from './nav.tsx'
import { StockWaiting } from './StockWaiting.tsx'
import type { StaffRoute } from './screen.ts'
import './Shell.css'
import { UserMenu } from './UserMenu.tsx'
import { Wordmark } from './Wordmark.tsx'

/** The room every staff page stands in: the clinic's name, the menu, the page. */
export const Shell = ({ me, route, children }: { me: Me; route: StaffRoute | undefined; children: ReactNode }) => {
  const { pathname } = useLocation()
  const title = [route?.title, me.clinic?.name, shellWords.product].filter(Boolean).join(' · ')
  // By its words: a lock has the title to itself, however often it is asked anew who is there.
  useEffect(() => {
    document.title = title
  }, [title])
  const here = (path: string) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
  const drill = me.clinic?.isDrill === true
  return (
    <>
      {drill && <DrillBand />}
      <div className="shell" data-bare={route?.bare} data-place={route?.room ? 'session-room' : undefined}>
        <a className="skip-link" href="#page">
          {shellWords.skip}
        </a>
        {!route?.bare && (
          <>
            <header className="shell-head">
              <Wordmark />
              <span className="shell-clinic">{me.clinic?.name}</span>
              <UserMenu me={me} />
            </header>
            <nav className="shell-nav" aria-label={shellWords.mainMenu}>
              <span className="shell-brand">
                <Wordmark />
              </span>
              {placesFor(me).map(({ path, label, icon, wide }) => (
                <Link key={path} to={path} aria-current={here(path) ? 'page' : undefined} data-wide={wide}>
                  {icon}
                  {label}
                  {path === '/alerts' && <AlertsWaiting />}
                  {path === '/stock' && <StockWaiting />}
                </Link>
              ))}
            </nav>
          </>
        )}
        <main id="page" className="shell-page" tabIndex={-1}>
          {drill && <DrillPanel />}
          {me.clinic?.isDemo && !drill && (
            <p className="shell-demo">
              {shellWords.demo} <Link to="/demo">{demoWords.change}</Link>
            </p>
          )}
          <Contact />
          {children}
          {route?.room && <p className="shell-alarm">{shellWords.notOnlyAlarm}</p>}
        </main>
      </div>
    </>
  )
}
