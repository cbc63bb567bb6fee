import { readPages } from '../server/readability.ts'

/** Each public page and the school grade it reads at, the hardest first. */
if (import.meta.main) {
  for (const { path, grade } of readPages().toSorted((a, b) => b.grade - a.grade))
    console.log(`${grade.toFixed(1)}  ${path}`)
}
