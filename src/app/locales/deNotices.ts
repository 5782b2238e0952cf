import type { noticeTexts as english } from './enNotices.ts'
import type { Texts } from './texts.ts'

/** What the administrator should know, in German. */
export const noticeTexts: Texts<typeof english> = {
  notices: {
    signs: {
      tokenEndsSoon: (time) => `Token endet um ${time}`,
      tokenOver: (time) => `Token endete um ${time}`,
      configRejected: () => 'Konfiguration hat Fehler',
      recordsFailing: () => 'Anrufe nicht gespeichert',
      historyFailing: () => 'Keine Liste der Anlage',
      serverSilent: () => 'Nichts vom Server',
    },
    row: 'Zu tun',
    sentences: {
      tokenEndsSoon: (time) =>
        `Das Token der Telefonanlage endet um ${time}. Erstellen Sie ein neues und geben Sie es dem Server als OZEKI_TOKEN; verbundene Wallboards laufen weiter.`,
      tokenOver: (time) =>
        `Das Token der Telefonanlage endete um ${time}. Wer sich neu verbindet, wird abgelehnt: Geben Sie dem Server ein neues OZEKI_TOKEN.`,
      configRejected: (time) =>
        `Die Konfiguration wurde um ${time} geändert und hat Fehler: Die vorige gilt weiter. Das Protokoll des Servers und „callwall check“ nennen sie.`,
      recordsFailing: (time) =>
        `Seit ${time} kann der Server keine Anrufe speichern oder lesen. Das Wallboard stimmt, solange es läuft; prüfen Sie die Festplatte und die Datei von „records.file“.`,
      historyFailing: (time) =>
        `Seit ${time} nennt die HTTP-API der Telefonanlage keine Anrufe: Stunden, die kein Wallboard sah, bleiben leer. Prüfen Sie „pbx.httpApiUrl“.`,
      serverSilent: (time) =>
        `Seit ${time} hört dieser Bildschirm nichts von seinem Server. Die Anrufe werden weiter gezeigt; neue Konfiguration, gespeicherte Anrufe und Tokens kommen nicht an.`,
    },
  },
}
