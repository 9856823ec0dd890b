import { foldText } from '@hoicho/shared/platform/text.ts'
import { useMemo, useState } from 'preact/hooks'
import { locale } from '../platform/i18n.ts'

export type SortValue = string | number | null | undefined
export interface SortState {
  key: string
  descending: boolean
}

export interface RowsOptions<R> {
  rows: readonly R[]
  /** All a person might type to find the row. */
  search: ((row: R) => string) | undefined
  sortValue: (key: string) => ((row: R) => SortValue) | undefined
  initialSort: SortState | undefined
}

/** Searching without diacritics and sorting in the reader's alphabet, over rows already here. */
export function useRows<R>({ rows, search, sortValue, initialSort }: RowsOptions<R>) {
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState(initialSort)
  const language = locale.value
  const folded = useMemo(() => (search ? rows.map(row => foldText(search(row))) : []), [rows])
  const found = useMemo(() => {
    const words = foldText(query).split(' ').filter(Boolean)
    if (words.length === 0) return rows
    return rows.filter((_, index) => words.every(word => folded[index]?.includes(word)))
  }, [rows, folded, query])
  const shown = useMemo(() => {
    const value = sort && sortValue(sort.key)
    if (!value) return found
    const compare = comparing(value, language, sort.descending)
    return [...found].sort(compare)
  }, [found, sort, language])
  const toggleSort = (key: string) =>
    setSort(now => ({ key, descending: now?.key === key ? !now.descending : false }))
  return { shown, query, setQuery, sort, setSort, toggleSort }
}

/** Empty values stand last whichever way the list is sorted. */
function comparing<R>(value: (row: R) => SortValue, language: string, descending: boolean) {
  const collator = new Intl.Collator(language, { numeric: true })
  const sign = descending ? -1 : 1
  return (a: R, b: R): number => {
    const left = value(a)
    const right = value(b)
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right))
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * collator.compare(String(left), String(right))
  }
}

function isEmpty(value: SortValue): boolean {
  return value === null || value === undefined || value === ''
}
