import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '../../science/pharmacokinetics/published/limits.ts'
import { findObservation } from '../../science/pharmacokinetics/published/observations.ts'
import { feltWindows } from '../../science/pharmacokinetics/published/windows.ts'
import { simulate } from '../../science/pharmacokinetics/simulate.ts'
import { Day } from '../../science/time.ts'
import { learnWords } from '../../web/words/en/learn.ts'
import { bandOf } from './band.ts'
import { examples, learnRoutes } from './examples.ts'
import { isOverTimeStale, overTimePage } from './over-time.ts'
import { feltSaysOf, isObserved } from './panels.ts'
import { areaPath, linePath } from './paths.ts'
import { shippedPeople } from './people.ts'
import { courseOfRoute } from './picture.ts'
import { tableMinutes, valuesAt } from './table.ts'

const people = shippedPeople()
const courses = learnRoutes.map((route) => courseOfRoute(route, people))
const page = overTimePage(courses).html

test('says when its numbers were last read, and past their day that they may be out of date', () => {
  assert.match(page, /We last checked the facts on this page on November 24, 2026/)
  assert.doesNotMatch(page, /class="stale"/)
  assert.deepEqual(
    ['2027-05-23', '2027-05-24'].map((day) => isOverTimeStale(Day.parse(day))),
    [false, true],
  )
  const late = overTimePage(courses, true).html
  assert.ok(late.indexOf('class="stale"') > 0 && late.indexOf('class="stale"') < late.indexOf('<svg'))
})

test('the picture is the engine’s own, of the shipped people, 5 to 95 %', () => {
  for (const course of courses) {
    const { drug, dose } = examples[course.route]
    const quantiles = [0.05, 0.5, 0.95]
    const common = { horizonMinutes: 240, stepMinutes: 1, norketamine: false, examples: 0, alternatives: false }
    const simulated = simulate({ drug, doses: [dose], quantiles, ...common }, people)
    const { low, middle, high } = bandOf(course, 90)
    ;[low, middle, high].forEach((curve, i) => {
      simulated.people?.quantiles[i]?.percentOfPeak.forEach((value, minute) => {
        assert.ok(Math.abs(value - (curve[minute] ?? Number.NaN)) < 1e-3, `${course.route} at ${minute}`)
      })
    })
  }
})

test('each picture’s dose is that of its study', () => {
  const given = (id: string) => findObservation(id)?.doseMg
  const { dose: drip } = examples['iv-infusion']
  assert.ok(drip.route === 'iv-infusion')
  assert.equal(((drip.rates[0]?.mgPerHour ?? 0) * drip.untilMinute) / 60, given('O04'))
  assert.deepEqual(
    [examples.im.dose, examples.lozenge.dose].map((dose) => 'doseMg' in dose && dose.doseMg),
    [given('O27'), given('O08')],
  )
})

test('the table and the sentences say what is drawn', () => {
  for (const course of courses) {
    const band = bandOf(course, 90)
    for (const minute of tableMinutes) {
      const [low, middle, high] = valuesAt(band, minute)
      assert.ok(low <= middle && middle <= high && low >= 0 && high <= 100, `${course.route} ${minute}`)
      assert.ok(page.includes(`<td>${middle} <small>${low}–${high}</small></td>`))
    }
    assert.ok(page.includes(learnWords.blood.after(2, valuesAt(band, 120))))
    assert.ok(page.includes(linePath(band.middle)) && page.includes(areaPath(band)))
  }
})

test('every known misfit of every route stands on the page in plain words', () => {
  const says: Record<string, string | undefined> = learnWords.uncertain.limits
  const expected = limits.filter(({ id }) => id !== 'norketamine').map(({ id }) => id)
  assert.deepEqual(Object.keys(says).sort(), expected.sort())
  for (const id of expected) assert.ok(page.includes(says[id] ?? 'missing'), id)
})

test('a window that mixes the model with judgment says so; only the nasal one stands on observation alone', () => {
  assert.deepEqual(
    feltWindows.filter(isObserved).map(({ route }) => route),
    ['nasal-esketamine'],
  )
  for (const window of feltWindows) assert.ok(page.includes(feltSaysOf(window)))
  assert.equal(page.split(learnWords.felt.judged).length - 1, 3)
  assert.equal(page.split('data-observed="false"').length - 1, 3)
})

test('nobody can put in a dose, a weight or a wish, and no concentration is shown', () => {
  const inputs = [...page.matchAll(/<(?:input|select|textarea)[^>]*?name="([^"]*)"/g)].map(([, name]) => name)
  assert.deepEqual(new Set(inputs), new Set(['route', 'minute', 'width']))
  assert.doesNotMatch(page, /ng\/mL|\bsafe\b|all clear|next dose|style=|<script/i)
})
