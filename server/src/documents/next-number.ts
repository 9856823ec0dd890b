import type { Tx } from '../platform/context.ts'

/**
 * The next number of an organizer's series in a year, from 1 (decree 30/2020/NĐ-CP, article 15). The counter's row stays
 * locked until the transaction ends, so no number is given twice, and one of a transaction that fails is given again.
 */
export async function nextNumber(tx: Tx, organizerId: string, series: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('numberSeries')
    .values({ organizerId, series, year, lastNumber: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['organizerId', 'series', 'year'])
        .doUpdateSet(set => ({ lastNumber: set('numberSeries.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return row.lastNumber
}
