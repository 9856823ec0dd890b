import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { useMessages } from '../../platform/i18n.ts'
import type { PageProps } from '../../platform/page.ts'
import { Page } from '../../ui/page.tsx'
import { Await, Loading } from '../../ui/states.tsx'
import { type ImportKey, useImport, useImportOrganizer } from './api.ts'
import { ColumnsStep } from './columns-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'

/** One list on its way into the directory: its columns, its rows, what came of it. */
export default function ImportPage({ params, query }: PageProps<'importId'>) {
  const t = useMessages('directory-import-desk')
  const { isPending, organizerId } = useImportOrganizer(query['organizer'])
  return isPending || !organizerId ? (
    <Page title={t('page.title')}>
      <Loading lines={6} />
    </Page>
  ) : (
    <One of={{ organizerId, importId: params.importId }} asked={query['step']} />
  )
}

type Step = 'columns' | 'preview' | 'result'

function stepOf({ state }: ImportView, asked: string | undefined): Step {
  if (state === 'uploaded') return 'columns'
  if (state === 'previewed') return asked === 'columns' ? 'columns' : 'preview'
  return 'result'
}

function One({ of, asked }: { of: ImportKey; asked: string | undefined }) {
  const t = useMessages('directory-import-desk')
  const query = useImport(of)
  const step = query.data && stepOf(query.data, asked)
  return (
    <Page
      title={query.data?.fileName ?? t('page.title')}
      breadcrumbs={[
        { label: t('page.back'), href: '/desk/establishments' },
        { label: t('page.title'), href: `/desk/establishments/import?organizer=${of.organizerId}` },
      ]}
    >
      {step && <Steps of={of} current={step} isOpen={query.data?.state === 'previewed'} />}
      <Await query={query} lines={8}>
        {view =>
          step === 'columns' ? (
            <ColumnsStep key={view.headers.join('|') + view.reading.letters} of={of} view={view} />
          ) : step === 'preview' ? (
            <PreviewStep of={of} view={view} />
          ) : (
            <ResultStep of={of} view={view} />
          )
        }
      </Await>
    </Page>
  )
}

const STEPS = ['columns', 'preview', 'result'] as const

/** Where one is; the steps before the end can be gone to. */
function Steps({ of, current, isOpen }: { of: ImportKey; current: Step; isOpen: boolean }) {
  const t = useMessages('directory-import-desk')
  return (
    <nav aria-label={t('steps')} class="mb-5">
      <ol class="flex flex-wrap gap-x-6 gap-y-1">
        {STEPS.map((step, index) => (
          <li key={step}>
            {step === current || !isOpen || step === 'result' ? (
              <span
                class={step === current ? 'font-semibold' : 'text-muted'}
                aria-current={step === current ? 'step' : undefined}
              >
                {index + 1}. {t(`step.${step}`)}
              </span>
            ) : (
              <a
                class="text-primary hover:underline"
                href={`/desk/establishments/import/${of.importId}?organizer=${of.organizerId}&step=${step}`}
              >
                {index + 1}. {t(`step.${step}`)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
