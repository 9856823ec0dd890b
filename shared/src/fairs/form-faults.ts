import type { FormDefinition, FormField, ShowWhen, TableColumn } from './form.ts'

/** Where in the definition, and a code of locales/<language>/fields.ts. */
export type FormFault = { path: readonly (string | number)[]; code: string }

/**
 * What keeps a form from being published beyond the shape of its parts: a range turned round, an option or column twice,
 * a condition that looks at a field the form lacks (`condition-field`), at an answer it cannot compare
 * (`condition-kind`), or, through whatever chain, at itself (`condition-cycle`). Imports types only.
 */
export function formFaults(form: FormDefinition): FormFault[] {
  const inFields = form.sections.flatMap((section, at) =>
    section.fields.flatMap((field, index) =>
      [...fieldFaults(field), ...conditionFaults(form, field.showWhen)].map(fault => ({
        path: ['sections', at, 'fields', index, ...fault.path],
        code: fault.code,
      })),
    ),
  )
  return [
    ...inFields,
    ...form.sections.flatMap((section, at) =>
      placed(['sections', at], conditionFaults(form, section.showWhen)),
    ),
    ...form.papers.flatMap((paper, at) => placed(['papers', at], conditionFaults(form, paper.showWhen))),
    ...cycles(form),
  ]
}

const placed = (path: FormFault['path'], faults: readonly FormFault[]): FormFault[] =>
  faults.map(fault => ({ path: [...path, ...fault.path], code: fault.code }))

function fieldFaults(field: FormField): FormFault[] {
  switch (field.kind) {
    case 'number':
    case 'money':
      return rangeFaults(field)
    case 'choice':
    case 'choices':
      return twice(field.options.map(option => option.value))
        ? [{ path: ['options'], code: 'code-twice' }]
        : []
    case 'table':
      return [
        ...(twice(field.columns.map(column => column.code))
          ? [{ path: ['columns'], code: 'code-twice' }]
          : []),
        ...(field.minRows > field.maxRows ? [{ path: ['maxRows'], code: 'number-range' }] : []),
        ...field.columns.flatMap((column, at) => placed(['columns', at], columnFaults(column))),
      ]
    default:
      return []
  }
}

const columnFaults = (column: TableColumn): FormFault[] =>
  column.kind === 'number' ? rangeFaults(column) : []

const rangeFaults = ({ min, max }: { min: number; max: number }): FormFault[] =>
  min > max ? [{ path: ['max'], code: 'number-range' }] : []

const twice = (codes: readonly string[]) => new Set(codes).size !== codes.length

function conditionFaults(form: FormDefinition, condition: ShowWhen | undefined): FormFault[] {
  if (!condition) return []
  const source = form.sections
    .flatMap(section => section.fields)
    .find(field => field.code === condition.field)
  if (!source) return [{ path: ['showWhen'], code: 'condition-field' }]
  return fits(source, condition) ? [] : [{ path: ['showWhen'], code: 'condition-kind' }]
}

/** Whether a condition can ever be compared with the answers of a field. */
function fits(source: FormField, condition: ShowWhen): boolean {
  if (condition.op === 'more-than') return ['number', 'money', 'table'].includes(source.kind)
  if (condition.op === 'contains') {
    if (source.kind !== 'choices') return source.kind === 'text' || source.kind === 'multiline'
    return source.options.some(option => option.value === condition.value)
  }
  switch (source.kind) {
    case 'yes-no':
      return typeof condition.value === 'boolean'
    case 'number':
    case 'money':
      return typeof condition.value === 'number'
    case 'choice':
      return source.options.some(option => option.value === condition.value)
    case 'text':
    case 'date':
      return typeof condition.value === 'string'
    default:
      return false
  }
}

/** Every field that, through its own condition or its section's, waits for itself. */
function cycles(form: FormDefinition): FormFault[] {
  const waits = new Map<string, string[]>()
  for (const section of form.sections) {
    for (const field of section.fields) {
      const sources = [section.showWhen?.field, field.showWhen?.field]
      waits.set(
        field.code,
        sources.filter(source => source !== undefined),
      )
    }
  }
  const waitsForItself = (start: string): boolean => {
    const seen = new Set<string>()
    const open = [...(waits.get(start) ?? [])]
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (code === start) return true
      if (seen.has(code)) continue
      seen.add(code)
      open.push(...(waits.get(code) ?? []))
    }
    return false
  }
  return form.sections.flatMap((section, at) =>
    section.fields.flatMap((field, index) =>
      waitsForItself(field.code)
        ? [{ path: ['sections', at, 'fields', index, 'showWhen'], code: 'condition-cycle' }]
        : [],
    ),
  )
}
