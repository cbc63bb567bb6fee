import { useState } from 'react'
import { controlWords } from '../words/en/controls.ts'
import { Button } from './Button.tsx'
import { CoursePlot } from './CoursePlot.tsx'
import './CourseChart.css'
import { showDay } from '../time.ts'
import type { Course } from './course.ts'
import { Empty } from './Empty.tsx'
import { Table } from './Table.tsx'

/** Scores over time with the doses on the same axis; the same as a table one tap away, and printed below it. */
export const CourseChart = (course: Course) => {
  const [asTable, setAsTable] = useState(false)
  const { title, scores, doses, beside, timeZone } = course
  const entries = [
    ...scores.map(({ at, value, says }) => ({ at, score: String(value), what: says ?? '' })),
    ...doses.map(({ at, label }) => ({ at, score: '', what: label })),
    ...(beside?.values ?? []).map(({ at, value }) => ({ at, score: '', what: `${beside?.title}: ${value}` })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  if (entries.length === 0) return <Empty title={controlWords.noScores} />
  return (
    <figure className="course">
      <figcaption>
        <h3>{title}</h3>
        <Button
          kind="plain"
          onPress={() => setAsTable(!asTable)}
          label={`${title}: ${asTable ? controlWords.asPlot : controlWords.asTable}`}
        >
          {asTable ? controlWords.asPlot : controlWords.asTable}
        </Button>
      </figcaption>
      {!asTable && <CoursePlot {...course} />}
      <div className={asTable ? undefined : 'on-paper-only'}>
        <Table
          caption={title}
          rows={entries}
          keyOf={({ at, what, score }) => at + what + score}
          columns={[
            { title: controlWords.date, show: ({ at }) => showDay(at, timeZone) },
            { title: controlWords.score, show: ({ score }) => score, numeric: true },
            { title: controlWords.what, show: ({ what }) => what },
          ]}
        />
      </div>
    </figure>
  )
}
