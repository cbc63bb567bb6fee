import { useState } from 'react'
import { held } from '../../../science/decide.ts'
import { judgeDose } from '../../../science/dose.ts'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Finding } from '../../../web/controls/Finding.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay } from '../../../web/me.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { DoseGiven, sides, sites } from '../dose.ts'
import { answersStillGood, beforeDoseFindings, unanswered } from '../gates.ts'
import type { PlanToday } from '../queries-standing.ts'
import { Taps } from './Quick.tsx'
import { useOnce } from './use-once.ts'
import { atThisMoment, type Here } from './use-session.ts'
import { When } from './When.tsx'

const words = sessionWords.dose
type Typed = {
  mg?: number | undefined
  site?: (typeof sites)[number] | undefined
  side?: (typeof sides)[number] | undefined
  concentrationMgPerMl?: number | undefined
  volumeMl?: number | undefined
  lot?: string | undefined
  differsBecause?: string | undefined
}

/** What was given. The plan's dose stands beside the field and is not filled into it. */
export const GiveDose = ({ here, plan, onDone }: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const { session, answer, protocol, now } = here
  const prescriber = useMay('sessions.clear')
  const [typed, setTyped] = useState<Typed>({})
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [happenedAt, setHappenedAt] = useState<string>()
  const [agreed, setAgreed] = useState<number>()
  const [fields, setFields] = useState<Record<string, string>>({})
  const [id, renew] = useOnce()
  const change = (more: Typed) => setTyped({ ...typed, ...more })
  const number =
    Math.max(
      0,
      ...session.log.filter(({ kind }) => kind === 'dose').map(({ data }) => (data as { number: number }).number),
    ) + 1
  const before = session.doses.reduce((sum, { data }) => sum + data.mg, 0)
  const differs = typeof typed.mg === 'number' && before + typed.mg !== plan.doseMg

  const findings =
    session.doses.length > 0 ? [] : beforeDoseFindings(protocol, session, answer.standing, { now, today: answer.today })
  const given = Object.entries(reasons).flatMap(([rule, reason]) =>
    prescriber && reason.trim() ? [{ rule, reason }] : [],
  )
  const still = answersStillGood(session, findings)
  const toAnswer = unanswered(held(findings), still)
  const open = unanswered(toAnswer, given)

  const judged = typeof typed.mg === 'number' ? judgeDose(plan.route, typed.mg, plan.weightKg ?? undefined) : 'usual'
  const asks = typeof judged === 'object' && 'ask' in judged ? judged.ask : undefined
  const toConfirm = asks !== undefined && agreed !== typed.mg

  const give = async () => {
    const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
    const data = {
      route: plan.route,
      number,
      drug: plan.drug,
      planVersionId: plan.versionId,
      ...filled,
      ...(asks && agreed === typed.mg ? { confirmed: true } : {}),
    }
    const parsed = DoseGiven.safeParse(data)
    if (!parsed.success)
      return setFields(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])))
    try {
      await api.post(`/api/sessions/${answer.row.id}/dose`, {
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
    await here.refresh()
    onDone?.()
  }
  return (
    <section className="stack" aria-labelledby="dose-title">
      <div>
        <h2 id="dose-title">{number > 1 ? words.number(number) : words.title}</h2>
        <p>{words.plan(plan.drug, plan.doseMg)}</p>
        <p className="soft">
          {words.planBy(plan.signedBy, plan.number)}
          {before > 0 ? `. ${words.sofar(before)}` : ''}
        </p>
      </div>
      {toAnswer.length > 0 && (
        <Notice signal="held" title={words.held}>
          {toAnswer.map((finding) => (
            <div key={finding.rule} className="stack" data-gap="tight">
              <Finding finding={finding} />
              {prescriber && finding.overriddenBy !== 'nobody' && (
                <TextArea
                  name={finding.rule}
                  label={sessionWords.clear.reason(finding.rule)}
                  value={reasons[finding.rule]}
                  onChange={(reason) => setReasons({ ...reasons, [finding.rule]: reason ?? '' })}
                />
              )}
            </div>
          ))}
        </Notice>
      )}
      <NumberField
        name="mg"
        label={words.mg}
        hint={words.mgHint}
        unit="mg"
        decimals
        value={typed.mg}
        error={fields.mg}
        onChange={(mg) => change({ mg })}
        judge={(mg) => {
          const said = judgeDose(plan.route, mg, plan.weightKg ?? undefined)
          return typeof said === 'object' && 'refuse' in said ? said : 'usual'
        }}
      />
      {toConfirm && (
        <div className="number-ask" role="status">
          <p>{asks}</p>
          <Button kind="quiet" onPress={() => setAgreed(typed.mg)}>
            {sessionWords.vitals.isRight(`${typed.mg} mg`)}
          </Button>
        </div>
      )}
      {differs && (
        <TextArea
          name="differsBecause"
          label={words.differs}
          error={fields.differsBecause}
          value={typed.differsBecause}
          onChange={(differsBecause) => change({ differsBecause })}
        />
      )}
      <Taps
        label={words.site}
        options={sites.map((value) => ({ value, label: words.sites[value] }))}
        value={typed.site}
        onChange={(site) => change({ site })}
      />
      <Taps
        label={words.side}
        options={sides.map((value) => ({ value, label: words.sides[value] }))}
        value={typed.side}
        onChange={(side) => change({ side })}
      />
      <div className="columns">
        <NumberField
          name="concentration"
          label={words.concentration}
          note={words.mayStay}
          unit="mg/mL"
          decimals
          value={typed.concentrationMgPerMl}
          error={fields.concentrationMgPerMl}
          onChange={(concentrationMgPerMl) => change({ concentrationMgPerMl })}
        />
        <NumberField
          name="volume"
          label={words.volume}
          note={words.mayStay}
          unit="mL"
          decimals
          value={typed.volumeMl}
          error={fields.volumeMl}
          onChange={(volumeMl) => change({ volumeMl })}
        />
        <Field
          name="lot"
          label={words.lot}
          note={words.mayStay}
          value={typed.lot}
          onChange={(lot) => change({ lot })}
        />
      </div>
      <When now={now} timeZone={here.timeZone} onChange={setHappenedAt} />
      {['site', 'side', 'mg', 'happenedAt'].map((key) =>
        fields[key] && key !== 'mg' ? (
          <p key={key} className="field-error" role="alert">
            {fields[key]}
          </p>
        ) : null,
      )}
      <Button
        wide
        onPress={give}
        why={open.length > 0 ? words.held : toConfirm ? sessionWords.vitals.confirmFirst : undefined}
      >
        {words.give}
      </Button>
    </section>
  )
}
