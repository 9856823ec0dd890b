import type { SheetView } from '@hoicho/shared/selection/schema.ts'
import type { ComponentChildren } from 'preact'
import { formatDate, formatMoney, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { deskText } from './words.tsx'

/** What a reviewer judges by: the establishment's figures, products, titles, answers and papers. */
export function MaterialPanel({ view }: { view: SheetView }) {
  const t = useMessages('selection-desk')
  const { material } = view
  return (
    <div class="flex flex-col gap-5">
      <Part title={t('material.establishment')}>
        <SummaryList rows={factsOf(view)} />
      </Part>
      <Part title={t('material.products')}>
        {material.products.length === 0 && <p class="text-muted">{t('material.none')}</p>}
        <ul class="grid gap-3 sm:grid-cols-2">
          {material.products.map(product => (
            <li key={product.name} class="flex gap-3">
              {product.photoFileId && (
                <a
                  href={`/api/files/${product.photoFileId}`}
                  target="_blank"
                  rel="noreferrer"
                  class="shrink-0"
                >
                  <img
                    src={`/api/files/${product.photoFileId}`}
                    alt={product.name}
                    loading="lazy"
                    class="size-20 rounded-box border border-line object-cover"
                  />
                </a>
              )}
              <span class="min-w-0">
                <span class="block font-medium">{product.name}</span>
                <span class="block text-sm text-muted">{product.description}</span>
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('material.titles')}>
        <Titles view={view} />
      </Part>
      {material.answers.length > 0 && (
        <Part title={t('material.answers')}>
          <SummaryList rows={material.answers.map((answer, index) => ({ key: String(index), ...answer }))} />
        </Part>
      )}
      <Part title={t('material.papers')}>
        {material.papers.length === 0 && <p class="text-muted">{t('material.none')}</p>}
        <ul>
          {material.papers.map(paper => (
            <li key={paper.fileId ?? paper.label} class="border-b border-line last:border-b-0">
              {paper.fileId === null ? (
                <span class="flex min-h-11 items-center justify-between gap-2 py-1.5">
                  {paper.label} <span class="text-sm text-muted">{t('material.hidden')}</span>
                </span>
              ) : (
                <a
                  class="flex min-h-11 items-center gap-2 py-1.5 text-primary hover:underline"
                  href={`/api/files/${paper.fileId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  <Icon name="file" class="size-4" />
                  <span class="min-w-0 flex-1">
                    {paper.label} <span class="text-sm text-muted">{paper.name}</span>
                  </span>
                  <Icon name="external" class="size-4 text-muted" />
                </a>
              )}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <h3 class="mb-1.5 font-semibold">{title}</h3>
      {children}
    </div>
  )
}

function factsOf({ material }: SheetView) {
  const money = (amount: number | null) => (amount === null ? '–' : formatMoney(amount))
  const rows = [
    ['legal-form', deskText(`form.${material.legalForm}`)],
    ['sector', material.sectorName ?? '–'],
    ['employees', material.employees === null ? '–' : formatNumber(material.employees)],
    ['revenue', money(material.revenueVnd)],
    ['capital', money(material.capitalVnd)],
    ['figures-year', material.figuresYear === null ? '' : String(material.figuresYear)],
    ['export', material.exportMarkets || '–'],
    ['introduction', material.introduction],
    ['fascia', material.fasciaName],
  ] as const
  return rows
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ key, label: deskText(`material.${key}`), value }))
}

/** Titles and certificates, with whether each is valid on the opening day. */
function Titles({ view }: { view: SheetView }) {
  const t = useMessages('selection-desk')
  const { recognitions, certificates } = view.material
  const titles = [
    ...recognitions.map(title => ({
      key: `${title.scheme} ${title.decisionNumber}`,
      name:
        title.scheme === 'ocop'
          ? t('title.ocop', { stars: title.level.slice(0, 1) })
          : deskText(`title.cnnt.${title.level}`),
      note: title.decisionNumber,
      validUntil: title.validUntil,
      fileId: null as string | null,
    })),
    ...certificates.map(paper => ({ ...paper, key: paper.name, note: '' })),
  ]
  if (titles.length === 0) return <p class="text-muted">{t('material.none')}</p>
  return (
    <ul>
      {titles.map(title => {
        const isOver = title.validUntil !== null && title.validUntil < view.opensOn
        const date = title.validUntil === null ? '' : formatDate(title.validUntil)
        return (
          <li key={title.key} class="border-b border-line py-1.5 last:border-b-0">
            {title.fileId ? (
              <a href={`/api/files/${title.fileId}`} target="_blank" rel="noreferrer">
                {title.name}
              </a>
            ) : (
              title.name
            )}{' '}
            <span class="text-sm text-muted">{title.note}</span>{' '}
            {date && (
              <span class={`text-sm ${isOver ? 'font-medium text-error' : 'text-muted'}`}>
                {t(isOver ? 'material.not-valid' : 'material.valid-until', { date })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
