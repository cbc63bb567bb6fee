import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Notice } from '../../../web/controls/Notice.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { ownCourseWords as words } from '../../../web/words/en/over-time.ts'
import { lowMood, type Mood, moodRange } from '../mood.ts'
import { useMoods } from './use-moods.ts'

const values = Array.from({ length: moodRange.highest + 1 }, (_, value) => value)

type Props = {
  link: OpenLink
  wanted: boolean | null
  onChosen: (wanted: boolean) => void
  onNoted: (moods: Mood[]) => void
}

/** One tap a day, for those who want it. It grades nothing and raises no alert; a low one shows where help is. */
export const DailyMood = ({ link, wanted, onChosen, onNoted }: Props) => {
  const { note, waiting, onPhone, problem, send } = useMoods(link, onNoted)
  const [tapped, setTapped] = useState<number>()
  const [refused, setRefused] = useState<ApiProblem>()
  const choose = async (wants: boolean) => {
    try {
      await link.post('/api/link/course/choice', { id: newId(), wanted: wants })
      setRefused(undefined)
      onChosen(wants)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setRefused(error)
    }
  }
  return (
    <section className="stack daily-mood">
      <h2>{words.mood}</h2>
      {wanted !== true && (
        <>
          <p>{wanted === false ? words.stopped : words.offer}</p>
          <button type="button" className="button big" data-kind="quiet" onClick={() => void choose(true)}>
            {words.begin}
          </button>
        </>
      )}
      {wanted === true && (
        <>
          <fieldset>
            <legend>{words.ask}</legend>
            <div className="mood-scale">
              {values.map((value) => (
                <button
                  key={value}
                  type="button"
                  className="answer"
                  aria-pressed={tapped === value}
                  onClick={() => {
                    setTapped(value)
                    note(value)
                  }}
                >
                  {value}
                </button>
              ))}
            </div>
            <p className="mood-ends">
              <span>{words.worst}</span>
              <span>{words.best}</span>
            </p>
          </fieldset>
          {tapped !== undefined && tapped <= lowMood && (
            <Notice signal="attention" title={words.hard} live>
              <p>{words.hardHelp}</p>
            </Notice>
          )}
          {tapped !== undefined && waiting.length === 0 && (
            <Notice title={words.noted(tapped)} live>
              <p>{words.again}</p>
            </Notice>
          )}
        </>
      )}
      {waiting.length > 0 && (
        <Notice signal="attention" title={problem && problem.kind !== 'offline' ? problem.says : words.waits} live>
          {!onPhone && <p>{words.notKept}</p>}
          <button type="button" className="button" data-kind="quiet" onClick={() => void send()}>
            {words.tryAgain}
          </button>
        </Notice>
      )}
      {refused && <Notice signal="attention" title={refused.says} live />}
      {wanted === true && (
        <>
          <p className="soft">{words.notValidated}</p>
          <button type="button" className="button" data-kind="plain" onClick={() => void choose(false)}>
            {words.stop}
          </button>
        </>
      )}
    </section>
  )
}
