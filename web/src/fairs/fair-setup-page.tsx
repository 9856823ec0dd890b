import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { useState } from 'preact/hooks'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Page } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { editFair, useFair } from './api.ts'
import { FairFields } from './fair-fields.tsx'
import { type FairValues, inputOf, valuesOf } from './fair-values.ts'
import { FormBuilder } from './form-builder.tsx'
import { PublishPanel } from './publish-panel.tsx'

const TABS = ['data', 'form', 'publish'] as const
type Tab = (typeof TABS)[number]

/** A fair's own data, its application form, and its public page: everything before the call for exhibitors. */
export default function FairSetupPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('fairs-desk')
  const fair = useFair(params.fairId)
  const [tab, setTab] = useState<Tab>(TABS.find(name => name === query.tab) ?? 'data')
  return (
    <Page
      title={t('setup.title')}
      lead={fair.data && (locale.value === 'vi' ? fair.data.nameVi : fair.data.nameEn || fair.data.nameVi)}
      tag={fair.data && <FairStateTag state={fair.data.state} />}
    >
      <Await query={fair}>
        {data => (
          <Tabs
            label={t('setup.title')}
            tabs={TABS.map(key => ({ key, label: t(`tab.${key}`) }))}
            current={tab}
            onSelect={setTab}
          >
            {tab === 'data' && <EditFair key={data.version} fair={data} />}
            {tab === 'form' && <FormBuilder fair={data} />}
            {tab === 'publish' && <PublishPanel fair={data} goTo={setTab} />}
          </Tabs>
        )}
      </Await>
    </Page>
  )
}

export function FairStateTag({ state }: { state: FairView['state'] }) {
  const t = useMessages('fairs-desk')
  const tone = { draft: 'neutral', published: 'success', closed: 'info', cancelled: 'error' } as const
  return <StateTag tone={tone[state]}>{t(`state.${state}`)}</StateTag>
}

function EditFair({ fair }: { fair: FairView }) {
  const t = useMessages('fairs-desk')
  const p = useMessages('platform')
  const form = useForm<FairValues>({
    initial: valuesOf(fair),
    submit: async values => {
      await editFair(fair.id, { ...inputOf(values), version: fair.version })
      notify({ text: p('status.saved') })
    },
  })
  return (
    <Form form={form}>
      <FairFields form={form} isNew={false} />
      <Actions>
        <Button
          kind="primary"
          type="submit"
          busy={form.pending}
          disabledReason={form.dirty ? undefined : t('setup.unchanged')}
        >
          {p('action.save')}
        </Button>
      </Actions>
    </Form>
  )
}
