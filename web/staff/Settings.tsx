import { Link } from '@tanstack/react-router'
import { DangerWaiting } from '../../care/intake/request/screens/DangerWaiting.tsx'
import { FirstSteps } from '../../care/sessions/screens/FirstSteps.tsx'
import { Choice } from '../controls/Choice.tsx'
import { PageTitle } from '../controls/PageTitle.tsx'
import { useMay, useMe } from '../me.ts'
import { modeChoices, setMode, useMode } from '../mode.ts'
import { shellWords } from '../words/en/shell.ts'
import { staffRoutes } from './routes.tsx'

/** The clinic and its people first, then the rooms and what happens in them, then the papers. */
const order = [
  '/settings/clinic',
  '/settings/staff',
  '/settings/accounts',
  '/settings/sign-in',
  '/settings/locations',
  '/settings/rooms',
  '/settings/limits',
  '/settings/standing-orders',
  '/settings/consent',
  '/settings/questionnaires',
  '/settings/outcomes',
  '/settings/rems',
]
const placeOf = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length)

/** The pages that settle things, for whoever may; and how this device looks. */
export const Settings = () => {
  const { data: me } = useMe()
  const mode = useMode()
  // Whoever has no "Today" begins here.
  const mayToday = useMay('sessions.read')
  const pages = staffRoutes
    .filter(
      ({ settings, may }) => settings !== undefined && (may === undefined || me?.staff?.permissions.includes(may)),
    )
    .toSorted((a, b) => placeOf(a.path) - placeOf(b.path))
  return (
    <>
      <PageTitle title={shellWords.settings} />
      <div className="stack" data-gap="wide">
        {!mayToday && <DangerWaiting />}
        <FirstSteps />
        {pages.length > 0 && (
          <ul className="settings-list">
            {pages.map(({ path, settings }) => (
              <li key={path}>
                <Link to={path}>{settings}</Link>
              </li>
            ))}
          </ul>
        )}
        <section className="stack">
          <h2>{shellWords.yourDisplay}</h2>
          <Choice
            name="mode"
            label={shellWords.appearance}
            across
            options={modeChoices.map((value) => ({ value, label: shellWords.mode[value] }))}
            value={mode}
            onChange={(choice) => choice && setMode(choice)}
          />
        </section>
      </div>
    </>
  )
}
