import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The text of a PDF as pdftotext gives it back, blanks collapsed so that line breaks do not matter. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'))
  try {
    const path = join(folder, 'a.pdf')
    await writeFile(path, bytes)
    const { stdout } = await run('pdftotext', ['-raw', path, '-'], { maxBuffer: 20_000_000 })
    return stdout.replace(/\s+/g, ' ').trim()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
