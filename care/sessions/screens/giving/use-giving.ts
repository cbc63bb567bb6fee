import { useState } from 'react'
import { held } from '../../../../science/decide.ts'
import { useMay } from '../../../../web/me.ts'
import { ApiProblem } from '../../../../web/problem.ts'
import { DoseGiven } from '../../dose.ts'
import { answersStillGood, beforeDoseFindings, furtherDoseFindings, unanswered } from '../../gates.ts'
import { mgSoFar } from '../../given.ts'
import { nextNumber, waitsFor } from '../../next-dose.ts'
import type { PlanToday } from '../../queries-standing.ts'
import { useOnce } from '../use-once.ts'
import { atThisMoment, type Here } from '../use-session.ts'

/** What every way of giving shares: the number, what holds, the reasons, and sending it once. */
export const useGiving = (here: Here, plan: PlanToday, onDone?: () => void) => {
  const { session, answer, protocol, now } = here
  const prescriber = useMay('sessions.clear')
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [happenedAt, setHappenedAt] = useState<string>()
  const [fields, setFields] = useState<Record<string, string>>({})
  const [id, renew] = useOnce()
  const number = nextNumber(session)
  const findings =
    session.doses.length > 0
      ? furtherDoseFindings(protocol, session, answer.standing, answer.today)
      : beforeDoseFindings(protocol, session, answer.standing, { now, today: answer.today })
  const given = Object.entries(reasons).flatMap(([rule, reason]) =>
    prescriber && reason.trim() ? [{ rule, reason }] : [],
  )
  const toAnswer = unanswered(held(findings), answersStillGood(session, findings, answer.standing.waiting))

  const give = async (typed: Readonly<Record<string, unknown>>): Promise<void> => {
    const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
    const data = { route: plan.route, number, drug: plan.drug, planVersionId: plan.versionId, ...filled }
    const parsed = DoseGiven.safeParse(data)
    if (!parsed.success)
      return setFields(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])))
    try {
      await here.step('dose', {
        id,
        happenedAt: happenedAt ?? atThisMoment(),
        data: parsed.data,
        answers: given,
      })
    } catch (error) {
      if (error instanceof ApiProblem)
        setFields(
          Object.fromEntries(Object.entries(error.fields).map(([key, says]) => [key.replace('data.', ''), says])),
        )
      throw error
    }
    renew()
    setFields({})
    await here.refresh()
    onDone?.()
  }
  return {
    here,
    plan,
    number,
    prescriber,
    /** mg given before this one. */
    before: mgSoFar(session, now),
    /** Why nothing of this route can be given at this moment. */
    waits: waitsFor(protocol, session, plan.doseMg, now),
    toAnswer,
    open: unanswered(toAnswer, given),
    reasons,
    setReason: (rule: string, reason: string) => setReasons({ ...reasons, [rule]: reason }),
    fields,
    /** Nothing that was said of these stands any more. */
    changed: (names: readonly string[]) =>
      setFields((said) => Object.fromEntries(Object.entries(said).filter(([name]) => !names.includes(name)))),
    setHappenedAt,
    give,
  }
}
export type Giving = ReturnType<typeof useGiving>

/** What is typed into a form of giving: what was said of a field is about what stood there before, and goes with it. */
export const useTyped = <Typed extends object>({ changed }: Pick<ReturnType<typeof useGiving>, 'changed'>) => {
  const [typed, setTyped] = useState({} as Typed)
  const change = (more: Typed): void => {
    setTyped({ ...typed, ...more })
    changed(Object.keys(more))
  }
  return { typed, change, clear: () => setTyped({} as Typed) }
}
