import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { controlWords } from '../web/words/en/controls.ts'
import { recordWords } from '../web/words/en/records.ts'
import { type Served, served } from './served.ts'

// What there is to say fits where it is read: on the smallest phone, on a wall that nobody scrolls, beside one button.
let here: Served
before(async () => {
  here = await served()
})
after(() => here.close())

test('yes, no and not known stand in one row on a phone 360 pixels wide, each as high as a finger', async () => {
  const clinic = await here.app.clinicWith()
  const { page, context, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'phone')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${here.origin}/patients/new`)
  const group = page.getByRole('group', { name: recordWords.needsInterpreter })
  const boxes = await Promise.all(
    [controlWords.yes, controlWords.no, controlWords.notKnown].map(async (label) => {
      const tile = group.locator('label', { hasText: new RegExp(`^${label}$`) })
      await tile.waitFor()
      return (await tile.boundingBox()) ?? assert.fail(label)
    }),
  )
  assert.equal(new Set(boxes.map(({ y }) => y)).size, 1)
  for (const { x, width, height } of boxes) {
    assert.ok(width >= 44 && height >= 44, `${width} by ${height}`)
    assert.ok(x >= 0 && x + width <= 360)
  }
  assert.deepEqual(troubles, [])
  await context.close()
})
