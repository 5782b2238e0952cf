const written = [
  'Katalin Nagy-Szabóné',
  'Ana Ruiz',
  'Maximilian von Hohenfels',
  'Li Wen',
  'Aoife Brennan',
  'Jo Ek',
  'Oluwaseun Adeyemi-Okafor',
  'Bence Tóth',
  'Priya Raman',
  'Søren Holm',
  'María del Carmen Etxeberria',
  'Tomás Novák',
] as const

const given = [
  'Amara',
  'Bálint',
  'Chiara',
  'Dmitri',
  'Élodie',
  'Farid',
  'Gréta',
  'Hiroshi',
  'Ines',
  'Jakub',
  'Kwame',
  'Lucía',
  'Malik',
  'Noor',
  'Oskar',
  'Petra',
  'Quentin',
  'Rosa',
  'Stefan',
  'Tuuli',
  'Uma',
  'Viktor',
  'Wanda',
  'Yasmin',
  'Zoltán',
] as const

const family = [
  'Abbott',
  'Baptiste',
  'Castellanos',
  'Dahl',
  'Eriksson',
  'Fekete',
  'García',
  'Hargreaves',
  'Ibrahim',
  'Jansen',
  'Kowalczyk',
  'Lindqvist',
  'Mbeki',
  'Nakamura',
  'Oyelaran',
  'Papadopoulos',
  'Quinn',
  'Rossi',
  'Schwarzenberger',
  'Takács',
  'Ueda',
  'Vasquez',
  'Wójcik',
  'Xu',
  'Yılmaz',
  'Zieliński',
  'Bell-Whitaker',
  'Ng',
  'Öztürk',
  'Van der Meer',
  'Okonkwo',
  'Sørensen',
  'Keller',
  'Moreau',
  'Petrov',
  'Singh',
  'Halloran',
  'Vörös',
  'Costa',
  'Lund',
] as const

/** An invented name for the agent at `index` from 0; all of the first 1,012 differ. */
export function agentName(index: number): string {
  const byHand = written[index]
  if (byHand !== undefined) return byHand
  const place = index - written.length
  // 25 and 40 names meet in 200 pairs before they repeat; each round of 200 then moves on by one family name.
  const round = Math.floor(place / 200)
  const first = given[place % given.length] ?? ''
  const last = family[(place + round) % family.length] ?? ''
  return `${first} ${last}`
}
