import { minutesBetween } from '../../../../science/time.ts'
import { Button } from '../../../../web/controls/Button.tsx'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../../web/controls/useTyped.ts'
import { useMay } from '../../../../web/me.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { releaseFacts, undecidedDevices } from '../../gates.ts'
import type { Decided } from '../../giving.ts'
import type { Here } from '../use-session.ts'

/** The pressure at 40 minutes can no longer be taken. */
const pastMinutes = 45

/** What waits for a prescriber's own words: a device that failed, a pressure that was missed. Nothing is proposed. */
export const Decisions = ({ here }: { here: Here }) => {
  const { session, protocol, now } = here
  if (protocol.route !== 'esketamine') return null
  const { pressureRecordedAt40, missingPressureDecided } = releaseFacts(protocol, session, now)
  const missed =
    session.lastDoseAt !== undefined &&
    minutesBetween(session.lastDoseAt, now) > pastMinutes &&
    !pressureRecordedAt40 &&
    !missingPressureDecided
  return (
    <>
      {undecidedDevices(session).map(({ id, data }) => (
        <Decide
          key={id}
          here={here}
          about={{ about: 'device', doseId: id }}
          title={words.deviceFailed(data.number, data.route === 'esketamine' ? words.gaveOptions[data.gave] : '')}
        />
      ))}
      {missed && <Decide here={here} about={{ about: 'pressure at 40 minutes' }} title={words.pressureMissed} />}
    </>
  )
}

type About = Decided extends infer One ? (One extends unknown ? Omit<One, 'words'> : never) : never

const Decide = ({ here, about, title }: { here: Here; about: About; title: string }) => {
  const prescriber = useMay('sessions.clear')
  const draft = ['session.decide', here.answer.row.id, ...Object.values(about)].join('.')
  const [said, setSaid, drop] = useTyped<string | undefined>(draft, undefined)
  return (
    <Notice signal="held" title={title}>
      {prescriber ? (
        <div className="stack">
          <TextArea name="decided" label={words.decide} value={said} onChange={setSaid} />
          <div>
            <Button
              why={said?.trim() ? undefined : words.decideFirst}
              onPress={async () => {
                await here.write('decided', { ...about, words: said })
                drop()
              }}
            >
              {words.saveDecision}
            </Button>
          </div>
        </div>
      ) : (
        <p>{words.prescriberDecides}</p>
      )}
    </Notice>
  )
}
