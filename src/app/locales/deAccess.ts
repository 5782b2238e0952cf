import type { Messages } from './messages.ts'

/** The page that asks for the access key, and what a content rule stopped, in German. */
export const accessTexts: Pick<Messages, 'access' | 'scriptBlocked'> = {
  access: {
    title: 'Zugangsschlüssel für dieses Wallboard',
    sentence: 'Sein Server zeigt Anrufe nur Bildschirmen, die den Schlüssel kennen.',
    key: 'Zugangsschlüssel',
    show: 'Eingabe anzeigen',
    submit: 'Wallboard öffnen',
    trying: 'Der Schlüssel wird geprüft.',
    wrong: 'Das ist nicht der Schlüssel. Achten Sie auf Großbuchstaben und geben Sie ihn neu ein.',
    slowDown: (seconds) => `Zu viele falsche Schlüssel. Ihrer wird in ${seconds} s geprüft.`,
    unreachable:
      'Der Server des Wallboards antwortet nicht. Der Schlüssel wird weiter versucht, bis er es tut.',
    whose: 'Den Schlüssel kennt, wer den Server betreut.',
    link: 'Ohne Tippen: Öffnen Sie das Wallboard einmal mit diesem Link, am Ende der Schlüssel. Der Bildschirm merkt ihn sich.',
  },
  scriptBlocked: (rule, scriptUrl) =>
    `Die Inhaltsregel ${rule} dieses Servers hat ${scriptUrl} aufgehalten. Berichtigen Sie „pbx.address“ und „pbx.scriptUrl“, oder setzen Sie „pbx.csp“ auf „tolerant“.`,
}
