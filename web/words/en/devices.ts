const names = {
  systolic: 'systolic BP',
  diastolic: 'diastolic BP',
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
    `Already typed and left as is: ${list.map((name) => names[name]).join(', ')}.`,
  confirm: 'These are this patient’s values, measured now',
  leave: 'Remove them',
  confirmed: 'Confirmed',
  mark: (device: string) => `from ${device}`,
  markOpen: (device: string) => `from ${device}, not confirmed`,
  confirmFirst: 'Confirm the device’s values, or remove them.',
  noTime: 'The device sent no time, so it is not known when it measured.',
  partOfTime: 'The device does not know its date, so it is not known when it measured.',
  clockOff: 'The device’s time does not match the time now. Its clock is off, or this is an old reading.',
  clockNotSet: 'The device says that its clock was never set, so it is not known when it measured.',
  noNumber: (name: keyof typeof names, none: keyof typeof why) => `No ${names[name]} from the device: ${why[none]}.`,
  impossible: (name: keyof typeof names, value: number) =>
    `The device sent ${value} as the ${names[name]}, which is not possible. Type what its display shows.`,
  unnamedBits: 'The device also set flags that the standard does not name. What they mean is not known.',
  noPressure: 'The device sent no pressure for this measurement.',
  noSaturation: 'The device sent no SpO2 for this measurement.',
  converted: (systolic: number, diastolic: number) => `Sent as ${systolic}/${diastolic} kPa, converted.`,
  deviceSays: (status: string) => `The device says: ${status}.`,
} as const
