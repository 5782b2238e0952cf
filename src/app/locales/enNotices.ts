/**
 * What the administrator should know: words for a sign on the wall, and what to do about it for the card. `time`: since
 * when, or until when, as the wall's clock shows it.
 */
export const noticeTexts = {
  notices: {
    signs: {
      tokenEndsSoon: (time: string) => `Token ends at ${time}`,
      tokenOver: (time: string) => `Token ended at ${time}`,
      configRejected: () => 'Config file has problems',
      recordsFailing: () => 'Records not stored',
      historyFailing: () => 'No history from the PBX',
      serverSilent: () => 'No word from the server',
    },
    row: 'To do',
    sentences: {
      tokenEndsSoon: (time: string) =>
        `The token of the phone system ends at ${time}. Make a new one and give it to the server as OZEKI_TOKEN; walls that are connected go on.`,
      tokenOver: (time: string) =>
        `The token of the phone system ended at ${time}. A wall that connects anew will be refused: give the server a new OZEKI_TOKEN.`,
      configRejected: (time: string) =>
        `The config file was changed at ${time} and has problems: the config before it stays in use. The server’s log and “callwall check” name them.`,
      recordsFailing: (time: string) =>
        `Since ${time} the server cannot write or read call records. The wall is right as long as it runs; look at the disk and at the file of “records.file”.`,
      historyFailing: (time: string) =>
        `Since ${time} the phone system’s HTTP API does not tell its calls: hours that no wall saw stay empty. Check “pbx.httpApiUrl”.`,
      serverSilent: (time: string) =>
        `Since ${time} this screen does not hear its server. The calls go on being shown; a changed config, records and new tokens do not arrive.`,
    },
  },
} as const
