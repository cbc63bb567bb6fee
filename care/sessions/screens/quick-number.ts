import { judge } from '../../../science/plausibility.ts'
import { type Reading, readings } from '../vitals.ts'

/** Whether a number that is being typed can hold no further digit, so that the next field may be reached for. */
export const isWhole = (name: Reading | 'pain', text: string): boolean => {
  if (!/^\d+$/.test(text)) return false
  const first = Number(text[0])
  if (name === 'pain') return text.length === 2 || first !== 1
  if (name === 'respiratoryRate') return text.length === 2 || first >= 5
  if (name === 'spo2') return text === '100' || (text.length === 2 && text !== '10')
  return text.length === 3 || (text.length === 2 && first >= 4)
}

export const verdictOn = (name: Reading | 'pain', value: number): ReturnType<typeof judge> => {
  if (name !== 'pain') return judge(readings[name], value)
  return Number.isInteger(value) && value >= 0 && value <= 10 ? 'usual' : { refuse: '0 to 10' }
}
