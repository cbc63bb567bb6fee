import { useState } from 'react'
import type { SimulatedRoute } from '../../../science/pharmacokinetics/doses.ts'
import { parseSimulation } from '../../../science/pharmacokinetics/input.ts'
import { Check } from '../../../web/controls/Check.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { useSimulation } from '../../../web/levels/useSimulation.ts'
import { levelWords as words } from '../../../web/words/en/levels.ts'
import { studies } from '../compared.ts'
import { Curves } from './Curves.tsx'
import './levels.css'
import { Measured } from './Measured.tsx'

type Drug = keyof typeof words.drugs
type Asked = { drug: Drug; route: SimulatedRoute; mg?: number; minutes?: number; devices?: number }

const routes = Object.keys(words.routes) as SimulatedRoute[]

/** What was typed, as the engine's own parser reads it: it says what is wrong, by field. */
const inputOf = ({ drug, route, mg, minutes, devices }: Asked, norketamine: boolean): unknown => {
  const dose =
    route === 'nasal-esketamine'
      ? { route, deviceMinutes: Array.from({ length: devices ?? 0 }, (_, i) => i * 5) }
      : route === 'iv-infusion'
        ? { route, rates: [{ fromMinute: 0, mgPerHour: ((mg ?? 0) * 60) / (minutes ?? 1) }], untilMinute: minutes }
        : { route, atMinute: 0, doseMg: mg }
  const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95]
  return { drug, doses: [dose], norketamine, quantiles, alternatives: true }
}

const isWhole = ({ route, mg, minutes, devices }: Asked): boolean =>
  route === 'nasal-esketamine'
    ? devices !== undefined
    : mg !== undefined && (route !== 'iv-infusion' || minutes !== undefined)

const [first] = studies

/** Levels in the virtual population for a published or a typed dose. It only draws; it works out no dose. */
export const Levels = () => {
  const [study, setStudy] = useState<string | undefined>(first?.id)
  const [own, setOwn] = useState<Asked>({ drug: 'racemic-ketamine', route: 'iv-infusion' })
  const [norketamine, setNorketamine] = useState(false)
  const chosen = studies.find(({ id }) => id === study)
  const asked: Asked = chosen
    ? {
        drug: chosen.drug,
        route: chosen.route,
        ...(chosen.doseMg === undefined ? {} : { mg: chosen.doseMg }),
        ...(chosen.infusionMinutes === undefined ? {} : { minutes: chosen.infusionMinutes }),
      }
    : own
  const parsed = isWhole(asked) ? parseSimulation(inputOf(asked, norketamine)) : undefined
  const input = parsed && 'input' in parsed ? parsed.input : undefined
  const { simulation, failed } = useSimulation(input)
  const change = (part: Partial<Asked>) => setOwn({ ...own, ...part })
  const number = (name: 'mg' | 'minutes' | 'devices', label: string, unit?: string) => (
    <NumberField
      key={`${own.route} ${name}`}
      name={name}
      label={label}
      unit={unit}
      decimals={name === 'mg'}
      value={own[name]}
      onChange={(value) => {
        const { [name]: _, ...rest } = own
        setOwn(typeof value === 'number' ? { ...rest, [name]: value } : rest)
      }}
    />
  )
  return (
    <div className="stack levels" data-gap="wide">
      <PageTitle title={words.title} />
      <p>{words.lead}</p>
      <Notice signal="held" title={words.notPatient}>
        <p>{words.notPatientSays}</p>
      </Notice>
      <div className="columns">
        <Select
          name="study"
          label={words.example}
          options={[
            ...studies.map(({ id, study: name, form, doseMg }) => ({
              value: id,
              label: `${name}: ${doseMg} mg, ${form}`,
            })),
            { value: 'own', label: words.own },
          ]}
          value={chosen ? chosen.id : 'own'}
          onChange={(value) => setStudy(value)}
        />
        {!chosen && (
          <>
            <Select
              name="route"
              label={words.route}
              hint={words.ownHint}
              options={routes.map((value) => ({ value, label: words.routes[value] }))}
              value={own.route}
              onChange={(route) =>
                route && setOwn({ drug: route === 'nasal-esketamine' ? 'esketamine' : own.drug, route })
              }
            />
            {own.route !== 'nasal-esketamine' && (
              <Select
                name="drug"
                label={words.drug}
                options={(Object.keys(words.drugs) as Drug[]).map((value) => ({ value, label: words.drugs[value] }))}
                value={own.drug}
                onChange={(drug) => drug && change({ drug })}
              />
            )}
            {own.route === 'nasal-esketamine' ? number('devices', words.devices) : number('mg', words.dose, 'mg')}
            {own.route === 'iv-infusion' && number('minutes', words.minutes, 'min')}
          </>
        )}
      </div>
      <Check
        name="norketamine"
        label={words.norketamine}
        value={norketamine ? true : undefined}
        onChange={(value) => setNorketamine(value === true)}
      />
      {!parsed && <p className="soft">{words.incomplete}</p>}
      {parsed && 'refused' in parsed && (
        <ul role="alert">
          {parsed.refused.map(({ field, reason }) => (
            <li key={field + reason}>{reason}</li>
          ))}
        </ul>
      )}
      {failed && <p role="alert">{words.failed}</p>}
      {input && !simulation && !failed && <p className="soft">{words.waiting}</p>}
      {input && simulation && <Curves input={input} simulation={simulation} />}
      <Measured route={asked.route} />
    </div>
  )
}
