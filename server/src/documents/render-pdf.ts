import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url))

/** Folders inside the font packages: Tinos (Times metrics) for papers, Be Vietnam Pro for badges. */
const FONT_FOLDERS = {
  '@expo-google-fonts/tinos': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  '@expo-google-fonts/be-vietnam-pro': ['400Regular', '500Medium', '600SemiBold', '700Bold'],
}

/** Results unused for this many renderings are forgotten, so that a long run does not fill the memory. */
const CACHE_AGE = 30

let shared: NodeCompiler | undefined

/**
 * A PDF of `templates/<template>.typ` filled with `data`, fonts embedded. The data reaches the template as JSON in
 * `sys.inputs.data`, never as markup, and is made NFC on its way: `#let data = json(bytes(sys.inputs.data))`.
 * Synchronous work of 10 to 50 ms a page or so; the same data always gives the same bytes.
 * @throws Error naming the template and the line when it does not compile: a fault of ours, not of the person
 */
export async function renderPdf(template: string, data: unknown): Promise<Uint8Array> {
  if (!/^[a-z0-9-]+$/.test(template)) throw new Error(`Not a template's name: ${template}`)
  shared ??= openCompiler()
  const inputs = { data: JSON.stringify(data).normalize('NFC') }
  const compiled = shared.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`), inputs })
  const document = compiled.result
  if (!document) throw new Error(`Template ${template} does not compile: ${reasonOf(shared, compiled)}`)
  const pdf = shared.pdf(document, { creationTimestamp: 0 })
  shared.evictCache(CACHE_AGE)
  return new Uint8Array(pdf)
}

function openCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const fontPaths = Object.entries(FONT_FOLDERS).flatMap(([name, folders]) => {
    const home = dirname(require.resolve(`${name}/package.json`))
    return folders.map(folder => join(home, folder))
  })
  return NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths }] })
}

function reasonOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics()
  if (!error) return 'no reason given'
  const lines = compiler.fetchDiagnostics(error).map(diagnostic => JSON.stringify(diagnostic))
  return lines.slice(0, 3).join('; ').slice(0, 1000)
}
