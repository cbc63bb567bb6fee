#!/usr/bin/env node
// The command line: `npx evenkeel COMMAND`, and what `npm start` calls. Needs nothing but Node >= 18 and npm.
import { runOnNode26 } from './run.mjs'

runOnNode26('cli/main.ts', process.argv.slice(2))
