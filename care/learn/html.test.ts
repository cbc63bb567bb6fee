import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'

test('what is put into a page is text, in an attribute too, unless it was made as HTML', () => {
  const name = `"Ann" & <b onclick='x'>`
  const inner = html`<i title="${name}">${name}</i>`
  const text = '&quot;Ann&quot; &amp; &lt;b onclick=&#39;x&#39;&gt;'
  assert.equal(html`<p>${inner}</p>`.html, `<p><i title="${text}">${text}</i></p>`)
})

test('a list stands without commas, and what is absent leaves nothing', () => {
  assert.equal(html`${[1, html`<br>`, [2]]}${undefined}${false}`.html, '1<br>2')
})
