import { type Asked, questions, questionsOf } from './questions.ts'
import { isLine, type Value } from './value.ts'

/**
 * Words that speak of suicide or self-harm (RL-07). It finds too much rather than too little, and misses what nobody
 * thought of: it adds help, and nothing is taken from its silence. Clinic policy, no published list.
 */
const words: readonly RegExp[] = [
  /suicid/,
  /\bkill(ing)? my ?self\b/,
  /\bend(ing)? (it all|my life|things|my own life)\b/,
  /\b(want|wish|wanted|wanting|ready|going|rather|better off) (to )?(die|dead|be dead|not be alive|not live)\b/,
  /\bwish i (was|were) (dead|never born|not here|not alive)\b/,
  /\bbetter off (dead|without me)\b/,
  /\b(hurt|harm|cut|cutting|hurting|harming)(ing)? my ?self\b/,
  /\bself[- ]?harm/,
  /\b(no|not any) (reason|point) (to|in) (live|living|go on|going on)\b/,
  /\b(do not|don't|dont|can't|cannot|cant) (want to )?(live|be here|be alive|go on|wake up)\b/,
  /\btake my (own )?life\b/,
  /\boverdos/,
]

export const speaksOfDanger = (text: string): boolean => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  return words.some((pattern) => pattern.test(plain))
}

/** Of relatives a suicide is told as history: help is near on every page, and nobody is called for it. */
const ofRelatives: readonly string[] = questionsOf('family')

/** Whether an answer calls for help at once, on the phone before it is sent and at the clinic when it comes. */
export const isDanger = (question: Asked, value: Value): boolean => {
  if (question === 'suicideThoughts') return value === true
  if (ofRelatives.includes(question) || value === null) return false
  if (typeof value === 'string') return questions[question].kind === 'words' && speaksOfDanger(value)
  return isLine(value) && Object.values(value).some(speaksOfDanger)
}
