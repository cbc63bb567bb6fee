import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { type AccountEvent, waitAfter } from '../staff/trail.ts'

const words = accountWords.trail

/** What happened to accounts here: who came in and how, what was refused, and which way in or role was changed. */
export const AccountTrail = () => {
  const [before, setBefore] = useState<number>()
  const page = before === undefined ? '' : `?before=${before}`
  const { data, error, refetch } = useRead<{ entries: AccountEvent[]; more: boolean }>(`/api/staff/trail${page}`)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={10} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      {data.entries.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <Table
          caption={words.title}
          rows={data.entries}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { title: words.when, show: ({ at }) => showMoment(at, timeZone) },
            { title: words.account, show: ({ name }) => name ?? words.unknown },
            { title: words.what, show: (entry) => <What entry={entry} /> },
          ]}
        />
      )}
      {(data.more || before !== undefined) && (
        <p className="row">
          {data.more && (
            <Button kind="quiet" onPress={() => setBefore(data.entries.at(-1)?.seq)}>
              {words.older}
            </Button>
          )}
          {before !== undefined && (
            <Button kind="plain" onPress={() => setBefore(undefined)}>
              {words.newest}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

const What = ({ entry }: { entry: AccountEvent }) => {
  const wait = waitAfter(entry)
  const more = [
    ...methodOf(entry.detail),
    ...(entry.device ? [entry.device] : []),
    ...rolesOf(entry.detail),
    ...(wait === undefined ? [] : [words.waits(entry.inRow ?? 0, wait)]),
    ...byWhom(entry),
  ]
  return (
    <>
      {words.actions[actionOf(entry)] ?? entry.action}
      {more.length > 0 && <div className="soft">{more.join(', ')}</div>}
    </>
  )
}

/** A password that was wrong at a locked screen is no stranger at the door. */
const actionOf = ({ action, by }: AccountEvent): string =>
  action === 'sign-in.tried' && by.kind === 'staff' ? 'sign-in.tried at a screen' : action

const methodOf = ({ method }: AccountEvent['detail']): string[] =>
  typeof method === 'string' ? [words.methods[method] ?? method] : []

const isRoles = (roles: unknown): roles is string[] => Array.isArray(roles)

const rolesOf = ({ roles, before, after }: AccountEvent['detail']): string[] => {
  if (isRoles(before) && isRoles(after))
    return [words.rolesChanged(accountWords.roleList(before), accountWords.roleList(after))]
  return isRoles(roles) ? [accountWords.roleList(roles)] : []
}

const byWhom = ({ action, by }: AccountEvent): string[] => {
  if (by.self || action === 'sign-in.tried' || action === 'demo.join') return []
  return [by.kind === 'system' ? words.atTheMachine : words.by(by.name ?? words.unknown)]
}
