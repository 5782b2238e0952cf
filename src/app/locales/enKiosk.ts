const seconds = (count: number): string => `${count} s`

/** Texts of a wall that hangs in a room day and night. */
export const kioskTexts = {
  paging: {
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    /** `everySeconds`: the longest that an agent is out of sight. */
    every: (everySeconds: number) => `everybody every ${seconds(everySeconds)}`,
    paused: 'Paused, P goes on',
  },
  rotation: {
    /** `place` and `count`: which wall of how many. */
    place: (place: number, count: number) => `Wall ${place} of ${count}`,
  },
  alerts: {
    title: 'Alert',
    /** `limit`: a length of time as the wall writes it. */
    longWait: (limit: string) => `A caller has waited ${limit} or longer`,
    nobodyFree: () => 'Callers are waiting and nobody is free',
    /** `limit`: a percentage as the wall writes it. */
    serviceLevel: (limit: string) => `The service level is under ${limit}`,
    over: {
      longWait: (limit: string) => `Over: a caller waited ${limit} or longer`,
      nobodyFree: () => 'Over: callers waited and nobody was free',
      serviceLevel: (limit: string) => `Over: the service level was under ${limit}`,
    },
    more: (count: number) => `+ ${count} more`,
  },
  /** What stands beside the figures about the sound; nothing while it is off. */
  sound: {
    armed: 'Alerts can be heard',
    quiet: 'Quiet hours: no sound',
    blocked: 'The browser blocks the sound: press any key',
    missing: 'This browser has no sound',
  },
  closed: {
    title: 'Closed',
    /** `time`: `08:00`, with the day before it when that is another one. */
    opens: (time: string) => `Opens ${time}`,
    hint: 'Any key shows the wall',
  },
  /** Rows of the card about the wall. */
  kioskCard: {
    rows: {
      keys: 'Keys',
      wakeLock: 'Screen',
      sound: 'Sound',
    },
    keys: 'F full screen · ← → pages · P pause · ? this card',
    wakeLock: {
      off: 'The config does not ask to keep it on.',
      held: 'The wall keeps it on.',
      waiting: 'The wall keeps it on as soon as this page is seen.',
      refused:
        'The browser refused to keep it on. Switch off the screen saver and the power saving of this screen.',
      missing:
        'This browser cannot keep it on. Switch off the screen saver and the power saving of this screen.',
      insecure:
        'A page over http cannot keep it on. Switch off the screen saver and the power saving of this screen, or open the wall over https.',
    },
    sound: {
      off: 'Off. Add sound=on to the address of this page to hear alerts.',
      armed: 'On: two soft notes when an alert begins.',
      quiet: 'On, but silent during quiet hours.',
      blocked:
        'The browser blocks it until somebody presses a key or clicks. A flag of the browser allows it for good.',
      missing: 'This browser has none.',
    },
  },
} as const
