import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { everyRoute } from '../../../science/decide.ts'
import { houseNumbers } from '../../../science/house.ts'
import { sessionLength } from '../../../science/routes/length.ts'
import { protocols } from '../../../science/routes/protocols.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { drillWords } from '../../../web/words/en/drills.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import { ClinicSettings as Settings } from '../settings/clinic-settings.ts'
import type { Marks } from '../settings/seen.ts'
import { CoverFields, PlaceFields } from './ClinicFields.tsx'
import { PublicSideFields } from './PublicSideFields.tsx'

const words = accountWords.clinic
const path = '/api/clinic'

/** What the clinic says about itself, and what it decides for itself. */
export const ClinicSettings = () => {
  const { data, error, refetch } = useRead<Partial<Settings> & { otherwise: Otherwise; marks: Marks }>(path)
  const [saved, setSaved] = useState(false)
  const queries = useQueryClient()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <Form
        id="clinic"
        schema={Settings}
        start={data}
        from={data.marks.settings}
        save={words.save}
        onSave={async (typed, { from: seen }) => {
          queries.setQueryData([path], await api.post(path, { ...typed, seen }))
          await queries.invalidateQueries({ queryKey: ['/api/me'] })
          setSaved(true)
        }}
      >
        <section className="form">
          <h2>{words.placeTitle}</h2>
          <PlaceFields />
        </section>
        <section className="form">
          <h2>{words.coverTitle}</h2>
          <CoverFields />
        </section>
        <PolicyFields otherwise={data.otherwise} />
        <PublicSideFields />
        {saved && <Notice title={words.saved} live />}
      </Form>
    </>
  )
}

/** What holds where the clinic has decided nothing. */
type Otherwise = { urgentAlertMinutes: number; highAlertMinutes: number }

const PolicyFields = ({ otherwise }: { otherwise: Otherwise }) => (
  <section className="form">
    <h2>{words.policy}</h2>
    <p className="soft">{words.policyHelp}</p>
    <NumberField name="policy.patientsPerMonitor" label={words.patientsPerMonitor} hint={words.notDecided} />
    <NumberField
      name="policy.urgentAlertMinutes"
      label={words.urgentAlert}
      unit={words.minutes}
      hint={words.unset(`${otherwise.urgentAlertMinutes} ${words.minutes}`)}
    />
    <NumberField
      name="policy.highAlertHours"
      label={words.highAlert}
      unit={words.hoursUnit}
      hint={words.unset(`${otherwise.highAlertMinutes / 60} ${words.hoursUnit}`)}
    />
    <NumberField
      name="policy.boardSilenceMinutes"
      label={roomWords.alarms.setting}
      unit={words.minutes}
      hint={words.unset(`${houseNumbers.boardSilenceMinutes.value} ${words.minutes}`)}
    />
    <Choice
      name="policy.wasteWitness"
      label={words.wasteWitness}
      hint={words.wasteWitnessUnset}
      options={(['yes', 'no'] as const).map((value) => ({ value, label: words.wasteWitnessAnswers[value] }))}
      across
    />
    {everyRoute.map((route) => (
      <NumberField
        key={route}
        name={`policy.bookingMinutes.${route}`}
        label={words.bookingMinutes(treatmentWords.routes[route])}
        unit={words.minutes}
        hint={words.bookingUnset(sessionLength(protocols[route]).minutes, route === 'esketamine')}
      />
    ))}
    <NumberField
      name="policy.drillEveryMonths"
      label={drillWords.everyMonths}
      unit={drillWords.monthsUnit}
      hint={drillWords.everyUnset}
    />
    <TimeField name="policy.nextDayCheckAt" label={words.nextDayCheckAt} hint={words.unset('09:00')} />
  </section>
)
