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
  'invitation.subject': 'Invitation to {place}',
  'invitation.body':
    'Hello,\n\nYou are invited to work for {place} on Hoicho. Use the link below to accept; it works once, within {days} days.\n\n{link}',
} as const satisfies Record<keyof typeof vi, string>
