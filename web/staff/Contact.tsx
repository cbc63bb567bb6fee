import { Notice } from '../controls/Notice.tsx'
import { useContact } from '../live.ts'
import { useTimeZone } from '../me.ts'
import { showTime } from '../time.ts'
import { shellWords } from '../words/en/shell.ts'

/** Says since when the server has been out of reach; nothing while it is there. */
export const Contact = () => {
  const { connected, since } = useContact()
  const timeZone = useTimeZone()
  if (connected) return null
  return (
    <div className="shell-contact">
      <Notice signal="attention" title={shellWords.noContact(showTime(new Date(since).toISOString(), timeZone))} live />
    </div>
  )
}
