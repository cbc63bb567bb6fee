import { useNavigate } from '@tanstack/react-router'
import { useSeesOnlyTheirTeam } from '../../../clinic/records/screens/links.ts'
import { everyRoute } from '../../../science/decide.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useSearchValue } from '../../../web/params.ts'
import { cohortWords } from '../../../web/words/en/cohort.ts'
import { registryWords as words } from '../../../web/words/en/registry.ts'
import { ConsentWaiting } from '../../consent/screens/ConsentWaiting.tsx'
import { rowNamed } from '../../outcomes/screens/named.ts'
import { reasons } from '../listed.ts'
import { By, Looked } from '../order.ts'
import type { RegistryAnswer } from '../routes.ts'
import { CourseOf, Found, NextStep, Who } from './Line.tsx'
import { Views } from './Views.tsx'
import './registry.css'

/** What the address says; what it cannot mean counts as nothing said. */
const useLooked = (): Looked => {
  const asked = { by: useSearchValue('by'), only: useSearchValue('only'), route: useSearchValue('route') }
  const read = Looked.safeParse(asked)
  return read.success ? read.data : Looked.parse({})
}

/** Everybody, sorted by what matters. How it is looked at stands in the address, so it survives a step to a chart and back. */
export const Registry = () => {
  const looked = useLooked()
  const mayCohort = useMay('cohort.read')
  // Whoever has no "Today" finds here what waits for their own signature.
  const mayToday = useMay('sessions.read')
  const show = Number(useSearchValue('show')) || 100
  const search = Object.entries({ ...looked, show }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  const { data, error, refetch } = useRead<RegistryAnswer>(`/api/registry?${search.join('&')}`)
  const timeZone = useTimeZone()
  const navigate = useNavigate()
  const look = (next: Looked & { show?: number }) =>
    void navigate({ to: '/registry', search: next as never, replace: true })
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const { rows, total, fitting } = data
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      {mayCohort && (
        <p>
          <ButtonLink to="/clinic-outcomes" kind="plain">
            {cohortWords.title}
          </ButtonLink>
        </p>
      )}
      {!mayToday && <ConsentWaiting />}
      <Views views={data.views} looked={looked} look={look} />
      <Looking looked={looked} look={look} counts={data.counts} />
      <p className="soft" role="status">
        {words.total(fitting, total)}
      </p>
      {fitting === 0 && <Nobody total={total} />}
      {rows.length > 0 && (
        <Table
          caption={words.title}
          rows={rows}
          keyOf={({ patientId }) => patientId}
          columns={[
            { title: words.patient, show: (row) => <Who row={row} /> },
            { title: words.course, show: (row) => <CourseOf row={row} /> },
            { title: words.found, show: (row) => <Found row={row} /> },
            { title: words.next, show: (row) => <NextStep row={row} /> },
          ]}
        />
      )}
      {rows.length > 0 && <p className="soft">{words.lostBy(rowNamed(data.readBy, timeZone))}</p>}
      {fitting > rows.length && (
        <Button kind="quiet" onPress={() => look({ ...looked, show: show + 100 })}>
          {words.showMore(Math.min(100, fitting - rows.length))}
        </Button>
      )}
    </div>
  )
}

const Nobody = ({ total }: { total: number }) => {
  const onlyTeam = useSeesOnlyTheirTeam()
  if (total === 0) return <Empty title={onlyTeam ? words.nobodyOnTeam : words.nobody} />
  return (
    <Empty title={words.nobodyFits}>
      <p className="soft">{words.nobodyFitsHelp}</p>
    </Empty>
  )
}

const Looking = ({
  looked,
  look,
  counts,
}: {
  looked: Looked
  look: (next: Looked) => void
  counts: RegistryAnswer['counts']
}) => {
  const { only: _, ...everybody } = looked
  const { route: __, ...anyRoute } = looked
  return (
    <>
      <fieldset className="registry-reasons">
        <legend>{words.onlyLabel}</legend>
        <div className="row">
          {[undefined, ...reasons].map((reason) => (
            <label key={reason ?? ''} className="registry-reason">
              <input
                type="radio"
                name="only"
                checked={looked.only === reason}
                onChange={() => look(reason ? { ...looked, only: reason } : everybody)}
              />
              <span>{reason ? words.reasonCount(words.reasons[reason], counts[reason]) : words.everybody}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row registry-order">
        <Select
          name="by"
          label={words.order}
          value={looked.by}
          options={By.options.map((by) => ({ value: by, label: words.orders[by] }))}
          onChange={(by) => look({ ...looked, by: by ?? 'pressing' })}
        />
        <Select
          name="route"
          label={words.route}
          value={looked.route ?? 'every'}
          options={[
            { value: 'every', label: words.everyRoute },
            ...everyRoute.map((route) => ({ value: route, label: words.routes[route] })),
          ]}
          onChange={(route) =>
            look(route && route !== 'every' ? { ...looked, route: route as NonNullable<Looked['route']> } : anyRoute)
          }
        />
      </div>
    </>
  )
}
