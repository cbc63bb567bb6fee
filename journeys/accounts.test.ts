import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { codeAt, goodPassword } from '../clinic/accounts/testing/person.ts'
import { Instant } from '../science/time.ts'
import { accountWords } from '../web/words/en/accounts.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { says } from '../web/words/en/says/accounts.ts'
import { accessible } from './axe.ts'
import { type Device, device, openBrowser, shot, type Windows } from './browser.ts'
import { type Evenkeel, startEvenkeel } from './evenkeel.ts'

const { setUp, clinic, person, credential, recovery, signIn, join, security, staff, firstRun, limits } = accountWords
const code = (letters: string) => codeAt(letters, Instant.parse(new Date().toISOString()))

let evenkeel: Evenkeel
let browser: Windows
let owner: Device
let nurse: Device
let nurseLink = ''
let letters = ''

before(async () => {
  ;[evenkeel, browser] = await Promise.all([startEvenkeel(), openBrowser()])
  assert.match(evenkeel.said(), /Making the database/)
})
after(async () => {
  await browser.close()
  await evenkeel.stop()
})

const button = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true })
const field = ({ page }: Device, name: string) => page.getByLabel(name, { exact: false }).first()
const lookedAt = async (at: Device, name: string) => {
  await accessible(at.page, name)
  await shot(at.page, `accounts-${name}`)
}
const choosePassword = async (at: Device) => {
  await at.page.getByRole('heading', { name: credential.passwordTitle }).waitFor()
  letters = (await at.page.locator('.letters').innerText()).trim()
  await field(at, credential.password).fill(goodPassword)
  await field(at, credential.code).fill(code(letters))
  await button(at, credential.choose).click()
}

describe('an owner and a nurse', () => {
  test('whoever comes before the link is told where it is', async () => {
    const early = await device(browser, 'tablet')
    await early.page.goto(evenkeel.origin)
    await early.page.getByRole('heading', { name: firstRun.title }).waitFor()
    await lookedAt(early, 'first-run')
    await early.context.close()
  })

  test('the owner sets up the clinic with a passkey, and what is wrong is said where it is', async () => {
    owner = await device(browser, 'desktop', { passkeys: true })
    await owner.page.goto(await evenkeel.setupLink())
    await owner.page.getByRole('heading', { name: setUp.title }).waitFor()
    await field(owner, clinic.name).fill('Harbour Street Clinic')
    await button(owner, setUp.next).click()
    await owner.page.getByText(controlWords.toMend(4)).waitFor()
    await lookedAt(owner, 'set-up-wrong')
    await field(owner, clinic.street).fill('12 Harbour Street')
    await field(owner, clinic.city).fill('Portland')
    await field(owner, clinic.postalCode).fill('04101')
    await field(owner, clinic.phone).fill('+1 207 555 0100')
    await field(owner, clinic.timeZone).fill('new york')
    assert.equal(await field(owner, clinic.timeZone).inputValue(), 'America/New_York')
    await lookedAt(owner, 'set-up-clinic')
    await button(owner, setUp.next).click()
    await owner.page.getByText(setUp.step(2, 4)).waitFor()
    assert.equal(await owner.page.evaluate(() => document.activeElement?.tagName), 'H1', 'a step begins at its title')

    await field(owner, clinic.emergencyPlan).fill('Call 911. The crash bag hangs behind the door of room 1.')
    await field(owner, clinic.who).fill('The nurse on duty')
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await owner.page.getByLabel(day, { exact: true }).check()
    await owner.page.getByLabel(clinic.from, { exact: true }).fill('09:00')
    await owner.page.getByLabel(clinic.until, { exact: true }).fill('17:00')
    await field(owner, clinic.outOfHours).fill('Call the clinic’s number.')
    await lookedAt(owner, 'set-up-cover')
    await owner.page.reload()
    await owner.page.getByText(setUp.step(2, 4)).waitFor()
    assert.equal(await field(owner, clinic.who).inputValue(), 'The nurse on duty')
    await button(owner, setUp.next).click()

    await field(owner, person.name).fill('Olga Owner')
    await field(owner, person.email).fill('olga@harbour.example')
    await owner.page.getByLabel(accountWords.roles.prescriber).check()
    assert.deepEqual(await owner.page.getByText(/^Step \d of 4$/).allInnerTexts(), [setUp.step(3, 4)])
    await lookedAt(owner, 'set-up-owner')
    await button(owner, setUp.next).click()

    await owner.page.getByRole('heading', { name: credential.passkeyTitle }).waitFor()
    await lookedAt(owner, 'set-up-passkey')
    await button(owner, credential.makePasskey).click()
    await owner.page.getByRole('heading', { name: recovery.title }).waitFor()
    assert.equal(await owner.page.locator('.recovery-codes li').count(), 10)
    await lookedAt(owner, 'recovery-codes')
    await owner.page.getByText(recovery.first).waitFor()
    await owner.page.getByLabel(recovery.kept).check()
    await button(owner, recovery.go).click()
    await owner.page.getByText('Harbour Street Clinic').first().waitFor()
  })

  test('the link does not work again', async () => {
    const late = await device(browser, 'phone')
    await late.page.goto(await evenkeel.setupLink())
    await late.page.getByRole('heading', { name: setUp.badLink }).waitFor()
    await late.page.goto(`${evenkeel.origin}/join#cut`)
    await late.page.getByText(says.linkCutOff).waitFor()
    await late.page.goto(`${evenkeel.origin}/first-run`)
    await late.page.getByRole('heading', { name: signIn.title, exact: true }).waitFor()
    await late.page.goto(await evenkeel.setupLink())
    await late.page.getByRole('heading', { name: setUp.badLink }).waitFor()
    await lookedAt(late, 'set-up-used')
    await late.context.close()
  })

  test('the owner invites a nurse and is shown the link once', async () => {
    await owner.page.goto(`${evenkeel.origin}/settings/staff`)
    await button(owner, staff.invite).click()
    await field(owner, staff.name).fill('Nadia Nurse')
    await field(owner, staff.email).fill('nadia@harbour.example')
    await owner.page.getByRole('dialog').getByLabel(accountWords.roles.monitor).check()
    await lookedAt(owner, 'staff-invite')
    await button(owner, staff.sendInvite).click()
    nurseLink = await owner.page.locator('.link-shown').innerText()
    await lookedAt(owner, 'staff-link')
    await button(owner, staff.done).click()
    await owner.page.getByText('Nadia Nurse').waitFor()
    await lookedAt(owner, 'staff')
  })

  test('the nurse joins on her phone with a password and an app', async () => {
    nurse = await device(browser, 'phone', { dark: true })
    await nurse.page.goto(nurseLink)
    await nurse.page.getByRole('heading', { name: join.title('Harbour Street Clinic') }).waitFor()
    await button(nurse, credential.orPassword).click()
    await field(nurse, credential.password).fill('password1234')
    await button(nurse, credential.choose).click()
    await nurse.page.getByText('This is among the first').first().waitFor()
    await lookedAt(nurse, 'join-password')
    await choosePassword(nurse)
    await nurse.page.getByRole('heading', { name: recovery.title }).waitFor()
    await lookedAt(nurse, 'join-codes')
    await nurse.page.getByLabel(recovery.kept).check()
    await button(nurse, recovery.go).click()
    await nurse.page.getByText('Harbour Street Clinic').first().waitFor()
  })

  test('the owner signs out, and in again with the passkey alone', async () => {
    await owner.page.goto(`${evenkeel.origin}/settings/accounts`)
    await owner.page.getByText(accountWords.trail.actions['account.join'] ?? '').waitFor()
    await lookedAt(owner, 'accounts-trail')
    await owner.page.goto(`${evenkeel.origin}/settings/sign-in`)
    await owner.page.getByRole('heading', { name: security.passkeys }).waitFor()
    await lookedAt(owner, 'security')
    // Another screen that was left open hears of it without being touched.
    const left = await owner.context.newPage()
    await left.goto(evenkeel.origin)
    await left.getByText('Harbour Street Clinic').first().waitFor()
    await button(owner, security.everywhere).click()
    await owner.page.getByRole('heading', { name: signIn.title, exact: true }).waitFor()
    await left.getByRole('heading', { name: signIn.title, exact: true }).waitFor({ timeout: 60_000 })
    await left.close()
    await lookedAt(owner, 'sign-in')
    await button(owner, signIn.passkey).click()
    await owner.page.getByText('Harbour Street Clinic').first().waitFor()
  })

  test('the nurse changes her password, and her other screen is signed out', async () => {
    await nurse.page.goto(`${evenkeel.origin}/settings/sign-in`)
    await button(nurse, security.changePassword).click()
    await field(nurse, security.newPassword).fill('marble kettle nine harbours')
    await button(nurse, security.savePassword).click()
    await nurse.page.getByText(security.passwordSaved).waitFor()
    await lookedAt(nurse, 'security-phone')
  })

  test('the owner ends the nurse’s account, and her screen is at the door at once', async () => {
    await owner.page.goto(`${evenkeel.origin}/settings/staff`)
    await button(owner, staff.openLabel('Nadia Nurse')).click()
    await lookedAt(owner, 'staff-member')
    await button(owner, staff.deactivate).click()
    await button(owner, staff.reactivate).waitFor()
    await nurse.page.reload()
    await nurse.page.getByRole('heading', { name: signIn.title, exact: true }).waitFor()
    await lookedAt(nurse, 'sign-in-phone')
    await button(nurse, signIn.lost).click()
    await lookedAt(nurse, 'recover-phone')
  })

  test('the owner changes the clinic’s settings', async () => {
    await owner.page.goto(`${evenkeel.origin}/settings/clinic`)
    await field(owner, clinic.patientsPerMonitor).fill('2')
    await lookedAt(owner, 'clinic')
    await button(owner, clinic.save).click()
    await owner.page.getByText(clinic.saved).waitFor()
  })

  test('and its limits, towards caution only', async () => {
    await owner.page.goto(`${evenkeel.origin}/settings/limits`)
    const pressure = field(owner, 'Systolic pressure before the dose above which a clinician decides')
    await pressure.fill('150')
    await button(owner, limits.save).click()
    await owner.page.getByText('A clinic may choose 110 to 140 mmHg.').first().waitFor()
    await lookedAt(owner, 'limits')
    await pressure.fill('135')
    await button(owner, limits.save).click()
    await owner.page.getByText(says.whyLimits).first().waitFor()
    await field(owner, limits.why).fill('Many of our patients are older.')
    await field(owner, limits.signName).fill('Olive Owner')
    await button(owner, limits.save).click()
    await owner.page.getByText(limits.saved).waitFor()
    await owner.page.getByText('Many of our patients are older.').first().waitFor()
    await lookedAt(owner, 'limits signed')
  })

  test('nothing complained in the background', () => {
    assert.deepEqual([...owner.troubles, ...nurse.troubles], [])
  })
})
