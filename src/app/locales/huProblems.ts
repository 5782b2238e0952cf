import type { Messages } from './messages.ts'

/** The problems that take the place of a wall, in Hungarian. */
export const problems: Messages['problems'] = {
  unknownTeam: (id) => ({
    title: 'Nincs ilyen csapat',
    sentence: `A beállításokban nincs „${id}” nevű csapat.`,
    remedy: 'Válasszon egyet az alábbiak közül, vagy javítsa ki az oldal címét.',
  }),
  badRange: (range) => ({
    title: 'Ezek a mellékek nem olvashatók',
    sentence: `„${range}” nem mellékek listája.`,
    remedy: 'Írjon mellékeket és tartományokat vesszővel elválasztva, például 1001-1020,1050.',
  }),
  configMissing: () => ({
    title: 'Nincs beállítófájl',
    sentence:
      'Sem a szerver, sem az oldal melletti config.json nem mondja meg, melyik központ látszódjon.',
    remedy:
      'Tegyen az oldal mellé egy config.json fájlt „pbx.address” értékkel, vagy indítsa azzal a szervert.',
  }),
  configInvalid: (reason) => ({
    title: 'A beállítófájl hibás',
    sentence: reason,
    remedy:
      'Javítsa ki a fájlt; a kijelző magától újra beolvassa. Többet mond a „callwall check” parancs.',
  }),
  serverUnreachable: (address) => ({
    title: 'A kijelző szervere nem érhető el',
    sentence: `${address} nem válaszol.`,
    remedy:
      'Ellenőrizze, hogy fut-e, és hogy van-e hálózata ennek a képernyőnek. A kijelző tovább próbálkozik.',
  }),
  scriptMissing: (scriptUrl) => ({
    title: 'A telefonközpont programja nem töltődött be',
    sentence: `${scriptUrl} nem töltődött be, vagy nincs benne OzWebClient.`,
    remedy:
      'Nyissa meg a címet böngészőben. Ha más a helyes cím, javítsa a „pbx.scriptUrl” értéket.',
  }),
  notFound: (path) => ({
    title: 'Itt nincs semmi',
    sentence: `Nincs ilyen című oldal: ${path}.`,
    remedy: 'Válasszon csapatot.',
  }),
  unexpected: (reason) => ({
    title: 'A kijelző hibába ütközött',
    sentence: reason,
    remedy: 'Töltse újra az oldalt. Ha ismét előfordul, szóljon a kijelző gondozójának.',
  }),
}

/** Why the wall’s server has no token, in Hungarian. */
export const tokenProblems: Messages['tokenProblems'] = {
  serverUnreachable:
    'A kijelző szervere nem érhető el. Ellenőrizze, hogy fut-e, és hogy van-e hálózata ennek a képernyőnek; a kijelző tovább próbálkozik.',
  withoutToken: 'A kijelző szervere token nélkül válaszolt.',
  denied:
    'A telefonközpont elutasította a kijelző szerverét. Ellenőrizze a szerver felhasználónevét és jelszavát.',
  keyRequired: 'A kijelző szervere hozzáférési kulcsot kér ettől a képernyőtől.',
  failed:
    'A kijelző szervere nem kapott tokent a telefonközponttól. Az okát a szerver naplója írja.',
  pbx: {
    300: 'A telefonközpont nem tudta elolvasni a szerver kérését. Ellenőrizze, hogy a „pbx.httpApiUrl” a HTTP API címe-e.',
    301: 'A telefonközpont nem tud tokent készíteni, talán túl régi. Készítsen egyet kézzel az OZEKI_TOKEN számára.',
    302: 'A telefonközpont nem fogadta el a tokenre vonatkozó kérést. Többet mond a „callwall check” parancs.',
    303: 'A telefonközpont itt nem enged tokent készíteni. Nézze meg a HTTP API jogosultságait.',
    304: 'A telefonközpont felhasználót kér. Adja meg a szervernek: OZEKI_HTTP_USERNAME és OZEKI_HTTP_PASSWORD.',
    305: 'A telefonközpont elutasítja a szerver felhasználónevét vagy jelszavát. Javítsa: OZEKI_HTTP_USERNAME és OZEKI_HTTP_PASSWORD.',
    306: 'A szerver felhasználója nem használhatja a HTTP API-t. Engedélyezze a csoportját a telefonközpontban.',
    307: 'A szerver gépe nem használhatja a HTTP API-t. Engedélyezze a címét a telefonközpontban.',
    unreachable:
      'A szerver nem éri el a telefonközpont HTTP API-ját. Ellenőrizze a „pbx.httpApiUrl” értéket, és hogy fut-e a központ.',
    timeout: 'A telefonközpont HTTP API-ja nem válaszol időben. A kijelző tovább próbálkozik.',
    noHttpApi:
      'A beállítás szerint a telefonközpontnak nincs HTTP API-ja. Készítsen ott tokent, és adja meg a szervernek OZEKI_TOKEN néven.',
    tooMuch:
      'Ami a „pbx.httpApiUrl” címen válaszol, többet küld, mint egy telefonközpont. Ellenőrizze a címet.',
    notXml:
      'Ami a „pbx.httpApiUrl” címen válaszol, nem a telefonközpont HTTP API-ja. Ellenőrizze a címet.',
    withoutToken:
      'A telefonközpont HTTP API-ja token nélkül válaszolt. Többet mond a „callwall check” parancs.',
  },
}
