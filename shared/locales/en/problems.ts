import type { ProblemCode } from '../../src/platform/all-problems.ts'

export default {
  'platform.invalid': 'Some entries are not right yet. Please look at the marked fields.',
  'platform.malformed': 'The request could not be read.',
  'platform.not-found': 'There is nothing here, or you may not see it.',
  'platform.changed-meanwhile':
    'Somebody has just changed this. Reload the page to see the new version, then go on.',
  'platform.wrong-state': 'This cannot be done in the present state.',
  'platform.too-many-attempts': 'Too many attempts. Please wait {seconds} seconds.',
  'platform.cross-site': 'The request came from another site and was blocked.',
  'platform.busy': 'The system is busy. Please try again in a few minutes.',
  'platform.too-large': 'The data sent is too large.',
  'identity.not-signed-in': 'Please sign in to go on.',
  'identity.not-allowed': 'Your role does not allow this.',
  'identity.second-factor-needed': 'Turn on two-step verification on the Account page first.',
  'identity.wrong-credentials': 'The e-mail address or password is not right.',
  'identity.wrong-code': 'The code is not right or has expired.',
  'identity.link-expired': 'This link has been used or has expired. Please ask for a new one.',
  'identity.email-taken': 'This e-mail address has an account already. Please sign in.',
  'identity.password-too-weak':
    'The password needs at least 10 characters and must not be an easily guessed one.',
  'identity.last-manager': 'This is the last manager; the role cannot be taken away.',
  'identity.last-owner': 'This is the last owner of the establishment and cannot be removed.',
  'identity.already-member': 'This person has that role already.',
  'identity.invited-other-email': 'This invitation was sent to another e-mail address.',
  'identity.challenge-expired':
    'This verification step has expired or failed too often. Please sign in again.',
  'identity.link-barred': 'This account uses a second factor. Please sign in with password and code.',
  'identity.already-invited':
    'This person has already been invited to that role and has not answered. You can send the invitation again.',
  'identity.second-factor-on': 'The second factor is already on.',
  'identity.second-factor-off': 'The second factor is not on.',
  'identity.second-factor-required':
    '{organizer} requires its staff to use a second factor, so it cannot be turned off.',
  'identity.organizer-slug-taken': 'Another organizer already uses this address.',
  'mail.text-gone':
    'This mail held a personal link and its text was wiped after sending, so it cannot be sent again.',
  'files.too-large': 'The file is too large. At most {maximumMb} MB each.',
  'files.type-not-allowed':
    'This kind of file is not accepted. Please use PDF, JPG, PNG, WebP, Word or Excel.',
  'files.empty': 'The file is empty.',
  'establishments.tax-code-taken':
    'This tax code is registered already. Please ask the person who manages that profile, or the centre that organizes the fair, to invite you.',
  'fairs.slug-taken': 'Another fair uses this page address.',
  'fairs.not-ready': 'The fair lacks information needed for publishing.',
  'recruitment.fair-not-published': 'The fair has not been published.',
  'recruitment.not-open-yet': 'The fair takes applications from {opensAt}.',
  'recruitment.closed': 'The fair stopped taking applications at {closedAt}.',
  'recruitment.no-form': 'The fair has no application form yet. Please ask the organizer.',
  'recruitment.already-applied':
    'This establishment already has an application for the fair. Please open that one and go on.',
  'recruitment.link-unknown':
    'This invitation link is wrong or was taken back. Please check the letter or ask the organizer.',
  'recruitment.ask-the-owner':
    'Somebody already acts for this establishment here. Please ask them to invite you.',
  'recruitment.too-many-papers': 'At most {maximum} files for each kind of paper.',
  'booths.already-assigned': 'Booth {booth} is taken by another exhibitor.',
  'badges.registration-closed': 'This fair does not take visitor registrations now.',
  'badges.not-selected': 'Only establishments chosen for the fair can take badges for their staff.',
  'badges.allotment-used':
    'All {allotment} badges of the booth are in use. Revoke one that is not needed, or ask the organizer.',
  'badges.nothing-to-print': 'There is no badge in use to print. Choose others, or issue badges first.',
  'badges.no-address': 'This badge has no e-mail address.',
  'badges.gate-name-taken': 'There is already a gate of this name.',
  'badges.code-not-valid': 'The code is wrong, used or expired. Ask the organizer for a new one.',
  'booths.hall-name-taken': 'This fair already has a hall of that name.',
  'booths.number-taken': 'There is already a booth {booth}.',
  'booths.outside-hall': 'Booth {booth} lies outside the hall.',
  'booths.overlap': 'Booth {booth} covers part of booth {other}.',
  'booths.still-assigned': 'Booth {booth} is assigned. Release it first.',
  'booths.not-assigned': 'Booth {booth} is not assigned to anyone.',
  'booths.not-selected': 'This establishment has not been selected, so it cannot be given a booth.',
  'booths.in-contract': 'A contract names this booth. Cancel the contract before changing it.',
  'contracts.not-selected': 'This establishment is no longer selected, so no contract can be issued.',
  'contracts.no-booth':
    'This establishment has no booth yet. A contract must name the booth: assign one first.',
  'contracts.already-issued': 'This establishment already has contract {number}.',
  'contracts.representative-missing':
    'The profile names no representative. Enter who will sign the contract.',
  'contracts.text-changed':
    'The text you saw is not the one waiting to be signed. Reload the page and read it again before signing.',
  'contracts.payment-voided': 'This payment has already been voided.',
  'contracts.nothing-to-pay': 'There is nothing to pay on this contract.',
  'selection.weights-not-100': 'The greatest points of the criteria must come to 100; they come to {sum}.',
  'selection.criteria-frozen':
    'A score sheet was filed under these criteria, so they can no longer be changed.',
  'selection.no-criteria': 'The fair has no criteria yet. Set them first.',
  'selection.gate-failed':
    '{count} conditions are not met. Ask for a correction, turn the application away, or have a manager decide otherwise with a reason.',
  'selection.not-a-reviewer': 'Somebody chosen is not a reviewer of this organizer.',
  'selection.has-conflict':
    'This person declared a conflict of interest and cannot be assigned to the application.',
  'selection.sheet-filed': 'This score sheet was filed and can no longer be changed or taken back.',
  'selection.already-decided':
    'The selection of this application was decided: score sheets are no longer taken.',
  'selection.nothing-to-decide': 'No application is waiting for a decision.',
  'selection.sheets-missing': '{count} applications have fewer than {least} filed score sheets.',
  'selection.decided-meanwhile': 'Another decision was just made. Reload the page to see it.',
  'selection.no-decision': 'There is no selection decision for this fair yet.',
  'deals.not-selected': 'Deals can only be logged for an application that was selected for the fair.',
} as const satisfies Record<ProblemCode, string>
