import { wordsOf } from './phrase.ts'
import { isRecognised, recognise } from './recognise.ts'

/** What people are often allergic to and is no medicine. */
const common = [
  ...[
    'latex',
    'adhesive tape',
    'nickel',
    'contrast dye',
    'peanut',
    'peanuts',
    'nuts',
    'tree nuts',
    'shellfish',
    'fish',
  ],
  ...['eggs', 'egg', 'milk', 'dairy', 'soy', 'wheat', 'gluten', 'strawberries', 'pollen', 'grass', 'ragweed', 'dust'],
  ...['dust mites', 'mold', 'cats', 'cat', 'dogs', 'dog', 'pet dander', 'bee stings', 'bees', 'wasps'],
]
const named = new Set(common.map((name) => wordsOf(name).join(' ')))

/** Ketamine or esketamine, in other alphabets too. */
const ketamine = /ketamin|ketalar|spravato|кетамин/i

/**
 * What an entry of the allergy list says about ketamine: it names it; it names something else; or nobody here knows what
 * it names, so that the question has to be asked.
 */
export const allergyTo = (substance: string): 'ketamine' | 'something else' | 'not recognised' => {
  const found = recognise(substance)
  if (ketamine.test(substance) || found.classes.includes('ketamine')) return 'ketamine'
  return isRecognised(found) || named.has(wordsOf(substance).join(' ')) ? 'something else' : 'not recognised'
}
