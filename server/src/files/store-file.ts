import { MAX_FILE_BYTES } from '@hoicho/shared/files/limits.ts'
import { fileTypeFromBuffer } from 'file-type'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId, sha256 } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'

/** What is taken from people, by what the bytes say, never by the name or the header. */
const ACCEPTED = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
])

export type StoredFile = { id: string; name: string; mediaType: string; sizeBytes: number; sha256: string }

export type FileScope = {
  organizerId?: string | null | undefined
  fairId?: string | null | undefined
  establishmentId?: string | null | undefined
  isPublic?: boolean
}

/**
 * Takes a file from a signed-in person. It is theirs alone until a verb attaches it to something.
 * Refused: empty, over 10 MB, or of a kind that is not a paper or a picture.
 */
export async function uploadFile(ctx: Ctx, name: string, bytes: Uint8Array): Promise<StoredFile> {
  if (bytes.byteLength === 0) throw problem('files.empty')
  if (bytes.byteLength > MAX_FILE_BYTES) {
    throw problem('files.too-large', { maximumMb: MAX_FILE_BYTES / 1_000_000 })
  }
  const sniffed = await fileTypeFromBuffer(bytes)
  if (!sniffed || !ACCEPTED.has(sniffed.mime)) throw problem('files.type-not-allowed')
  return await change(ctx, 'files.upload', {}, async tx => {
    const result = await saveFile(tx, ctx, cleanName(name), sniffed.mime, bytes)
    return { result, audit: { entity: 'file', entityId: result.id, after: { sizeBytes: result.sizeBytes } } }
  })
}

/** Writes bytes once by their hash and a row that says what they are. For verbs that make files of their own too. */
export async function saveFile(
  tx: Tx,
  ctx: Ctx,
  name: string,
  mediaType: string,
  bytes: Uint8Array,
  scope: FileScope = {},
): Promise<StoredFile> {
  const [file] = await saveFiles(tx, ctx, [{ name, mediaType, bytes, scope }])
  if (!file) throw new Error('A saved file has a row')
  return file
}

export type NewFile = { name: string; mediaType: string; bytes: Uint8Array; scope: FileScope }

/** The same for many, in two statements; the rows stand in the order given. */
export async function saveFiles(tx: Tx, ctx: Ctx, files: readonly NewFile[]): Promise<StoredFile[]> {
  if (files.length === 0) return []
  const rows = files.map(({ name, mediaType, bytes }) => ({
    id: newId(),
    sha256: sha256(bytes),
    name,
    mediaType,
    sizeBytes: bytes.byteLength,
  }))
  const blobs = new Map(rows.map((row, nth) => [row.sha256, files[nth]?.bytes ?? new Uint8Array()]))
  await tx
    .insertInto('fileBlob')
    // In one order everywhere, so that two at once do not wait for each other.
    .values(
      [...blobs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([hash, bytes]) => ({ sha256: hash, bytes })),
    )
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute()
  const owned = rows.map((row, nth) => ({
    ...row,
    isPublic: files[nth]?.scope.isPublic ?? false,
    organizerId: files[nth]?.scope.organizerId ?? null,
    fairId: files[nth]?.scope.fairId ?? null,
    establishmentId: files[nth]?.scope.establishmentId ?? null,
    uploadedBy: actorPersonId(ctx),
    createdAt: ctx.now(),
  }))
  await tx.insertInto('file').values(owned).execute()
  return rows
}

/**
 * Hangs an uploaded file on a record: from now on those who may see the record may see it. Only the person who
 * uploaded it can do so, unless it already belongs to the same establishment; anything else is not found.
 */
export async function attachFile(tx: Tx, ctx: Ctx, fileId: string, scope: FileScope): Promise<void> {
  const file = await tx.selectFrom('file').selectAll().where('id', '=', fileId).forUpdate().executeTakeFirst()
  const mine = file && file.uploadedBy !== null && file.uploadedBy === actorPersonId(ctx)
  const ours = file?.establishmentId && file.establishmentId === scope.establishmentId
  if (!file || !(mine || ours)) throw problem('platform.not-found')
  await tx
    .updateTable('file')
    .set({
      organizerId: scope.organizerId ?? file.organizerId,
      fairId: scope.fairId ?? file.fairId,
      establishmentId: scope.establishmentId ?? file.establishmentId,
      isPublic: scope.isPublic ?? file.isPublic,
    })
    .where('id', '=', fileId)
    .execute()
}

/** A file name without folders or control characters, NFC, at most 150 characters. */
const cleanName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-150) || 'tep'
