import { writeFileSync } from 'node:fs'

/**
 * Writes the closing line `tests: N passed, N failed, N skipped`, to the file SUMMARY_FILE names when there is one:
 * who started the tests prints it then, after everything else. A file that failed to load counts as a failed test.
 */
export default class CiReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let [passed, failed, skipped] = [0, unhandledErrors.length, 0]
    for (const module of modules) {
      failed += module.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
    }
    const line = `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`
    const file = process.env.SUMMARY_FILE
    if (file === undefined) process.stdout.write(`\n${line}\n`)
    else writeFileSync(file, line)
  }
}
