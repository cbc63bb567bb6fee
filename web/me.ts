import type { QueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, useRead } from './api.ts'

/** Who is signed in on this device, as GET /api/me tells. */
export type Me = {
  signedIn: boolean
  staff?: { id: string; name: string; roles: string[]; permissions: string[] }
  clinic?: { id: string; name: string; timeZone: string; isDemo: boolean; isDrill: boolean }
  /** No clinic exists yet. */
  firstRun: boolean
  /** A synthetic clinic to look around in, and whether anybody may walk in. Told to whoever is not signed in. */
  demo?: { exists: boolean; enterable: boolean }
  /** Signed in, but the person must show that it is still them. */
  locked: boolean
}

export const mePath = '/api/me'

export const useMe = () => useRead<Me>(mePath)

/** Asks the server anew; every part of the shell follows. */
export const refreshMe = (queries: QueryClient): Promise<Me> =>
  queries.fetchQuery({ queryKey: [mePath], queryFn: () => api.get<Me>(mePath), staleTime: 0 })

type SignedIn = { staff: NonNullable<Me['staff']>; clinic: NonNullable<Me['clinic']> }

/**
 * The clinic and the person, for screens behind sign-in. Times are shown in `clinic.timeZone`. A screen may hear before
 * the frame around it that nobody is signed in any more: it stays what it was until the frame takes it away.
 */
export const useSignedIn = (): SignedIn => {
  const { data } = useMe()
  const before = useRef<SignedIn>(undefined)
  if (data?.staff && data.clinic) before.current = { staff: data.staff, clinic: data.clinic }
  if (!before.current) throw new Error('A screen for staff was shown to nobody')
  return before.current
}

/** Whether this person may: the server decides again, this only hides what would be refused. */
export const useMay = (permission: string): boolean => useMe().data?.staff?.permissions.includes(permission) ?? false

/** The clinic's time zone, for showing instants. */
export const useTimeZone = (): string => useSignedIn().clinic.timeZone
