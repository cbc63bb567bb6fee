import { useEffect, useState } from 'react'
import { api } from '../../../web/api.ts'
import { ApiProblem } from '../../../web/problem.ts'

/**
 * Asks once for something that must not change while it is on the screen, such as a secret that an app has scanned:
 * the live feed does not renew it. Pass undefined to wait.
 */
export const useOnce = <Answer>(path: string | undefined, body: Record<string, unknown>) => {
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<ApiProblem>()
  const text = JSON.stringify(body)
  useEffect(() => {
    if (path === undefined) return
    let wanted = true
    const ask = async () => {
      try {
        const got = await api.post<Answer>(path, JSON.parse(text))
        if (wanted) setAnswer(got)
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        if (wanted) setProblem(error)
      }
    }
    void ask()
    return () => {
      wanted = false
    }
  }, [path, text])
  return { answer, problem }
}
