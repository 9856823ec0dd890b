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
  'password-changed.subject': 'Ihr Passwort wurde geändert',
  'password-changed.body':
    'Guten Tag {name},\n\ndas Passwort Ihres Kontos wurde soeben geändert. Waren Sie das nicht, setzen Sie bitte sofort ein neues:\n\n{link}',
  'second-factor-changed.subject': 'Ihre Zwei-Faktor-Anmeldung wurde geändert',
  'second-factor-changed.body':
    'Guten Tag {name},\n\ndie Zwei-Faktor-Anmeldung Ihres Kontos wurde soeben ein- oder ausgeschaltet. Waren Sie das nicht, ändern Sie bitte sofort Ihr Passwort:\n\n{link}',
  'invitation.subject': 'Einladung zu {place}',
  'invitation.body':
    'Guten Tag,\n\nSie sind eingeladen, auf Hoicho für {place} zu arbeiten. Mit dem Link unten nehmen Sie an; er gilt einmal und {days} Tage lang.\n\n{link}',
  'fair-invitation.subject': 'Einladung zur Teilnahme: {fair}',
  'fair-invitation.body':
    'An {establishment},\n\n{organizer} lädt Sie herzlich ein, an der Messe {fair} teilzunehmen: {days}, {place}.\n\nAnmeldungen werden bis {closesAt} angenommen. Der folgende Link gilt nur für Sie: Messe ansehen, anmelden oder absagen.\n\n{link}\n\nFragen beantwortet {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'application-receipt.subject': 'Anmeldung {number} eingegangen – {fair}',
  'application-receipt.body':
    'Guten Tag {name},\n\n{organizer} hat die Anmeldung {number} von {establishment} für {fair} erhalten ({submittedAt}).\n\nSie wird nun geprüft. Falls etwas fehlt, schreiben wir an diese Adresse. Den Stand sehen Sie hier:\n\n{link}',
  'application-correction.subject': 'Bitte ergänzen Sie die Anmeldung {number} – {fair}',
  'application-correction.body':
    'Guten Tag {name},\n\ndie Anmeldung {number} von {establishment} für {fair} muss ergänzt werden:\n\n{note}\n\n{due}\n\nBitte öffnen Sie sie, korrigieren Sie die markierten Angaben und reichen Sie sie erneut ein:\n\n{link}\n\n{organizer}',
  'application-correction.products': 'Produkte',
  'application-correction.due': 'Bitte reichen Sie sie bis Ende {date} erneut ein.',
  'application-correction.no-due':
    'Bitte reichen Sie sie bald erneut ein, damit sie berücksichtigt werden kann.',
  'badge.subject': 'Ihr Ausweis: {fair}',
  'badge.body':
    'Guten Tag {name},\n\ndies ist Ihr Ausweis ({kind}) für {fair}, {dates}, {venue}. Öffnen Sie ihn auf dem Telefon und zeigen Sie den QR-Code am Eingang; Sie können auch das angehängte Bild drucken.\n\n{link}\n\nAusweisnummer: {number}. Der Ausweis gilt nur für Sie; bitte nicht weitergeben.',
  'badge-revoked.subject': 'Ausweis gesperrt: {fair}',
  'badge-revoked.body':
    'Guten Tag {name},\n\nIhr Ausweis {number} für {fair} wurde gesperrt und gilt nicht mehr.\nGrund: {reason}\n\nFalls das ein Irrtum ist, wenden Sie sich bitte an den Veranstalter.',
  'application-refused.subject': 'Bewerbung {number} nicht angenommen – {fair}',
  'application-refused.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\n{organizer} hat die Bewerbung {number} für {fair} geprüft. Sie kann nicht zur Auswahl zugelassen werden:\n\n{reason}\n\nWenn Sie zu diesem Ergebnis Stellung nehmen möchten, schreiben Sie bitte an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-selected.subject': 'Sie sind ausgewählt – {fair}',
  'selection-selected.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\n{organizer} freut sich, Ihnen mitzuteilen: Ihre Bewerbung {number} wurde für {fair} ausgewählt.\n\nGrund: {reason}\n\nDie Entscheidung liegt bei. Als Nächstes folgen Stand und Vertrag; bitte verfolgen Sie beides hier:\n\n{link}\n\nBei Fragen wenden Sie sich an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-waiting.subject': 'Warteliste – {fair}',
  'selection-waiting.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\nIhre Bewerbung {number} erfüllt die Anforderungen und steht auf Platz {position} der Warteliste für {fair}.\n\nGrund: {reason}\n\nTritt jemand zurück, laden wir in dieser Reihenfolge ein. Die Entscheidung liegt bei; den Stand Ihrer Bewerbung sehen Sie hier:\n\n{link}\n\nBei Fragen wenden Sie sich an {organizer}: {contact}.\n\nMit freundlichen Grüßen\n{organizer}',
  'selection-rejected.subject': 'Ergebnis der Auswahl – {fair}',
  'selection-rejected.body':
    'Sehr geehrte Damen und Herren von {establishment},\n\nvielen Dank für Ihre Bewerbung zu {fair}. Leider wurde die Bewerbung {number} diesmal nicht ausgewählt.\n\nGrund: {reason}\n\nWenn Sie zu diesem Ergebnis Stellung nehmen möchten, schreiben Sie bitte an {organizer}: {contact}. Wir hoffen, Sie bei einer späteren Messe zu begrüßen.\n\nMit freundlichen Grüßen\n{organizer}',
  'contract-issued.subject': 'Vertrag {number} liegt zur Unterschrift bereit – {fair}',
  'contract-issued.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} mit {establishment} über Stand {booths} auf der Messe {fair} ausgestellt.\n\nBitte öffnen Sie den Link, lesen Sie den Vertrag und unterschreiben Sie:\n\n{link}\n\nDer Vertrag gilt, sobald {organizer} gegengezeichnet hat.',
  'contract-to-countersign.subject': 'Vertrag {number}: {establishment} hat unterschrieben',
  'contract-to-countersign.body':
    '{establishment} hat den Vertrag {number} über Stand {booths} auf der Messe {fair} unterschrieben. Bitte prüfen und gegenzeichnen:\n\n{link}',
  'contract-signed.subject': 'Vertrag {number} ist von beiden Seiten unterschrieben – {fair}',
  'contract-signed.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} über Stand {booths} auf der Messe {fair} gegengezeichnet. Das Papier mit beiden Unterschriften liegt bei und ist hier zu sehen:\n\n{link}',
  'contract-signed-desk.subject': 'Vertrag {number} ist von beiden Seiten unterschrieben',
  'contract-signed-desk.body':
    'Der Vertrag {number} mit {establishment} über Stand {booths} auf der Messe {fair} ist von beiden Seiten unterschrieben. Das Papier liegt bei.\n\n{link}',
  'contract-cancelled.subject': 'Vertrag {number} ist aufgehoben – {fair}',
  'contract-cancelled.body':
    'Guten Tag {name},\n\n{organizer} hat den Vertrag {number} mit {establishment} auf der Messe {fair} aufgehoben.\nGrund: {reason}\n\n{link}\n\nBei Fragen wenden Sie sich bitte an {organizer}.',
} as const satisfies Record<keyof typeof vi, string>
