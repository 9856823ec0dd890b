import type vi from '../vi/selection.ts'

/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Ausgewählt',
  'outcome.waiting': 'Warteliste',
  'outcome.rejected': 'Nicht ausgewählt',

  'reason.held': 'Schon durch eine frühere Entscheidung ausgewählt; sie bleibt bestehen.',
  'reason.within-quota': 'Im Mittel {mean} Punkte, unter den {quota} Bestplatzierten.',
  'reason.beyond-quota':
    'Im Mittel {mean} Punkte, über der Mindestpunktzahl {passMark}; die {quota} Plätze gingen an besser Platzierte.',
  'reason.below-pass-mark': 'Im Mittel {mean} Punkte, unter der Mindestpunktzahl {passMark}.',
  'reason.waiting-list-full':
    'Im Mittel {mean} Punkte, über der Mindestpunktzahl {passMark}; alle {quota} Plätze und die Warteliste sind belegt.',
} as const satisfies Record<keyof typeof vi, string>
