import type { ProblemCode } from '../../src/platform/all-problems.ts'

export default {
  'platform.invalid': 'Some entries are not right yet. Please check the marked fields.',
  'platform.malformed': 'The data sent could not be read. Please reload the page and try again.',
  'platform.not-found': 'This does not exist, or you do not have access to it.',
  'platform.changed-meanwhile':
    'Somebody else has just changed this. Please reload the page to see the new version, then continue.',
  'platform.wrong-state':
    'This cannot be done in the present state. Please reload the page to see where it stands.',
  'platform.too-many-attempts': 'Too many attempts. Please wait {seconds} seconds and try again.',
  'platform.cross-site':
    'The request came from another site and was blocked. Please open this page again and retry.',
  'platform.busy': 'The system is busy. Please try again in a few minutes.',
  'platform.too-large': 'The data sent is too large. Please send less, or smaller files.',
  'identity.not-signed-in': 'Please sign in to continue.',
  'identity.not-allowed': 'Your role does not allow this. Please ask somebody whose role does.',
  'identity.second-factor-needed': 'Turn on two-step verification on the Account page first.',
  'identity.wrong-credentials': 'The e-mail address or the password is wrong.',
  'identity.wrong-code': 'The code is wrong or has expired.',
  'identity.link-expired': 'This link has already been used or has expired. Please ask for a new one.',
  'identity.email-taken': 'There is already an account with this e-mail address. Please sign in.',
  'identity.password-too-weak': 'The password needs at least 10 characters and must not be easy to guess.',
  'identity.last-manager':
    'This is the last manager, so the role cannot be ended. Please make somebody else a manager first.',
  'identity.last-owner':
    'This is the last owner of the establishment and cannot be removed. Please make somebody else an owner first.',
  'identity.already-member': 'This person already has that role.',
  'identity.invited-other-email':
    'This invitation was sent to another e-mail address. Please sign in with that address.',
  'identity.challenge-expired':
    'This verification step has expired or failed too often. Please sign in again.',
  'identity.link-barred':
    'This account uses two-step verification. Please sign in with your password and code.',
  'identity.already-invited':
    'This person has already been invited to that role and has not answered. You can send the invitation again.',
  'identity.second-factor-on': 'Two-step verification is already on.',
  'identity.second-factor-off': 'Two-step verification is not on.',
  'identity.second-factor-required':
    '{organizer} requires its staff to use two-step verification, so it cannot be turned off.',
  'identity.organizer-slug-taken': 'Another organizer already uses this address code. Please choose another.',
  'mail.text-gone':
    'This mail held a personal link, so its text was deleted after sending and it cannot be sent again.',
  'files.too-large': 'The file is too large. At most {maximumMb} MB each.',
  'files.type-not-allowed':
    'This kind of file is not accepted. Please use PDF, JPG, PNG, WebP, Word or Excel.',
  'files.empty': 'The file is empty. Please choose another.',
  'establishments.merged': 'This record was merged into another record of the same establishment.',
  'establishments.cannot-merge': 'These two records cannot be merged. Open the merge page again to see why.',
  'establishments.merge-too-late': 'A merge can be undone within {days} days only.',
  'establishments.merge-edited':
    'Something that was merged has been changed since, so the two cannot be restored exactly.',
  'establishments.export-too-many':
    'The list has {count} establishments and a file holds at most {maximum}. Filter by province or sector and download part by part.',
  'establishments.import-too-many':
    'The file has too many rows: one import takes at most {maximum} establishments. Split it into several files.',
  'establishments.import-broken':
    'This file cannot be read. Open it in Excel or LibreOffice, save it as .xlsx or .csv and try again.',
  'establishments.import-unpacks-too-large':
    'This file unpacks to more than {maximumMb} MB and is not taken. Keep only the sheet to be imported and save it again.',
  'establishments.import-old-xls':
    'This is an old .xls file. Open it in Excel or LibreOffice, save it as .xlsx and try again.',
  'establishments.import-locked':
    'This file has a password. Open it in Excel, remove the password (File → Info → Protect Workbook) and save it again.',
  'establishments.import-open-document':
    'This is an OpenDocument file (.ods). Open it in LibreOffice, save it as .xlsx and try again.',
  'establishments.import-too-wide':
    'The table has more than {maximum} columns. Remove those that are not used and save it again.',
  'establishments.import-running': 'This import is running. Wait, or press Stop.',
  'establishments.import-stopped': 'Stopped as you asked. The directory has not changed.',
  'establishments.import-source-gone': 'The file is no longer kept. Please choose it again.',
  'establishments.import-wrong-state': 'This import is no longer at that step. Reload the page.',
  'establishments.import-stale':
    'The directory has changed since the preview, so nothing was imported. Preview again, then import.',
  'establishments.import-edited':
    'Some of these establishments were edited or used since the import, so it cannot be undone. Nothing was changed.',
  'establishments.import-too-late': 'An import can be undone within {hours} hours only.',
  'establishments.tax-code-taken':
    'This tax code is already registered. Please ask the person who manages that profile, or the organizer of the fair, to invite you.',
  'fairs.slug-taken': 'Another fair already uses this page address. Please choose another.',
  'fairs.not-ready': 'The fair cannot be published yet. Please fill in what is missing.',
  'recruitment.fair-not-published': 'This fair has not been published, or has been cancelled.',
  'recruitment.not-open-yet': 'The fair accepts applications from {opensAt}.',
  'recruitment.closed':
    'Applications for the fair closed at {closedAt}. Please contact the organizer if necessary.',
  'recruitment.no-form': 'The fair has no application form yet. Please contact the organizer.',
  'recruitment.already-applied':
    'This establishment already has an application for the fair. Please open it to continue.',
  'recruitment.link-unknown':
    'This invitation link is wrong or has been withdrawn. Please check the letter or contact the organizer.',
  'recruitment.ask-the-owner':
    'Somebody already acts for this establishment here. Please ask them to invite you.',
  'recruitment.nobody-to-write-to':
    'There is nobody to write to: all have been invited, lack an e-mail address or asked not to get letters.',
  'recruitment.list-name-taken': 'There is a list of this name already. Please choose another.',
  'recruitment.letter-under-way': 'The letter before is still waiting to be sent.',
  'recruitment.no-address': 'This establishment has no e-mail address. Add one to its profile, or call.',
  'recruitment.opted-out': 'The establishment asked this organizer not to send invitations.',
  'recruitment.not-confirmed':
    'The establishment has not confirmed the application entered for it. Obtain its confirmation first.',
  'recruitment.confirm-not-by-desk':
    'Only the establishment may confirm. Staff of the organizer cannot use its link or code.',
  'recruitment.too-many-papers': 'At most {maximum} files for each kind of paper.',
  'booths.already-assigned':
    'Booth {booth} has been assigned to another establishment. Please choose another booth.',
  'badges.registration-closed': 'This fair is not accepting visitor registrations at present.',
  'badges.not-selected': 'Only establishments selected for the fair can issue badges to their booth staff.',
  'badges.allotment-used':
    'All {allotment} badges of the booth are in use. Revoke one that is not needed, or contact the organizer.',
  'badges.nothing-to-print': 'There is no badge in use to print. Choose others, or issue badges first.',
  'badges.no-address': 'This badge has no e-mail address, so no mail can be sent.',
  'badges.gate-name-taken': 'There is already a gate with this name. Please choose another name.',
  'badges.code-not-valid': 'The code is wrong, used or expired. Please ask the organizer for a new one.',
  'booths.hall-name-taken': 'This fair already has a hall with that name. Please choose another name.',
  'booths.number-taken': 'There is already a booth {booth}. Please choose another number.',
  'booths.outside-hall':
    'Booth {booth} lies outside the hall. Please move it or change the size of the hall.',
  'booths.overlap': 'Booth {booth} overlaps booth {other}. Please move it.',
  'booths.bad-outline':
    'The outline of booth {booth} crosses itself or encloses no floor. Please draw it again.',
  'booths.outside-stand': 'Booth {booth} must lie inside the shared stand {other}.',
  'booths.has-parts': 'The shared stand {booth} still has parts. Please remove the parts first.',
  'booths.no-such-stand': 'Booth {booth} belongs to a shared stand that is no longer on the plan.',
  'booths.shared-by-parts':
    'Booth {booth} is a common area or is divided into parts. Please place establishments in its parts.',
  'booths.drawing-broken':
    'The drawing is damaged or incomplete. Open it in a drawing program, save it as DXF (ASCII) or SVG, and upload it again.',
  'booths.drawing-too-large':
    'The drawing is too large or holds too many lines. Remove layers that are not needed (furniture, dimensions) and save it again.',
  'booths.drawing-unknown':
    'This is neither a DXF nor an SVG file. Please save the drawing as one of the two.',
  'booths.drawing-binary': 'DWG and binary DXF files cannot be read. Please save the drawing as ASCII DXF.',
  'booths.drawing-empty':
    'No booth was found: each booth must be a closed outline with its number inside. Please check the unit and scale of the drawing.',
  'booths.still-assigned': 'Booth {booth} is assigned. Release it first.',
  'booths.not-assigned': 'Booth {booth} is not assigned to any establishment.',
  'booths.not-selected': 'This establishment has not been selected, so it cannot be given a booth.',
  'booths.in-contract': 'A contract names this booth. Cancel the contract before changing it.',
  'contracts.not-selected': 'This establishment is no longer selected, so no contract can be issued.',
  'contracts.no-booth':
    'This establishment has no booth yet. A contract must name the booth: assign one first.',
  'contracts.already-issued': 'This establishment already has contract {number}.',
  'contracts.representative-missing':
    'The profile names no representative. Please enter who will sign the contract.',
  'contracts.text-changed':
    'The contract you saw is not the one waiting to be signed. Please reload the page and read it again before signing.',
  'contracts.payment-voided': 'This payment has already been voided.',
  'contracts.nothing-to-pay': 'There is nothing to pay on this contract.',
  'selection.weights-not-100':
    'The maximum points of the criteria must add up to 100; they now add up to {sum}.',
  'selection.criteria-frozen':
    'A score sheet has been filed under these criteria, so they can no longer be changed.',
  'selection.no-criteria': 'The fair has no criteria yet. Please set them first.',
  'selection.gate-failed':
    '{count} conditions are not met. Ask for a correction, refuse the application, or have a manager override the result and give a reason.',
  'selection.four-eyes':
    'Who checked the dossier may not overrule the check alone, and who overruled it may not accept the dossier alone. Ask somebody else.',
  'selection.no-fee': 'This fair asks no fee before appraisal.',
  'selection.fee-voided': 'This payment is void already.',
  'selection.already-barred': 'This establishment is on the list already.',
  'selection.not-a-reviewer': 'At least one person chosen is not a reviewer of this organizer.',
  'selection.has-conflict':
    'This person has declared a conflict of interest and cannot be assigned to the application.',
  'selection.sheet-filed': 'This score sheet has been filed and can no longer be changed or withdrawn.',
  'selection.sheet-not-filed': 'This sheet was not filed, so there is nothing to reopen.',
  'selection.no-council': 'No council has been set up for the fair.',
  'selection.no-chair': 'The council has no chair.',
  'selection.no-secretary': 'The council has no secretary.',
  'selection.even-council': 'The number of voting members must be odd; it is {voting}.',
  'selection.not-the-chair': 'Only the chair of the council may do this.',
  'selection.council-seated':
    'The council has begun its work. To change members, replace them and write why.',
  'selection.already-seated': 'This person is already on the council.',
  'selection.round-not-open': 'The chair has not opened the round, so no sheets are taken yet.',
  'selection.round-closed': 'The chair has closed the round, so no more sheets are taken.',
  'selection.sheets-sealed': 'The round is not closed. To see sheets before that, the chair must write why.',
  'selection.no-such-interest': 'There is no match left between this member and this application to settle.',
  'selection.already-decided':
    'The selection of this application has been decided: score sheets are no longer accepted.',
  'selection.nothing-to-decide': 'No application is waiting for a decision.',
  'selection.sheets-missing': '{count} applications have fewer than {least} filed score sheets.',
  'selection.decided-meanwhile': 'Another decision has just been made. Please reload the page to see it.',
  'selection.no-minutes':
    'No signed minutes of the council stand behind this decision yet. Please record and sign them under Meeting.',
  'selection.minutes-outdated':
    'Scores, rules or applications changed after the meeting, so the minutes no longer fit. Please meet again.',
  'selection.meeting-open': 'There are minutes that are not signed yet. Please sign those first.',
  'selection.answer-overdue': 'The deadline to confirm has passed. Please contact the organizer.',
  'selection.nobody-to-offer': 'No place is free, or nobody waiting can have it within the quotas.',
  'selection.not-announced':
    'This outcome has not been announced to the establishment. Please send the letter first.',
  'selection.complaint-overdue': 'The time for complaints is over ({date}).',
  'selection.complaint-filed': 'There is already a complaint about this outcome.',
  'selection.scenario-name-taken': 'There is already a version of this name. Please choose another.',
  'contracts.not-confirmed': 'The establishment has not confirmed its place, so no contract can be made yet.',
  'selection.no-decision': 'There is no selection decision for this fair yet.',
  'selection.quotas-tangled':
    'The quotas cross each other too much to compute with certainty who gets a place. Please lower floors or drop groups.',
  'deals.not-selected': 'Deals can only be logged for an establishment selected for the fair.',
} as const satisfies Record<ProblemCode, string>
