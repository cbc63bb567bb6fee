import { dayIn } from '../../../science/day-in.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useParam } from '../../../web/params.ts'
import { showDate, showMoment, timeBeside } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { entriesOf } from '../log.ts'
import { entrySentence } from '../note/sentence.ts'
import { besides, sheetRows } from '../sheet.ts'
import { PaperSheet } from './PaperSheet.tsx'
import { SaveState } from './SaveState.tsx'
import { useSession } from './use-session.ts'

const words = roomWords.sheet

/** The paper sheet of a session, filled to this minute; made on this device, so it prints without the clinic too. */
export const Sheet = () => {
  const id = useParam('sessionId')
  const { read, here, own } = useSession(id)
  if (read.error && !here) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
  if (!here) return <Skeleton title lines={6} />
  const { answer, protocol, session, now, timeZone, nameOf } = here
  const { row, clinic } = answer
  const time = timeBeside(row.bookedFor, timeZone)
  const doses = [...entriesOf(session.log, 'dose'), ...entriesOf(session.log, 'infusion changed')]
  return (
    <div className="stack" data-gap="wide">
      <div className="on-screen-only stack">
        <PageTitle title={words.title} over={row.patientName} />
        <SaveState path={`/api/sessions/${id}`} own={own} here={here} />
        <div className="row">
          <PrintButton />
          <ButtonLink to={`/sessions/${id}`}>{sessionWords.session}</ButtonLink>
        </div>
      </div>
      <PaperSheet
        protocol={protocol}
        rows={sheetRows(protocol, session, now)}
        of={{
          patient: words.who(row.patientName, row.patientNumber, row.birthDate),
          day: showDate(dayIn(timeZone, row.bookedFor)),
          place: words.where(clinic.name, row.roomName, row.responsibleName),
          dose: doses.map((entry) => `${time(entry.happenedAt)} ${entrySentence(entry, time)}`),
          besides: besides(session).map((entry) => {
            const of =
              entry.kind === 'side effect ended'
                ? session.sideEffects.find((one) => one.entry.id === entry.data.effectId)?.entry.data.effect
                : undefined
            return `${time(entry.happenedAt)} ${of ? `${of}: ` : ''}${entrySentence(entry, time)}`
          }),
          asOf: showMoment(now, timeZone),
        }}
        emergencyPlan={clinic.emergencyPlan || sessionWords.now.noPlan}
        time={time}
        nameOf={nameOf}
      />
    </div>
  )
}
