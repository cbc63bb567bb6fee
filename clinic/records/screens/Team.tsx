import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newId, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { useMay } from '../../../web/me.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { TeamMember } from '../patient.ts'
import { recordPath } from './record.ts'

type Person = { id: string; name: string; roles: string[]; active: boolean }

/** Who looks after this patient; a therapist sees the chart only from here on. */
export const Team = ({ patientId, team }: { patientId: string; team: readonly TeamMember[] }) => {
  const may = useMay('patients.assign')
  const queries = useQueryClient()
  const path = recordPath(patientId)
  const done = () => queries.invalidateQueries({ queryKey: [path] })
  return (
    <section className="record-part" aria-label={recordWords.team}>
      <h2>{recordWords.team}</h2>
      <p className="soft">{recordWords.teamHint}</p>
      {team.length === 0 && <p className="soft">{recordWords.teamNobody}</p>}
      <ul className="facts">
        {team.map(({ id, name, roles }) => (
          <li key={id}>
            <p>
              <span className="fact-words">{name}</span> <span className="soft">{accountWords.roleList(roles)}</span>
            </p>
            {may && (
              <Button
                kind="plain"
                label={recordWords.unassignOf(name)}
                onPress={async () => {
                  await api.post(`${path}/team/${id}/end`)
                  await done()
                }}
              >
                {recordWords.unassign}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && <Assign path={path} team={team} onDone={done} />}
    </section>
  )
}

const Assign = ({
  path,
  team,
  onDone,
}: {
  path: string
  team: readonly TeamMember[]
  onDone: () => Promise<unknown>
}) => {
  const [staffId, choose] = useState<string>()
  const { data } = useRead<{ staff: Person[] }>('/api/staff')
  const free = (data?.staff ?? [])
    .filter(({ id, active, roles }) => active && !roles.includes('display') && !team.some((one) => one.staffId === id))
    .map(({ id, name, roles }) => ({ value: id, label: `${name} (${accountWords.roleList(roles)})` }))
  return (
    <div className="stack">
      <Select name="staff" label={recordWords.assignWho} options={free} value={staffId} onChange={choose} />
      <Button
        kind="quiet"
        why={staffId === undefined ? recordWords.chooseFirst : undefined}
        onPress={async () => {
          await api.post(`${path}/team`, { id: newId(), staffId })
          choose(undefined)
          await onDone()
        }}
      >
        {recordWords.assign}
      </Button>
    </div>
  )
}
