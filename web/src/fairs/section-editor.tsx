import type { FormDefinition, FormField, FormSection } from '@hoicho/shared/fairs/form.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { withCondition } from './condition-fields.tsx'
import { ConditionLine } from './condition-line.tsx'
import { FieldDialog } from './field-dialog.tsx'
import { codesOf, dropped, fieldOfKind, moved, NO_WORDS, put, without } from './form-edits.ts'
import { RowTools } from './row-tools.tsx'
import { useDrag } from './use-drag.ts'
import { WordsDialog } from './words-dialog.tsx'

interface Props {
  form: FormDefinition
  index: number
  onForm: (form: FormDefinition) => void
}

/** One section: its title, its fields in order, and what can be done with each. */
export function SectionEditor({ form, index, onForm }: Props) {
  const section = form.sections[index]
  return section ? <OneSection form={form} index={index} section={section} onForm={onForm} /> : null
}

function OneSection({ form, index, section, onForm }: Props & { section: FormSection }) {
  const t = useMessages('fairs-desk')
  const [open, setOpen] = useState<number | 'title'>()
  const setSections = (sections: FormDefinition['sections']) => onForm({ ...form, sections })
  const setFields = (fields: FormField[]) => setSections(put(form.sections, index, { ...section, fields }))
  const removeSection = () => {
    setSections(without(form.sections, index))
    notify({ text: t('form.removed', { name: section.title.vi }), undo: () => onForm(form) })
  }
  const removeField = (at: number) => {
    setFields(without(section.fields, at))
    notify({
      text: t('form.removed', { name: section.fields[at]?.label.vi ?? '' }),
      undo: () => onForm(form),
    })
  }
  const drag = useDrag((from, to) => setFields(dropped(section.fields, from, to)))
  const onlySection = form.sections.length === 1 ? t('form.lastSection') : undefined
  return (
    <Section
      title={section.title.vi}
      actions={
        <RowTools
          name={section.title.vi}
          isFirst={index === 0}
          isLast={index === form.sections.length - 1}
          onMove={by => setSections(moved(form.sections, index, by))}
          onEdit={() => setOpen('title')}
          onRemove={removeSection}
          removeReason={onlySection}
        />
      }
    >
      <ConditionLine form={form} condition={section.showWhen} />
      <ul class="border-t border-line">
        {section.fields.map((field, at) => (
          <li
            key={field.code}
            {...drag(at)}
            class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5"
          >
            <FieldSummary form={form} field={field} />
            <RowTools
              name={field.label.vi}
              isFirst={at === 0}
              isLast={at === section.fields.length - 1}
              onMove={by => setFields(moved(section.fields, at, by))}
              onEdit={() => setOpen(at)}
              onRemove={() => removeField(at)}
              removeReason={section.fields.length === 1 ? t('form.lastField') : undefined}
            />
          </li>
        ))}
      </ul>
      <div class="mt-3">
        <Button small icon="plus" onClick={() => setOpen(section.fields.length)}>
          {t('form.addField')}
        </Button>
      </div>
      {open === 'title' && (
        <WordsDialog
          title={t('form.editSection')}
          words={section.title}
          condition={{
            form,
            except: section.fields.map(field => field.code),
            value: section.showWhen,
          }}
          onWords={(title, showWhen) =>
            setSections(put(form.sections, index, withCondition({ ...section, title }, showWhen)))
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      {typeof open === 'number' && (
        <FieldDialog
          definition={form}
          field={section.fields[open] ?? newField()}
          taken={codesOf(form)}
          onField={field => setFields(put(section.fields, open, field))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}

/** Without a code yet: it is made from the label when the field is kept. */
const newField = () => fieldOfKind('text', { code: '', label: NO_WORDS, hint: NO_WORDS, required: true })

function FieldSummary({ form, field }: { form: FormDefinition; field: FormField }) {
  const t = useMessages('fairs-desk')
  const lacks = [field.label.en || 'en', field.label.de || 'de'].filter(
    word => word === 'en' || word === 'de',
  )
  return (
    <span class="min-w-0 flex-1 basis-60">
      <span class="block">{field.label.vi}</span>
      <span class="block text-sm text-muted">
        {[
          t(`kind.${field.kind}`),
          t(field.required ? 'form.required' : 'form.optional'),
          ...(lacks.length > 0 ? [t('form.untranslated', { languages: lacks.join(', ') })] : []),
        ].join(' · ')}
      </span>
      <ConditionLine form={form} condition={field.showWhen} />
    </span>
  )
}
