import type vi from '../vi/selection.ts'

/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Ausgewählt',
  'outcome.waiting': 'Warteliste',
  'outcome.rejected': 'Nicht ausgewählt',

  'reason.held': 'Bereits durch eine frühere Entscheidung ausgewählt; sie bleibt bestehen.',
  'reason.within-quota': 'Im Mittel {mean} Punkte, unter den {quota} Bestplatzierten.',
  'reason.beyond-quota':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; die {quota} Plätze gingen jedoch an besser Platzierte.',
  'reason.below-pass-mark': 'Im Mittel {mean} Punkte, unter der Mindestpunktzahl {passMark}.',
  'reason.waiting-list-full':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; alle {quota} Plätze und die Warteliste sind jedoch belegt.',
  'reason.quota-floor':
    'Ausgewählt auf einem Platz für die eigene Gruppe (Gebiet, Branche oder Neulinge); im Mittel {mean} Punkte.',
  'reason.quota-ceiling':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; die eigene Gruppe (Gebiet, Branche oder Neulinge) hat jedoch schon alle Plätze, die ihr offenstehen.',
  'reason.quota-reserved':
    'Im Mittel {mean} Punkte, die Mindestpunktzahl {passMark} ist erreicht; die übrigen Plätze sind jedoch nach den Quoten der Messe anderen Gruppen vorbehalten.',
  'reason.knocked-out':
    'Nach dem Urteil des Auswahlgremiums erreicht ein Pflichtkriterium den Mindestwert nicht.',
  'letter.confirm':
    'Bitte bestätigen Sie bis Ende des {day} unter der folgenden Adresse, dass Sie teilnehmen. Danach geht der Platz an den nächsten Betrieb der Warteliste.',
  'letter.complain':
    'Wenn Sie mit dem Ergebnis nicht einverstanden sind, können Sie bis Ende des {day} auf der Seite Ihrer Anmeldung oder schriftlich Beschwerde einlegen.',
  'complaint.result.upheld':
    'Der Beschwerde wird stattgegeben. Der Rat beurteilt die Anmeldung in seiner nächsten Sitzung neu; bestätigte Plätze bleiben bestehen.',
  'complaint.result.dismissed': 'Die Beschwerde wird zurückgewiesen. Das Ergebnis bleibt bestehen.',
  'own.title': 'Ergebnis der Auswahl',
  'own.position': 'Platz {position} der Warteliste',
  'own.confirm.title': 'Nehmen Sie den Platz an?',
  'own.confirm.text': 'Bitte antworten Sie vor {time}. Danach geht der Platz an die Warteliste.',
  'own.confirm': 'Teilnahme bestätigen',
  'own.confirm.ask': 'Teilnahme bestätigen?',
  'own.confirm.ask.text': 'Der Veranstalter teilt dann den Stand zu und erstellt den Vertrag.',
  'own.decline': 'Platz ablehnen',
  'own.decline.title': 'Platz ablehnen?',
  'own.decline.text': 'Er geht an den nächsten Betrieb und kann nicht zurückgenommen werden.',
  'own.decline.reason': 'Grund',
  'own.done': 'Ihre Antwort ist erfasst',
  'own.confirmed': 'Bestätigt am {at}.',
  'own.declined': 'Abgelehnt am {at}.',
  'own.lapsed': 'Die Frist ist abgelaufen; der Platz geht an einen anderen Betrieb.',
  'own.complaint.filed': 'Beschwerde gesendet',
  'own.complaint.upheld': 'Beschwerde anerkannt; die Anmeldung wird neu beurteilt',
  'own.complaint.dismissed': 'Beschwerde zurückgewiesen',
  'own.complaint.due': 'Der Veranstalter antwortet bis {day}.',
  'own.complain': 'Beschwerde einlegen (bis {day})',
  'own.complain.title': 'Beschwerde über das Ergebnis',
  'own.complain.text': 'Ihre Beschwerde',
  'own.complain.send': 'Beschwerde senden',
  'own.complained': 'Beschwerde gesendet',
} as const satisfies Record<keyof typeof vi, string>
