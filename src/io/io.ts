/** `other`: a pipe, a device or a socket. */
export type FileKind = 'none' | 'file' | 'folder' | 'other'

export type WriteOptions = {
  /** Others cannot read the file, whatever the umask. */
  readonly ownerOnly?: boolean
  /** It may be lost in a power cut: its reader checks it and can make it again. */
  readonly replaceable?: boolean
}

/** A text, or pieces of bytes in order. */
export type FileContent = string | readonly Uint8Array[]

/** Everything that a command can do outside its own memory. node-io.ts implements it; tests pass their own. */
export type Io = {
  /** Writes results as they are; callers end their lines. */
  readonly out: (text: string) => void
  /** Prompts, progress, notices and errors. */
  readonly err: (text: string) => void
  /** Writes a rendered page, colours included, to stderr. Every other text for stderr goes to `err`. */
  readonly errPage: (rendered: string) => void
  /** True when a person can answer: stdin, stdout and stderr are terminals. */
  readonly canPrompt: () => boolean
  /** Columns of the screen. */
  readonly width: number
  /** Lines of the screen. */
  readonly height: number
  /** Shows a text in the pager, without hyperlinks if it cannot show them. Undefined without a terminal or a pager. */
  readonly page: ((text: string) => void) | undefined
  /** 0 none, 1 sixteen colours, 2 256, 3 millions. */
  readonly colorLevel: 0 | 1 | 2 | 3
  /** Whether the terminal at stdout shows hyperlinks; undefined when stdout is no terminal. */
  readonly showsHyperlinks: (() => Promise<boolean>) | undefined
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
  /** Bytes of a file. Throws UsageFailure when it cannot be read. */
  readonly readBytes: (path: string) => Buffer
  /** The text of such bytes, as `readFile` gives it. Throws UsageFailure when they are not UTF-8. */
  readonly decode: (bytes: Buffer, path: string) => string
  /** Names in a folder, sorted; undefined when there is no such folder. */
  readonly listFolder: (path: string) => readonly string[] | undefined
  readonly fileExists: (path: string) => boolean
  /** A value each time something in a guide's folder has changed. */
  readonly watchFolder: (folder: string) => AsyncIterable<void>
  /** YAML files of a folder as they were in a revision of its git repository, by name. Throws UsageFailure. */
  readonly gitFolder: (folder: string, revision: string) => ReadonlyMap<string, string>
  /** What a path leads to after following links. Never throws. */
  readonly kindOf: (path: string) => FileKind
  /** Names in a folder that are symbolic links; none when it cannot be read. */
  readonly listLinks: (path: string) => readonly string[]
  /** A path with every link resolved; undefined when it does not exist. Never throws. */
  readonly realPath: (path: string) => string | undefined
  /** Bytes of a file that this user owns and nobody else can write; undefined when there is none. Never throws. */
  readonly readPrivateFile: (path: string) => Buffer | undefined
  /** Writes a temporary file next to the target and renames it. */
  readonly writeFileAtomic: (path: string, content: FileContent, options?: WriteOptions) => void
  /** Lines of a file, or of standard input for `-`, in batches as they arrive, without line ends. */
  readonly readLines: (path: string) => AsyncIterable<readonly string[]>
  /** Like `out`, but waits until the reader has caught up. */
  readonly writeWithBackpressure: (text: string) => Promise<void>
  /**
   * Shows a progress line on stderr, renewed twice a second until the returned function is called. Undefined when
   * stderr is no terminal. `besideResults`: shows nothing when the results go to the same terminal.
   */
  readonly showProgress:
    | ((lineAfter: (seconds: number) => string, besideResults: boolean) => () => void)
    | undefined
  /** Folder of the guide cache (never of answers); undefined when nothing may be cached. */
  readonly cacheFolder: string | undefined
  /** The path of the settings file, which may not exist; undefined without HOME. */
  readonly configFile: string | undefined
  /** Folders of the package: guides compiled at build time, their YAML, the template of a new one, and JSON Schemas. */
  readonly builtIn: {
    readonly compiled: string
    readonly source: string
    readonly template: string
    readonly schema: string
  }
}
