import type { ClinicSettings } from '../settings/clinic-settings.ts'

export const clinicForTests: ClinicSettings = {
  name: 'Harbour Street Clinic',
  address: {
    street: '12 Harbour Street',
    city: 'Portland',
    region: 'ME',
    postalCode: '04101',
    phone: '+1 207 555 0100',
  },
  timeZone: 'America/New_York',
  emergencyPlan: 'Call 911. The crash bag hangs behind the door of room 1.',
  messageCover: {
    who: 'The nurse on duty',
    hours: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', until: '17:00' }],
    outOfHours: 'Call the clinic’s number. In an emergency call 911, in a crisis 988.',
  },
}
