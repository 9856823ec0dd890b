import type vi from '../vi/mails.ts'

export default {
  signature: 'Diese Nachricht hat Hoicho automatisch gesendet.\n{site}',
  'sign-in-link.subject': 'Ihr Anmelde-Link',
  'sign-in-link.body':
    'Guten Tag,\n\nmit dem Link unten melden Sie sich an. Er gilt einmal und 15 Minuten lang.\n\n{link}\n\nWenn Sie ihn nicht angefordert haben, ignorieren Sie diese Nachricht.',
  'reset-password.subject': 'Neues Passwort wählen',
  'reset-password.body':
    'Guten Tag {name},\n\nmit dem Link unten wählen Sie ein neues Passwort. Er gilt einmal und eine Stunde lang.\n\n{link}\n\nWenn Sie ihn nicht angefordert haben, ignorieren Sie diese Nachricht; das alte Passwort bleibt.',
  'verify-email.subject': 'E-Mail-Adresse bestätigen',
  'verify-email.body':
    'Guten Tag {name},\n\nbitte bestätigen Sie mit dem Link unten, dass diese Adresse Ihre ist.\n\n{link}',
} as const satisfies Record<keyof typeof vi, string>
