import type { InputProblem, ProblemCode } from '../../contract/inputProblem.ts'

const expectations: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  missing: () => 'ein Wert',
  unknownKey: () => 'diesen Schlüssel gibt es nicht',
  text: () => 'Text in Anführungszeichen',
  number: () => 'eine Zahl',
  boolean: () => 'true oder false',
  list: () => 'eine Liste in [ ]',
  object: () => 'Schlüssel und Werte in { }',
  oneOf: (words) => `eines von: ${words}`,
  atLeast: (limit) => `mindestens ${limit}`,
  atMost: (limit) => `höchstens ${limit}`,
  wholeNumber: () => 'eine ganze Zahl',
  notEmpty: () => 'ein Text, der nicht leer ist',
  longestText: (limit) => `höchstens ${limit} Zeichen`,
  pair: () => 'zwei Zahlen, etwa [2, 5]',
  clockTime: () => 'eine Uhrzeit zur vollen oder halben Stunde, etwa "07:30"',
  days: () => 'Tage, etwa "mon-fri" oder "sat,sun"',
  hours: () => 'Stunden, etwa "08:00-18:00"',
  timeZone: () => 'eine IANA-Zeitzone, etwa "Europe/Budapest"',
  httpUrl: () => 'eine Adresse, die mit http:// oder https:// beginnt',
  host: () => 'ein Rechnername oder eine IP-Adresse ohne Port',
  teamId: () => 'Buchstaben, Ziffern, - oder _, für die Adresse der Seite',
  ownTeamId: () => 'eine ID, die kein anderes Team hat',
  extension: () => 'Nebenstellen, etwa "1001", oder Bereiche, etwa "1001-1020"',
  backwards: () => 'ein aufsteigender Bereich, etwa "1001-1020"',
  tooMany: () => 'höchstens 10000 Nebenstellen',
  someExtensions: () => 'mindestens eine Nebenstelle',
  serverAnswer: () => 'die Antwort eines callwall-Servers',
  other: (words) => words,
}

/** One problem of the config in one sentence. */
export function configProblem({ path, code, found, expected }: InputProblem): string {
  const place = path || 'die ganze Datei'
  if (code === 'missing') return `${place}: fehlt.`
  if (code === 'unknownKey') return `${place}: diesen Schlüssel gibt es nicht.`
  const wanted = `erwartet: ${expectations[code](expected)}.`
  return found === '' ? `${place}: ${wanted}` : `${place}: gefunden: ${found}; ${wanted}`
}
