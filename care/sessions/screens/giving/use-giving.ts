import { useState } from 'react'
import { held } from '../../../../science/decide.ts'
import { dropDraft } from '../../../../web/controls/drafts.ts'
import { useTyped } from '../../../../web/controls/useTyped.ts'
import { useMay } from '../../../../web/me.ts'
import { ApiProblem } from '../../../../web/problem.ts'
import { DoseGiven } from '../../dose.ts'
import { answersStillGood, beforeDoseFindings, furtherDoseFindings, seenIn, unanswered } from '../../gates.ts'
import { mgSoFar } from '../../given.ts'
import { nextNumber, waitsFor } from '../../next-dose.ts'
import type { PlanToday } from '../../queries-standing.ts'
import { useOnce } from '../use-once.ts'
import { useKeepPad, useKeptPad } from '../use-pad-draft.ts'
import { atThisMoment, type Here } from '../use-session.ts'
import { saidMoment, type WhenTyped } from '../when.ts'

const reasonsOf = (draft: string): string => `${draft}.reasons`

/** What every way of giving shares: the number, what holds, the reasons, and sending it once. */
export const useGiving = <Typed extends object>(here: Here, plan: PlanToday, onDone?: () => void) => {
  const { session, answer, protocol, now } = here
  const prescriber = useMay('sessions.clear')
  const [fields, setFields] = useState<Record<string, string>>({})
  const [id, renew] = useOnce()
  const number = nextNumber(session)
  const draft = `session.dose.${answer.row.id}.${number}`
  const [reasons, setReasons, dropReasons] = useTyped<Record<string, string>>(reasonsOf(draft), {})
  const [when, setWhen] = useState<WhenTyped>({})
  const happenedAt = saidMoment(when, here)
  const { typed, setTyped, again, startOver } = useDose<Typed>(draft, happenedAt)
  const [of, setOf] = useState(draft)
  if (of !== draft) {
    // Somebody gave this one meanwhile: what was typed of it is not what is given next.
    setOf(draft)
    startOver()
    setWhen({})
    setFields({})
    dropDraft(of)
    dropDraft(reasonsOf(of))
  }
  const findings =
    session.doses.length > 0
      ? furtherDoseFindings(protocol, session, answer.standing, answer.today)
      : beforeDoseFindings(protocol, session, answer.standing, { now, today: answer.today })
  const toAnswer = unanswered(held(findings), answersStillGood(session, findings, answer.standing.waiting))
  const given = Object.entries(reasons).flatMap(([rule, reason]) =>
    prescriber && reason.trim() && toAnswer.some((finding) => finding.rule === rule) ? [{ rule, reason }] : [],
  )

  const give = async (entered: Readonly<Record<string, unknown>>): Promise<void> => {
    const filled = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined))
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
        seen: seenIn(session),
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
    startOver()
    dropReasons()
    setWhen({})
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
    waits: waitsFor(protocol, session, plan.doseMg, { at: now, today: here.answer.today }),
    toAnswer,
    open: unanswered(toAnswer, given),
    reasons,
    setReason: (rule: string, reason: string) => setReasons({ ...reasons, [rule]: reason }),
    fields,
    typed,
    /** What was said of a field is about what stood there before, and goes with it. */
    change: (more: Typed): void => {
      setTyped({ ...typed, ...more })
      setFields((said) => Object.fromEntries(Object.entries(said).filter(([name]) => !Object.hasOwn(more, name))))
    },
    again,
    startOver,
    when,
    setWhen,
    give,
  }
}
/** What is the same for every route. */
export type Giving = Omit<ReturnType<typeof useGiving>, 'typed' | 'change'>

/**
 * What is typed of a dose, kept in this tab for as long as readings are. That an unlikely amount is right is said anew, and
 * what is said to be of an earlier time is not offered as of now.
 */
const useDose = <Typed extends object>(draft: string, happenedAt: string | undefined) => {
  const kept = useKeptPad<Typed, object>(draft)
  const [typed, setTyped] = useState(kept?.typed ?? ({} as Typed))
  const [again, setAgain] = useState(kept !== undefined)
  const { agreed: _, ...rest } = typed as Typed & { agreed?: unknown }
  const blank = Object.values(rest).every((value) => value === undefined || value === '')
  const drop = useKeepPad(draft, blank || happenedAt ? undefined : { typed: rest, rest: {} })
  const startOver = () => {
    drop()
    setTyped({} as Typed)
    setAgain(false)
  }
  return { typed, setTyped, again, startOver }
}
