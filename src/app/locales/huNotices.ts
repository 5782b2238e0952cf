import type { noticeTexts as english } from './enNotices.ts'
import type { Texts } from './texts.ts'

/** What the administrator should know, in Hungarian. */
export const noticeTexts: Texts<typeof english> = {
  notices: {
    signs: {
      tokenEndsSoon: (time) => `A token ${time}-kor lejár`,
      tokenOver: (time) => `A token ${time}-kor lejárt`,
      configRejected: () => 'Hibás beállítófájl',
      recordsFailing: () => 'A hívások nincsenek mentve',
      historyFailing: () => 'Nincs napló a központtól',
      serverSilent: () => 'Nincs hír a szervertől',
    },
    row: 'Teendő',
    sentences: {
      tokenEndsSoon: (time) =>
        `A telefonközpont tokenje ${time}-kor lejár. Készítsen újat, és adja meg a szervernek OZEKI_TOKEN néven; a csatlakozott kijelzők tovább működnek.`,
      tokenOver: (time) =>
        `A telefonközpont tokenje ${time}-kor lejárt. Aki újra csatlakozik, azt a központ elutasítja: adjon a szervernek új OZEKI_TOKEN értéket.`,
      configRejected: (time) =>
        `A beállítófájl ${time}-kor megváltozott, és hibás: az előző marad érvényben. A hibákat a szerver naplója és a „callwall check” parancs sorolja fel.`,
      recordsFailing: (time) =>
        `A szerver ${time} óta nem tudja menteni vagy olvasni a hívásokat. A kijelző helyes, amíg fut; nézze meg a lemezt és a „records.file” fájlját.`,
      historyFailing: (time) =>
        `A telefonközpont HTTP API-ja ${time} óta nem mondja meg a hívásait: amit egyetlen kijelző sem látott, üres marad. Ellenőrizze a „pbx.httpApiUrl” értéket.`,
      serverSilent: (time) =>
        `Ez a képernyő ${time} óta nem kap hírt a szerverétől. A hívások tovább látszanak; új beállítás, mentett hívások és tokenek nem érkeznek.`,
    },
  },
}
