import type { kioskTexts as english } from './enKiosk.ts'
import type { Texts } from './texts.ts'

/** Texts of a wall that hangs in a room day and night. */
export const kioskTexts: Texts<typeof english> = {
  paging: {
    page: (page, pages) => `Seite ${page} von ${pages}`,
    every: (everySeconds) => `jede Person alle ${everySeconds} s`,
    paused: 'Angehalten, weiter mit P',
  },
  rotation: {
    place: (place, count) => `Ansicht ${place} von ${count}`,
  },
  alerts: {
    title: 'Alarm',
    longWait: (limit) => `Jemand wartet seit ${limit} oder länger`,
    nobodyFree: () => 'Anrufer warten, und niemand ist frei',
    serviceLevel: (limit) => `Der Servicelevel liegt unter ${limit}`,
    over: {
      longWait: (limit) => `Vorbei: Jemand wartete ${limit} oder länger`,
      nobodyFree: () => 'Vorbei: Anrufer warteten, und niemand war frei',
      serviceLevel: (limit) => `Vorbei: Der Servicelevel lag unter ${limit}`,
    },
    more: (count) => `+ ${count} weitere`,
  },
  sound: {
    armed: 'Alarme sind zu hören',
    quiet: 'Ruhezeit: kein Ton',
    blocked: 'Der Browser sperrt den Ton: Taste drücken',
    missing: 'Dieser Browser hat keinen Ton',
  },
  closed: {
    title: 'Geschlossen',
    opens: (time) => `Öffnet: ${time}`,
    hint: 'Jede Taste zeigt das Wallboard',
  },
  kioskCard: {
    rows: {
      keys: 'Tasten',
      wakeLock: 'Bildschirm',
      sound: 'Ton',
    },
    keys: 'F Vollbild · ← → Seiten · P anhalten · ? diese Karte',
    wakeLock: {
      off: 'Die Konfiguration verlangt nicht, ihn eingeschaltet zu lassen.',
      held: 'Das Wallboard hält ihn eingeschaltet.',
      waiting: 'Das Wallboard hält ihn eingeschaltet, sobald diese Seite zu sehen ist.',
      refused:
        'Der Browser lässt nicht zu, ihn eingeschaltet zu halten. Schalten Sie Bildschirmschoner und Energiesparen dieses Bildschirms ab.',
      missing:
        'Dieser Browser kann ihn nicht eingeschaltet halten. Schalten Sie Bildschirmschoner und Energiesparen dieses Bildschirms ab.',
      insecure:
        'Eine Seite über http kann ihn nicht eingeschaltet halten. Schalten Sie Bildschirmschoner und Energiesparen dieses Bildschirms ab, oder öffnen Sie das Wallboard über https.',
    },
    sound: {
      off: 'Aus. Mit sound=on in der Adresse dieser Seite sind Alarme zu hören.',
      armed: 'An: zwei leise Töne, wenn ein Alarm beginnt.',
      quiet: 'An, in der Ruhezeit aber stumm.',
      blocked:
        'Der Browser sperrt ihn, bis jemand eine Taste drückt oder klickt. Ein Schalter des Browsers erlaubt ihn dauerhaft.',
      missing: 'Dieser Browser hat keinen.',
    },
  },
}
