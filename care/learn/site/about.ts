import { safetyFacts } from '../../../science/facts/safety.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { siteWords } from '../../../web/words/en/site.ts'
import { helpInSpanish } from '../../../web/words/es/help.ts'
import { sayTime } from '../../../web/words/words.ts'
import { type Html, html } from '../html.ts'
import { newCiting, section } from './parts.ts'
import type { PublicClinic, SitePage } from './site.ts'

const words = siteWords.about
const days: Record<string, string> = accountWords.clinic.days

/** A telephone number as a phone dials it; what is no number is only shown. */
export const dialled = (phone: string): Html => {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits.length >= 7 ? html`<a href="tel:${digits}">${phone}</a>` : html`${phone}`
}

/** 'Eastern Time' for 'America/New_York'. */
const zoneName = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

const reach = ({ contact, place }: PublicClinic): Html => html`
${contact.isDemo && html`<p class="stale">${words.demo}</p>`}
${contact.phone && section('call', words.call, html`<p>${dialled(contact.phone)}</p>`)}
${place.length > 0 && section('find', words.find, html`<p>${place.map((line) => html`${line}<br>`)}</p>`)}
${
  contact.cover.hours.length > 0 &&
  html`<ul>${contact.cover.hours.map(
    (hours) =>
      html`<li>${words.hours(hours.days.map((day) => days[day] ?? day).join(', '), sayTime(hours.from), sayTime(hours.until))}</li>`,
  )}</ul><p class="soft">${words.zone(zoneName(contact.timeZone))}</p>`
}
<p class="soft">${contact.cover.who && words.reads(contact.cover.who)} ${contact.cover.outOfHours}</p>`

const offered = ({ side }: PublicClinic): Html =>
  section(
    'offers',
    words.offers,
    side.offers
      ? html`<ul>${side.offers.map((route) => html`<li><a href="/learn/treatments/${route}">${siteWords.routes[route]}</a></li>`)}</ul>`
      : html`<p>${words.notSaid}</p>`,
    side.homeLozenges && html`<p>${words.home[side.homeLozenges]}</p>`,
  )

export const aboutPage: SitePage = {
  path: '/learn/clinic',
  title: words.title,
  about: words.about,
  write: ({ clinic }) => html`<h1>${words.title}</h1>
${
  clinic
    ? html`<p class="lead">${clinic.contact.name}</p>${clinic.side.about && html`<p class="own">${clinic.side.about}</p>`}${reach(clinic)}${offered(clinic)}`
    : html`<p class="lead">${words.noClinic}</p>`
}
${section('how', words.howWeWrite, html`<p>${words.howSays}</p>`)}`,
}

const crisis = siteWords.crisis

export const crisisPage: SitePage = {
  path: '/learn/crisis',
  title: crisis.title,
  about: crisis.lead,
  write: ({ today }) => {
    const { list, end } = newCiting(today)
    return html`<h1>${crisis.title}</h1><p class="lead">${crisis.lead}</p>
<p class="calls"><a class="call" href="tel:988">${crisis.call988}</a> <a class="call" href="sms:988">${crisis.text988}</a></p><p>${crisis.suicideSays}</p>
<p class="calls"><a class="call" href="tel:911">${crisis.call911}</a></p><p>${crisis.dangerSays}</p>
<p lang="es">${helpInSpanish}</p><p>${crisis.notUs}</p>${section('whom', crisis.more, list(safetyFacts.help))}${end()}`
  },
}
