import type { Place } from '../../core/model.ts'

type Annotation = Place & {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly fix?: string
}

/**
 * Findings as GitHub workflow commands, which annotate a pull request.
 * @param folder of the files, from the top of the repository
 */
export function toAnnotations(folder: string, findings: readonly Annotation[]): string {
  const root = folder.replace(/^\.\//, '').replace(/\/+$/, '')
  return findings
    .map(({ severity, code, file, line, column, message, fix }) => {
      const place = `file=${inProperty(`${root}/${file}`)},line=${line},col=${column},title=${inProperty(code)}`
      return `::${severity} ${place}::${escaped(fix === undefined ? message : `${message} ${fix}`)}\n`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
