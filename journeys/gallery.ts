import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { build } from 'vite'
import { securityHeaders } from '../server/guard.ts'
import { viteConfig } from '../web/vite.config.ts'
import { type Device, device, openBrowser, type sizes } from './browser.ts'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Every control of web/gallery behind a port of its own, under the real policy. */
export const gallery = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-gallery-'))
  const input = join(import.meta.dirname, '../web/gallery/gallery.html')
  await build({ ...viteConfig, build: { ...viteConfig.build, outDir: folder, rolldownOptions: { input } } })
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname)
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { ...securityHeaders, 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await openBrowser()
  const address = `http://localhost:${(server.address() as AddressInfo).port}/gallery/gallery.html`

  // One window a size, for all tests that need that size: opening one takes longer than most of them.
  const windows = new Map<string, Device>()
  const open = async (size: keyof typeof sizes, mode: string, at = '') => {
    const one = windows.get(size) ?? (await device(browser, size))
    windows.set(size, one)
    const { page, troubles } = one
    troubles.length = 0
    await page.goto(`${address}${at}`)
    await page.evaluate((chosen) => {
      sessionStorage.clear()
      localStorage.clear()
      localStorage.setItem('evenkeel.mode', chosen)
    }, mode)
    await page.reload()
    await page.waitForSelector('h1')
    return { page, troubles }
  }
  const close = async () => {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { browser, address, open, close }
}

/** The height and width of everything that can be pressed, smaller than `least`; links inside a sentence are excepted. */
export const tooSmall = (page: Page, least: number) =>
  page.evaluate((px) => {
    const shown = [...document.querySelectorAll('button, input, select, textarea, summary, a.button')].map((one) => {
      // A radio or box is pressed by the tile around it.
      const target = one.closest('.tile') ?? one.closest('.entry') ?? one
      const { width, height } = target.getBoundingClientRect()
      return { what: one.textContent || one.getAttribute('name') || one.tagName, width, height, kind: one.className }
    })
    return shown.filter(({ width, height, kind }) => height > 0 && (height < px || width < px) && kind !== 'error-step')
  }, least)

/** What a screen reader says after the name of a control. */
export const heardWith = (control: Locator): Promise<string> =>
  control.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  )
