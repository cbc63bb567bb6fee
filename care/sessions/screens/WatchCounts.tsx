import { Shape } from '../../../web/controls/Shape.tsx'
import { roomWords } from '../../../web/words/en/room.ts'
import { beyond } from '../watching.ts'
import type { BoardAnswer } from './answers.ts'

const words = roomWords.watching

/** Who watches how many patients now, in words; who has more than the clinic allows stands out. */
export const WatchCounts = ({ watching, limit }: { watching: BoardAnswer['watching']; limit: number | null }) => (
  <section className="watch-counts" aria-label={words.title}>
    {watching.length === 0 && <p className="soft">{words.nobody}</p>}
    {watching.map(({ id, name, count }) => {
      const over = beyond({ count, limit })
      return (
        <p key={`${id}${name}`} className="watch-count" data-over={over}>
          {over && <Shape signal="attention" />}
          <span>
            {limit === null ? words.watches(name, count) : words.ofLimit(name, count, limit)}
            {over && limit !== null && <strong>. {words.beyond(count, limit)}</strong>}
          </span>
        </p>
      )
    })}
    {limit === null && <p className="soft">{words.notSet}</p>}
  </section>
)
