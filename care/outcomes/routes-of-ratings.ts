import { z } from 'zod'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import {
  listOpenAsked,
  listRated,
  listRatings,
  type OpenAsked,
  type Rated,
  type RatingShown,
} from './queries-of-ratings.ts'

export type RatingsWaiting = { waiting: RatingShown[] }
export type RatingsOfPatient = { ratings: RatingShown[]; rated: Rated[]; asked: OpenAsked[] }

export const ratingRoutes: Route[] = [
  // Of the start page: what this person is to rate, and what is theirs because nobody else is left.
  route({
    method: 'GET',
    path: '/api/ratings',
    may: 'outcomes.record',
    handle: ({ db, clinicId, actor, now }): Promise<RatingsWaiting> => {
      const prescriber = actor.kind === 'staff' && actor.roles.includes('prescriber')
      return reading(db, { clinicId }, async (q) => {
        const found = await listRatings(q, now, { staffId: actor.id, prescriber })
        return { waiting: found.filter(({ state }) => state !== 'ahead') }
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId/ratings',
    may: 'outcomes.read',
    patient: 'patientId',
    opens: 'ratings.open',
    params: z.object({ patientId: z.uuid() }),
    handle: ({ db, clinicId, now, params: { patientId } }): Promise<RatingsOfPatient> =>
      reading(db, { clinicId }, async (q) => {
        const [ratings, rated, asked] = await Promise.all([
          listRatings(q, now, { patientId }),
          listRated(q, patientId),
          listOpenAsked(q, now, patientId),
        ])
        return { ratings, rated, asked }
      }),
  }),
]
