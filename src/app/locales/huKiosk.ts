import type { kioskTexts as english } from './enKiosk.ts'
import type { Texts } from './texts.ts'

/** Texts of a wall that hangs in a room day and night. */
export const kioskTexts: Texts<typeof english> = {
  paging: {
    page: (page, pages) => `${page}/${pages}. oldal`,
    every: (everySeconds) => `mindenki ${everySeconds} mp-enként`,
    paused: 'Áll, P: tovább',
  },
  rotation: {
    place: (place, count) => `${place}/${count}. nézet`,
  },
  alerts: {
    title: 'Riasztás',
    longWait: (limit) => `Egy hívó már legalább ${limit} ideje vár`,
    nobodyFree: () => 'Hívók várakoznak, és nincs szabad ügyintéző',
    serviceLevel: (limit) => `A kiszolgálási szint ${limit} alatt van`,
    over: {
      longWait: (limit) => `Elmúlt: egy hívó legalább ${limit} ideig várt`,
      nobodyFree: () => 'Elmúlt: hívók várakoztak, és nem volt szabad ügyintéző',
      serviceLevel: (limit) => `Elmúlt: a kiszolgálási szint ${limit} alatt volt`,
    },
    more: (count) => `+ még ${count}`,
  },
  sound: {
    armed: 'A riasztások hallhatók',
    quiet: 'Csendes órák: nincs hang',
    blocked: 'Hang letiltva: nyomjon billentyűt',
    missing: 'Ez a böngésző nem ad hangot',
  },
  closed: {
    title: 'Zárva',
    opens: (time) => `Nyitás: ${time}`,
    hint: 'Bármelyik billentyűre megjelenik a kijelző',
  },
  kioskCard: {
    rows: {
      keys: 'Billentyűk',
      wakeLock: 'Képernyő',
      sound: 'Hang',
    },
    keys: 'F teljes képernyő · ← → oldalak · P szünet · ? ez a kártya',
    wakeLock: {
      off: 'A beállítások nem kérik, hogy bekapcsolva maradjon.',
      held: 'A kijelző bekapcsolva tartja.',
      waiting: 'A kijelző bekapcsolva tartja, amint ez az oldal látható.',
      refused:
        'A böngésző nem engedi bekapcsolva tartani. Kapcsolja ki a képernyővédőt és a képernyő energiatakarékosságát.',
      missing:
        'Ez a böngésző nem tudja bekapcsolva tartani. Kapcsolja ki a képernyővédőt és a képernyő energiatakarékosságát.',
      insecure:
        'Http-oldal nem tudja bekapcsolva tartani. Kapcsolja ki a képernyővédőt és a képernyő energiatakarékosságát, vagy nyissa meg a kijelzőt https-en.',
    },
    sound: {
      off: 'Ki. A riasztásokhoz írja az oldal címéhez: sound=on.',
      armed: 'Be: két halk hang, amikor riasztás kezdődik.',
      quiet: 'Be, de a csendes órákban néma.',
      blocked:
        'A böngésző tiltja, amíg valaki le nem nyom egy billentyűt vagy nem kattint. A böngésző egyik kapcsolója végleg engedélyezi.',
      missing: 'Ennek a böngészőnek nincs.',
    },
  },
}
