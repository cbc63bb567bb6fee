import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useMatches } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { dayIn } from '../../science/day-in.ts'
import type { Instant } from '../../science/time.ts'
import { setPerson } from '../api.ts'
import { useNow } from '../clock.ts'
import { Boundary } from '../controls/Boundary.tsx'
import { dropAllDrafts } from '../controls/drafts.ts'
import { ProblemNotice } from '../controls/ProblemNotice.tsx'
import { Skeleton } from '../controls/Skeleton.tsx'
import { wantFocusMove } from '../focus.ts'
import { followLive, useContact } from '../live.ts'
import { BehindLock } from '../locked.ts'
import { mePath, useMe } from '../me.ts'
import type { ApiProblem } from '../problem.ts'
import { showTime } from '../time.ts'
import { shellWords } from '../words/en/shell.ts'
import { useDoor } from './door.tsx'
import { NotAllowed } from './Fallback.tsx'
import { Home } from './Home.tsx'
import { LockOverlay } from './LockOverlay.tsx'
import { signInScreen as SignIn, staffRoutes } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { Wordmark } from './Wordmark.tsx'

/** Decides what stands around a page: the door, the shell, or nothing but the page. */
export const Frame = () => {
  const me = useMe()
  const { locked } = useDoor()
  // The match, not the address: the address changes first, while the old page is still there.
  const { fullPath: path, id: pageId = '' } = useMatches().at(-1) ?? {}
  const route = staffRoutes.find((one) => one.path === path)
  const signedIn = me.data?.signedIn === true
  useLive(signedIn && !locked)
  useFocusMove(pageId)
  useOwnTab(me.data?.staff?.id)

  if (!me.data) {
    return <AtTheDoor>{me.error ? <OutOfReach problem={me.error} retry={me.refetch} /> : <Skeleton title />}</AtTheDoor>
  }
  // Set up meanwhile, by whoever has the link.
  if (path === '/first-run' && !me.data.firstRun) return <Navigate to="/" replace />
  const page = (
    <Boundary key={pageId}>
      <Suspense fallback={<Skeleton title lines={4} />}>
        <Outlet />
      </Suspense>
    </Boundary>
  )
  if (route?.open) return <AtTheDoor title={route.title}>{page}</AtTheDoor>
  if (me.data.firstRun && staffRoutes.some((one) => one.path === '/first-run')) {
    return <Navigate to="/first-run" replace />
  }
  if (!signedIn && me.data.demo?.enterable) return <Navigate to="/demo" replace />
  if (!signedIn) {
    return (
      <AtTheDoor title={shellWords.signIn}>
        <Suspense fallback={<Skeleton title />}>
          <SignIn />
        </Suspense>
      </AtTheDoor>
    )
  }
  const allowed = route?.may === undefined || me.data.staff?.permissions.includes(route.may)
  return (
    <>
      {me.data.clinic && !locked && <NewDay timeZone={me.data.clinic.timeZone} />}
      {/* Another person begins with a page of their own: what the one before typed is in this one. */}
      <div key={me.data.staff?.id} className="behind-the-door" inert={locked} data-locked={locked}>
        <BehindLock value={locked}>
          <Shell me={me.data} route={route}>
            {allowed ? page : route?.path === '/' ? <Home /> : <NotAllowed />}
          </Shell>
        </BehindLock>
      </div>
      {locked && <LockOverlay name={me.data.staff?.name ?? ''} />}
    </>
  )
}

/** Nothing can be shown. A display that nobody touches comes back by itself. */
const OutOfReach = ({ problem, retry }: { problem: ApiProblem; retry: () => Promise<unknown> }) => {
  const { since } = useContact()
  useEffect(() => {
    const again = setInterval(() => void retry(), tryAgainMs)
    return () => clearInterval(again)
  }, [retry])
  return (
    <>
      <ProblemNotice problem={problem} onRetry={() => void retry()} />
      <p>
        {shellWords.tryingAgain(
          showTime(new Date(since).toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone),
        )}
      </p>
    </>
  )
}
const tryAgainMs = 10_000

const AtTheDoor = ({ title, children }: { title?: string; children: ReactNode }) => {
  useEffect(() => {
    document.title = [title, shellWords.product].filter(Boolean).join(' · ')
  }, [title])
  return (
    <div className="door">
      <main className="door-sheet" id="page">
        <Wordmark />
        {children}
      </main>
    </div>
  )
}

const useLive = (on: boolean) => {
  const queries = useQueryClient()
  useEffect(() => (on ? followLive(queries) : undefined), [on, queries])
}

/**
 * At midnight nothing is written that the live feed could tell, and yet what is today's, due and expected is another: it
 * is asked for anew, also on a wall that nobody touches. A part of its own, because it looks at the clock again and again.
 */
const NewDay = ({ timeZone }: { timeZone: string }) => {
  const queries = useQueryClient()
  const today = dayIn(timeZone, useNow(30) as Instant)
  const before = useRef(today)
  useEffect(() => {
    if (before.current !== today) void queries.invalidateQueries()
    before.current = today
  }, [queries, today])
  return null
}

/** A step to another page moves the focus to its title, and the view to its top. */
const useFocusMove = (pageId: string) => {
  const before = useRef(pageId)
  if (before.current !== pageId) {
    if (before.current !== '') wantFocusMove()
    before.current = pageId
  }
}

/**
 * What one person typed, and what the clinic told them, is not shown to the next whom this tab finds signed in. Not in an
 * effect: a page that is open looks for both before any effect runs.
 */
const useOwnTab = (staffId: string | undefined) => {
  const queries = useQueryClient()
  if (!staffId) return
  setPerson(staffId)
  const owner = sessionStorage.getItem(ownerKey)
  if (owner === staffId) return
  if (owner !== null) {
    dropAllDrafts()
    queries.removeQueries({ predicate: ({ queryKey: [path] }) => path !== mePath })
  }
  sessionStorage.setItem(ownerKey, staffId)
}
const ownerKey = 'evenkeel.draft-owner'
