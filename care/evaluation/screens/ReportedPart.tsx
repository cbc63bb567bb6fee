import { Empty } from '../../../web/controls/Empty.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { reportedWords as words } from '../../../web/words/en/reported.ts'
import { partNames, questionsOf } from '../../intake/questions.ts'
import { type Reported, saidItems } from '../reported.ts'
import { ReportedItem } from './Reported.tsx'

/** Everything the patient told, part by part, in the order it was asked. */
export const ReportedPart = ({ reported }: { reported: Reported | null }) => {
  const timeZone = useTimeZone()
  if (!reported) return <Empty title={words.notAsked} />
  const { items, doneAt } = reported
  return (
    <>
      <p className="soft">
        {words.lead} {doneAt ? words.done(showMoment(doneAt, timeZone)) : words.notDone}
      </p>
      {items.length === 0 && <Empty title={words.nothing} />}
      {partNames.map((part) => {
        const said = questionsOf(part).flatMap((key) => saidItems(items).filter(({ now }) => now.question === key))
        if (said.length === 0) return null
        return (
          <section key={part} className="stack">
            <h3>{intakeWords.parts[part]}</h3>
            <ul className="reported">
              {said.map((item) => (
                <ReportedItem key={item.now.id} item={item} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
