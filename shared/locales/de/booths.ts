import type vi from '../vi/booths.ts'

export default {
  'plan.title': 'Hallenplan',
  'plan.lead': 'Aussteller, Produkt oder Standnummer finden.',
  'plan.search': 'Aussteller, Produkt, Standnummer',
  'plan.back': 'Zur Messeseite',
  'plan.hall': 'Halle',
  'plan.found': 'Gefundene Stände: {count}',
  'plan.none': 'Nichts gefunden für „{query}“.',
  'plan.none.hint': 'Versuchen Sie ein kürzeres Wort oder nur das Produkt; Akzente sind nicht nötig.',
  'plan.empty': 'Noch kein Hallenplan',
  'plan.empty.hint':
    'Der Veranstalter hat die Stände noch nicht fertig zugeteilt. Bitte schauen Sie später wieder vorbei.',
  'plan.free': 'Noch kein Aussteller',
  'plan.taken': 'Mit Aussteller',
  'plan.products': 'Produkte',
  'plan.website': 'Website',
  'plan.share': 'Link zu diesem Stand kopieren',
  'plan.booth': 'Stand {number}',
  'plan.zoomIn': 'Vergrößern',
  'plan.zoomOut': 'Verkleinern',
  'plan.fit': 'Ganze Halle',
  'plan.image': 'Plan von {hall}. Die Liste der Stände steht daneben.',
  'plan.list': 'Liste der Stände',
  'plan.clear': 'Auswahl aufheben',
} as const satisfies Record<keyof typeof vi, string>
