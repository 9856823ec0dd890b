import type { FormDefinition, FormView } from '@hoicho/shared/fairs/form.ts'
import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { publishForm, useApplicationForm } from './api.ts'
import { FormChangesList } from './form-changes-list.tsx'
import { codeFor, codesOf } from './form-edits.ts'
import { FormPreview } from './form-preview.tsx'
import { PaperList } from './paper-list.tsx'
import { SectionEditor } from './section-editor.tsx'

/** The application form as a list that can be changed, and as applicants will see it. */
export function FormBuilder({ fair }: { fair: FairView }) {
  const form = useApplicationForm(fair.id)
  return <Await query={form}>{data => <Builder key={data.version} fair={fair} published={data} />}</Await>
}

function Builder({ fair, published }: { fair: FairView; published: FormView }) {
  const t = useMessages('fairs-desk')
  const [isPreview, setPreview] = useState(false)
  const isOver = fair.state === 'closed' || fair.state === 'cancelled'
  const form = useForm<FormDefinition>({
    initial: published.definition,
    draftKey: `fair-form.${fair.id}.${published.version}`,
    submit: async definition => {
      await publishForm(fair.id, published.version, definition)
      notify({ text: t('form.done') })
    },
  })
  const isNew = published.version === 0
  return (
    <Form form={form}>
      <Notice tone={isNew ? 'warning' : 'info'}>
        {isNew ? t('form.proposal') : t('form.version', { version: published.version })}
      </Notice>
      <div class="xl:hidden">
        <Button icon={isPreview ? 'edit' : 'user'} onClick={() => setPreview(!isPreview)}>
          {t(isPreview ? 'form.edit' : 'form.preview')}
        </Button>
      </div>
      <div class="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div class={`min-w-0 flex-col gap-6 ${isPreview ? 'hidden xl:flex' : 'flex'}`}>
          <Lists values={form.values} onValues={form.setAll} minProducts={form.field('minProducts')} />
        </div>
        <section class={isPreview ? '' : 'hidden xl:block'} aria-label={t('preview.title')}>
          <p class="mb-2 font-medium">{t('preview.title')}</p>
          <FormPreview definition={form.values} />
        </section>
      </div>
      {!isNew && form.dirty && <FormChangesList before={published.definition} after={form.values} />}
      <Actions>
        <Button
          kind="primary"
          type="submit"
          busy={form.pending}
          disabledReason={isOver ? t('form.over') : isNew || form.dirty ? undefined : t('setup.unchanged')}
        >
          {t(isNew ? 'form.publishFirst' : 'form.publish')}
        </Button>
      </Actions>
    </Form>
  )
}

interface ListsProps {
  values: FormDefinition
  onValues: (values: FormDefinition) => void
  minProducts: { id: string; name: string; value: number; onValue: (value: number) => void }
}

function Lists({ values, onValues, minProducts }: ListsProps) {
  const t = useMessages('fairs-desk')
  const addSection = () => {
    const title = { vi: t('form.newSection'), en: '', de: '' }
    const code = codeFor(title.vi, codesOf(values))
    const first = {
      code: codeFor(t('form.newField'), [...codesOf(values), code]),
      kind: 'text' as const,
      label: { vi: t('form.newField'), en: '', de: '' },
      hint: { vi: '', en: '', de: '' },
      required: false,
      maxLength: 200,
    }
    onValues({ ...values, sections: [...values.sections, { code, title, fields: [first] }] })
  }
  return (
    <>
      {values.sections.map((section, index) => (
        <SectionEditor key={section.code} form={values} index={index} onForm={onValues} />
      ))}
      <div>
        <Button icon="plus" onClick={addSection}>
          {t('form.addSection')}
        </Button>
      </div>
      <PaperList form={values} onForm={onValues} />
      <Section title={t('form.products')}>
        <NumberField
          {...minProducts}
          onValue={count => minProducts.onValue(count ?? 0)}
          label={t('form.minProducts')}
          hint={t('form.minProducts.hint')}
          width="xs"
        />
      </Section>
    </>
  )
}
