import { useRead } from '../../../web/api.ts'
import type { PatientRecord } from '../record.ts'

export const recordPath = (patientId: string): string => `/api/patients/${patientId}`

export const useRecord = (patientId: string) => useRead<PatientRecord>(recordPath(patientId))
