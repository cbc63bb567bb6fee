import { useCallback } from 'react'
import { CourseChart } from '../../../web/controls/CourseChart.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { useRead } from '../../../web/patient/useRead.ts'
import { showMoment } from '../../../web/time.ts'
import { ownCourseWords as words } from '../../../web/words/en/over-time.ts'
import { WhenAsked } from '../../outcomes/screens/WhenAsked.tsx'
import { type Mood, moodRange, newestOfDays } from '../mood.ts'
import type { OwnCourse as Course } from '../queries.ts'
import { DailyMood } from './DailyMood.tsx'
import { InWords } from './InWords.tsx'
import './over-time.css'

/** Behind a patient's link: their own answers with the days of treatment, and a daily mood for those who want it. */
export const OwnCourse = ({ link }: { link: OpenLink }) => {
  const { found: course, setFound: setCourse, problem, read } = useRead<Course>(link, '/api/link/course')
  const noted = useCallback(
    (moods: Mood[]) => setCourse((before) => before && { ...before, moods: [...before.moods, ...moods] }),
    [setCourse],
  )
  if (problem && !course) {
    return (
      <section className="stack">
        <Notice signal="attention" title={problem.says} live />
        <button type="button" className="button big" data-kind="quiet" onClick={() => void read()}>
          {words.tryAgain}
        </button>
      </section>
    )
  }
  if (!course) return <Skeleton title lines={6} />
  const { moodWanted } = course
  return (
    <div className="stack" data-gap="wide">
      <header className="stack" data-gap="tight">
        <p className="soft">{words.hello(link.patientName)}</p>
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <p>{words.notRead}</p>
      </header>
      <DailyMood
        link={link}
        wanted={moodWanted}
        onChosen={(wanted) => setCourse({ ...course, moodWanted: wanted })}
        onNoted={noted}
      />
      <Plots course={course} timeZone={link.clinic.timeZone} />
      <WhenAsked link={link} />
      <p className="soft">
        {words.who} {words.until(showMoment(link.expiresAt, link.clinic.timeZone))}
      </p>
    </div>
  )
}

const Plots = ({ course, timeZone }: { course: Course; timeZone: string }) => {
  const { series, doses } = course
  const moods = newestOfDays(course.moods, timeZone)
  const marks = doses.map(({ at, mg }) => ({ at, label: words.dose(mg) }))
  if (series.length + doses.length + moods.length === 0) {
    return (
      <Empty title={words.nothing}>
        <p className="soft">{words.nothingHelp}</p>
      </Empty>
    )
  }
  const [first] = series
  const beside = moods.length > 0 ? { ...moodRange, title: words.moodKey, values: moods } : undefined
  return (
    <section className="stack" data-gap="wide">
      {series.map(({ instrument, title, range, scores }) => (
        <CourseChart
          key={instrument}
          title={title}
          lowest={range.low}
          highest={range.high}
          scores={scores}
          doses={marks}
          beside={instrument === first?.instrument ? beside : undefined}
          timeZone={timeZone}
        />
      ))}
      {!first && (
        <CourseChart title={words.mood} {...moodRange} scores={[]} doses={marks} beside={beside} timeZone={timeZone} />
      )}
      <InWords course={{ ...course, moods }} timeZone={timeZone} />
      <PrintButton>{words.print}</PrintButton>
    </section>
  )
}
