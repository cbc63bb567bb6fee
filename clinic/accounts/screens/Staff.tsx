import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMe } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import './accounts.css'
import { InviteDisplay, InvitePerson } from './Invite.tsx'
import { LinkShown } from './LinkShown.tsx'
import { StaffMember } from './StaffMember.tsx'
import { isDisplay, type MadeLink, type StaffRow, staffPath } from './staff-row.ts'
import { useClinicTimeZone, useMyId } from './useClinicTimeZone.ts'

const words = accountWords.staff

type Open =
  | { what: 'invite' }
  | { what: 'display' }
  | { what: 'member'; id: string }
  | { what: 'link'; made: MadeLink; name: string }

/** Everybody who works here, how they get in, and how they stop. */
export const Staff = () => {
  const { data, error, refetch } = useRead<{ staff: StaffRow[] }>(staffPath)
  const [open, setOpen] = useState<Open>()
  const queries = useQueryClient()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const close = () => setOpen(undefined)
  const renew = () => queries.invalidateQueries({ queryKey: [staffPath] })
  const made = async (link: MadeLink, name: string) => {
    await renew()
    setOpen({ what: 'link', made: link, name })
  }
  const member = open?.what === 'member' ? data.staff.find(({ id }) => id === open.id) : undefined
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <div className="stack" data-gap="wide">
        <div className="row">
          <Button onPress={() => setOpen({ what: 'invite' })}>{words.invite}</Button>
          <Button kind="quiet" onPress={() => setOpen({ what: 'display' })}>
            {words.addDisplay}
          </Button>
        </div>
        <ul className="people">
          {data.staff.map((row) => (
            <Person key={row.id} row={row} onOpen={() => setOpen({ what: 'member', id: row.id })} />
          ))}
        </ul>
      </div>
      <Dialog title={titleOf(open, member)} open={open !== undefined} onClose={close}>
        {open?.what === 'invite' && <InvitePerson onMade={made} />}
        {open?.what === 'display' && <InviteDisplay onMade={made} />}
        {member && <StaffMember member={member} onChanged={renew} onMade={made} />}
        {open?.what === 'link' && <LinkShown made={open.made} name={open.name} onDone={close} />}
      </Dialog>
    </>
  )
}

const titleOf = (open: Open | undefined, member: StaffRow | undefined): string => {
  if (open?.what === 'invite') return words.inviteTitle
  if (open?.what === 'display') return words.displayTitle
  return open?.what === 'link' ? words.linkTitle : (member?.name ?? '')
}

const Person = ({ row, onOpen }: { row: StaffRow; onOpen: () => void }) => {
  const timeZone = useClinicTimeZone()
  const me = useMyId() === row.id
  return (
    <li data-ended={!row.active}>
      <div>
        <strong>{me ? `${row.name} (${words.you})` : row.name}</strong>
        <div>{[accountWords.roleList(row.roles), row.email].filter(Boolean).join(' · ')}</div>
        <div className="soft">
          <Standing row={row} timeZone={timeZone} />
        </div>
      </div>
      <Button kind="plain" label={words.openLabel(row.name)} onPress={onOpen}>
        {words.open}
      </Button>
    </li>
  )
}

/** How somebody stands: ended, invited, not come, or since when they were not here. */
const Standing = ({ row, timeZone }: { row: StaffRow; timeZone: string }) => {
  // In a demo everybody comes in by its own door.
  const isDemo = useMe().data?.clinic?.isDemo
  const until = row.linkUntil && showMoment(row.linkUntil, timeZone)
  if (!row.active) return <State>{words.ended}</State>
  if (until) return <State>{row.joined || isDisplay(row) ? words.linkOut(until) : words.invited(until)}</State>
  if (!row.joined && !isDisplay(row) && !isDemo) return <State signal="attention">{words.notJoined}</State>
  return row.seenAt ? words.lastSeen(showMoment(row.seenAt, timeZone)) : words.neverSeen
}
