import type { Browser, Page } from 'playwright-core'
import { accessible, type Device, device, shot, type sizes } from './browser.ts'
import type { Evenkeel } from './evenkeel.ts'

/** Presses the button with this name. */
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Waits for the screen with this title, checks it with axe and keeps a picture when pictures are wanted. */
export const onScreen = async (page: Page, title: string | RegExp, name: string) => {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await accessible(page, name)
  await shot(page, name)
}

/** A passkey on this device, then the recovery codes kept. */
export const takePasskey = async (page: Page, name: string) => {
  await press(page, 'Make a passkey')
  await onScreen(page, 'Recovery codes', `${name}-recovery-codes`)
  await page.getByLabel('I have kept them').check()
  await press(page, 'Continue')
}

/** The owner sets the clinic up with the link that `npm start` printed. */
export const setUpClinic = async (page: Page, link: string) => {
  await page.goto(link)
  await onScreen(page, 'Set up your clinic', 'set-up-1')
  await page.getByLabel('Name of the clinic').fill('Harbor Clinic')
  await page.getByLabel('Street and number').fill('1 Main Street')
  await page.getByLabel('Town or city').fill('Portland')
  await page.getByLabel('ZIP or postal code').fill('04101')
  await page.getByLabel('Telephone patients call').fill('207-555-0100')
  await page.getByLabel('Time zone').fill('America/New_York')
  await press(page, 'Continue')
  await page.getByLabel('Emergency plan').fill('Call 911. Crash cart in the corridor. Ambulance entrance: Main Street.')
  await page.getByLabel('Who reads messages from patients').fill('The nurse on duty')
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await page.getByLabel(day, { exact: true }).check()
  await page.getByLabel('From', { exact: true }).fill('09:00')
  await page.getByLabel('Until', { exact: true }).fill('17:00')
  await page.getByLabel('What patients are told outside these hours').fill('We read this the next working morning.')
  await accessible(page, 'set-up-2')
  await shot(page, 'set-up-2')
  await press(page, 'Continue')
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('Your email').fill('olive@example.test')
  await page.getByText('Nothing else').click()
  await accessible(page, 'set-up-3')
  await press(page, 'Continue')
  await page.getByRole('button', { name: 'Make a passkey' }).waitFor()
  await accessible(page, 'set-up-4')
  await shot(page, 'set-up-4')
  await takePasskey(page, 'owner')
  await page.getByText('Olive Owner').first().waitFor()
}

/** Invites somebody and returns the link as the owner's screen shows it. */
export const invite = async (page: Page, name: string, role: string): Promise<string> => {
  await page.goto(new URL('/settings/staff', page.url()).href)
  await onScreen(page, 'Staff', 'staff')
  await press(page, 'Invite somebody')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Email').fill(`${name.toLowerCase().replace(/\W+/g, '.')}@example.test`)
  await dialog.getByLabel(role).check()
  await accessible(page, 'invite')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await dialog.locator('.link-shown').innerText()
  await accessible(page, 'link-shown')
  await dialog.getByRole('button', { name: 'Done' }).click()
  return link.trim()
}

/** Opens an invitation on a device of one's own, makes a passkey and is in. */
export const join = async (browser: Browser, link: string, size: keyof typeof sizes): Promise<Device> => {
  const own = await device(browser, size, { passkeys: true })
  await own.page.goto(link)
  await onScreen(own.page, /^Welcome to/, 'join')
  await takePasskey(own.page, 'staff')
  await own.page.getByRole('banner').waitFor()
  return own
}

export type Clinic = { evenkeel: Evenkeel; owner: Device; prescriber: Device; monitor: Device; frontDesk: Device }

/** A clinic as its people use it: owner at a desk, prescriber at a desk, monitor with a tablet, front desk. */
export const openClinic = async (browser: Browser, evenkeel: Evenkeel): Promise<Clinic> => {
  const owner = await device(browser, 'desktop', { passkeys: true })
  await setUpClinic(owner.page, await evenkeel.setupLink())
  const links = {
    prescriber: await invite(owner.page, 'Petra Prescriber', 'Prescriber'),
    monitor: await invite(owner.page, 'Milo Monitor', 'Monitor'),
    frontDesk: await invite(owner.page, 'Fred Frontdesk', 'Front desk'),
  }
  const prescriber = await join(browser, links.prescriber, 'desktop')
  const monitor = await join(browser, links.monitor, 'tablet')
  const frontDesk = await join(browser, links.frontDesk, 'desktop')
  return { evenkeel, owner, prescriber, monitor, frontDesk }
}
