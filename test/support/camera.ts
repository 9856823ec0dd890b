import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A film for Chromium's fake camera: the picture held before it for a moment, a little blurred and noisy as a phone sees
 * it, then nothing for three times as long; over and over. Chromium plays it at a speed of its own. Returns the file, in
 * a temporary folder of its own.
 */
export async function filmOf(picture: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hoicho-camera-'))
  const png = join(folder, 'code.png')
  const film = join(folder, 'film.mjpeg')
  await writeFile(png, picture)
  const filter = [
    "[0][1]overlay=x=(W-w)/2:y=(H-h)/2:enable='lt(t,2)':shortest=1",
    'noise=alls=12:allf=t,gblur=sigma=1.2,format=yuv420p',
  ].join(',')
  const ground = ['-f', 'lavfi', '-i', 'color=c=0x8899aa:s=1280x720:r=15:d=8']
  const code = ['-loop', '1', '-i', png, '-filter_complex', filter]
  const output = ['-frames:v', '120', '-c:v', 'mjpeg', '-q:v', '3', '-an', film]
  await run('ffmpeg', ['-v', 'error', '-y', ...ground, ...code, ...output])
  return film
}

/** What zbarimg reads in a picture. */
export async function readQr(picture: Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'hoicho-qr-')), 'code.png')
  await writeFile(file, picture)
  const { stdout } = await run('zbarimg', ['-q', '--raw', file])
  return stdout.trim()
}
