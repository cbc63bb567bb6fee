const names = {
  systolic: 'systolic pressure',
  diastolic: 'diastolic pressure',
  heartRate: 'pulse',
  spo2: 'SpO2',
} as const
const why = {
  NaN: 'not a number',
  NRes: 'not at this resolution',
  '+INF': 'above what it can measure',
  '-INF': 'below what it can measure',
  reserved: 'a reserved value',
} as const

/** Taking values from a cuff or an oximeter. */
export const deviceWords = {
  take: { cuff: 'Take from cuff', oximeter: 'Take from oximeter' },
  cannot: 'This browser cannot read cuffs and oximeters (no Web Bluetooth). Type the values.',
  waiting: 'Connected. Start the measurement on the device.',
  connecting: 'Looking for the device.',
  stop: 'Stop waiting',
  notConnected: 'No reading came from the device. Nothing was filled in. Try again, or type the values.',
  lost: 'The connection to the device ended. Nothing was filled in. Try again, or type the values.',
  refused: (why: string) => `Nothing was taken from the device. ${why}`,
  unnamed: 'Device without a name',
  from: (device: string, model?: string) => (model && model !== device ? `${device} (${model})` : device),
  received: (device: string, values: string) => `${values} from ${device}`,
  pressure: (systolic?: number, diastolic?: number) => `${systolic ?? '–'}/${diastolic ?? '–'} mmHg`,
  value: (name: keyof typeof names, value: number) => `${names[name]} ${value}${name === 'spo2' ? ' %' : ' /min'}`,
  deviceTime: (time: string) => `The device’s time: ${time.replace('T', ' ')}`,
  user: (user: number) => `User ${user} of the device`,
  keptTyped: (list: readonly (keyof typeof names)[]) =>
    `Typed before and left as it is: ${list.map((name) => names[name]).join(', ')}.`,
  confirm: 'These are this patient’s values, measured now',
  leave: 'Take them out again',
  confirmed: 'Confirmed',
  mark: (device: string) => `from ${device}`,
  markOpen: (device: string) => `from ${device}, not confirmed`,
  confirmFirst: 'Confirm the values of the device, or take them out.',
  noTime: 'The device sent no time: when it measured is not known.',
  partOfTime: 'The device does not know its date: when it measured is not known.',
  clockOff: 'The device’s time is not now. Its clock is off, or this is an old reading.',
  clockNotSet: 'The device says that its clock was never set: when it measured is not known.',
  noNumber: (name: keyof typeof names, none: keyof typeof why) => `No ${names[name]} from the device: ${why[none]}.`,
  impossible: (name: keyof typeof names, value: number) =>
    `The device sent ${value} as the ${names[name]}, which cannot be. Type what its display shows.`,
  unnamedBits: 'The device also set marks that the standard does not name. What it means by them is not known.',
  noPressure: 'The device sent no pressure for this measurement.',
  noSaturation: 'The device sent no SpO2 for this measurement.',
  converted: (systolic: number, diastolic: number) => `Sent as ${systolic}/${diastolic} kPa, converted.`,
  deviceSays: (status: string) => `The device says: ${status}.`,
} as const
