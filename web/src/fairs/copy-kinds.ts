import type { FormPaper } from '@hoicho/shared/fairs/form.ts'

/** The kinds of copy, beside the schema rather than from it: pages carry no zod. */
export const COPY_KINDS: readonly FormPaper['copyKind'][] = ['plain', 'stamped', 'certified']
