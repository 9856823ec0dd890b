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
  'reason.quota-floor':
    "Selected on a place kept for the establishment's group (area, sector or newcomers); average of {mean} points.",
  'reason.quota-ceiling':
    "Average of {mean} points, reaching the pass mark of {passMark}, but the establishment's group (area, sector or newcomers) already has all the places it may have.",
  'reason.quota-reserved':
    "Average of {mean} points, reaching the pass mark of {passMark}, but the remaining places are kept for other groups by the fair's quotas.",
  'reason.knocked-out':
    'By the judgement of the appraisal council, a required criterion does not reach its least value.',
  'letter.confirm':
    'Please confirm by the end of {day}, at the address below, that you take part. After that the place goes to the next establishment on the waiting list.',
  'letter.complain':
    'If you do not agree with the outcome, you may complain on the page of your application or in writing by the end of {day}.',
  'complaint.result.upheld':
    'The complaint is upheld. The council will judge the application again at its next meeting; places already confirmed stay as they are.',
  'complaint.result.dismissed': 'The complaint is dismissed. The outcome stands.',
  'own.title': 'Outcome of the selection',
  'own.position': 'number {position} of the waiting list',
  'own.confirm.title': 'Will you take the place?',
  'own.confirm.text': 'Please answer before {time}. After that the place goes to the waiting list.',
  'own.confirm': 'Confirm',
  'own.confirm.ask': 'Confirm that you take part?',
  'own.confirm.ask.text': 'The organizer then assigns your booth and makes the contract.',
  'own.decline': 'Decline the place',
  'own.decline.title': 'Decline the place?',
  'own.decline.text': 'It goes to the next establishment and cannot be taken back.',
  'own.decline.reason': 'Reason',
  'own.done': 'Your answer is recorded',
  'own.confirmed': 'You confirmed on {at}.',
  'own.declined': 'You declined on {at}.',
  'own.lapsed': 'The time to confirm has passed; the place goes to another establishment.',
  'own.complaint.filed': 'Complaint sent',
  'own.complaint.upheld': 'Complaint upheld; the application is judged again',
  'own.complaint.dismissed': 'Complaint dismissed',
  'own.complaint.due': 'The organizer answers by {day}.',
  'own.complain': 'Complain about the outcome (by {day})',
  'own.complain.title': 'Complain about the outcome',
  'own.complain.text': 'What you complain about',
  'own.complain.send': 'Send the complaint',
  'own.complained': 'Complaint sent',
} as const satisfies Record<keyof typeof vi, string>
