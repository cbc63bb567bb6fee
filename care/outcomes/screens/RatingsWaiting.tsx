import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../web/api.ts'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { useMay } from '../../../web/me.ts'
import { ratingWords as words } from '../../../web/words/en/ratings.ts'
import type { RatingShown } from '../queries-of-ratings.ts'
import type { RatingsWaiting as Waiting } from '../routes-of-ratings.ts'
import { contextOf, RateButton, RateDialog, RatingState, titleOf } from './Rate.tsx'
import './ratings.css'

/** So many stand on the start page; the registry has them all. */
const most = 10

const order = { overdue: 0, due: 1, ahead: 2 } as const

/** On the start page: what this person is to rate, of whoever is here today first. Nothing where there is none. */
export const RatingsWaiting = () => {
  const may = useMay('outcomes.record')
  const mayChart = useMay('chart.read')
  const { data, error } = useRead<Waiting>(may ? '/api/ratings' : undefined)
  const [rated, setRated] = useState<RatingShown>()
  if (!data) return <NotRead what={words.waitingTitle} error={error} />
  if (data.waiting.length === 0 && !rated) return null
  const today = ({ about }: Waiting['waiting'][number]) => (about?.kind === 'session' ? 0 : 1)
  const sorted = data.waiting.toSorted((a, b) => today(a) - today(b) || order[a.state] - order[b.state])
  const more = sorted.length - most
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.waitingTitle}</h2>
      <p className="soft">{words.waitingHelp}</p>
      <ul className="ratings">
        {sorted.slice(0, most).map((rating) => (
          <li key={rating.patientId + rating.instrument}>
            <p>
              {mayChart ? (
                <Link to={`/patients/${rating.patientId}` as never}>
                  <bdi>{rating.name}</bdi>
                </Link>
              ) : (
                <bdi>{rating.name}</bdi>
              )}
              {', '}
              {titleOf(rating.instrument)} <span className="soft">{words.why[rating.why]}</span>
            </p>
            <p className="ratings-state">
              <RatingState rating={rating} />
            </p>
            <RateButton rating={rating} onPress={() => setRated(rating)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Link to={'/registry?only=overdue' as never}>{words.more(more)}</Link>
        </p>
      )}
      <RateDialog
        rating={rated}
        context={rated ? contextOf(rated) : { kind: 'between' }}
        onClose={() => setRated(undefined)}
      />
    </section>
  )
}
