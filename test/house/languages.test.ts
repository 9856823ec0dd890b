import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles, withoutComments } from './source-files.ts'

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i

/** Files outside of locales that hold Vietnamese or German letters, each with its reason. */
const ALLOWED: Record<string, string> = {
  'shared/src/documents/nd30.ts': 'words and signs of official papers (decree 30/2020)',
  'shared/src/platform/vietnamese-number.ts': 'numbers in Vietnamese words',
  'shared/src/platform/amount-in-words.ts': 'amounts in words',
  'shared/src/platform/money.ts': 'the sign of the đồng',
  'shared/src/platform/text.ts': 'the table that folds letters',
  'shared/src/establishments/legal-form.ts': 'legal forms are read out of names',
  'shared/src/establishments/import/tcvn3.ts': 'the table of an old code of letters',
  'shared/src/establishments/import/vni.ts': 'the table of an old code of letters',
  'shared/src/contracts/vietqr.ts': 'the letters banks refuse in a purpose of payment',
}

/** Papers an organizer issues are Vietnamese by law; the demonstration is data. */
const FOLDERS_ALLOWED = /^server\/src\/(documents\/templates|demonstration)\/|-(paper|document)\.ts$/

describe('languages', () => {
  it('Vietnamese stands in locales, seed, tests and the papers only', () => {
    const folders = ['shared/src', 'db/src', 'server/src', 'web/src']
    const wrong = folders
      .flatMap(sourceFiles)
      .filter(file => !ALLOWED[file.path] && !FOLDERS_ALLOWED.test(file.path))
      .filter(file => VIETNAMESE.test(withoutComments(file.text)))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  it('every file allowed is there and needs it', () => {
    const files = new Map(sourceFiles('shared/src').map(file => [file.path, file.text]))
    const stale = Object.keys(ALLOWED).filter(path => !VIETNAMESE.test(files.get(path) ?? ''))
    expect(stale).toEqual([])
  })

  it('imports are written with their extension', () => {
    const wrong = ['shared/src', 'db/src', 'server/src', 'web/src'].flatMap(sourceFiles).flatMap(file =>
      importsOf(file.text)
        .filter(
          specifier => specifier.startsWith('.') && !/\.(tsx?|css|json|typ|wasm)(\?\w+)?$/.test(specifier),
        )
        .map(specifier => `${file.path} -> ${specifier}`),
    )
    expect(wrong).toEqual([])
  })
})
