/** The pager as a shell command: NEXTLINE_PAGER, PAGER, else less. Empty and `cat` mean none. */
export function pagerCommand(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const command = (env.NEXTLINE_PAGER ?? env.PAGER ?? 'less -FRX').trim()
  return command === '' || command === 'cat' ? undefined : command
}

/** A function that shows a text in the pager, or writes it when the pager cannot be run. */
export function pagerFor(
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void,
): ((text: string) => void) | undefined {
  const command = pagerCommand(env)
  if (command === undefined) return undefined
  return (text) => {
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    // The pager handles Ctrl-C while it runs. Without a listener the signal would end this process first.
    const ignore = () => {}
    process.on('SIGINT', ignore)
    const { status, error } = spawnSync(command, {
      shell: true,
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
    })
    process.off('SIGINT', ignore)
    if (error !== undefined || status === NOT_FOUND || status === NOT_EXECUTABLE) write(text)
  }
}

const NOT_FOUND = 127
const NOT_EXECUTABLE = 126
