import type vi from '../vi/settings-desk.ts'

export default {
  'settings.title': 'Organizer settings',
  'settings.lead':
    'Names, address, signatory and account as printed on letters, decisions and contracts made from now on. Papers already issued stay as they are.',
  'settings.security': 'Security',
  'settings.factor': 'Require two-step verification of all staff',
  'settings.factor.hint': 'Staff who have not set it up must do so before they can continue.',
  'settings.saved': 'Settings saved',
  'settings.changed': 'Somebody has just changed these settings. Please reload the page and edit again.',
  'log.title': 'Log',
  'log.lead':
    'Everything done at the organizer and its fairs, newest first. The log only grows: nobody can change or delete an entry.',
  'log.fair': 'Fair',
  'log.fair.all': 'All fairs',
  'log.person': 'Person',
  'log.person.all': 'Everybody',
  'log.action': 'Action',
  'log.action.all': 'All actions',
  'log.from': 'From',
  'log.to': 'To',
  'log.clear': 'Clear filters',
  'log.more': 'Show more',
  'log.end': 'That is the whole log.',
  'log.empty': 'Nothing found',
  'log.empty.text': 'Use fewer filters or a wider span of days.',
  'log.changes': '{count} changes',
  'log.field': 'Field',
  'log.before': 'Before',
  'log.after': 'After',
  'log.none': '(empty)',
  door: 'Only a manager of the organizer may enter.',
} satisfies Record<keyof typeof vi, string>
