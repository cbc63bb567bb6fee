import { useRead } from '../../../../web/api.ts'
import { ButtonLink } from '../../../../web/controls/ButtonLink.tsx'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { NotRead } from '../../../../web/controls/NotRead.tsx'
import { useMay } from '../../../../web/me.ts'
import { requestStaffWords as words } from '../../../../web/words/en/request.ts'
import { inList } from '../../../../web/words/words.ts'
import type { DangerAnswer } from '../request.ts'

/** Requests from the public page whose words may speak of suicide, until they are done with. Nothing where there are none. */
export const DangerWaiting = () => {
  const may = useMay('requests.read')
  const { data, error } = useRead<DangerAnswer>(may ? '/api/requests/danger' : undefined)
  if (!data) return <NotRead what={words.dangerTitle} error={error} />
  if (data.waiting === 0) return null
  const free = data.waiting - data.taken
  return (
    <Notice signal="emergency" title={words.dangerToday(data.waiting)}>
      <p>
        {data.owners.length > 0 && words.dangerOwner(inList(data.owners))} {free > 0 && words.dangerNoOwner(free)}
      </p>
      <ButtonLink to="/requests">{words.toQueue}</ButtonLink>
    </Notice>
  )
}
