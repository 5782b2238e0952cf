import type { InputProblem, ProblemCode } from '../../contract/inputProblem.ts'

const expectations: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  missing: () => 'egy érték',
  unknownKey: () => 'nincs ilyen kulcs',
  text: () => 'szöveg idézőjelben',
  number: () => 'szám',
  boolean: () => 'true vagy false',
  list: () => 'lista [ ] között',
  object: () => 'kulcsok és értékek { } között',
  oneOf: (words) => `ezek egyike: ${words}`,
  atLeast: (limit) => `legalább ${limit}`,
  atMost: (limit) => `legfeljebb ${limit}`,
  wholeNumber: () => 'egész szám',
  notEmpty: () => 'nem üres szöveg',
  longestText: (limit) => `legfeljebb ${limit} karakter`,
  pair: () => 'két szám, például [2, 5]',
  clockTime: () => 'időpont egész vagy fél órakor, például "07:30"',
  days: () => 'napok, például "mon-fri" vagy "sat,sun"',
  hours: () => 'órák, például "08:00-18:00"',
  timeZone: () => 'IANA-időzóna, például "Europe/Budapest"',
  httpUrl: () => 'http:// vagy https:// kezdetű cím',
  host: () => 'gépnév vagy IP-cím, port nélkül',
  teamId: () => 'betűk, számjegyek, - vagy _, mert az URL-ben áll',
  ownTeamId: () => 'olyan azonosító, amelyet más csapat nem használ',
  extension: () => 'mellékek, például "1001", vagy tartományok, például "1001-1020"',
  backwards: () => 'növekvő tartomány, például "1001-1020"',
  tooMany: () => 'legfeljebb 10000 mellék',
  someExtensions: () => 'legalább egy mellék',
  serverAnswer: () => 'egy callwall szerver válasza',
  other: (words) => words,
}

/** One problem of the config in one sentence. */
export function configProblem({ path, code, found, expected }: InputProblem): string {
  const place = path || 'az egész fájl'
  if (code === 'missing') return `${place}: hiányzik.`
  if (code === 'unknownKey') return `${place}: nincs ilyen kulcs.`
  const wanted = `várt: ${expectations[code](expected)}.`
  return found === '' ? `${place}: ${wanted}` : `${place}: talált: ${found}; ${wanted}`
}
