import type { Database } from '@hoicho/db/schema.ts'
import { type CompiledQuery, createQueryId, type Kysely } from 'kysely'

/** The same database, writing down every statement that goes through it. */
export function recording(db: Kysely<Database>) {
  const statements: CompiledQuery[] = []
  const recorder = db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(db.getExecutor().compileQuery(node, createQueryId()))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return { db: recorder, statements }
}
