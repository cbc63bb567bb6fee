import { codeOf, StartProblem } from '../database/errors.ts'

type Command = { says: string; load: () => Promise<{ run: (args: string[]) => Promise<number> }> }

/** One line a command; the code behind it is loaded only when it is called. */
const commands: Record<string, Command> = {
  start: {
    says: 'build, open the database and serve the clinic (what `npm start` does)',
    load: () => import('./start.ts'),
  },
  backup: { says: 'write everything to one file, while running or stopped', load: () => import('./backup.ts') },
  restore: { says: 'put a backup into an empty place and verify every row', load: () => import('./restore.ts') },
  'audit verify': {
    says: 'check the chain of the audit trail, entry by entry',
    load: () => import('./audit-verify.ts'),
  },
  migrate: { says: 'bring the database to this version and say what was done', load: () => import('./migrate.ts') },
  recover: {
    says: 'print a link for an owner who lost every way of signing in',
    load: () => import('./recover.ts'),
  },
  export: { says: 'print one clinic, or one patient, as JSON', load: () => import('./export.ts') },
  screen: { says: 'print every finding for a set of facts, as JSON', load: () => import('./screen.ts') },
  score: { says: 'score answers to a questionnaire, as JSON or FHIR', load: () => import('./score.ts') },
  rules: { says: 'list every clinical rule with its source and its age', load: () => import('./rules.ts') },
  simulate: { says: 'draw what recorded doses look like in the blood, as JSON', load: () => import('./simulate.ts') },
}

const help = () => {
  console.log('evenkeel COMMAND [OPTIONS]\n')
  for (const [name, { says }] of Object.entries(commands)) console.log(`  ${name.padEnd(14)} ${says}`)
  console.log(
    '\nevenkeel COMMAND --help says more. PORT, HOST, DATA_DIR, DATABASE_URL and PUBLIC_URL are read from the',
  )
  console.log(
    'environment. Exit codes: 0 done · 1 could not · 2 the command was not understood · 3 checked and found wrong.',
  )
}

const find = (words: string[]) => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = words.length >= length && Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return { command, rest: words.slice(length) }
  }
  return undefined
}

/** Asked for help as people ask, and where no command says it: alone, or behind the first word of one (`audit --help`). */
const asksForHelp = ([first = '', ...rest]: string[]): boolean => {
  const asked = ['--help', '-h', 'help']
  const begins = Object.keys(commands).some((name) => name.startsWith(`${first} `))
  return first === '' || asked.includes(first) || (begins && rest.some((word) => asked.includes(word)))
}

const main = async (): Promise<number> => {
  const words = process.argv.slice(2)
  const found = find(words)
  if (!found && asksForHelp(words)) {
    help()
    return 0
  }
  if (!found) {
    const meant = Object.keys(commands).filter((name) => name.startsWith(`${words[0]} `))
    const instead =
      meant.length > 0 ? `Did you mean evenkeel ${meant.join(', evenkeel ')}?` : 'evenkeel --help lists them.'
    console.error(`There is no command "${words.join(' ')}". ${instead}`)
    return 2
  }
  const { run } = await found.command.load()
  return run(found.rest.map((word) => (word === '-h' ? '--help' : word)))
}

const misunderstood = (error: unknown): error is TypeError =>
  error instanceof TypeError && Boolean(codeOf(error)?.startsWith('ERR_PARSE_ARGS'))

// Whoever reads what is printed may have read enough (`evenkeel export | head`).
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') process.exit(0)
})

try {
  process.exitCode = await main()
} catch (error) {
  // One sentence for whoever runs this; the stack only for what we did not foresee, and never alone.
  if (error instanceof StartProblem || misunderstood(error)) console.error(error.message)
  else console.error('Something went wrong that Evenkeel did not foresee; nothing was overwritten.\n', error)
  process.exit(misunderstood(error) ? 2 : 1)
}
