/** A text as single words in small letters, without accents; a number and its unit are two words. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(\d)(mg|mcg|ug|g|ml|iu|meq|units?|x|h|hrs?|hours?)\b/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '))

/** Amounts, forms, salts and how often: they say nothing about which medicine it is. */
const besides = words(
  'mg mcg ug g gram grams ml iu meq unit units percent drop drops puff puffs',
  'tab tabs tablet tablets cap caps capsule capsules pill pills patch patches cream gel ointment spray inhaler solution',
  'suspension syrup liquid injection injectable film strip troche lozenge suppository nasal oral topical sublingual',
  'er xr sr xl cr ir la dr odt ec cd dose low generic brand extended immediate release delayed strength',
  'hcl hydrochloride sodium potassium calcium magnesium tartrate succinate maleate mesylate citrate phosphate acetate',
  'sulfate sulphate hydrobromide hbr besylate carbonate fumarate chloride nitrate bitartrate dihydrate decanoate salts',
  'daily once twice thrice three two one half a an the day days bid tid qid qd qhs qam qpm hs prn am pm morning noon',
  'evening night nightly bedtime weekly week monthly month every other each hour hours h hr hrs as needed at and with',
  'plus in on for of by to or per po im iv sl sc x times time mouth before after meals food',
)
export const isBesides = (word: string): boolean => besides.has(word) || /^\d+$/.test(word)

/** With one of these the line says something about a medicine other than that it is taken now. */
const turning = words(
  'no not never none nothing stopped stop stops stopping former formerly previous previously past used quit tried',
  'failed denies denied allergic allergy refused refuses declined discontinued discontinue history unknown unsure maybe',
)
export const turns = (word: string): boolean => turning.has(word)
