import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { api, setDoorkeeper } from '../api.ts'
import { dropAllDrafts } from '../controls/drafts.ts'
import { staffAreBack } from '../handed.ts'
import { forgetKnown, hideKnown, touched, untouchedMinutes } from '../known.ts'
import { inContact } from '../live.ts'
import { followLock, lastTouched, tellLock, touchedHere } from '../lock-told.ts'
import { type Me, refreshMe, useMe } from '../me.ts'
import { endHanded } from '../patient/handed-back.ts'
import { ApiProblem } from '../problem.ts'

export type Door = {
  locked: boolean
  lock: () => Promise<void>
  unlock: (proof: { password: string } | { passkey: { offer: string; answer: object } }) => Promise<void>
  /** In a demo clinic nobody has a password. */
  unlockDemo: () => Promise<void>
  signOut: (everywhere: boolean) => Promise<void>
}

const DoorContext = createContext<Door | undefined>(undefined)

export const useDoor = (): Door => {
  const door = useContext(DoorContext)
  if (!door) throw new Error('There is no door around this')
  return door
}

/** Less than the server's own 15, so that this screen locks before a request finds out. */
const idleMinutes = 12
/** How often the server is told that somebody is here; it keeps the time itself. */
const tellMs = 60_000
const key = 'evenkeel.locked'

/** Locks after a while without a touch; while locked, requests wait, and go on once somebody has unlocked. */
export const DoorProvider = ({ children }: { children: ReactNode }) => {
  const queries = useQueryClient()
  const { data: me } = useMe()
  // A reload must not open what a person locked, even when the server could not be told.
  const [here, setHere] = useState(() => sessionStorage.getItem(key) !== null)
  const waiting = useRef<((answer: 'again' | 'signed-out') => void)[]>([])
  const locked = me?.signedIn === true && (me.locked || here)

  const mark = useCallback((on: boolean) => {
    if (on) sessionStorage.setItem(key, '1')
    else sessionStorage.removeItem(key)
    setHere(on)
  }, [])
  const release = useCallback((answer: 'again' | 'signed-out') => {
    for (const go of waiting.current.splice(0)) go(answer)
  }, [])
  const lock = useCallback(async () => {
    mark(true)
    await hideKnown()
    await api.post('/api/sign-in/lock').catch(() => {})
    tellLock()
  }, [mark])
  const unlocked = useCallback(async () => {
    mark(false)
    tellLock()
    await refreshMe(queries)
    release('again')
    await queries.invalidateQueries()
  }, [mark, queries, release])
  const leave = useCallback(async () => {
    dropAllDrafts()
    await endHanded()
    await forgetKnown()
    mark(false)
    release('signed-out')
    // A whole new page: nothing of the last person stays in memory.
    window.location.assign('/')
  }, [mark, release])

  // A sign-in that ran out while it was locked guards nothing any more: whoever signs in anew is not asked twice.
  const gone = me?.signedIn === false
  useEffect(() => {
    if (gone) mark(false)
  }, [gone, mark])

  // Unlocked here, elsewhere, or signed in anew: what a patient had here is over, and what waited goes on.
  const back = me?.signedIn === true && !locked
  useEffect(() => {
    if (!back) return
    staffAreBack()
    void endHanded()
    release('again')
  }, [back, release])

  // Another tab of this browser locked or unlocked. Where the clinic cannot be asked, nothing is shown until it can.
  useEffect(() => followLock(() => void refreshMe(queries).catch(() => mark(true))), [queries, mark])

  useEffect(() => {
    setDoorkeeper(async () => {
      const now: Me = await refreshMe(queries)
      if (!now.signedIn) return 'signed-out'
      if (!now.locked) return 'again'
      tellLock()
      return new Promise((resolve) => waiting.current.push(resolve))
    })
    return () => setDoorkeeper(undefined)
  }, [queries])
  const stillHere = useCallback(() => {
    // Refused means locked or signed out meanwhile: the shell follows what /api/me says.
    api.post('/api/sign-in/active').catch(() => refreshMe(queries).catch(() => {}))
  }, [queries])
  useIdle(me?.signedIn === true && !locked && !me.staff?.roles.includes('display'), lock, stillHere)

  const door = useMemo<Door>(
    () => ({
      locked,
      lock,
      unlock: async (proof) => {
        await api.post('/api/sign-in/unlock', proof)
        await unlocked()
      },
      unlockDemo: async () => {
        await api.post('/api/demo/unlock')
        await unlocked()
      },
      signOut: async (everywhere) => {
        try {
          await api.post('/api/sign-out', { everywhere })
        } catch (error) {
          if (!(error instanceof ApiProblem) || error.kind !== 'offline') throw error
          // The clinic cannot be told. Nothing is shown here until it can be.
          mark(true)
          await forgetKnown()
          throw error
        }
        await leave()
      },
    }),
    [locked, lock, unlocked, leave, mark],
  )
  return <DoorContext value={door}>{children}</DoorContext>
}

const useIdle = (watching: boolean, idle: () => void, active: () => void) => {
  useEffect(() => {
    if (!watching) return
    let touchedAt = Date.now()
    let told = Date.now()
    const touch = () => {
      touchedAt = Date.now()
      touched()
      touchedHere()
      if (touchedAt - told < tellMs) return
      told = touchedAt
      active()
    }
    const signs = ['pointerdown', 'keydown', 'scroll'] as const
    for (const sign of signs) document.addEventListener(sign, touch, { capture: true, passive: true })
    const watch = setInterval(() => {
      // Unlocking needs the clinic. Without contact a patient is watched longer before the screen asks who is there.
      const minutes = inContact() ? idleMinutes : untouchedMinutes
      if (Date.now() - Math.max(touchedAt, lastTouched()) > minutes * 60_000) idle()
    }, 5000)
    return () => {
      clearInterval(watch)
      for (const sign of signs) document.removeEventListener(sign, touch, { capture: true })
    }
  }, [watching, idle, active])
}
