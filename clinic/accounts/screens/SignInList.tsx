import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { type Column, Table } from '../../../web/controls/Table.tsx'
import { showMoment } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { type Account, accountPath } from './account.ts'
import { useClinicTimeZone } from './useClinicTimeZone.ts'

const words = accountWords.security
type SignIn = Account['signIns'][number]

export const SignInList = ({ account }: { account: Account }) => {
  const queries = useQueryClient()
  const timeZone = useClinicTimeZone()
  const columns: Column<SignIn>[] = [
    { title: words.device, show: ({ device, here }) => (here ? `${device} (${words.here})` : device) },
    { title: words.since, show: ({ createdAt }) => showMoment(createdAt, timeZone) },
    { title: words.seen, show: ({ seenAt }) => showMoment(seenAt, timeZone) },
    {
      title: words.end,
      show: ({ id, device, here }) =>
        !here && (
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
        ),
    },
  ]
  return (
    <section className="stack">
      <h2>{words.signIns}</h2>
      <Table caption={words.signIns} columns={columns} rows={account.signIns} keyOf={({ id }) => id} />
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
    </section>
  )
}
