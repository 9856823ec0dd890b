import type { FormDefinition, FormPaper } from '@hoicho/shared/fairs/form.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField, RadioField } from '../ui/choices.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { ConditionFields } from './condition-fields.tsx'
import { ConditionLine } from './condition-line.tsx'
import { COPY_KINDS } from './copy-kinds.ts'
import { codeFor, codesOf, dropped, moved, NO_WORDS, put, without } from './form-edits.ts'
import { RowTools } from './row-tools.tsx'
import { TemplateField } from './template-field.tsx'
import { useDrag } from './use-drag.ts'
import { EditDialog, needed } from './words-dialog.tsx'

interface Props {
  form: FormDefinition
  onForm: (form: FormDefinition) => void
}

/** The papers asked for, with the kind of copy each must be. */
export function PaperList({ form, onForm }: Props) {
  const t = useMessages('fairs-desk')
  const [open, setOpen] = useState<number>()
  const { papers } = form
  const setPapers = (next: FormPaper[]) => onForm({ ...form, papers: next })
  const drag = useDrag((from, to) => setPapers(dropped(papers, from, to)))
  const remove = (at: number) => {
    setPapers(without(papers, at))
    notify({ text: t('form.removed', { name: papers[at]?.label.vi ?? '' }), undo: () => onForm(form) })
  }
  return (
    <Section title={t('papers')} lead={t('papers.text')}>
      <ul class="border-t border-line">
        {papers.map((paper, at) => (
          <li
            key={paper.code}
            {...drag(at)}
            class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5"
          >
            <span class="min-w-0 flex-1 basis-60">
              <span class="block">{paper.label.vi}</span>
              <span class="block text-sm text-muted">
                {t(`copy.${paper.copyKind}`)} · {t(paper.required ? 'form.required' : 'form.optional')}
                {paper.template && ` · ${paper.template.name}`}
              </span>
              <ConditionLine form={form} condition={paper.showWhen} />
            </span>
            <RowTools
              name={paper.label.vi}
              isFirst={at === 0}
              isLast={at === papers.length - 1}
              onMove={by => setPapers(moved(papers, at, by))}
              onEdit={() => setOpen(at)}
              onRemove={() => remove(at)}
            />
          </li>
        ))}
      </ul>
      <div class="mt-3">
        <Button small icon="plus" onClick={() => setOpen(papers.length)}>
          {t('papers.add')}
        </Button>
      </div>
      {open !== undefined && (
        <PaperDialog
          form={form}
          paper={papers[open] ?? { code: '', label: NO_WORDS, copyKind: 'stamped', required: true }}
          taken={codesOf(form)}
          onPaper={paper => setPapers(put(papers, open, paper))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}

interface PaperDialogProps {
  form: FormDefinition
  paper: FormPaper
  taken: readonly string[]
  onPaper: (paper: FormPaper) => void
  onClose: () => void
}

interface PaperValues {
  vi: string
  en: string
  de: string
  copyKind: FormPaper['copyKind']
  required: boolean
  template: FormPaper['template']
  showWhen: FormPaper['showWhen']
}

function PaperDialog({ form: definition, paper, taken, onPaper, onClose }: PaperDialogProps) {
  const t = useMessages('fairs-desk')
  const p = useMessages('platform')
  const form = useForm<PaperValues>({
    initial: {
      ...paper.label,
      copyKind: paper.copyKind,
      required: paper.required,
      template: paper.template,
      showWhen: paper.showWhen,
    },
    validate: values => needed('/vi', values.vi, p('form.requiredMissing')),
    submit: async ({ vi, en, de, copyKind, required, template, showWhen }) => {
      const code = paper.code || codeFor(vi, taken)
      onPaper({
        code,
        label: { vi, en, de },
        copyKind,
        required,
        ...(template ? { template } : {}),
        ...(showWhen ? { showWhen } : {}),
      })
      onClose()
    },
  })
  return (
    <EditDialog title={t(paper.code ? 'papers.edit' : 'papers.add')} form={form} onClose={onClose}>
      <TextField {...form.field('vi')} label={t('words.vi')} width="full" maxLength={200} />
      <TextField {...form.field('en')} label={t('words.en')} width="full" maxLength={200} required={false} />
      <TextField {...form.field('de')} label={t('words.de')} width="full" maxLength={200} required={false} />
      <RadioField
        {...form.field('copyKind')}
        label={t('papers.copyKind')}
        options={COPY_KINDS.map(kind => ({ value: kind, label: t(`copy.${kind}`) }))}
      />
      <CheckboxField {...form.field('required')} label={t('field.required')} />
      <TemplateField value={form.values.template} onValue={template => form.set('template', template)} />
      <ConditionFields
        form={definition}
        except={[]}
        value={form.values.showWhen}
        onValue={showWhen => form.set('showWhen', showWhen)}
      />
    </EditDialog>
  )
}
