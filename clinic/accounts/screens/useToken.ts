import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../web/problem.ts'

/**
 * What stands after the `#` of this page's address. Browsers never send it to a server, so no log has it. Another link
 * pasted into the same tab changes only this part: the page begins anew with it.
 */
export const useToken = (): string => {
  useEffect(() => {
    const again = () => window.location.reload()
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  return useState(() => window.location.hash.slice(1))[0]
}

/** There is no field on the page to stand beside: what is wrong with the link is the sentence itself. */
export const aboutLink = (problem: ApiProblem): ApiProblem =>
  problem.fields.token ? new ApiProblem(problem.kind, problem.fields.token) : problem
