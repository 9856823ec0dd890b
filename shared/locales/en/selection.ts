import type vi from '../vi/selection.ts'

/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Selected',
  'outcome.waiting': 'Waiting list',
  'outcome.rejected': 'Not selected',

  'reason.held': 'Selected by an earlier decision, which stands.',
  'reason.within-quota': 'Mean of {mean} points, among the {quota} highest ranked.',
  'reason.beyond-quota':
    'Mean of {mean} points, above the pass mark of {passMark}, but all {quota} places went to higher ranked establishments.',
  'reason.below-pass-mark': 'Mean of {mean} points, below the pass mark of {passMark}.',
  'reason.waiting-list-full':
    'Mean of {mean} points, above the pass mark of {passMark}, but all {quota} places and the waiting list are full.',
} as const satisfies Record<keyof typeof vi, string>
