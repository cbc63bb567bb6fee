import { useRead } from '../../../web/api.ts'

/** The clinic's zone, in which every time on these pages is shown. */
export const useClinicTimeZone = (): string =>
  useRead<{ clinic?: { timeZone: string } }>('/api/me').data?.clinic?.timeZone ?? 'UTC'

export const useMyId = (): string | undefined => useRead<{ staff?: { id: string } }>('/api/me').data?.staff?.id
