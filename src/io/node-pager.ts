import { linkEscape, withoutHyperlinks } from '../text/hyperlink.ts'

/** The pager as a shell command: NEXTLINE_PAGER, PAGER, else less. Empty and `cat` mean none. */
export function pagerCommand(env: Environment): string | undefined {
  const command = (env.NEXTLINE_PAGER ?? env.PAGER ?? 'less -FRX').trim()
  return command === '' || command === 'cat' ? undefined : command
}

type Environment = Readonly<Record<string, string | undefined>>

/** The options that git uses: show colours, exit when all fits one screen, do not clear the screen. */
const LESS = 'FRX'

/** A function that shows a text in the pager, or writes it when the pager cannot be run. */
export function pagerFor(
  env: Environment,
  write: (text: string) => void,
): ((text: string) => void) | undefined {
  const command = pagerCommand(env)
  if (command === undefined) return undefined
  return (text) => {
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    // The pager handles Ctrl-C while it runs. Without a listener the signal would end this process first.
    const ignore = () => {}
    process.on('SIGINT', ignore)
    const input = text.includes(LINK) && !showsLinks(command, env) ? withoutHyperlinks(text) : text
    const { status, error } = spawnSync(command, {
      shell: true,
      input,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS, ...env },
    })
    process.off('SIGINT', ignore)
    if (error !== undefined || status === NOT_FOUND || status === NOT_EXECUTABLE) write(text)
  }
}

const NOT_FOUND = 127
const NOT_EXECUTABLE = 126

const LINK = linkEscape('')
/** The first version of less that passes hyperlinks on with -R. */
const LESS_WITH_LINKS = 566

/** Only less is known to show hyperlinks: with -R or -r, from version 566 on. */
function showsLinks(command: string, env: Environment): boolean {
  const [program = '', ...flags] = command.split(/\s+/)
  if (!/(^|\/)less$/.test(program)) return false
  const fromEnv = (env.LESS ?? LESS).split(/\s+/).map((option) => option.replace(/^(?!-)/, '-'))
  if (![...fromEnv, ...flags].some((option) => /^-[A-Za-z]*R|^--raw/i.test(option))) return false
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return Number(/^less (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= LESS_WITH_LINKS
}
