import { useEffect, useId, useRef, useState } from 'react'
import { showShortDay, showTime } from '../time.ts'
import { controlWords } from '../words/en/controls.ts'
import { type Course, named, plot } from './course.ts'

const height = 232

/** Drawn at the width it is given, so that its text stays 14 px on every screen. */
export const CoursePlot = (course: Course) => {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(560)
  const titleId = useId()
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)))
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  const { points, doses, beside, bands, days, ends, right } = plot(course, width, height, {
    day: (at) => showShortDay(at, course.timeZone),
    time: (at) => showTime(at, course.timeZone),
  })
  const [low] = ends
  const line = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return (
    <div ref={frame} className="course-frame">
      <svg role="img" aria-labelledby={titleId} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title id={titleId}>
          {`${course.title}: ${points.map(({ value }) => value).join(', ')}. ${controlWords.doses}: ${doses.length}.`}
        </title>
        {bands.map((band, index) => (
          <g key={band.label}>
            <rect
              className="course-band"
              data-even={index % 2 === 0}
              x="0"
              y={band.y}
              width={width}
              height={band.height}
            />
            {named(course, width) && (
              <text className="course-band-name" x={right + 8} y={band.y + band.height / 2 + 5}>
                {band.label}
              </text>
            )}
          </g>
        ))}
        <line className="course-axis" x1="0" x2={right} y1={low + 0.5} y2={low + 0.5} />
        {doses.map(({ x, label }) => (
          <g key={`${x}${label}`} className="course-dose">
            <title>{label}</title>
            <line x1={x} x2={x} y1={low} y2={low + 9} />
            <path d={`M${x - 5} ${low + 14}h10l-5 -8Z`} />
          </g>
        ))}
        {beside.length > 0 && (
          <g className="course-beside">
            <polyline points={beside.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
            {beside.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r="2.5" />
            ))}
          </g>
        )}
        <polyline className="course-line" points={line} />
        {points.map(({ x, y, text, anchor }) => (
          <g key={`${x} ${y}`}>
            <circle className="course-point" cx={x} cy={y} r="4.5" />
            <text className="course-score" x={x} y={y - 10} textAnchor={anchor}>
              {text}
            </text>
          </g>
        ))}
        {days.map(({ x, y, text, anchor }) => (
          <text key={text + x} className="course-day" x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
      </svg>
      {doses.length > 0 && (
        <p className="course-key">
          <svg viewBox="0 0 12 10" aria-hidden="true">
            <path d="M1 9h10L6 1Z" />
          </svg>
          {controlWords.dose}
        </p>
      )}
      {beside.length > 0 && (
        <p className="course-key">
          <svg className="course-beside" viewBox="0 0 12 10" aria-hidden="true">
            <circle cx="6" cy="5" r="3" />
          </svg>
          {course.beside?.title}
        </p>
      )}
      {!named(course, width) && course.bands && (
        <p className="course-key">{course.bands.map(({ from, to, label }) => `${from}–${to} ${label}`).join(' · ')}</p>
      )}
    </div>
  )
}
