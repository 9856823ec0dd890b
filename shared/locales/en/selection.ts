import type vi from '../vi/selection.ts'

/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Selected',
  'outcome.waiting': 'Waiting list',
  'outcome.rejected': 'Not selected',

  'reason.held': 'Selected by an earlier decision, which still stands.',
  'reason.within-quota': 'Average of {mean} points, among the {quota} highest ranked.',
  'reason.beyond-quota':
    'Average of {mean} points, reaching the pass mark of {passMark}, but all {quota} places went to establishments ranked higher.',
  'reason.below-pass-mark': 'Average of {mean} points, below the pass mark of {passMark}.',
  'reason.waiting-list-full':
    'Average of {mean} points, reaching the pass mark of {passMark}, but all {quota} places and the waiting list are full.',
} as const satisfies Record<keyof typeof vi, string>
