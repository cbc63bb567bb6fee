import { recipientName } from '../../../clinic/releases/release.ts'
import { useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import { releaseWords } from '../../../web/words/en/releases.ts'
import type { PapersAnswer } from './answers.ts'
import { LetterList } from './LetterList.tsx'
import './letters.css'

/** The newest letters and every release that counts, for the chart. */
export const OnChart = ({ patientId }: { patientId: string }) => {
  const { data, error, refetch } = useRead<PapersAnswer>(`/api/patients/${patientId}/papers`)
  const timeZone = useTimeZone()
  const mayWrite = useMay('letters.write')
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={3} />
  const counting = data.releases.filter(({ standing }) => standing === 'in force' || standing === 'not yet')
  const letters = (data.letters ?? []).filter(({ aside }) => !aside)
  return (
    <div className="columns">
      {data.letters && (
        <section className="stack" data-gap="tight">
          <h2>{words.title}</h2>
          {letters.length === 0 && <p className="soft">{words.none}</p>}
          <LetterList patientId={patientId} letters={letters.slice(0, newest)} timeZone={timeZone} />
          {mayWrite && (
            <div>
              <ButtonLink to={`/patients/${patientId}/letters`} kind="plain">
                {data.letters.length > newest ? words.allOf(data.letters.length) : words.toLetters}
              </ButtonLink>
            </div>
          )}
        </section>
      )}
      <section className="stack" data-gap="tight">
        <h2>{releaseWords.title}</h2>
        {counting.length === 0 && <p className="soft">{words.noRelease}</p>}
        <ul className="letter-list">
          {counting.map(({ id, form, until, standing, to }) => (
            <li key={id}>
              <span>{to && recipientName(to)}</span>
              <span className="soft">
                {words.releaseLine(releaseWords.forms[form], releaseWords.standing[standing], showDate(until))}
              </span>
            </li>
          ))}
        </ul>
        <div>
          <ButtonLink to={`/patients/${patientId}/releases`} kind="plain">
            {words.toReleases}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}

const newest = 3
