import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { measureById } from '../../../science/instruments/catalogue.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDay } from '../../../web/time.ts'
import { ratingWords as words } from '../../../web/words/en/ratings.ts'
import type { RatingShown } from '../queries-of-ratings.ts'
import { AnswerForm, type Context, type Flag, Raised } from './AnswerForm.tsx'
import { ratingChanged } from './rating-changed.ts'

export const titleOf = (instrument: string): string => measureById[instrument]?.title ?? instrument

/**
 * The questions of the rating that was tapped, answered now; it stays open although its row is done, until what its
 * answers ask for was read and closed.
 */
export const RateDialog = ({
  rating,
  context,
  onClose,
}: {
  rating: RatingShown | undefined
  context: Context
  onClose: () => void
}) => {
  const [raised, setRaised] = useState<readonly Flag[]>()
  const queries = useQueryClient()
  const title = rating ? titleOf(rating.instrument) : ''
  const close = () => {
    if (rating) void ratingChanged(queries, rating.patientId)
    setRaised(undefined)
    onClose()
  }
  return (
    <Dialog title={words.rateTitle(title, rating?.name ?? '')} open={rating !== undefined} onClose={close}>
      {rating && raised && (
        <div className="stack">
          <Raised flags={raised} />
          <Notice title={words.rated(title)} live />
        </div>
      )}
      {rating && !raised && (
        <AnswerForm
          id={rating.instrument}
          patientId={rating.patientId}
          context={context}
          now
          onSaved={async (flags) => {
            if (flags.length > 0) setRaised(flags)
            else close()
          }}
        />
      )}
    </Dialog>
  )
}

export const RateButton = ({ rating, onPress }: { rating: RatingShown; onPress: () => void }) => (
  <Button kind="quiet" label={words.rateLabel(titleOf(rating.instrument), rating.name)} onPress={onPress}>
    {words.rate}
  </Button>
)

export const RatingState = ({ rating: { state, dueAt, lastAt, why } }: { rating: RatingShown }) => {
  const timeZone = useTimeZone()
  const due = showDay(dueAt, timeZone)
  const today = showDay(new Date(serverNow()).toISOString(), timeZone) === due
  return (
    <>
      {state === 'overdue' ? (
        <State signal="attention">{why === 'before a dose' ? words.dueToday : words.overdue(due)}</State>
      ) : state === 'due' ? (
        <State signal="held">{today ? words.dueToday : words.due(due)}</State>
      ) : (
        <span className="soft">{words.ahead(due)}</span>
      )}
      <span className="soft">{lastAt ? words.last(showDay(lastAt, timeZone)) : words.never}</span>
    </>
  )
}

/** Answers belong to where they were asked: the row's own session or evaluation, else between. */
export const contextOf = ({ about }: RatingShown): Context => about ?? { kind: 'between' }
