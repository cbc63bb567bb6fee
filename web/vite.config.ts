import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { chunks } from './chunks.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const { plugin: pages, groups } = chunks()

/**
 * How the browser code is built. Used through web/build.ts, in process.
 * Nothing may end up inline: the content security policy is script-src 'self'; style-src 'self'; font-src 'self'.
 */
export const viteConfig: InlineConfig = {
  configFile: false,
  root: here,
  base: '/',
  mode: 'production',
  logLevel: 'warn',
  clearScreen: false,
  plugins: [react(), pages],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // iPhones and Androids that patients still carry: about 2021 on.
    target: ['chrome96', 'safari15', 'firefox100'],
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      input: [
        `${here}staff.html`,
        `${here}patient.html`,
        `${here}learn.html`,
        `${here}read.html`,
        `${here}decide.html`,
        `${here}ask.html`,
      ],
    },
  },
}
