import type { Messages } from './messages.ts'

/** The problems that take the place of a wall, in German. */
export const problems: Messages['problems'] = {
  unknownTeam: (id) => ({
    title: 'Dieses Team gibt es nicht',
    sentence: `In der Konfiguration gibt es kein Team „${id}“.`,
    remedy: 'Wählen Sie eines von diesen, oder berichtigen Sie die Adresse dieser Seite.',
  }),
  badRange: (range) => ({
    title: 'Diese Nebenstellen sind nicht lesbar',
    sentence: `„${range}“ ist keine Liste von Nebenstellen.`,
    remedy: 'Schreiben Sie Nebenstellen und Bereiche mit Kommas, zum Beispiel 1001-1020,1050.',
  }),
  configMissing: () => ({
    title: 'Keine Konfiguration',
    sentence:
      'Weder der Server noch eine config.json neben dieser Seite sagt, welche Telefonanlage zu zeigen ist.',
    remedy:
      'Legen Sie eine config.json mit „pbx.address“ neben die Seite, oder starten Sie den Server mit einer.',
  }),
  configInvalid: (reason) => ({
    title: 'Die Konfiguration ist ungültig',
    sentence: reason,
    remedy:
      'Berichtigen Sie die Datei; das Wallboard liest sie von selbst neu. Mehr sagt „callwall check“.',
  }),
  serverUnreachable: (address) => ({
    title: 'Der Server des Wallboards ist nicht erreichbar',
    sentence: `${address} antwortet nicht.`,
    remedy:
      'Prüfen Sie, ob er läuft und ob dieser Bildschirm ein Netz hat. Das Wallboard versucht es weiter.',
  }),
  scriptMissing: (scriptUrl) => ({
    title: 'Das Skript der Telefonanlage wurde nicht geladen',
    sentence: `${scriptUrl} wurde nicht geladen oder enthält kein OzWebClient.`,
    remedy:
      'Öffnen Sie diese Adresse in einem Browser. Berichtigen Sie „pbx.scriptUrl“, wenn es eine andere ist.',
  }),
  notFound: (path) => ({
    title: 'Hier ist nichts',
    sentence: `Keine Seite hat die Adresse ${path}.`,
    remedy: 'Wählen Sie ein Team.',
  }),
  unexpected: (reason) => ({
    title: 'Das Wallboard ist gestolpert',
    sentence: reason,
    remedy:
      'Laden Sie die Seite neu. Geschieht es wieder, sagen Sie es der Person, die das Wallboard betreut.',
  }),
}

/** Why the wall’s server has no token, in German. */
export const tokenProblems: Messages['tokenProblems'] = {
  serverUnreachable:
    'Der Server des Wallboards ist nicht erreichbar. Prüfen Sie, ob er läuft und ob dieser Bildschirm ein Netz hat; das Wallboard versucht es weiter.',
  withoutToken: 'Der Server des Wallboards antwortete ohne Token.',
  denied:
    'Die Telefonanlage hat den Server des Wallboards abgelehnt. Prüfen Sie dessen Benutzernamen und Passwort.',
  keyRequired: 'Der Server des Wallboards verlangt von diesem Bildschirm den Zugangsschlüssel.',
  failed:
    'Der Server des Wallboards bekam kein Token von der Telefonanlage. Den Grund nennt sein Protokoll.',
  pbx: {
    300: 'Die Telefonanlage konnte die Anfrage des Servers nicht lesen. Prüfen Sie, ob „pbx.httpApiUrl“ die Adresse ihrer HTTP-API ist.',
    301: 'Die Telefonanlage kann kein Token erstellen; ihre Version ist wohl zu alt. Erstellen Sie eines von Hand für OZEKI_TOKEN.',
    302: 'Die Telefonanlage hat die Anfrage nach einem Token nicht angenommen. Mehr sagt „callwall check“.',
    303: 'Die Telefonanlage lässt hier keine Tokens erstellen. Sehen Sie nach den Rechten ihrer HTTP-API.',
    304: 'Die Telefonanlage verlangt einen Benutzer. Geben Sie dem Server OZEKI_HTTP_USERNAME und OZEKI_HTTP_PASSWORD.',
    305: 'Die Telefonanlage lehnt Benutzername oder Passwort des Servers ab. Berichtigen Sie OZEKI_HTTP_USERNAME und OZEKI_HTTP_PASSWORD.',
    306: 'Der Benutzer des Servers darf die HTTP-API nicht verwenden. Erlauben Sie seine Gruppe in der Telefonanlage.',
    307: 'Der Rechner des Servers darf die HTTP-API nicht verwenden. Erlauben Sie seine Adresse in der Telefonanlage.',
    unreachable:
      'Der Server erreicht die HTTP-API der Telefonanlage nicht. Prüfen Sie „pbx.httpApiUrl“ und ob die Telefonanlage läuft.',
    timeout:
      'Die HTTP-API der Telefonanlage antwortet nicht rechtzeitig. Das Wallboard versucht es weiter.',
    noHttpApi:
      'Laut Konfiguration hat die Telefonanlage keine HTTP-API. Erstellen Sie dort ein Token und geben Sie es dem Server als OZEKI_TOKEN.',
    tooMuch:
      'Was unter „pbx.httpApiUrl“ antwortet, sendet mehr als eine Telefonanlage. Prüfen Sie die Adresse.',
    notXml:
      'Was unter „pbx.httpApiUrl“ antwortet, ist nicht die HTTP-API der Telefonanlage. Prüfen Sie die Adresse.',
    withoutToken:
      'Die HTTP-API der Telefonanlage antwortete ohne Token. Mehr sagt „callwall check“.',
  },
}
