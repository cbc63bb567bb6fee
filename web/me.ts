import type { QueryClient } from '@tanstack/react-query'
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

/** The clinic and the person, for screens behind sign-in. Times are shown in `clinic.timeZone`. */
export const useSignedIn = (): { staff: NonNullable<Me['staff']>; clinic: NonNullable<Me['clinic']> } => {
  const { data } = useMe()
  if (!data?.staff || !data.clinic) throw new Error('A screen for staff was shown to nobody')
  return { staff: data.staff, clinic: data.clinic }
}

/** Whether this person may: the server decides again, this only hides what would be refused. */
export const useMay = (permission: string): boolean => useMe().data?.staff?.permissions.includes(permission) ?? false

/** The clinic's time zone, for showing instants. */
export const useTimeZone = (): string => useSignedIn().clinic.timeZone
