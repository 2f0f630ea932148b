/** The pager that the person uses, as a shell command: NEXTLINE_PAGER, PAGER, else less. Empty and `cat` mean none. */
export function pagerCommand(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const command = (env.NEXTLINE_PAGER ?? env.PAGER ?? 'less -FRX').trim()
  return command === '' || command === 'cat' ? undefined : command
}

/** Shows a text through the pager, or writes it where the pager cannot be run. */
export function pagerFor(
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void,
): ((text: string) => void) | undefined {
  const command = pagerCommand(env)
  if (command === undefined) return undefined
  return (text) => {
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    // Ctrl-C belongs to the pager while it runs; without a listener it would end us and leave the pager behind.
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
