import type vi from '../vi/selection.ts'

/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Ausgewählt',
  'outcome.waiting': 'Warteliste',
  'outcome.rejected': 'Nicht ausgewählt',

  'reason.held': 'Bereits durch eine frühere Entscheidung ausgewählt; sie bleibt bestehen.',
  'reason.within-quota': 'Im Mittel {mean} Punkte, unter den {quota} Bestplatzierten.',
  'reason.beyond-quota':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; die {quota} Plätze gingen jedoch an besser Platzierte.',
  'reason.below-pass-mark': 'Im Mittel {mean} Punkte, unter der Mindestpunktzahl {passMark}.',
  'reason.waiting-list-full':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; alle {quota} Plätze und die Warteliste sind jedoch belegt.',
} as const satisfies Record<keyof typeof vi, string>
