import type { ContractLine } from '@hoicho/shared/contracts/schema.ts'
import type { ComponentChildren } from 'preact'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Money } from '../ui/number-fields.tsx'

export interface LineTableProps {
  lines: readonly ContractLine[]
  totalMinor: number
  supportMinor: number
  ownMinor: number
  currency: string
  /** What can be done with a line, behind it. */
  tools?: (line: ContractLine) => ComponentChildren
}

/** What a contract costs, line by line, with the rule or the reason under each. */
export function LineTable({ lines, currency, tools, ...sums }: LineTableProps) {
  const t = useMessages('contracts-desk')
  const figure = (amountMinor: number) => (
    <td class="tnum px-2 py-2 text-right align-top">
      <Money amountMinor={amountMinor} currency={currency} />
    </td>
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by keyboard too
    <section class="overflow-x-auto" tabIndex={0} aria-label={t('new.preview')}>
      <table class="w-full">
        <thead class="border-b border-line text-left text-sm text-muted">
          <tr>
            <th class="px-2 py-1.5">{t('line.item')}</th>
            {(['net', 'vat', 'amount', 'percent', 'support', 'own'] as const).map(column => (
              <th key={column} class="px-2 py-1.5 text-right">
                {t(`line.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.key} class="border-b border-line">
              <td class="px-2 py-2">
                {line.description}
                <span class="block text-sm text-muted">
                  {line.overrideReason || line.legalBasis || t('line.noRule')}
                </span>
                {tools?.(line)}
              </td>
              {figure(line.netMinor)}
              {figure(line.vatMinor)}
              {figure(line.amountMinor)}
              <td class="tnum px-2 py-2 text-right align-top">
                {line.percent === null ? '–' : `${formatNumber(line.percent, 2)} %`}
              </td>
              {figure(line.supportMinor)}
              {figure(line.ownMinor)}
            </tr>
          ))}
        </tbody>
        <tfoot class="font-semibold">
          <tr>
            <td class="px-2 py-2" colSpan={3}>
              {t('line.total')}
            </td>
            {figure(sums.totalMinor)}
            <td>{''}</td>
            {figure(sums.supportMinor)}
            {figure(sums.ownMinor)}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
