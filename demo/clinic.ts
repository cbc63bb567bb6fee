import type { Role } from '../clinic/accounts/permissions.ts'
import type { ClinicSettings } from '../clinic/accounts/settings/clinic-settings.ts'
import { everyRoute } from '../science/decide.ts'
import { isTimeZone } from '../science/time.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** Of whoever starts it, so that its board shows the hours on their own clock. */
const timeZone = (): string => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return isTimeZone(own) && own !== 'UTC' ? own : 'America/New_York'
}

export const demoSettings: ClinicSettings = {
  name: 'Demo Clinic (synthetic people)',
  address: {
    street: '1 Example Street',
    city: 'Sampleton',
    region: 'OR',
    postalCode: '97000',
    phone: '503 555 0100',
  },
  timeZone: timeZone(),
  emergencyPlan:
    'Demo plan. Call for help in the hallway; the second person brings the emergency bag and calls 911. Airway first: head tilt, oxygen, bag-valve mask. The prescriber on duty comes to the room. Somebody waits for the ambulance at the front door.',
  messageCover: {
    who: 'the nurse on duty',
    hours: [{ days: [...weekdays], from: '08:00', until: '17:00' }],
    outOfHours:
      'Nobody reads messages at night or on weekends. In an emergency call 911; in a crisis call or text 988.',
  },
  policy: {
    patientsPerMonitor: 3,
    urgentAlertMinutes: 15,
    highAlertHours: 4,
    nextDayCheckAt: '09:00',
    publicSide: { offers: [...everyRoute], prices: { evaluation: 300, iv: 450, im: 400 }, homeLozenges: 'no' },
  },
}

export const demoStaff = {
  owner: { name: 'Olive Owner', roles: ['owner'] },
  prescriber: { name: 'Petra Prescriber', roles: ['prescriber'] },
  secondPrescriber: { name: 'Paul Prescriber', roles: ['prescriber'] },
  monitor: { name: 'Milo Monitor', roles: ['monitor'] },
  secondMonitor: { name: 'Mona Monitor', roles: ['monitor'] },
  frontDesk: { name: 'Fred Frontdesk', roles: ['front-desk'] },
  therapist: { name: 'Thea Therapist', roles: ['therapist'] },
  display: { name: 'Wall Display', roles: ['display'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>

export const roomNames = ['Room 1', 'Room 2', 'Room 3', 'Room 4', 'Room 5', 'Room 6'] as const

/** What only a clinic can say in its consent text; this clinic does not exist. */
export const demoWords = (section: string): string =>
  `Demo clinic: here stands what a real clinic says about ${section}.`
