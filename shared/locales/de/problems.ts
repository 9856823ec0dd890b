import type { ProblemCode } from '../../src/platform/all-problems.ts'

export default {
  'platform.invalid': 'Einige Angaben stimmen noch nicht. Bitte prüfen Sie die markierten Felder.',
  'platform.malformed':
    'Die gesendeten Daten konnten nicht gelesen werden. Bitte laden Sie die Seite neu und versuchen Sie es erneut.',
  'platform.not-found': 'Das gibt es nicht, oder Sie haben keinen Zugriff darauf.',
  'platform.changed-meanwhile':
    'Jemand anderes hat dies gerade geändert. Bitte laden Sie die Seite neu und arbeiten Sie dann weiter.',
  'platform.wrong-state':
    'Das ist im jetzigen Stand nicht möglich. Bitte laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  'platform.too-many-attempts':
    'Zu viele Versuche. Bitte warten Sie {seconds} Sekunden und versuchen Sie es erneut.',
  'platform.cross-site':
    'Die Anfrage kam von einer anderen Seite und wurde abgewiesen. Bitte öffnen Sie diese Seite erneut.',
  'platform.busy': 'Das System ist ausgelastet. Bitte versuchen Sie es in einigen Minuten erneut.',
  'platform.too-large': 'Die gesendeten Daten sind zu groß. Bitte senden Sie weniger oder kleinere Dateien.',
  'identity.not-signed-in': 'Bitte melden Sie sich an, um fortzufahren.',
  'identity.not-allowed': 'Ihre Rolle erlaubt das nicht. Bitte wenden Sie sich an eine berechtigte Person.',
  'identity.second-factor-needed':
    'Bitte schalten Sie zuerst auf der Kontoseite die Zwei-Faktor-Anmeldung ein.',
  'identity.wrong-credentials': 'E-Mail-Adresse oder Passwort ist falsch.',
  'identity.wrong-code': 'Der Code ist falsch oder abgelaufen.',
  'identity.link-expired':
    'Dieser Link wurde bereits benutzt oder ist abgelaufen. Bitte fordern Sie einen neuen an.',
  'identity.email-taken': 'Zu dieser E-Mail-Adresse gibt es bereits ein Konto. Bitte melden Sie sich an.',
  'identity.password-too-weak':
    'Das Passwort braucht mindestens 10 Zeichen und darf nicht leicht zu erraten sein.',
  'identity.last-manager':
    'Das ist die letzte Person mit der Rolle Leitung; sie kann nicht entzogen werden. Bitte übertragen Sie die Rolle zuerst jemand anderem.',
  'identity.last-owner':
    'Das ist die letzte verantwortliche Person des Betriebs; sie kann nicht entfernt werden. Bitte bestimmen Sie zuerst eine andere.',
  'identity.already-member': 'Diese Person hat diese Rolle bereits.',
  'identity.invited-other-email':
    'Diese Einladung ging an eine andere E-Mail-Adresse. Bitte melden Sie sich mit dieser Adresse an.',
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
  'identity.organizer-slug-taken':
    'Diese Adresse nutzt bereits ein anderer Veranstalter. Bitte wählen Sie eine andere.',
  'mail.text-gone':
    'Diese E-Mail enthielt einen persönlichen Link; ihr Text wurde nach dem Versand gelöscht und kann nicht erneut gesendet werden.',
  'files.too-large': 'Die Datei ist zu groß. Höchstens {maximumMb} MB je Datei.',
  'files.type-not-allowed':
    'Dieses Dateiformat wird nicht angenommen. Bitte verwenden Sie PDF, JPG, PNG, WebP, Word oder Excel.',
  'files.empty': 'Die Datei ist leer. Bitte wählen Sie eine andere.',
  'establishments.merged':
    'Dieser Eintrag wurde mit einem anderen Eintrag desselben Betriebs zusammengeführt.',
  'establishments.cannot-merge':
    'Diese beiden Einträge lassen sich nicht zusammenführen. Die Seite nennt die Gründe.',
  'establishments.merge-too-late': 'Eine Zusammenführung lässt sich nur {days} Tage lang zurücknehmen.',
  'establishments.merge-edited':
    'Zusammengeführte Angaben wurden inzwischen geändert; genau wie vorher lassen sie sich nicht mehr trennen.',
  'establishments.export-too-many':
    'Die Liste hat {count} Betriebe, eine Datei fasst höchstens {maximum}. Bitte nach Provinz oder Branche filtern und in Teilen herunterladen.',
  'establishments.import-too-many':
    'Die Datei hat zu viele Zeilen: Ein Import nimmt höchstens {maximum} Betriebe. Bitte in mehrere Dateien teilen.',
  'establishments.import-broken':
    'Diese Datei lässt sich nicht lesen. Bitte in Excel oder LibreOffice öffnen, als .xlsx oder .csv speichern und erneut versuchen.',
  'establishments.import-unpacks-too-large':
    'Diese Datei ergibt entpackt mehr als {maximumMb} MB und wird nicht angenommen. Bitte nur das nötige Blatt behalten und neu speichern.',
  'establishments.import-old-xls':
    'Das ist eine alte .xls-Datei. Bitte in Excel oder LibreOffice öffnen, als .xlsx speichern und erneut versuchen.',
  'establishments.import-locked':
    'Diese Datei ist mit einem Kennwort geschützt. Bitte in Excel öffnen, das Kennwort entfernen (Datei → Informationen → Arbeitsmappe schützen) und neu speichern.',
  'establishments.import-open-document':
    'Dies ist eine OpenDocument-Datei (.ods). Bitte in LibreOffice öffnen, als .xlsx speichern und erneut versuchen.',
  'establishments.import-too-wide':
    'Die Tabelle hat mehr als {maximum} Spalten. Bitte nicht benötigte Spalten entfernen und neu speichern.',
  'establishments.import-running': 'Dieser Import läuft. Bitte warten oder anhalten.',
  'establishments.import-stopped': 'Auf Wunsch angehalten. Das Verzeichnis ist unverändert.',
  'establishments.import-source-gone': 'Die Datei ist nicht mehr gespeichert. Bitte erneut auswählen.',
  'establishments.import-wrong-state':
    'Dieser Import ist nicht mehr bei diesem Schritt. Bitte die Seite neu laden.',
  'establishments.import-stale':
    'Das Verzeichnis hat sich seit der Vorschau geändert, daher wurde nichts übernommen. Bitte erneut prüfen und dann übernehmen.',
  'establishments.import-edited':
    'Einige dieser Betriebe wurden seit dem Import geändert oder verwendet, daher lässt er sich nicht zurücknehmen. Es wurde nichts geändert.',
  'establishments.import-too-late': 'Ein Import lässt sich nur innerhalb von {hours} Stunden zurücknehmen.',
  'establishments.tax-code-taken':
    'Diese Steuernummer ist bereits eingetragen. Bitte lassen Sie sich von der Person, die das Profil verwaltet, oder vom Veranstalter der Messe einladen.',
  'fairs.slug-taken':
    'Diese Seitenadresse gehört bereits zu einer anderen Messe. Bitte wählen Sie eine andere.',
  'fairs.not-ready':
    'Die Messe kann noch nicht veröffentlicht werden. Bitte ergänzen Sie die fehlenden Angaben.',
  'recruitment.fair-not-published': 'Diese Messe ist nicht veröffentlicht oder wurde abgesagt.',
  'recruitment.not-open-yet': 'Die Messe nimmt Anmeldungen ab {opensAt} an.',
  'recruitment.closed':
    'Die Anmeldefrist der Messe endete am {closedAt}. Bitte wenden Sie sich bei Bedarf an den Veranstalter.',
  'recruitment.no-form':
    'Für diese Messe gibt es noch kein Anmeldeformular. Bitte wenden Sie sich an den Veranstalter.',
  'recruitment.already-applied':
    'Dieser Betrieb hat bereits eine Anmeldung für die Messe. Bitte öffnen Sie diese, um fortzufahren.',
  'recruitment.link-unknown':
    'Dieser Einladungslink ist falsch oder wurde zurückgezogen. Bitte prüfen Sie das Einladungsschreiben oder wenden Sie sich an den Veranstalter.',
  'recruitment.ask-the-owner':
    'Für diesen Betrieb handelt hier bereits jemand. Bitte lassen Sie sich von dieser Person einladen.',
  'recruitment.nobody-to-write-to':
    'Es gibt niemanden anzuschreiben: alle sind eingeladen, ohne E-Mail-Adresse oder wünschen keine Briefe.',
  'recruitment.list-name-taken': 'Eine Liste dieses Namens gibt es schon. Bitte wählen Sie einen anderen.',
  'recruitment.letter-under-way': 'Der vorige Brief wartet noch auf den Versand.',
  'recruitment.no-address': 'Dieser Betrieb hat keine E-Mail-Adresse. Bitte im Profil ergänzen oder anrufen.',
  'recruitment.opted-out': 'Der Betrieb wünscht von diesem Veranstalter keine Einladungen mehr.',
  'recruitment.not-confirmed':
    'Der Betrieb hat die für ihn erfasste Anmeldung noch nicht bestätigt. Bitte holen Sie zuerst seine Bestätigung ein.',
  'recruitment.confirm-not-by-desk':
    'Bestätigen kann nur der Betrieb. Beschäftigte des Veranstalters dürfen seinen Link oder Code nicht benutzen.',
  'recruitment.too-many-papers': 'Höchstens {maximum} Dateien je Unterlage.',
  'booths.already-assigned':
    'Stand {booth} ist bereits einem anderen Betrieb zugeteilt. Bitte wählen Sie einen anderen Stand.',
  'badges.registration-closed': 'Für diese Messe ist die Besucheranmeldung zurzeit geschlossen.',
  'badges.not-selected': 'Nur ausgewählte Betriebe können Ausweise für ihr Standpersonal ausstellen.',
  'badges.allotment-used':
    'Alle {allotment} Ausweise des Standes sind vergeben. Sperren Sie einen nicht benötigten oder wenden Sie sich an den Veranstalter.',
  'badges.nothing-to-print':
    'Es gibt keinen gültigen Ausweis zum Drucken. Bitte wählen Sie andere oder stellen Sie zuerst Ausweise aus.',
  'badges.no-address':
    'Zu diesem Ausweis gibt es keine E-Mail-Adresse; es kann keine E-Mail gesendet werden.',
  'badges.gate-name-taken':
    'Es gibt bereits einen Eingang mit diesem Namen. Bitte wählen Sie einen anderen Namen.',
  'badges.code-not-valid':
    'Der Code ist falsch, benutzt oder abgelaufen. Bitte lassen Sie sich vom Veranstalter einen neuen geben.',
  'booths.hall-name-taken':
    'Diese Messe hat bereits eine Halle mit diesem Namen. Bitte wählen Sie einen anderen Namen.',
  'booths.number-taken': 'Es gibt bereits einen Stand {booth}. Bitte wählen Sie eine andere Nummer.',
  'booths.outside-hall':
    'Stand {booth} liegt außerhalb der Halle. Bitte verschieben Sie ihn oder ändern Sie die Hallengröße.',
  'booths.overlap': 'Stand {booth} überschneidet sich mit Stand {other}. Bitte verschieben Sie ihn.',
  'booths.bad-outline':
    'Der Umriss von Stand {booth} schneidet sich selbst oder umschließt keine Fläche. Bitte neu zeichnen.',
  'booths.outside-stand': 'Stand {booth} muss innerhalb des Gemeinschaftsstands {other} liegen.',
  'booths.has-parts':
    'Der Gemeinschaftsstand {booth} hat noch Teilstände. Bitte zuerst die Teilstände entfernen.',
  'booths.no-such-stand':
    'Stand {booth} gehört zu einem Gemeinschaftsstand, der nicht mehr auf dem Plan ist.',
  'booths.shared-by-parts':
    'Stand {booth} ist Gemeinschaftsfläche oder in Teilstände aufgeteilt. Bitte die Teilstände vergeben.',
  'booths.drawing-broken':
    'Die Zeichnung ist beschädigt oder unvollständig. Bitte in einem Zeichenprogramm als DXF (ASCII) oder SVG speichern und erneut hochladen.',
  'booths.drawing-too-large':
    'Die Zeichnung ist zu groß oder enthält zu viele Linien. Bitte nicht benötigte Ebenen entfernen und erneut speichern.',
  'booths.drawing-unknown':
    'Dies ist weder eine DXF- noch eine SVG-Datei. Bitte die Zeichnung in einem der beiden Formate speichern.',
  'booths.drawing-binary':
    'DWG- und binäre DXF-Dateien können nicht gelesen werden. Bitte als ASCII-DXF speichern.',
  'booths.drawing-empty':
    'Kein Stand gefunden: Jeder Stand muss ein geschlossener Umriss mit seiner Nummer darin sein. Bitte Einheit und Maßstab prüfen.',
  'booths.still-assigned': 'Stand {booth} ist zugeteilt. Bitte geben Sie ihn zuerst frei.',
  'booths.not-assigned': 'Stand {booth} ist keinem Betrieb zugeteilt.',
  'booths.not-selected': 'Dieser Betrieb ist nicht ausgewählt und kann keinen Stand erhalten.',
  'booths.in-contract': 'Der Stand steht in einem Vertrag. Bitte heben Sie zuerst den Vertrag auf.',
  'contracts.not-selected':
    'Dieser Betrieb ist nicht mehr ausgewählt; ein Vertrag kann nicht ausgestellt werden.',
  'contracts.no-booth':
    'Dieser Betrieb hat noch keinen Stand. Der Vertrag muss den Stand nennen: bitte teilen Sie zuerst einen zu.',
  'contracts.already-issued': 'Dieser Betrieb hat bereits den Vertrag {number}.',
  'contracts.representative-missing':
    'Im Profil fehlt die vertretungsberechtigte Person. Bitte tragen Sie ein, wer den Vertrag unterschreibt.',
  'contracts.text-changed':
    'Der Vertrag, den Sie gesehen haben, ist nicht der zur Unterschrift bereite. Bitte laden Sie die Seite neu und lesen Sie ihn vor dem Unterschreiben noch einmal.',
  'contracts.payment-voided': 'Diese Zahlung wurde bereits storniert.',
  'contracts.nothing-to-pay': 'Bei diesem Vertrag ist nichts zu zahlen.',
  'selection.weights-not-100':
    'Die Höchstpunkte der Kriterien müssen zusammen 100 ergeben; zurzeit sind es {sum}.',
  'selection.criteria-frozen':
    'Nach diesen Kriterien wurde bereits ein Bewertungsbogen abgegeben; sie lassen sich nicht mehr ändern.',
  'selection.no-criteria': 'Für die Messe gibt es noch keine Kriterien. Bitte legen Sie diese zuerst fest.',
  'selection.gate-failed':
    '{count} Bedingungen sind nicht erfüllt. Bitte fordern Sie eine Ergänzung an, lehnen Sie ab oder lassen Sie die Leitung mit Begründung anders entscheiden.',
  'selection.four-eyes':
    'Wer die Unterlagen geprüft hat, darf nicht allein anders entscheiden, und wer anders entschieden hat, darf sie nicht allein annehmen. Bitte eine zweite Person hinzuziehen.',
  'selection.no-fee': 'Diese Messe erhebt keine Gebühr vor der Begutachtung.',
  'selection.fee-voided': 'Diese Zahlung ist bereits storniert.',
  'selection.already-barred': 'Dieser Betrieb steht bereits auf der Liste.',
  'selection.not-a-reviewer': 'Mindestens eine gewählte Person ist kein Jurymitglied dieses Veranstalters.',
  'selection.has-conflict':
    'Diese Person hat einen Interessenkonflikt erklärt und kann dieser Anmeldung nicht zugeteilt werden.',
  'selection.sheet-filed':
    'Dieser Bewertungsbogen ist abgegeben und lässt sich nicht mehr ändern oder zurücknehmen.',
  'selection.sheet-not-filed': 'Dieser Bogen wurde nicht eingereicht; es gibt nichts wieder zu öffnen.',
  'selection.no-council': 'Für die Messe wurde kein Gremium eingesetzt.',
  'selection.no-chair': 'Das Gremium hat keinen Vorsitz.',
  'selection.no-secretary': 'Das Gremium hat keine Schriftführung.',
  'selection.even-council': 'Die Zahl der Stimmberechtigten muss ungerade sein; sie ist {voting}.',
  'selection.not-the-chair': 'Das darf nur der Vorsitz des Gremiums.',
  'selection.council-seated': 'Das Gremium arbeitet bereits. Mitglieder werden mit Begründung ersetzt.',
  'selection.already-seated': 'Diese Person gehört dem Gremium bereits an.',
  'selection.round-not-open': 'Der Vorsitz hat die Bewertung noch nicht eröffnet.',
  'selection.round-closed': 'Der Vorsitz hat die Bewertung geschlossen.',
  'selection.sheets-sealed':
    'Die Bewertung ist nicht geschlossen. Vorher darf der Vorsitz nur mit Begründung einsehen.',
  'selection.no-such-interest':
    'Zwischen diesem Mitglied und dieser Bewerbung besteht keine Übereinstimmung mehr.',
  'selection.already-decided':
    'Über diese Anmeldung ist entschieden: Bewertungsbögen werden nicht mehr angenommen.',
  'selection.nothing-to-decide': 'Keine Anmeldung wartet auf eine Entscheidung.',
  'selection.sheets-missing': '{count} Anmeldungen haben weniger als {least} abgegebene Bewertungsbögen.',
  'selection.decided-meanwhile':
    'Soeben wurde eine andere Entscheidung getroffen. Bitte laden Sie die Seite neu.',
  'selection.no-minutes':
    'Für diese Entscheidung gibt es noch keine unterschriebene Niederschrift des Rates. Bitte unter Sitzung anlegen und unterschreiben.',
  'selection.minutes-outdated':
    'Punkte, Regeln oder Anmeldungen haben sich nach der Sitzung geändert; die Niederschrift passt nicht mehr. Bitte erneut tagen.',
  'selection.meeting-open':
    'Eine Niederschrift ist noch nicht unterschrieben. Bitte zuerst diese unterschreiben.',
  'selection.answer-overdue':
    'Die Frist zur Bestätigung ist abgelaufen. Bitte wenden Sie sich an den Veranstalter.',
  'selection.nobody-to-offer':
    'Kein Platz ist frei, oder niemand auf der Warteliste kann ihn im Rahmen der Quoten erhalten.',
  'selection.not-announced':
    'Dieses Ergebnis wurde dem Betrieb noch nicht mitgeteilt. Bitte zuerst den Brief senden.',
  'selection.complaint-overdue': 'Die Frist für Beschwerden ist abgelaufen ({date}).',
  'selection.complaint-filed': 'Zu diesem Ergebnis gibt es schon eine Beschwerde.',
  'selection.scenario-name-taken': 'Eine Fassung mit diesem Namen gibt es schon. Bitte einen anderen wählen.',
  'contracts.not-confirmed':
    'Der Betrieb hat seinen Platz noch nicht bestätigt; ein Vertrag ist noch nicht möglich.',
  'selection.no-decision': 'Für diese Messe gibt es noch keine Auswahlentscheidung.',
  'selection.quotas-tangled':
    'Die Quoten überschneiden sich zu stark, um sicher zu berechnen, wer einen Platz bekommt. Bitte senken Sie Mindestzahlen oder streichen Sie Gruppen.',
  'deals.not-selected':
    'Geschäfte können nur für einen Betrieb erfasst werden, der für die Messe ausgewählt wurde.',
} as const satisfies Record<ProblemCode, string>
