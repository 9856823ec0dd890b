/** A DXF file as it is built: pairs of a code and a value, entities of such pairs, blocks of entities. */
export type Tag = readonly [code: number, value: string]

export interface Entity {
  type: string
  tags: Tag[]
  /** Vertices of a polyline, attributes of an insert. */
  parts: Entity[]
}

export interface Block {
  base: readonly [number, number]
  entities: Entity[]
}

export interface DxfFile {
  /** Header variables by name, each with its first value. */
  header: ReadonlyMap<string, string>
  blocks: ReadonlyMap<string, Block>
  entities: Entity[]
}

/**
 * The file's sections. Tolerates any line end and blanks around codes; a file without an ENTITIES section holds no drawing.
 * @throws RangeError where what should be a code is no number: it is no DXF text
 */
export function readTags(text: string): DxfFile {
  const tags = tagsOf(text)
  const header = new Map<string, string>()
  const blocks = new Map<string, Block>()
  let entities: Entity[] = []
  for (const { name, content } of sectionsOf(tags)) {
    if (name === 'HEADER') readHeader(content, header)
    if (name === 'BLOCKS') readBlocks(content, blocks)
    if (name === 'ENTITIES') entities = entitiesOf(content)
  }
  return { header, blocks, entities }
}

function tagsOf(text: string): Tag[] {
  const lines = text.split(/\r\n|\n|\r/)
  const tags: Tag[] = []
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const code = Number(lines[i])
    if (!Number.isInteger(code) || lines[i]?.trim() === '') {
      // Blank lines at the end are no pair.
      if (lines.slice(i).every(line => line.trim() === '')) break
      throw new RangeError(`line ${i + 1}`)
    }
    tags.push([code, (lines[i + 1] ?? '').trim()])
  }
  return tags
}

function* sectionsOf(tags: readonly Tag[]): Generator<{ name: string; content: Tag[] }> {
  for (let i = 0; i < tags.length; i++) {
    if (!is(tags[i], 0, 'SECTION')) continue
    const name = tags[i + 1]?.[1] ?? ''
    const from = i + 2
    while (i < tags.length && !is(tags[i], 0, 'ENDSEC')) i++
    yield { name, content: tags.slice(from, i) }
  }
}

function readHeader(tags: readonly Tag[], header: Map<string, string>): void {
  for (const [i, [code, name]] of tags.entries()) {
    const value = tags[i + 1]?.[1]
    if (code === 9 && value !== undefined) header.set(name, value)
  }
}

function readBlocks(tags: readonly Tag[], blocks: Map<string, Block>): void {
  let from = -1
  for (const [i, tag] of tags.entries()) {
    if (is(tag, 0, 'BLOCK')) from = i
    if (!is(tag, 0, 'ENDBLK') || from < 0) continue
    const [head, ...entities] = entitiesOf(tags.slice(from, i))
    if (head) blocks.set(valueOf(head, 2), { base: [numberOf(head, 10), numberOf(head, 20)], entities })
    from = -1
  }
}

const PARTS = new Set(['VERTEX', 'ATTRIB'])

function entitiesOf(tags: readonly Tag[]): Entity[] {
  const entities: Entity[] = []
  let current: Entity | undefined
  for (const tag of tags) {
    if (tag[0] !== 0) {
      current?.tags.push(tag)
      continue
    }
    current = { type: tag[1], tags: [], parts: [] }
    const owner = entities.at(-1)
    if (PARTS.has(tag[1]) && owner) owner.parts.push(current)
    else if (tag[1] !== 'SEQEND') entities.push(current)
  }
  return entities
}

const is = (tag: Tag | undefined, code: number, value: string) => tag?.[0] === code && tag[1] === value

/** The first value under a code, '' where there is none. */
export const valueOf = (entity: Entity, code: number): string =>
  entity.tags.find(([at]) => at === code)?.[1] ?? ''

/** The first number under a code, or what is given where there is none. */
export function numberOf(entity: Entity, code: number, otherwise = 0): number {
  const value = Number.parseFloat(valueOf(entity, code))
  return Number.isFinite(value) ? value : otherwise
}

/** All numbers under a code, in order. */
export const numbersOf = (entity: Entity, code: number): number[] =>
  entity.tags.flatMap(([at, value]) => (at === code ? [Number.parseFloat(value)] : []))
