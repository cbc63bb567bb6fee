import type { PublicSide } from '../../../clinic/accounts/settings/public-side.ts'
import type { Contact } from '../../../clinic/links/contact.ts'
import type { Day } from '../../../science/time.ts'
import type { Html } from '../html.ts'

/** The clinic as everybody may know it; `side` is what its owner wrote for these pages. */
export type PublicClinic = { contact: Contact; place: readonly string[]; side: PublicSide }

/** What a page is written for: a day, and a clinic where there is one. */
export type Site = { today: Day; clinic: PublicClinic | undefined }

/** `about`: the sentence that a search engine shows under its title. */
export type SitePage = { path: string; title: string; about: string; menu?: string; write: (site: Site) => Html }
