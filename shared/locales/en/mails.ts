import type vi from '../vi/mails.ts'

export default {
  signature: 'This message was sent automatically by Hoicho.\n{site}',
  'sign-in-link.subject': 'Your sign-in link',
  'sign-in-link.body':
    'Hello,\n\nUse the link below to sign in. It works once, within 15 minutes.\n\n{link}\n\nIf you did not ask for it, ignore this message.',
  'reset-password.subject': 'Choose a new password',
  'reset-password.body':
    'Hello {name},\n\nUse the link below to choose a new password. It works once, within one hour.\n\n{link}\n\nIf you did not ask for it, ignore this message; your old password stays.',
  'verify-email.subject': 'Confirm your e-mail address',
  'verify-email.body': 'Hello {name},\n\nUse the link below to confirm that this address is yours.\n\n{link}',
  'sign-in-link-barred.subject': 'Sign in with your password',
  'sign-in-link-barred.body':
    'Hello {name},\n\nYour account uses two-step verification, so a link cannot sign you in. Please use your password and code.\n\n{link}',
  'password-changed.subject': 'Your password was changed',
  'password-changed.body':
    'Hello {name},\n\nThe password of your account has just been changed. If it was not you, set a new one at once:\n\n{link}',
  'second-factor-changed.subject': 'Your second factor was changed',
  'second-factor-changed.body':
    'Hello {name},\n\nThe second factor of your account has just been turned on or off. If it was not you, change your password at once:\n\n{link}',
  'invitation.subject': 'Invitation to {place}',
  'invitation.body':
    'Hello,\n\nYou are invited to work for {place} on Hoicho. Use the link below to accept; it works once, within {days} days.\n\n{link}',
  'fair-invitation.subject': 'Invitation to exhibit at {fair}',
  'fair-invitation.body':
    'To {establishment},\n\n{organizer} cordially invites you to exhibit at {fair}, {days}, {place}.\n\nApplications are taken until {closesAt}. The link below is yours alone: see the fair, apply, or let us know if you cannot take part.\n\n{link}\n\nFor questions please contact {organizer}: {contact}.\n\nKind regards\n{organizer}',
  'application-receipt.subject': 'Application {number} received – {fair}',
  'application-receipt.body':
    'Hello {name},\n\n{organizer} received application {number} of {establishment} for {fair} at {submittedAt}.\n\nIt will now be checked. If anything is missing, we will write to this address. You can follow it here:\n\n{link}',
  'application-correction.subject': 'Please complete application {number} – {fair}',
  'application-correction.body':
    'Hello {name},\n\nApplication {number} of {establishment} for {fair} needs a correction:\n\n{note}\n\n{due}\n\nPlease open it, correct the marked answers and submit it again:\n\n{link}\n\n{organizer}',
  'application-correction.due': 'Please submit it again by the end of {date}.',
  'application-correction.no-due': 'Please submit it again soon, so that it can be considered.',
  'badge.subject': 'Your badge: {fair}',
  'badge.body':
    'Dear {name},\n\nThis is your {kind} badge for {fair}, {dates}, {venue}. Open it on your phone and show the QR code at the gate, or print the picture attached.\n\n{link}\n\nBadge number: {number}. The badge is yours alone; please do not pass it on.',
  'badge-revoked.subject': 'Badge revoked: {fair}',
  'badge-revoked.body':
    'Dear {name},\n\nYour badge {number} for {fair} has been revoked and can no longer be used.\nReason: {reason}\n\nIf this is a mistake, please contact the organizer.',
} as const satisfies Record<keyof typeof vi, string>
