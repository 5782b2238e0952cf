import type { Messages } from './messages.ts'

/** The page that asks for the access key, and what a content rule stopped, in Hungarian. */
export const accessTexts: Pick<Messages, 'access' | 'scriptBlocked'> = {
  access: {
    title: 'A kijelzőhöz hozzáférési kulcs kell',
    sentence: 'A szerver csak olyan képernyőnek mutat hívásokat, amely ismeri a kulcsot.',
    key: 'Hozzáférési kulcs',
    show: 'Látszódjon, amit írok',
    submit: 'Kijelző megnyitása',
    trying: 'A kulcs ellenőrzése folyik.',
    wrong: 'Nem ez a kulcs. Ügyeljen a nagybetűkre, és írja be újra.',
    slowDown: (seconds) => `Túl sok hibás kulcs. Az Öné ${seconds} mp múlva kerül sorra.`,
    unreachable:
      'A kijelző szervere nem válaszol. A kijelző addig próbálja a kulcsot, amíg választ nem kap.',
    whose: 'A kulcsot a szerver gondozója ismeri.',
    link: 'Gépelés nélkül: nyissa meg a kijelzőt egyszer ezzel a hivatkozással, a végén a kulccsal. A képernyő megjegyzi.',
  },
  scriptBlocked: (rule, scriptUrl) =>
    `A szerver ${rule} tartalmi szabálya megállította ezt: ${scriptUrl}. Javítsa a „pbx.address” és a „pbx.scriptUrl” értékét, vagy legyen a „pbx.csp” értéke „tolerant”.`,
}
