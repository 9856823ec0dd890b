import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SelectionRecord } from '@hoicho/shared/selection/record.ts'
import { replayFile } from '@hoicho/shared/selection/replay.ts'
import { afterAll, describe, expect, it } from 'vitest'

type RecordFile = { input: SelectionRecord; sha256: string }

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Written by the first version of the program: the format must be readable for good. */
const first = readFileSync(join(root, 'test/fixtures/selection-record-1.json'), 'utf8')
const HASH = '36fa66112c465490856f49683f8d111aea9803aa299b0e6ea568074ed9997e6e'

const changed = (change: (record: RecordFile) => unknown): string => {
  const record = JSON.parse(first) as RecordFile
  return JSON.stringify({ ...record, ...(change(record) as object) })
}

const withInput = (part: Partial<SelectionRecord>) =>
  changed(({ input }) => ({ input: { ...input, ...part } }))

describe('replaying an exported record', () => {
  it('comes to the same hash', () => {
    const same = { outcome: 'same', format: 'hoicho-selection-1', sha256: HASH, applications: 6 }
    expect(replayFile(first)).toEqual(same)
    expect(replayFile(JSON.stringify(JSON.parse(first)))).toEqual(same)
  })

  it('finds an outcome that somebody changed, and says what it should be', () => {
    const file = changed(({ input }) => ({
      input: {
        ...input,
        ranking: input.ranking.map(entry => (entry.rank === 3 ? { ...entry, outcome: 'selected' } : entry)),
      },
    }))
    expect(replayFile(file)).toEqual({
      outcome: 'different',
      difference: { path: '/input/ranking/2/outcome', recorded: 'selected', recomputed: 'waiting' },
    })
  })

  it('finds points that were changed after the ranking', () => {
    const { request } = (JSON.parse(first) as RecordFile).input
    const [one, ...others] = request.applications
    if (!one) throw new Error('six are ranked')
    const sheets = one.sheets.map(sheet => ({ ...sheet, points: { theme: 0, capacity: 0 } }))
    const applications = [{ ...one, sheets }, ...others]
    expect(replayFile(withInput({ request: { ...request, applications } }))).toMatchObject({
      outcome: 'different',
      difference: { path: '/input/ranking/0/id', recorded: one.id },
    })
  })

  it('finds an input that was changed without changing the ranking, a missing entry and a false hash', () => {
    const recordedAt = withInput({ decidedAt: '2019-05-10T03:00:00.001Z' })
    expect(replayFile(recordedAt)).toMatchObject({ difference: { path: '/sha256', recorded: HASH } })
    const { ranking } = (JSON.parse(first) as RecordFile).input
    expect(replayFile(withInput({ ranking: ranking.slice(0, 5) }))).toMatchObject({
      difference: { path: '/input/ranking/5', recorded: undefined },
    })
    const stranger = { sha256: 'a'.repeat(64) }
    expect(replayFile(changed(() => stranger))).toMatchObject({
      difference: { path: '/sha256', recorded: stranger.sha256, recomputed: HASH },
    })
  })

  it.each([
    ['', 'not JSON'],
    ['{"input":', 'not JSON'],
    ['[]', /^\/: /],
    ['{"input":{},"sha256":"x"}', /^\/input\/format: /],
    [changed(() => ({ sha256: 'x' })), '/sha256: not a SHA-256'],
    [
      first.replace('"theme": 38', '"theme": "38"'),
      /^\/input\/request\/applications\/0\/sheets\/0\/points\/theme: /,
    ],
    [first.replace('"theme": 38', '"theme": 1e999'), /theme: /],
  ])('reads no other file: %#', (text, fault) => {
    const result = replayFile(text)
    if (result.outcome !== 'unreadable') throw new Error(result.outcome)
    expect(result.fault).toMatch(fault)
    expect(result.fault).not.toContain('\n')
  })
})

describe('npm run selection:replay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoicho-replay-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const replay = (...files: string[]) => {
    const args = ['scripts/run.mjs', 'selection:replay', ...files]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  it('prints the hash and ends with 0', () => {
    const { status, stdout } = replay('test/fixtures/selection-record-1.json')
    expect([status, stdout.split('\n')[0]]).toEqual([0, HASH])
  })

  it('prints the first difference and ends with 1', () => {
    const file = join(folder, 'tampered.json')
    writeFileSync(
      file,
      changed(() => ({ sha256: 'a'.repeat(64) })),
    )
    expect(replay(file)).toEqual({
      status: 1,
      stdout: '',
      stderr: `DIFFERENT at /sha256\n  recorded:   "${'a'.repeat(64)}"\n  recomputed: "${HASH}"\n`,
    })
  })

  it('says in one line what is wrong with a file', () => {
    const file = join(folder, 'other.json')
    writeFileSync(file, '{"a":1}')
    for (const files of [[file], [join(folder, 'nowhere.json')], []]) {
      const { status, stderr } = replay(...files)
      expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
    }
  })
})
