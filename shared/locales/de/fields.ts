import type vi from '../vi/fields.ts'

export default {
  required: 'Diese Angabe fehlt.',
  type: 'Der Wert hat die falsche Art.',
  'too-short': 'Mindestens {minimum} Zeichen.',
  'too-long': 'Höchstens {maximum} Zeichen.',
  'too-small': 'Mindestens {minimum}.',
  'too-big': 'Höchstens {maximum}.',
  'format-email': 'Das ist keine E-Mail-Adresse, zum Beispiel: name@firma.de.',
  'format-url': 'Das ist keine Web-Adresse, zum Beispiel: https://firma.de.',
  'format-uuid': 'Die Kennung ist ungültig.',
  'format-date': 'Das ist kein Datum.',
  'format-datetime': 'Das ist keine Zeitangabe.',
  'format-other': 'Das Format stimmt nicht.',
  choice: 'Bitte einen der angebotenen Werte wählen.',
  'unknown-field': 'Ein Feld ist unbekannt.',
  invalid: 'Der Wert ist ungültig.',
  'dates-order': 'Das Ende muss nach dem Anfang liegen.',
  'tax-code': 'Die Steuernummer stimmt nicht: die Prüfziffer passt nicht.',
  phone: 'Das ist keine Telefonnummer.',
} as const satisfies Record<keyof typeof vi, string>
