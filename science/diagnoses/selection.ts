/**
 * A code of ICD-10-CM with its official title. `billable`: whether it can stand on a claim; one that only heads longer
 * codes cannot. `also`: other words that people look for it by.
 */
export type Diagnosis = {
  code: string
  title: string
  billable: boolean
  also: string
}

const row = (line: string): Diagnosis => {
  const [, written = '', title = '', also = ''] = /^(\S+) ([^~]+?)(?: ~ (.+))?$/.exec(line) ?? []
  const heads = written.endsWith('-')
  return { code: heads ? written.replace(/\.?-$/, '') : written, title, billable: !heads, also }
}

/**
 * Rows of text, a code a line, as ICD-10-CM prints them: `F33.2 title` can stand on a claim, `F33.-` and `F33.4-` head
 * longer codes. What follows a `~` are other words for it, and ours.
 */
export const listed = (text: string): readonly Diagnosis[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(row)
