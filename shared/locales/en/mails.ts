import type vi from '../vi/mails.ts'

export default {
  signature: 'This message was sent automatically by Hoicho.\n{site}',
  'sign-in-link.subject': 'Your Hoicho sign-in link',
  'sign-in-link.body':
    'Hello,\n\nUse the link below to sign in. It works once, within 15 minutes.\n\n{link}\n\nIf you did not ask for this, please ignore this message.',
  'reset-password.subject': 'Set a new Hoicho password',
  'reset-password.body':
    'Hello {name},\n\nUse the link below to set a new password. It works once, within one hour.\n\n{link}\n\nIf you did not ask for this, please ignore this message; your old password stays.',
  'verify-email.subject': 'Confirm your e-mail address',
  'verify-email.body': 'Hello {name},\n\nUse the link below to confirm that this address is yours.\n\n{link}',
  'sign-in-link-barred.subject': 'Sign in with your password and code',
  'sign-in-link-barred.body':
    'Hello {name},\n\nYour account uses two-step verification, so a link cannot sign you in. Please use your password and code.\n\n{link}',
  'password-changed.subject': 'Your password was changed',
  'password-changed.body':
    'Hello {name},\n\nThe password of your account has just been changed. If it was not you, set a new one at once:\n\n{link}',
  'second-factor-changed.subject': 'Two-step verification was turned on or off',
  'second-factor-changed.body':
    'Hello {name},\n\nTwo-step verification of your account has just been turned on or off. If it was not you, change your password at once:\n\n{link}',
  'invitation.subject': 'Invitation to work for {place} on Hoicho',
  'invitation.body':
    'Hello,\n\nYou are invited to work for {place} on Hoicho. Use the link below to accept; it works once, within {days} days.\n\n{link}\n\nIf you do not know what this is about, please ignore this message.',
  'fair-invitation.subject': 'Invitation to exhibit at {fair}',
  'fair-invitation.body':
    'Dear {establishment},\n\n{organizer} has the pleasure of inviting you to exhibit at {fair}, {days}, {place}.\n\nClosing date for applications: {closesAt}. The link below is yours alone: use it to see the fair, to apply, or to tell us if you cannot take part.\n\n{link}\n\nIf you have any questions, please contact {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'campaign-letter.subject': '{subject}',
  'campaign-letter.body':
    '{text}\n\n{link}\n\nThe official letter is attached. The link above is for your establishment alone.\n\nIf you do not wish to get invitations to fairs from {organizer} again, say so here: {stop}',
  'fair-reminder.subject': 'Applications close soon: {fair}',
  'fair-reminder.body':
    'Dear {establishment},\n\n{organizer} invited you to take part in {fair}, {days}, at {place}. Applications close: {closesAt}.\n\nPlease apply, or tell us that you cannot come, with the link made for you:\n\n{link}\n\nQuestions? Please contact {organizer}: {contact}.\n\nNo more invitations to fairs: {stop}',
  'fair-reminder-draft.subject': 'Application not yet submitted: {fair}',
  'fair-reminder-draft.body':
    'Dear {establishment},\n\nYou began an application to {fair} and have not submitted it. Applications close: {closesAt}. All you filled in is kept; please go on here:\n\n{link}\n\nQuestions? Please contact {organizer}: {contact}.\n\nNo more invitations to fairs: {stop}',
  'application-receipt.subject': 'Application {number} received – {fair}',
  'application-receipt.body':
    'Hello {name},\n\n{organizer} received application {number} of {establishment} for {fair} at {submittedAt}.\n\nAn officer will now check it. If anything is missing, we will tell you by e-mail. You can follow the application here:\n\n{link}\n\nYours faithfully,\n{organizer}',
  'application-confirmation.subject': 'Please confirm application {number} – {fair}',
  'application-confirmation.body':
    'Hello {name},\n\nAn officer of {organizer} entered application {number} of {establishment} for {fair} at {submittedAt}. It is considered only once you have confirmed it.\n\nPlease read and confirm it here:\n\n{link}\n\nIf anything is wrong, please do not confirm it but tell the organizer.\n\nYours faithfully,\n{organizer}',
  'application-correction.subject': 'Please complete application {number} – {fair}',
  'application-correction.body':
    'Hello {name},\n\nApplication {number} of {establishment} for {fair} needs a correction:\n\n{note}\n\n{due}\n\nPlease open the application, correct the marked items and submit it again:\n\n{link}\n\nYours faithfully,\n{organizer}',
  'application-correction.products': 'Products',
  'application-correction.due': 'Please submit it again by the end of {date}.',
  'application-correction.no-due': 'Please submit it again soon, so that it can be considered.',
  'badge.subject': 'Your badge: {fair}',
  'badge.body':
    'Dear {name},\n\nThis is your “{kind}” badge for {fair}, {dates}, {venue}. Open it on your phone and show the QR code at the gate; you can also print the picture attached.\n\n{link}\n\nBadge number: {number}. The badge is yours alone; please do not pass it on.',
  'badge-revoked.subject': 'Badge revoked: {fair}',
  'badge-revoked.body':
    'Dear {name},\n\nYour badge {number} for {fair} has been revoked and can no longer be used.\nReason: {reason}\n\nIf this is a mistake, please contact the organizer.',
  'application-refused.subject': 'Application {number} was not accepted – {fair}',
  'application-refused.body':
    'Dear {establishment},\n\n{organizer} has checked application {number} for {fair}. It cannot go forward to the selection because:\n\n{reason}\n\nIf you wish to comment on this result, please contact {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-selected.subject': 'Application {number} selected for {fair}',
  'selection-selected.body':
    'Dear {establishment},\n\n{organizer} is pleased to tell you that your application {number} has been selected for {fair}.\n\nReason: {reason}{extra}\n\nThe decision is attached. The next steps are your booth and the contract; please follow them here:\n\n{link}\n\nIf you have any questions, please contact {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-waiting.subject': 'Application {number} is on the waiting list – {fair}',
  'selection-waiting.body':
    'Dear {establishment},\n\nYour application {number} has met the requirements and is number {position} on the waiting list of {fair}.\n\nReason: {reason}{extra}\n\nWhen an establishment withdraws, we invite those on the waiting list in this order. The decision is attached; please follow your application here:\n\n{link}\n\nIf you have any questions, please contact {organizer}: {contact}.\n\nYours faithfully,\n{organizer}',
  'selection-rejected.subject': 'Result for application {number} – {fair}',
  'selection-rejected.body':
    'Dear {establishment},\n\nThank you for applying to exhibit at {fair}. We are sorry to tell you that application {number} was not selected this time.\n\nReason: {reason}{extra}\n\nIf you wish to comment on this result, please contact {organizer}: {contact}. We hope to welcome you at a later fair.\n\nYours faithfully,\n{organizer}',
  'scoring-reminder.subject': 'Score sheets to file – {fair}',
  'scoring-reminder.body':
    'Dear {name},\n\nIn the appraisal of applications for {fair}, {count} of your score sheets are still to be filed. {due}\n\nYou find them here:\n\n{link}\n\nWith thanks,\n{organizer}',
  'scoring-reminder.due': 'They are due by {date}.',
  'contract-issued.subject': 'Contract {number} is ready to sign – {fair}',
  'contract-issued.body':
    'Hello {name},\n\n{organizer} has issued contract {number} with {establishment} for booth {booths} at {fair}.\n\nPlease open the link below, read the contract and sign it:\n\n{link}\n\nThe contract takes effect once {organizer} has signed.\n\nYours faithfully,\n{organizer}',
  'contract-to-countersign.subject': 'Contract {number}: {establishment} has signed, please countersign',
  'contract-to-countersign.body':
    '{establishment} has signed contract {number} for booth {booths} at {fair}. Please read and countersign it:\n\n{link}',
  'contract-signed.subject': 'Contract {number} is fully signed – {fair}',
  'contract-signed.body':
    'Hello {name},\n\n{organizer} has signed contract {number} for booth {booths} at {fair}. The contract is in force. The copy with both signatures is attached and can always be viewed here:\n\n{link}\n\nYours faithfully,\n{organizer}',
  'contract-signed-desk.subject': 'Contract {number} with {establishment} is fully signed',
  'contract-signed-desk.body':
    'Contract {number} with {establishment} for booth {booths} at {fair} is fully signed. The copy with both signatures is attached.\n\n{link}',
  'contract-cancelled.subject': 'Contract {number} has been cancelled – {fair}',
  'contract-cancelled.body':
    'Hello {name},\n\n{organizer} has cancelled contract {number} with {establishment} at {fair}.\nReason: {reason}\n\n{link}\n\nIf you have any questions, please contact {organizer}.\n\nYours faithfully,\n{organizer}',
  'selection-offer.subject': 'A place for you at {fair}',
  'selection-offer.body':
    'Dear {establishment},\n\nA place at {fair} has become free. In the order of the waiting list, {organizer} offers it to you (application {number}).\n\nPlease answer by the end of {day} at the address below. After that the place goes to the next establishment.\n\n{link}\n\nFor any question please contact {organizer}: {contact}.\n\nYours sincerely,\n{organizer}',
  'selection-reminder.subject': 'Please confirm by {day} that you take part in {fair}',
  'selection-reminder.body':
    'Dear {establishment},\n\nYour application {number} was selected for {fair} but has not been confirmed yet. Please answer by the end of {day} at the address below:\n\n{link}\n\nAfter that the place goes to the next establishment on the waiting list. For any question please contact {organizer}: {contact}.\n\nYours sincerely,\n{organizer}',
  'selection-complaint-answer.subject': 'Answer to your complaint about application {number} – {fair}',
  'selection-complaint-answer.body':
    'Dear {establishment},\n\n{organizer} has considered your complaint about the outcome of application {number}.\n\n{result}\n\nReasons: {reasons}\n\n{link}\n\nFor any question please contact {organizer}: {contact}.\n\nYours sincerely,\n{organizer}',
} as const satisfies Record<keyof typeof vi, string>
