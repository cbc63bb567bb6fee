import { refillTolerance } from '../../../science/maintenance/supply.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate, showPartialDate } from '../../../web/time.ts'
import { overTimeWords as words } from '../../../web/words/en/over-time.ts'
import type { TakenHome } from '../long-term.ts'

/** How much went home, as far as it is on record. Nothing on record is unknown, not none. */
export const Dispensed = ({ takenHome: { dispensed }, patientId }: { takenHome: TakenHome; patientId: string }) => {
  const mayWrite = useMay('records.write')
  return (
    <>
      {dispensed.supplies === 0 ? (
        <p>
          <State signal="held">{words.noSupply}</State>
        </p>
      ) : (
        <>
          <p>{words.dispensed(dispensed.supplies, dispensed.mg, dispensed.unknown)}</p>
          <p className="soft">{words.notWhetherTaken}</p>
        </>
      )}
      {mayWrite && (
        <p>
          <ButtonLink to={`/patients/${patientId}/record`} kind="plain">
            {words.toSupplies}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

/** Each refill that is early or cannot be read, and what was lost; with the days, for a talk with the patient. */
export const Refills = ({ takenHome: { refills, losses } }: { takenHome: TakenHome }) => {
  const shown = refills.filter(({ is }) => is !== 'not early')
  if (shown.length + losses.length === 0) return null
  return (
    <>
      <ul className="refills">
        {shown.map((refill, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two supplies can be of one day, and the list only grows
          <li key={index}>
            {refill.is === 'early' ? (
              <>
                {showDate(refill.on)}: {words.early(refill.days, showDate(refill.before), showDate(refill.ends))}
              </>
            ) : (
              <State signal="held">
                {showDate(refill.on)}:{' '}
                {refill.is === 'unknown' ? words.notRead(showDate(refill.before)) : words.sameDay}
              </State>
            )}
          </li>
        ))}
        {losses.map(({ what, units, on }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two losses can say the same
          <li key={index}>{words.lost[what](units, on === null ? on : showPartialDate(on))}</li>
        ))}
      </ul>
      <p>{words.withPatient}</p>
      {shown.some(({ is }) => is === 'early') && (
        <>
          <p className="soft">{words.tolerance(refillTolerance.value)}</p>
          <SourceLine finding={refillTolerance} />
        </>
      )}
    </>
  )
}
