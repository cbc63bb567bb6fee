import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Chromium without a browser's surroundings: nothing of it is seen in a journey, and it takes a third off their time. */
const shell = '/usr/lib/chromium/chromium-headless-shell'

const usual = [
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const fromPlaywright = () => [
  ...globSync(join(homedir(), '.cache/ms-playwright/chromium*/chrome-linux*/{chrome,headless_shell}')),
  ...globSync(
    join(homedir(), 'Library/Caches/ms-playwright/chromium*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium'),
  ),
  ...globSync(join(homedir(), 'AppData/Local/ms-playwright/chromium*/chrome-win*/chrome.exe')),
]

const found = (): string | undefined =>
  [process.env.CHROMIUM ?? '', ...usual, ...fromPlaywright()].find((path) => path !== '' && existsSync(path))

/** Runs a program without waiting in its way; whether it ended well. */
const ends = (command: string, args: string[], timeout: number): Promise<boolean> =>
  new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(command, args, { stdio: 'ignore', timeout, env })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })

const works = (path: string): Promise<boolean> => ends(path, ['--version'], 60_000)

/** As root on Debian, where programs are installed with one command and nobody is asked. */
const hasApt = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Two that install at once wait for each other. */
const install = ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=100']

/**
 * A Chromium for the journeys: the one that CHROMIUM names, the machine's, or one installed now (Debian's package as
 * root, otherwise Playwright's own download). Undefined where none can be had; what to do then is said here.
 */
export const findChromium = async (): Promise<string | undefined> => {
  if (!process.env.CHROMIUM && !existsSync(shell) && hasApt()) {
    await ends('apt-get', ['update', '-qq'], 30_000)
    await ends('apt-get', [...install, 'chromium-headless-shell'], 120_000)
  }
  const playwright = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  for (const [command, ...args] of [
    [],
    ...(hasApt() ? [['apt-get', ...install, 'chromium']] : []),
    [process.execPath, playwright, 'install', 'chromium'],
  ]) {
    if (command) {
      console.log('No Chromium on this machine: installing one for the journeys …')
      await ends(command, args, 240_000)
    }
    const here = found()
    if (here && (await works(here))) return here
  }
  console.log(
    'The journeys need a Chromium and none could be installed here. Install one (Debian: apt-get install chromium; ' +
      'elsewhere: Google Chrome) or set CHROMIUM to its path, then run npm test again.',
  )
  return undefined
}
