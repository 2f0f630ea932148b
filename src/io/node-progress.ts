const SECONDS_BEFORE_THE_FIRST = 1
const MILLISECONDS_BETWEEN = 500

/** Shows a line on stderr, updated twice a second, after the first second. Returns a function that removes it. */
export function showProgress(lineAfter: (seconds: number) => string): () => void {
  const start = performance.now()
  let isShown = false
  const draw = () => {
    const seconds = (performance.now() - start) / 1000
    if (seconds < SECONDS_BEFORE_THE_FIRST) return
    const line = lineAfter(seconds).slice(0, (process.stderr.columns || 80) - 1)
    process.stderr.write(`\r${line}${ERASE_REST}`)
    isShown = true
  }
  const timer = setInterval(draw, MILLISECONDS_BETWEEN)
  timer.unref()
  return () => {
    clearInterval(timer)
    if (isShown) process.stderr.write(`\r${ERASE_REST}`)
  }
}

const ERASE_REST = '\u001B[K'
