import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

export type Finding = { readonly line: number; readonly column: number; readonly message: string }

type Range = { readonly start: { readonly line: number; readonly character: number } }
type Message = {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly params?: unknown
}

/** A running yaml-language-server, spoken to as an editor does. */
export async function startLanguageServer() {
  const server = spawn('node_modules/.bin/yaml-language-server', ['--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting = new Map<string, (value: unknown) => void>()
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const answer = ({ id, method, result, params }: Message) => {
    if (id !== undefined && method !== undefined) {
      // The server asks for settings: none of our own, and no schemas from the network.
      const items = (params as { items?: readonly { section?: string }[] })?.items ?? []
      send({
        id,
        result: items.map(({ section }) =>
          section === 'yaml' ? { schemaStore: { enable: false }, completion: true, validate: true } : null,
        ),
      })
    } else if (id !== undefined) waiting.get(String(id))?.(result)
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: unknown }
      waiting.get(uri)?.(diagnostics)
    }
  }
  server.stdout.on('data', readMessages(answer))
  const reply = (key: string) => new Promise<unknown>((done) => void waiting.set(key, done))
  let last = 0
  const ask = (method: string, params: object) => {
    last += 1
    const answered = reply(String(last))
    send({ id: last, method, params })
    return answered
  }
  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  }
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities })
  send({ method: 'initialized', params: {} })

  const open = async (path: string, text: string) => {
    const uri = pathToFileURL(path).href
    const found = reply(uri)
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    })
    return { uri, found: (await found) as readonly { readonly message: string; readonly range: Range }[] }
  }
  return {
    /** What is wrong with a file; `text` stands for what it holds. */
    findings: async (path: string, text = readFileSync(path, 'utf8')): Promise<readonly Finding[]> => {
      const { found } = await open(path, text)
      return found.map(({ message, range: { start } }) => ({
        line: start.line + 1,
        column: start.character + 1,
        message,
      }))
    },
    /** What could be typed at the end of a line of the text. */
    completions: async (path: string, text: string, line: number): Promise<readonly string[]> => {
      const { uri } = await open(path, text)
      const position = { line: line - 1, character: text.split('\n')[line - 1]?.length ?? 0 }
      const list = (await ask('textDocument/completion', { textDocument: { uri }, position })) as {
        items: readonly { label: string }[]
      }
      return list.items.map(({ label }) => label)
    },
    stop: () => server.kill(),
  }
}

/** Cuts a stream of messages, each behind a header with its length in bytes. */
function readMessages(take: (message: Message) => void): (piece: Buffer) => void {
  let bytes = Buffer.alloc(0)
  return (piece) => {
    bytes = Buffer.concat([bytes, piece])
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', 0, Math.max(0, end)))?.[1])
      if (end < 0 || bytes.length < end + 4 + length) return
      take(JSON.parse(bytes.toString('utf8', end + 4, end + 4 + length)))
      bytes = bytes.subarray(end + 4 + length)
    }
  }
}
