/**
 * Words of substance use and its treatment, found in a text that is to leave. They decide nothing: whoever writes is shown
 * them, and nobody can say "not about substance use" without having looked at each. That a text has none of them proves
 * nothing either, so the question is asked all the same. The list is clinic policy (G6-substance-use). Pure.
 */
const patterns: readonly RegExp[] = [
  /\b(?:use|abuse|misuse|dependence) disorders?\b/gi,
  /\b(?:substance|drug)s? (?:use|abuse|misuse|dependence|screen\w*|tests?)\b/gi,
  /\bmisus\w+/gi,
  /\baddict\w*/gi,
  /\balcohol\w*/gi,
  /\bdrink(?:s|er|ers|ing)\b/gi,
  /\bsober\w*|\bsobriety\b|\babstinen\w+/gi,
  /\bdetox\w*|\brehab\w*|\b(?:12|twelve)[- ]steps?\b|\bAlcoholics Anonymous\b|\bNarcotics Anonymous\b/gi,
  /\bintoxicat\w*|\boverdos\w*|\bbinge drink\w*/gi,
  /\bopioids?\b|\bopiates?\b|\bheroin\b|\bfentanyl\b/gi,
  /\bmethadone\b|\bbuprenorphine\b|\bsuboxone\b|\bsubutex\b|\bsublocade\b|\bzubsolv\b|\bbrixadi\b/gi,
  /\bnaltrexone\b|\bvivitrol\b|\brevia\b|\bnaloxone\b|\bnarcan\b|\blofexidine\b|\blucemyra\b/gi,
  /\bdisulfiram\b|\bantabuse\b|\bacamprosate\b|\bcampral\b/gi,
  /\bcocaine\b|\bcrack\b|\bmeth\b|\bmethamphetamines?\b|\becstasy\b|\bMDMA\b|\bLSD\b|\bPCP\b|\bGHB\b|\bkratom\b/gi,
  /\bcannabis\b|\bmarijuana\b|\bTHC\b|\bhallucinogen\w*|\bpsilocybin\b|\binhalants?\b|\brecreational\w*/gi,
  /\bnicotine\b|\btobacco\b|\bsmok\w+|\bvap(?:e|es|ing)\b|\bcigarettes?\b|\bvarenicline\b|\bchantix\b/gi,
  /\bAUDIT(?:-C)?\b|\bDAST(?:-10)?\b|\bTAPS(?:-1)?\b|\bCAGE\b/g,
  // ICD-10-CM F10 to F19.
  /\bF1\d(?:\.\w+)?\b/g,
]

/** Each word once, in lower case, in the order of the list. */
export const substanceWordsIn = (text: string): string[] => [
  ...new Set(patterns.flatMap((pattern) => (text.match(pattern) ?? []).map((found) => found.toLowerCase()))),
]

/** The words of a text that nobody has looked at yet. */
export const notLookedAt = (text: string, looked: readonly string[]): string[] =>
  substanceWordsIn(text).filter((word) => !looked.includes(word))
