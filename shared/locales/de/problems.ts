import type { ProblemCode } from '../../src/platform/all-problems.ts'

export default {
  'platform.invalid': 'Einige Angaben stimmen noch nicht. Bitte die markierten Felder ansehen.',
  'platform.malformed': 'Die Anfrage konnte nicht gelesen werden.',
  'platform.not-found': 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  'platform.changed-meanwhile':
    'Jemand hat dies gerade geändert. Bitte die Seite neu laden und dann weiterarbeiten.',
  'platform.wrong-state': 'Das ist im jetzigen Stand nicht möglich.',
  'platform.too-many-attempts': 'Zu viele Versuche. Bitte {seconds} Sekunden warten.',
  'platform.cross-site': 'Die Anfrage kam von einer anderen Seite und wurde abgewiesen.',
  'platform.busy': 'Das System ist ausgelastet. Bitte in einigen Minuten noch einmal versuchen.',
  'platform.too-large': 'Die gesendeten Daten sind zu groß.',
  'identity.not-signed-in': 'Bitte melden Sie sich an.',
  'identity.not-allowed': 'Ihre Rolle erlaubt das nicht.',
  'identity.second-factor-needed':
    'Bitte zuerst auf der Kontoseite die Bestätigung in zwei Schritten einschalten.',
  'identity.wrong-credentials': 'E-Mail-Adresse oder Passwort stimmen nicht.',
  'identity.wrong-code': 'Der Code stimmt nicht oder ist abgelaufen.',
  'identity.link-expired': 'Dieser Link wurde benutzt oder ist abgelaufen. Bitte einen neuen anfordern.',
  'identity.email-taken': 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte anmelden.',
  'identity.password-too-weak':
    'Das Passwort braucht mindestens 10 Zeichen und darf nicht leicht zu erraten sein.',
  'identity.last-manager': 'Das ist die letzte Leitung; die Rolle kann nicht entzogen werden.',
  'identity.last-owner':
    'Das ist die letzte verantwortliche Person des Betriebs; sie kann nicht entfernt werden.',
  'identity.already-member': 'Diese Person hat die Rolle schon.',
  'identity.invited-other-email': 'Diese Einladung ging an eine andere E-Mail-Adresse.',
  'identity.challenge-expired':
    'Dieser Schritt ist abgelaufen oder zu oft misslungen. Bitte melden Sie sich erneut an.',
  'identity.link-barred':
    'Dieses Konto nutzt die Zwei-Faktor-Anmeldung. Bitte melden Sie sich mit Passwort und Code an.',
  'identity.already-invited':
    'Diese Person ist bereits für diese Rolle eingeladen und hat noch nicht geantwortet. Sie können die Einladung erneut senden.',
  'identity.second-factor-on': 'Die Zwei-Faktor-Anmeldung ist bereits eingeschaltet.',
  'identity.second-factor-off': 'Die Zwei-Faktor-Anmeldung ist nicht eingeschaltet.',
  'identity.second-factor-required':
    '{organizer} verlangt von seinen Mitarbeitenden die Zwei-Faktor-Anmeldung; sie lässt sich nicht ausschalten.',
  'identity.organizer-slug-taken': 'Diese Adresse nutzt bereits ein anderer Veranstalter.',
  'mail.text-gone':
    'Diese Nachricht enthielt einen persönlichen Link; ihr Text wurde nach dem Versand gelöscht und kann nicht erneut gesendet werden.',
  'files.too-large': 'Die Datei ist zu groß. Höchstens {maximumMb} MB je Datei.',
  'files.type-not-allowed':
    'Diese Art Datei wird nicht angenommen. Bitte PDF, JPG, PNG, WebP, Word oder Excel.',
  'files.empty': 'Die Datei ist leer.',
  'establishments.tax-code-taken':
    'Diese Steuernummer ist schon erfasst. Bitte lassen Sie sich von der Person, die das Profil verwaltet, oder vom Veranstalter einladen.',
  'fairs.slug-taken': 'Diese Seitenadresse gehört schon zu einer anderen Messe.',
  'fairs.not-ready': 'Für die Veröffentlichung der Messe fehlen Angaben.',
  'recruitment.fair-not-published': 'Die Messe ist noch nicht veröffentlicht.',
  'recruitment.not-open-yet': 'Die Messe nimmt Anmeldungen ab {opensAt} an.',
  'recruitment.closed': 'Die Anmeldefrist der Messe endete am {closedAt}.',
  'recruitment.no-form':
    'Für diese Messe gibt es noch kein Anmeldeformular. Bitte fragen Sie den Veranstalter.',
  'recruitment.already-applied':
    'Dieser Betrieb hat bereits eine Anmeldung für die Messe. Bitte öffnen Sie diese.',
  'recruitment.link-unknown':
    'Dieser Einladungslink ist falsch oder wurde zurückgezogen. Bitte prüfen Sie das Schreiben oder fragen Sie den Veranstalter.',
  'recruitment.ask-the-owner':
    'Für diesen Betrieb handelt hier bereits jemand. Bitte lassen Sie sich von dieser Person einladen.',
  'recruitment.too-many-papers': 'Höchstens {maximum} Dateien je Unterlage.',
  'booths.already-assigned': 'Stand {booth} ist schon vergeben.',
  'badges.registration-closed': 'Für diese Messe ist die Besucheranmeldung zurzeit geschlossen.',
  'badges.not-selected': 'Nur zugelassene Betriebe können Ausweise für ihr Standpersonal ausstellen.',
  'badges.allotment-used':
    'Alle {allotment} Ausweise des Standes sind vergeben. Sperren Sie einen nicht benötigten, oder fragen Sie den Veranstalter.',
  'badges.nothing-to-print':
    'Es gibt keinen gültigen Ausweis zum Drucken. Bitte andere wählen oder zuerst Ausweise ausstellen.',
  'badges.no-address': 'Zu diesem Ausweis gibt es keine E-Mail-Adresse.',
  'badges.gate-name-taken': 'Ein Eingang mit diesem Namen besteht schon.',
  'badges.code-not-valid':
    'Der Code ist falsch, benutzt oder abgelaufen. Bitte beim Veranstalter einen neuen holen.',
  'booths.hall-name-taken': 'Diese Messe hat schon eine Halle mit diesem Namen.',
  'booths.number-taken': 'Es gibt schon einen Stand {booth}.',
  'booths.outside-hall': 'Stand {booth} liegt außerhalb der Halle.',
  'booths.overlap': 'Stand {booth} überdeckt Stand {other}.',
  'booths.still-assigned': 'Stand {booth} ist vergeben. Bitte zuerst freigeben.',
  'booths.not-assigned': 'Stand {booth} ist nicht vergeben.',
  'booths.not-selected': 'Dieser Betrieb ist nicht ausgewählt und kann keinen Stand bekommen.',
  'booths.in-contract': 'Ein Vertrag nennt diesen Stand. Bitte zuerst den Vertrag aufheben.',
  'contracts.not-selected':
    'Dieser Betrieb ist nicht mehr ausgewählt; ein Vertrag kann nicht ausgestellt werden.',
  'contracts.no-booth':
    'Dieser Betrieb hat noch keinen Stand. Der Vertrag muss den Stand nennen: Bitte zuerst einen zuweisen.',
  'contracts.already-issued': 'Dieser Betrieb hat schon den Vertrag {number}.',
  'contracts.representative-missing':
    'Im Profil fehlt der Vertreter. Bitte eintragen, wer den Vertrag unterschreibt.',
  'contracts.text-changed':
    'Der gelesene Text ist nicht der, der zur Unterschrift bereitliegt. Bitte die Seite neu laden und vor dem Unterschreiben noch einmal lesen.',
  'contracts.payment-voided': 'Diese Zahlung wurde bereits storniert.',
  'contracts.nothing-to-pay': 'Bei diesem Vertrag ist nichts zu zahlen.',
  'selection.weights-not-100': 'Die Höchstpunkte der Kriterien müssen 100 ergeben; zurzeit sind es {sum}.',
  'selection.criteria-frozen':
    'Nach diesen Kriterien wurde schon ein Bogen abgegeben; sie lassen sich nicht mehr ändern.',
  'selection.no-criteria': 'Für die Messe gibt es noch keine Kriterien. Bitte zuerst festlegen.',
  'selection.gate-failed':
    '{count} Bedingungen sind nicht erfüllt. Bitte Nachbesserung anfordern, ablehnen oder die Leitung mit Begründung anders entscheiden lassen.',
  'selection.not-a-reviewer': 'Mindestens eine gewählte Person gehört nicht zur Jury dieses Veranstalters.',
  'selection.has-conflict':
    'Diese Person hat einen Interessenkonflikt erklärt und kann nicht zugeteilt werden.',
  'selection.sheet-filed':
    'Dieser Bewertungsbogen ist abgegeben und lässt sich nicht mehr ändern oder zurücknehmen.',
  'selection.already-decided': 'Über diese Bewerbung ist entschieden: Bögen werden nicht mehr angenommen.',
  'selection.nothing-to-decide': 'Keine Bewerbung wartet auf eine Entscheidung.',
  'selection.sheets-missing': '{count} Bewerbungen haben weniger als {least} abgegebene Bögen.',
  'selection.decided-meanwhile': 'Soeben wurde anders entschieden. Bitte laden Sie die Seite neu.',
  'selection.no-decision': 'Für diese Messe gibt es noch keine Auswahlentscheidung.',
  'deals.not-selected':
    'Geschäfte können nur für eine Anmeldung erfasst werden, die für die Messe ausgewählt wurde.',
} as const satisfies Record<ProblemCode, string>
