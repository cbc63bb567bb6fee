import { useState } from 'react'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { locationWords as words } from '../../../web/words/en/locations.ts'
import { type Location, LocationChange, NewLocation } from '../location.ts'
import './Locations.css'

const path = '/api/locations'

/** Which form is open: that of a location, by its id, or the one for the next. */
const newest = 'new'

/** With the mark that tells the server what somebody began to change. */
type Shown = Location & { mark: string }

/** Where controlled drugs are kept, each under its own registration. A clinic in one place has one. */
export const Locations = () => {
  const { data, error, refetch } = useRead<{ locations: Shown[] }>(path)
  const [open, setOpen] = useState<string>()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={5} />
  const done = async () => {
    await refetch()
    setOpen(undefined)
  }
  const several = data.locations.length > 1
  const change = (location: Shown, closed: boolean) =>
    api.post(`${path}/${location.id}`, { ...location, name: location.ownName, closed, seen: location.mark }).then(done)
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <ul className="locations">
        {data.locations.map((location) => (
          <li key={location.id} className="stack">
            <OneLocation location={location} several={several} />
            <div className="row">
              <Button
                kind="quiet"
                label={words.actOn(words.change, location.name)}
                onPress={() => setOpen(open === location.id ? undefined : location.id)}
              >
                {words.change}
              </Button>
              {several && (
                <Button
                  kind="plain"
                  label={words.actOn(location.closed ? words.reopen : words.close, location.name)}
                  onPress={() => change(location, !location.closed)}
                >
                  {location.closed ? words.reopen : words.close}
                </Button>
              )}
            </div>
            {open === location.id && (
              <Form
                id={`location.${location.id}`}
                schema={LocationChange.omit({ closed: true })}
                start={{ ...location, name: location.ownName }}
                from={location.mark}
                save={words.save}
                onSave={(typed, { from: seen }) =>
                  api.post(`${path}/${location.id}`, { ...typed, closed: location.closed, seen }).then(done)
                }
              >
                <Fields hint={words.nameHint} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      <section className="stack">
        <p className="soft">{words.addHelp}</p>
        <div>
          <Button kind="quiet" onPress={() => setOpen(open === newest ? undefined : newest)}>
            {words.add}
          </Button>
        </div>
        {open === newest && (
          <Form
            id="location.new"
            schema={NewLocation.omit({ id: true })}
            save={words.add}
            onSave={(typed, { sentId: id }) => api.post(path, { id, ...typed }).then(done)}
          >
            <Fields />
          </Form>
        )}
      </section>
    </div>
  )
}

const OneLocation = ({ location, several }: { location: Location; several: boolean }) => {
  const { name, address, deaNumber, remsCertified, closed } = location
  const { street, further, city, region, postalCode } = address
  return (
    <>
      <h2 className="row">
        {name} {several && <State>{closed ? words.closed : words.open}</State>}
      </h2>
      <p>{[street, further, city, region, postalCode].filter(Boolean).join(', ') || words.addressUnknown}</p>
      <p>{deaNumber ? words.deaIs(deaNumber) : words.deaUnknown}</p>
      <p className="soft">{words.remsIs[remsCertified ?? 'unknown']}</p>
    </>
  )
}

const Fields = ({ hint }: { hint?: string }) => (
  <>
    <Field name="name" label={words.name} hint={hint} capitals="words" />
    <Field name="address.street" label={words.street} note={words.mayStay} capitals="words" />
    <Field name="address.further" label={words.further} note={words.mayStay} />
    <div className="columns">
      <Field name="address.city" label={words.city} note={words.mayStay} capitals="words" />
      <Field name="address.region" label={words.region} note={words.mayStay} />
      <Field name="address.postalCode" label={words.postalCode} note={words.mayStay} />
    </div>
    <Field name="deaNumber" label={words.dea} hint={words.deaHint} note={words.mayStay} />
    <Choice
      name="remsCertified"
      label={words.rems}
      hint={words.remsHint}
      note={words.mayStay}
      across
      options={(['yes', 'no'] as const).map((value) => ({ value, label: words.remsAnswers[value] }))}
    />
  </>
)
