import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { showMoment } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { type Account, accountPath } from './account.ts'
import './accounts.css'
import { useClinicTimeZone } from './useClinicTimeZone.ts'

const words = accountWords.security
type SignIn = Account['signIns'][number]

/** Every browser this person is signed in on. */
export const SignInList = ({ account }: { account: Account }) => (
  <section className="stack">
    <h2>{words.signIns}</h2>
    <ul className="people">
      {account.signIns.map((one) => (
        <SignInRow key={one.id} one={one} />
      ))}
    </ul>
    <div className="stack" data-gap="tight">
      <Button
        kind="quiet"
        onPress={async () => {
          await api.post('/api/sign-out', { everywhere: true })
          window.location.assign('/')
        }}
      >
        {words.everywhere}
      </Button>
      <p className="soft">{words.everywhereHelp}</p>
    </div>
  </section>
)

const SignInRow = ({ one: { id, device, createdAt, seenAt, here } }: { one: SignIn }) => {
  const queries = useQueryClient()
  const timeZone = useClinicTimeZone()
  const moments = [words.since(showMoment(createdAt, timeZone)), words.seen(showMoment(seenAt, timeZone))]
  return (
    <li>
      <div>
        <strong>{here ? `${device} (${words.here})` : device}</strong>
        <div className="soft">{moments.join(' · ')}</div>
      </div>
      {!here && (
        <Button
          kind="plain"
          label={words.endLabel(device)}
          onPress={async () => {
            await api.post(`/api/account/sign-ins/${id}/end`)
            await queries.invalidateQueries({ queryKey: [accountPath] })
          }}
        >
          {words.end}
        </Button>
      )}
    </li>
  )
}
