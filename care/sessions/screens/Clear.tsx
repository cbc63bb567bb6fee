import { useState } from 'react'
import { type Finding as Found, held } from '../../../science/decide.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Finding } from '../../../web/controls/Finding.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { useMay } from '../../../web/me.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { NewestPhq9 } from '../../outcomes/screens/NewestPhq9.tsx'
import { beforeDoseFindings, seenIn, unanswered } from '../gates.ts'
import { SignedPlan } from './giving/SignedPlan.tsx'
import { useOnce } from './use-once.ts'
import type { Here } from './use-session.ts'

const words = sessionWords.clear

/** The prescriber's decision, with a reason for each finding that holds. Others see what it waits for. */
export const Clear = ({ here }: { here: Here }) => {
  const { session, answer, protocol, now } = here
  const mayClear = useMay('sessions.clear')
  const findings = beforeDoseFindings(protocol, session, answer.standing, { now, today: answer.today })
  const holding = held(findings)
  const others = findings.filter(({ holds }) => !holds)
  const unknown = holding.filter(({ answer: said }) => said === 'unknown').length
  if (session.clearanceTakenBack) return <Notice signal="held" title={words.takenBack} />
  return (
    <section className="stack" aria-labelledby="clear-title">
      <h2 id="clear-title">{words.title}</h2>
      <p className="soft">{mayClear ? words.lead : words.waits}</p>
      {answer.plan && <SignedPlan plan={answer.plan} timeZone={here.timeZone} />}
      {mayClear && <NewestPhq9 patientId={answer.row.patientId} />}
      {mayClear ? (
        <Decide here={here} holding={holding} />
      ) : (
        <div>
          {holding
            .filter(({ answer: said, kind }) => said !== 'unknown' || kind === 'criterion')
            .map((finding) => (
              <Finding key={finding.rule} finding={finding} />
            ))}
          {unknown > 0 && <p>{words.unknown(unknown)}</p>}
        </div>
      )}
      <details>
        <summary>{words.others(others.length)}</summary>
        {others.map((finding) => (
          <Finding key={finding.rule} finding={finding} />
        ))}
      </details>
    </section>
  )
}

const Decide = ({ here, holding }: { here: Here; holding: Found[] }) => {
  const session = here.answer.row.id
  const [reasons, setReasons, dropReasons] = useTyped<Record<string, string>>(`session.clear.${session}`, {})
  const [more, setMore, dropMore] = useTyped<string | undefined>(`session.clear.more.${session}`, undefined)
  const [refusing, setRefusing] = useState(false)
  const [id, renew] = useOnce()
  const answers = Object.entries(reasons)
    .filter(([rule, reason]) => reason.trim() && holding.some((finding) => finding.rule === rule))
    .map(([rule, reason]) => ({ rule, reason }))
  const open = unanswered(holding, answers)
  const decide = async (decision: object) => {
    await here.step('clear', { id, decision, seen: seenIn(here.session) })
    dropReasons()
    dropMore()
    renew()
    await here.refresh()
  }
  return (
    <div className="stack">
      {holding.length === 0 && <p>{words.nothingHolds}</p>}
      {holding.map((finding) => (
        <div key={finding.rule} className="stack" data-gap="tight">
          <Finding finding={finding} />
          {finding.overriddenBy === 'nobody' ? (
            <p className="soft">{words.cannot}</p>
          ) : (
            <TextArea
              name={finding.rule}
              label={words.reason(finding.rule)}
              value={reasons[finding.rule]}
              onChange={(reason) => setReasons({ ...reasons, [finding.rule]: reason ?? '' })}
            />
          )}
        </div>
      ))}
      <TextArea name="more" label={words.words} note={sessionWords.day.mayStay} value={more} onChange={setMore} />
      <div className="row">
        <Button
          why={open.length > 0 ? words.reasonNeeded : undefined}
          onPress={() => decide({ is: 'cleared', answers, ...(more ? { words: more } : {}) })}
        >
          {words.clear}
        </Button>
        <Button kind="quiet" onPress={() => setRefusing(true)}>
          {words.notClear}
        </Button>
      </div>
      <NotCleared session={session} open={refusing} onClose={() => setRefusing(false)} decide={decide} />
    </div>
  )
}

const NotCleared = ({
  session,
  open,
  onClose,
  decide,
}: {
  session: string
  open: boolean
  onClose: () => void
  decide: (decision: object) => Promise<void>
}) => {
  const [reason, setReason, drop] = useTyped<string | undefined>(`session.not-clear.${session}`, undefined)
  return (
    <Dialog title={words.notClearTitle} open={open} onClose={onClose}>
      <TextArea name="reason" label={words.notClearReason} value={reason} onChange={setReason} />
      <div>
        <Button
          onPress={async () => {
            await decide({ is: 'not cleared', reason: reason ?? '' })
            drop()
            onClose()
          }}
        >
          {words.notClearTitle}
        </Button>
      </div>
    </Dialog>
  )
}
