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
  'sign-in-link-barred.subject': 'Bitte mit Passwort anmelden',
  'sign-in-link-barred.body':
    'Guten Tag {name},\n\nIhr Konto verlangt die Bestätigung in zwei Schritten; ein Link genügt daher nicht. Bitte melden Sie sich mit Passwort und Code an.\n\n{link}',
  'invitation.subject': 'Einladung zu {place}',
  'invitation.body':
    'Guten Tag,\n\nSie sind eingeladen, auf Hoicho für {place} zu arbeiten. Mit dem Link unten nehmen Sie an; er gilt einmal und {days} Tage lang.\n\n{link}',
} as const satisfies Record<keyof typeof vi, string>
