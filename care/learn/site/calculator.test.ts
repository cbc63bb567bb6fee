import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Day } from '../../../science/time.ts'
import { calculatorWords as words } from '../../../web/words/en/calculator.ts'
import { calculatorPage } from './calculator.ts'
import { courseIn, linesOf, timeOf, totalOf } from './course-cost.ts'

const prices = { evaluation: 300, iv: 450, therapy: 150, esketamine: 1000, observation: 250 }
const count = (query: string, set: Parameters<typeof linesOf>[1] = prices) => {
  const { course } = courseIn(new URLSearchParams(query))
  return { ...totalOf(course, linesOf(course, set)), ...timeOf(course) }
}
const page = (query: string) =>
  calculatorPage({ today: Day.parse('2026-11-28'), clinic: undefined }, new URLSearchParams(query)).html

test('a whole course is the evaluation, its visits and its therapy, in money, hours and rides', () => {
  const counted = count('route=iv&visits=6&therapy=2&travel=30')
  assert.deepEqual(counted, { total: 3300, known: 3300, least: 9, most: 15, travel: 9, rides: 6 })
  assert.equal(count('route=iv&visits=6&therapy=0').total, 3000)
})

test('of the spray either the drug or the watching is counted, and its hours have no upper end', () => {
  assert.equal(count('route=esketamine&visits=8&therapy=0').total, 8300)
  const apart = count('route=esketamine&visits=8&therapy=0&drug=apart')
  assert.deepEqual([apart.total, apart.least, apart.most], [2300, 16, undefined])
})

test('visits with therapy count at their own price, and are unknown where it is not set', () => {
  assert.equal(count('route=lozenge&visits=4&therapy=0&kap=yes', { ...prices, kap: 900 }).total, 3900)
  assert.equal(count('route=lozenge&visits=4&therapy=0&kap=yes').total, undefined)
})

test('a visit with therapy is counted as long as it is planned for: two to three hours', () => {
  const hours = (query: string) => [count(query).least, count(query).most]
  assert.deepEqual(hours('route=iv&visits=2&therapy=0&kap=yes'), [4, 6])
  assert.deepEqual(hours('route=iv&visits=2&therapy=0'), [3, 5])
  assert.deepEqual(hours('route=esketamine&visits=2&therapy=0&kap=yes'), [4, undefined])
})

test('an unknown price or number leaves the whole unknown, never 0, and what is missing is named', () => {
  for (const [query, set] of [
    ['route=im&visits=6&therapy=0', prices],
    ['route=iv&visits=6&therapy=2', { iv: 450, therapy: 150 }],
    ['route=iv&visits=&therapy=0', prices],
    ['route=iv&visits=6', prices],
    ['visits=6&therapy=0', prices],
    ['', {}],
  ] as const)
    assert.equal(count(query, set).total, undefined, query)
  assert.equal(count('route=iv&therapy=0').rides, undefined)
  const text = page('route=im&visits=6&therapy=0')
  assert.ok(text.includes(words.noTotal) && text.includes(words.noPrice('Shot, one visit')))
  assert.ok(text.includes('Good Faith Estimate') && text.includes(words.notEstimate))
})

test('what is no whole number is said beside its field, and what was typed stays', () => {
  for (const typed of ['six', '-1', '1.5', '1,5', '1,000', '$6', '101', '1e9', '9'.repeat(400), '<b>']) {
    const text = page(`route=iv&visits=${encodeURIComponent(typed)}&therapy=0`)
    assert.ok(text.includes(words.wrong(100)) && text.includes(words.noTotal), typed)
    assert.ok(text.includes(`value="${typed.replace('<', '&lt;').replace('>', '&gt;')}"`), typed)
  }
})
