import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, newId, useRead } from '../../../web/api.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { useTreatmentRoute } from '../../../web/treatment-route.ts'
import type { AnswerValue } from '../basis.ts'
import type { EvaluationAnswer } from '../read.ts'

const pathOf = (patientId: string): string => `/api/patients/${patientId}/evaluation`

/** The evaluation as the route in the page's address looks at it. */
export const useEvaluation = (patientId: string) => {
  const route = useTreatmentRoute()
  return useRead<EvaluationAnswer>(`${pathOf(patientId)}?route=${route}`)
}

/** An evaluation serves every route: what changes in it is asked anew for all of them. */
export const evaluationChanged = (queries: QueryClient, patientId: string): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(pathOf(patientId)) })

export type Save = (values: Readonly<Record<string, AnswerValue>>, confirmed?: readonly string[]) => Promise<void>

/**
 * Sends answers one batch after the other, each naming the answer it replaces: the one on the screen, or the one just
 * sent from here. A conflict brings what somebody else recorded onto the screen.
 */
export const useSave = (patientId: string, data: EvaluationAnswer | undefined): Save => {
  const queries = useQueryClient()
  const tail = useRef<Promise<unknown>>(Promise.resolve())
  const own = useRef(new Map<string, string>()).current
  const shown = useRef(data)
  if (shown.current !== data) {
    shown.current = data
    const heard = new Set(data?.history.map(({ id }) => id))
    for (const [key, id] of own) if (heard.has(id)) own.delete(key)
  }
  const send = async (values: Readonly<Record<string, AnswerValue>>, confirmed: readonly string[]) => {
    const evaluation = shown.current?.evaluation
    if (!evaluation) return
    const before = new Map(shown.current?.answers.map(({ key, id }) => [key as string, id]))
    const answers = Object.entries(values).map(([key, value]) => ({
      id: newId(),
      key,
      value,
      confirmed: confirmed.includes(key),
      corrects: own.get(key) ?? before.get(key) ?? null,
    }))
    try {
      await api.post(`/api/patients/${patientId}/evaluation/answers`, { evaluationId: evaluation.id, answers })
      for (const { key, id } of answers) own.set(key, id)
    } catch (error) {
      // What somebody else recorded is on its way to the screen, and the next try names that.
      if (error instanceof ApiProblem && error.kind === 'conflict') for (const { key } of answers) own.delete(key)
      throw error instanceof ApiProblem ? byKey(error, answers) : error
    }
  }
  return (values, confirmed = []) => {
    const sent = tail.current.then(() => send(values, confirmed))
    // The next answer does not wait until the screen has heard what became of this one: whoever leaves loses none.
    tail.current = sent.catch(() => undefined)
    return sent.finally(() => evaluationChanged(queries, patientId))
  }
}

/** The server names answers by their place in the batch; a form names them by their question. */
const byKey = (problem: ApiProblem, answers: readonly { key: string }[]): ApiProblem => {
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([path, says]) => [answers[Number(path.split('.')[1])]?.key ?? path, says]),
  )
  const { kind, says, because, first } = problem
  return new ApiProblem(kind, says, { fields, because, ...(first ? { first } : {}) })
}
