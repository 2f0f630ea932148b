/** `other`: a pipe, a device or a socket. */
export type FileKind = 'none' | 'file' | 'folder' | 'other'

/** Everything a command may know of the world. The real one is node-io.ts; tests hand in their own. */
export type Io = {
  /** Results. Text is written as it is; callers end lines themselves. */
  readonly out: (text: string) => void
  /** Prompts, progress, notices and errors. */
  readonly err: (text: string) => void
  /** A page that a renderer made, colours included, beside the prompts. Everything else for stderr goes to `err`. */
  readonly errPage: (rendered: string) => void
  /** Whether a person can answer: stdin, stdout and stderr are terminals. */
  readonly canPrompt: () => boolean
  /** Columns to fill. */
  readonly width: number
  /** Lines of the screen. */
  readonly height: number
  /** Shows a text through the person's pager; undefined where the output is no terminal or there is no pager. */
  readonly page: ((text: string) => void) | undefined
  /** 0 none, 1 sixteen colours, 2 256, 3 millions. */
  readonly colorLevel: 0 | 1 | 2 | 3
  readonly unicode: boolean
  /** No colour, no drawn lines or icons, no cursor movement, one fact a line. */
  readonly plain: boolean
  /** Today in the machine's own zone, as YYYY-MM-DD. */
  readonly today: () => string
  readonly cwd: string
  /** SHA-256 of a text, as lower-case hex. */
  readonly hash: (text: string) => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Text of a file, or of standard input for `-`. Throws UsageFailure when it cannot be read. */
  readonly readFile: (path: string) => string
  /** Names in a folder, sorted; undefined when there is no such folder. */
  readonly listFolder: (path: string) => readonly string[] | undefined
  readonly fileExists: (path: string) => boolean
  /** A value each time something in a guide's folder has changed. */
  readonly watchFolder: (folder: string) => AsyncIterable<void>
  /** YAML files of a folder as they were in a revision of its git repository, by name. Throws UsageFailure. */
  readonly gitFolder: (folder: string, revision: string) => ReadonlyMap<string, string>
  /** What a path leads to, links followed. Never throws. */
  readonly kindOf: (path: string) => FileKind
  /** Names in a folder that are symbolic links; none when it cannot be read. */
  readonly listLinks: (path: string) => readonly string[]
  /** A path with every link in it followed; undefined when it leads nowhere. Never throws. */
  readonly realPath: (path: string) => string | undefined
  /**
   * Text of a file that belongs to this user and that nobody else can write; undefined when there is none. Never throws.
   */
  readonly readPrivateFile: (path: string) => string | undefined
  /** Whole or not at all: written beside the target and renamed. `ownerOnly` keeps others from reading it. */
  readonly writeFileAtomic: (path: string, text: string, options?: { readonly ownerOnly?: boolean }) => void
  /** Lines of a file, or of standard input for `-`, as many at a time as have arrived, without their ends. */
  readonly readLines: (path: string) => AsyncIterable<readonly string[]>
  /** Like `out`, and waits while the reader is behind. */
  readonly outSlowly: (text: string) => Promise<void>
  /**
   * Shows on stderr how far something is: a line that is asked for twice a second until the function it gives is
   * called. Undefined where stderr is no terminal. `besideResults`: not where results go to the same terminal.
   */
  readonly showProgress:
    | ((lineAfter: (seconds: number) => string, besideResults: boolean) => () => void)
    | undefined
  /** Where guides are kept that took long to read (never answers); undefined when nothing is to be kept. */
  readonly cacheFolder: string | undefined
  /** Folders of the package: guides compiled at build time, their YAML, the template of a new one, and JSON Schemas. */
  readonly builtIn: {
    readonly compiled: string
    readonly source: string
    readonly template: string
    readonly schema: string
  }
}
