import { useCallback, useEffect, useState } from 'react'
import { ApiProblem } from '../problem.ts'
import type { OpenLink } from './link.ts'

/** What stands behind a link at this path: read once, and again with `read`. What was read stays while a problem is told. */
export const useRead = <Answer>({ get }: Pick<OpenLink, 'get'>, path: string) => {
  const [found, setFound] = useState<Answer>()
  const [problem, setProblem] = useState<ApiProblem>()
  const read = useCallback(async () => {
    try {
      setFound(await get<Answer>(path))
      setProblem(undefined)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }, [get, path])
  useEffect(() => void read(), [read])
  return { found, setFound, problem, read }
}
