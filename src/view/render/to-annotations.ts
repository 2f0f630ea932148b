import type { CheckDiagnostic } from '../json/check-json.ts'

/**
 * Findings as GitHub workflow commands, which annotate a pull request.
 * @param folder of the files, from the top of the repository
 */
export function toAnnotations(folder: string, findings: readonly CheckDiagnostic[]): string {
  const root = folder.replace(/^\.\//, '').replace(/\/+$/, '')
  return findings
    .map(({ severity, code, file, line, column, message, fix }) => {
      const place = `file=${escapedProperty(`${root}/${file}`)},line=${line},col=${column},title=${escapedProperty(code)}`
      return `::${severity} ${place}::${escaped(fix === undefined ? message : `${message} ${fix}`)}\n`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
