import type vi from '../vi/mails.ts'

export default {
  signature: 'Diese E-Mail wurde automatisch von Hoicho gesendet.\n{site}',
  'sign-in-link.subject': 'Ihr Anmeldelink für Hoicho',
  'sign-in-link.body':
    'Guten Tag,\n\nmit dem folgenden Link melden Sie sich an. Er gilt einmal und 15 Minuten lang.\n\n{link}\n\nWenn Sie ihn nicht angefordert haben, ignorieren Sie bitte diese E-Mail.',
  'reset-password.subject': 'Neues Passwort für Hoicho',
  'reset-password.body':
    'Guten Tag {name},\n\nmit dem folgenden Link setzen Sie ein neues Passwort. Er gilt einmal und eine Stunde lang.\n\n{link}\n\nWenn Sie ihn nicht angefordert haben, ignorieren Sie bitte diese E-Mail; das alte Passwort bleibt gültig.',
  'verify-email.subject': 'E-Mail-Adresse bestätigen',
  'verify-email.body':
    'Guten Tag {name},\n\nbitte bestätigen Sie mit dem folgenden Link, dass diese Adresse Ihnen gehört.\n\n{link}',
  'sign-in-link-barred.subject': 'Bitte mit Passwort und Code anmelden',
  'sign-in-link-barred.body':
    'Guten Tag {name},\n\nIhr Konto nutzt die Zwei-Faktor-Anmeldung; ein Link allein genügt daher nicht. Bitte melden Sie sich mit Passwort und Code an.\n\n{link}',
  'password-changed.subject': 'Ihr Passwort wurde geändert',
  'password-changed.body':
    'Guten Tag {name},\n\ndas Passwort Ihres Kontos wurde soeben geändert. Waren Sie das nicht, setzen Sie bitte sofort ein neues:\n\n{link}',
  'second-factor-changed.subject': 'Zwei-Faktor-Anmeldung ein- oder ausgeschaltet',
  'second-factor-changed.body':
    'Guten Tag {name},\n\ndie Zwei-Faktor-Anmeldung Ihres Kontos wurde soeben ein- oder ausgeschaltet. Waren Sie das nicht, ändern Sie bitte sofort Ihr Passwort:\n\n{link}',
  'invitation.subject': 'Einladung zur Mitarbeit für {place} auf Hoicho',
  'invitation.body':
    'Guten Tag,\n\nSie sind eingeladen, auf Hoicho für {place} zu arbeiten. Mit dem folgenden Link nehmen Sie an; er gilt einmal und {days} Tage lang.\n\n{link}\n\nWenn Sie damit nichts anfangen können, ignorieren Sie bitte diese E-Mail.',
  'fair-invitation.subject': 'Einladung als Aussteller: {fair}',
  'fair-invitation.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\n{organizer} lädt Sie herzlich ein, an der Messe {fair} als Aussteller teilzunehmen: {days}, {place}.\n\nAnmeldeschluss: {closesAt}. Der folgende Link gilt nur für Sie: zum Ansehen der Messe, zur Anmeldung oder zur Absage.\n\n{link}\n\nFragen beantwortet {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'campaign-letter.subject': '{subject}',
  'campaign-letter.body':
    '{text}\n\n{link}\n\nDas offizielle Schreiben liegt bei. Der Link oben gilt nur für Ihren Betrieb.\n\nWenn Sie von {organizer} keine Einladungen zu Messen mehr erhalten möchten: {stop}',
  'fair-reminder.subject': 'Anmeldung endet bald: {fair}',
  'fair-reminder.body':
    'Guten Tag {establishment},\n\n{organizer} hat Sie eingeladen, an {fair} teilzunehmen, {days}, {place}. Anmeldeschluss: {closesAt}.\n\nBitte melden Sie sich an oder teilen Sie uns mit, dass Sie nicht kommen können:\n\n{link}\n\nFragen? Bitte wenden Sie sich an {organizer}: {contact}.\n\nKeine Einladungen mehr: {stop}',
  'fair-reminder-draft.subject': 'Anmeldung noch nicht abgeschickt: {fair}',
  'fair-reminder-draft.body':
    'Guten Tag {establishment},\n\nSie haben eine Anmeldung zu {fair} begonnen und noch nicht abgeschickt. Anmeldeschluss: {closesAt}. Ihre Eingaben sind gespeichert; hier geht es weiter:\n\n{link}\n\nFragen? Bitte wenden Sie sich an {organizer}: {contact}.\n\nKeine Einladungen mehr: {stop}',
  'application-receipt.subject': 'Anmeldung {number} eingegangen – {fair}',
  'application-receipt.body':
    'Guten Tag {name},\n\n{organizer} hat die Anmeldung {number} von {establishment} für {fair} erhalten ({submittedAt}).\n\nSie wird nun geprüft. Falls etwas fehlt, schreiben wir Ihnen eine E-Mail. Den Stand der Anmeldung sehen Sie hier:\n\n{link}\n\nMit freundlichen Grüßen\n{organizer}',
  'application-confirmation.subject': 'Bitte bestätigen Sie die Anmeldung {number} – {fair}',
  'application-confirmation.body':
    'Guten Tag {name},\n\n{organizer} hat die Anmeldung {number} von {establishment} für {fair} für Sie erfasst ({submittedAt}). Sie wird erst geprüft, wenn Sie sie bestätigt haben.\n\nBitte lesen und bestätigen Sie sie hier:\n\n{link}\n\nFalls etwas nicht stimmt, bestätigen Sie bitte nicht, sondern wenden Sie sich an den Veranstalter.\n\nMit freundlichen Grüßen\n{organizer}',
  'application-correction.subject': 'Bitte ergänzen Sie die Anmeldung {number} – {fair}',
  'application-correction.body':
    'Guten Tag {name},\n\ndie Anmeldung {number} von {establishment} für {fair} muss ergänzt werden:\n\n{note}\n\n{due}\n\nBitte öffnen Sie die Anmeldung, korrigieren Sie die markierten Angaben und reichen Sie sie erneut ein:\n\n{link}\n\nMit freundlichen Grüßen\n{organizer}',
  'application-correction.products': 'Produkte',
  'application-correction.due': 'Bitte reichen Sie sie bis Ende {date} erneut ein.',
  'application-correction.no-due':
    'Bitte reichen Sie sie bald erneut ein, damit sie berücksichtigt werden kann.',
  'badge.subject': 'Ihr Messeausweis: {fair}',
  'badge.body':
    'Guten Tag {name},\n\ndies ist Ihr Messeausweis ({kind}) für {fair}, {dates}, {venue}. Öffnen Sie ihn auf dem Telefon und zeigen Sie den QR-Code am Eingang; Sie können auch das angehängte Bild drucken.\n\n{link}\n\nAusweisnummer: {number}. Der Ausweis gilt nur für Sie; bitte geben Sie ihn nicht weiter.',
  'badge-revoked.subject': 'Messeausweis gesperrt: {fair}',
  'badge-revoked.body':
    'Guten Tag {name},\n\nIhr Messeausweis {number} für {fair} wurde gesperrt und gilt nicht mehr.\nGrund: {reason}\n\nFalls das ein Irrtum ist, wenden Sie sich bitte an den Veranstalter.',
  'application-refused.subject': 'Anmeldung {number} nicht angenommen – {fair}',
  'application-refused.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\n{organizer} hat die Anmeldung {number} für {fair} geprüft. Sie kann nicht zur Auswahl zugelassen werden. Grund:\n\n{reason}\n\nWenn Sie zu diesem Ergebnis Stellung nehmen möchten, wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-selected.subject': 'Anmeldung {number} ausgewählt – {fair}',
  'selection-selected.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\nwir freuen uns, Ihnen mitzuteilen: Ihre Anmeldung {number} wurde für {fair} ausgewählt.\n\nGrund: {reason}{extra}\n\nDie Entscheidung ist angehängt. Als Nächstes folgen Stand und Vertrag; bitte verfolgen Sie beides hier:\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-waiting.subject': 'Anmeldung {number} auf der Warteliste – {fair}',
  'selection-waiting.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\nIhre Anmeldung {number} erfüllt die Anforderungen und steht auf Platz {position} der Warteliste für {fair}.\n\nGrund: {reason}{extra}\n\nZieht ein Betrieb zurück, laden wir die Betriebe der Warteliste in dieser Reihenfolge ein. Die Entscheidung ist angehängt; den Stand Ihrer Anmeldung sehen Sie hier:\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-rejected.subject': 'Ergebnis der Auswahl zur Anmeldung {number} – {fair}',
  'selection-rejected.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\nvielen Dank für Ihre Anmeldung zu {fair}. Leider wurde die Anmeldung {number} diesmal nicht ausgewählt.\n\nGrund: {reason}{extra}\n\nWenn Sie zu diesem Ergebnis Stellung nehmen möchten, wenden Sie sich bitte an {organizer}: {contact}. Wir würden uns freuen, Sie auf einer späteren Messe zu begrüßen.\n\nMit freundlichen Grüßen\n{organizer}',
  'scoring-reminder.subject': 'Ausstehende Bewertungsbögen – {fair}',
  'scoring-reminder.body':
    'Guten Tag {name},\n\nbei der Bewertung der Anmeldungen zu {fair} stehen noch {count} Ihrer Bögen aus. {due}\n\nSie finden sie hier:\n\n{link}\n\nVielen Dank\n{organizer}',
  'scoring-reminder.due': 'Sie sind bis zum {date} einzureichen.',
  'contract-issued.subject': 'Vertrag {number} liegt zur Unterschrift bereit – {fair}',
  'contract-issued.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} mit {establishment} über Stand {booths} auf der Messe {fair} ausgestellt.\n\nBitte öffnen Sie den folgenden Link, lesen Sie den Vertrag und unterschreiben Sie ihn:\n\n{link}\n\nDer Vertrag tritt in Kraft, sobald {organizer} unterschrieben hat.\n\nMit freundlichen Grüßen\n{organizer}',
  'contract-to-countersign.subject':
    'Vertrag {number}: {establishment} hat unterschrieben, bitte gegenzeichnen',
  'contract-to-countersign.body':
    '{establishment} hat den Vertrag {number} über Stand {booths} auf der Messe {fair} unterschrieben. Bitte prüfen Sie ihn und zeichnen Sie ihn gegen:\n\n{link}',
  'contract-signed.subject': 'Vertrag {number} ist von beiden Seiten unterschrieben – {fair}',
  'contract-signed.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} über Stand {booths} auf der Messe {fair} unterschrieben. Der Vertrag ist in Kraft. Das Exemplar mit beiden Unterschriften ist angehängt und jederzeit hier zu sehen:\n\n{link}\n\nMit freundlichen Grüßen\n{organizer}',
  'contract-signed-desk.subject': 'Vertrag {number} mit {establishment} von beiden Seiten unterschrieben',
  'contract-signed-desk.body':
    'Der Vertrag {number} mit {establishment} über Stand {booths} auf der Messe {fair} ist von beiden Seiten unterschrieben. Das Exemplar mit beiden Unterschriften ist angehängt.\n\n{link}',
  'contract-cancelled.subject': 'Vertrag {number} ist aufgehoben – {fair}',
  'contract-cancelled.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} mit {establishment} auf der Messe {fair} aufgehoben.\nGrund: {reason}\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-offer.subject': 'Ein Platz für Sie auf der Messe {fair}',
  'selection-offer.body':
    'Guten Tag {establishment},\n\nauf der Messe {fair} ist ein Platz frei geworden. Nach der Reihenfolge der Warteliste bietet {organizer} ihn Ihnen an (Anmeldung {number}).\n\nBitte antworten Sie bis Ende des {day} unter der folgenden Adresse. Danach geht der Platz an den nächsten Betrieb.\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-reminder.subject': 'Bitte bestätigen Sie bis {day} Ihre Teilnahme an {fair}',
  'selection-reminder.body':
    'Guten Tag {establishment},\n\nIhre Anmeldung {number} wurde für {fair} ausgewählt, aber noch nicht bestätigt. Bitte antworten Sie bis Ende des {day} unter der folgenden Adresse:\n\n{link}\n\nDanach geht der Platz an den nächsten Betrieb der Warteliste. Bei Fragen wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-complaint-answer.subject': 'Antwort auf Ihre Beschwerde zur Anmeldung {number} – {fair}',
  'selection-complaint-answer.body':
    'Guten Tag {establishment},\n\n{organizer} hat Ihre Beschwerde über das Ergebnis der Anmeldung {number} geprüft.\n\n{result}\n\nBegründung: {reasons}\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
} as const satisfies Record<keyof typeof vi, string>
