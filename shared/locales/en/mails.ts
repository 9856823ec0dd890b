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
  'application-correction.products': 'Products',
  'application-correction.due': 'Please submit it again by the end of {date}.',
  'application-correction.no-due': 'Please submit it again soon, so that it can be considered.',
  'badge.subject': 'Your badge: {fair}',
  'badge.body':
    'Dear {name},\n\nThis is your {kind} badge for {fair}, {dates}, {venue}. Open it on your phone and show the QR code at the gate, or print the picture attached.\n\n{link}\n\nBadge number: {number}. The badge is yours alone; please do not pass it on.',
  'badge-revoked.subject': 'Badge revoked: {fair}',
  'badge-revoked.body':
    'Dear {name},\n\nYour badge {number} for {fair} has been revoked and can no longer be used.\nReason: {reason}\n\nIf this is a mistake, please contact the organizer.',
  'application-refused.subject': 'Application {number} was not accepted – {fair}',
  'application-refused.body':
    'Dear {establishment},\n\n{organizer} has examined application {number} for {fair}. It cannot be taken forward to the selection because:\n\n{reason}\n\nIf you wish to comment on this result, please write to {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-selected.subject': 'You were selected for {fair}',
  'selection-selected.body':
    'Dear {establishment},\n\n{organizer} is pleased to tell you that your application {number} was selected for {fair}.\n\nReason: {reason}\n\nThe decision is attached. Next come your booth and the contract; please follow them here:\n\n{link}\n\nFor any question please write to {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-waiting.subject': 'Waiting list – {fair}',
  'selection-waiting.body':
    'Dear {establishment},\n\nYour application {number} met the requirements and stands at number {position} of the waiting list of {fair}.\n\nReason: {reason}\n\nWhen somebody withdraws, those waiting are invited in this order. The decision is attached; please follow your application here:\n\n{link}\n\nFor any question please write to {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-rejected.subject': 'Result of the selection – {fair}',
  'selection-rejected.body':
    'Dear {establishment},\n\nThank you for applying to {fair}. We are sorry that application {number} was not selected this time.\n\nReason: {reason}\n\nIf you wish to comment on this result, please write to {organizer}: {contact}. We hope to welcome you at a later fair.\n\nYours faithfully,\n{organizer}',
  'contract-issued.subject': 'Contract {number} is ready to sign – {fair}',
  'contract-issued.body':
    'Dear {name},\n\n{organizer} has issued contract {number} with {establishment} for booth {booths} at {fair}.\n\nPlease open the link below, read the contract and sign it:\n\n{link}\n\nThe contract takes effect once {organizer} has countersigned.',
  'contract-to-countersign.subject': 'Contract {number}: {establishment} has signed',
  'contract-to-countersign.body':
    '{establishment} has signed contract {number} for booth {booths} at {fair}. Please review and countersign:\n\n{link}',
  'contract-signed.subject': 'Contract {number} is signed by both sides – {fair}',
  'contract-signed.body':
    'Dear {name},\n\n{organizer} has countersigned contract {number} for booth {booths} at {fair}. The paper with both signatures is attached and can always be seen here:\n\n{link}',
  'contract-signed-desk.subject': 'Contract {number} is signed by both sides',
  'contract-signed-desk.body':
    'Contract {number} with {establishment} for booth {booths} at {fair} is signed by both sides. The signed paper is attached.\n\n{link}',
  'contract-cancelled.subject': 'Contract {number} is cancelled – {fair}',
  'contract-cancelled.body':
    'Dear {name},\n\n{organizer} has cancelled contract {number} with {establishment} at {fair}.\nReason: {reason}\n\n{link}\n\nIf you have questions, please contact {organizer}.',
} as const satisfies Record<keyof typeof vi, string>
