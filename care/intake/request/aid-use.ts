import { type Aid, type Claim, claimNames, claims, type Prep, preps, type Standing, standings } from '../aid/aid.ts'

/** What was answered to one line of the check of understanding. What was left open is counted, and is no answer. */
export type Understood = { claim: Claim; right: number; wrong: number; unsure: number; open: number }
export type Prepared = { prep: Prep; yes: number; partly: number; no: number; open: number }

/**
 * What came along from the decision aid, counted without a name: `asked` people asked for themselves, `sent` of them ticked
 * that the aid may come along. Nobody else is known: who read it and sent nothing is not in here.
 */
export type AidUse = {
  asked: number
  sent: number
  understood: Understood[]
  prepared: Prepared[]
  stands: { standing: Standing; count: number }[]
  standsOpen: number
}

/** @param given of each request what came along; undefined where nothing did. */
export const aidUseOf = (given: readonly (Aid | undefined)[]): AidUse => {
  const aids = given.filter((aid) => aid !== undefined)
  const count = (field: string, answer: string | undefined) => aids.filter((aid) => aid[field] === answer).length
  return {
    asked: given.length,
    sent: aids.length,
    understood: claimNames.map((claim) => {
      const { isTrue } = claims[claim]
      const field = `claim.${claim}`
      return {
        claim,
        right: count(field, String(isTrue)),
        wrong: count(field, String(!isTrue)),
        unsure: count(field, 'not sure'),
        open: count(field, undefined),
      }
    }),
    prepared: preps.map((prep) => {
      const of = (answer: string | undefined) => count(`prep.${prep}`, answer)
      return { prep, yes: of('yes'), partly: of('partly'), no: of('no'), open: of(undefined) }
    }),
    stands: standings.map((standing) => ({ standing, count: count('ready', standing) })),
    standsOpen: count('ready', undefined),
  }
}
