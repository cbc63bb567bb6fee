import type { QueryClient } from '@tanstack/react-query'

/** What shows scores, or what is still to be rated, asks anew. */
export const ratingChanged = (queries: QueryClient, patientId: string): Promise<unknown> =>
  Promise.all(
    [`/api/patients/${patientId}/chart`, `/api/patients/${patientId}/ratings`, '/api/ratings'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  )
