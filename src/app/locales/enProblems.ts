/** What is wrong, in one sentence, and what to do about it. */
export interface ProblemText {
  readonly title: string
  readonly sentence: string
  readonly remedy: string
}

/** The problems that take the place of a wall. */
export const problems = {
  unknownTeam: (id: string): ProblemText => ({
    title: 'No such team',
    sentence: `There is no team “${id}” in the config.`,
    remedy: 'Choose one of these, or correct the address of this page.',
  }),
  badRange: (range: string, reason: string): ProblemText => ({
    title: 'These extensions cannot be read',
    sentence: `“${range}”: ${reason}.`,
    remedy: 'Write single extensions and ranges with commas, for example 1001-1020,1050.',
  }),
  configMissing: (): ProblemText => ({
    title: 'No config',
    sentence: 'Neither the server nor a config.json beside this page says which PBX to show.',
    remedy: 'Put a config.json with “pbx.address” beside the page, or start the server with one.',
  }),
  configInvalid: (reason: string): ProblemText => ({
    title: 'The config is not valid',
    sentence: reason,
    remedy: 'Correct the file; the wall reads it again by itself. “callwall check” says more.',
  }),
  serverUnreachable: (address: string): ProblemText => ({
    title: 'The wall’s server cannot be reached',
    sentence: `${address} does not answer.`,
    remedy: 'Check that it runs and that this screen has a network. The wall keeps trying.',
  }),
  scriptMissing: (scriptUrl: string): ProblemText => ({
    title: 'The phone system’s script did not load',
    sentence: `${scriptUrl} did not load, or did not define OzWebClient.`,
    remedy: 'Open that address in a browser. Correct “pbx.scriptUrl” if it is another one.',
  }),
  notFound: (path: string): ProblemText => ({
    title: 'There is nothing here',
    sentence: `No page has the address ${path}.`,
    remedy: 'Choose a team.',
  }),
  unexpected: (reason: string): ProblemText => ({
    title: 'The wall stumbled',
    sentence: reason,
    remedy: 'Reload the page. If it happens again, tell whoever looks after the wall.',
  }),
} as const

/** Why the wall's server has no token. */
export const tokenProblems = {
  serverUnreachable:
    'The wall’s server cannot be reached. Check that it runs and that this screen has a network; the wall keeps trying.',
  withoutToken: 'The wall’s server answered without a token.',
  denied: 'The phone system refused the wall’s server. Check its user name and password.',
  keyRequired: 'The wall’s server asks this screen for its access key.',
  failed: 'The wall’s server got no token from the phone system. Its log says why.',
  /** By the code of the phone system's HTTP API, or by what happened on the way to it. */
  pbx: {
    300: 'The phone system could not read the server’s request. Check that “pbx.httpApiUrl” is the address of its HTTP API.',
    301: 'The phone system does not know how to make a token. Its version may be too old: make one by hand for OZEKI_TOKEN.',
    302: 'The phone system did not accept the server’s request for a token. “callwall check” says more.',
    303: 'The phone system does not allow tokens to be made here. Look at the rights of its HTTP API.',
    304: 'The phone system asks for a user. Give OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD to the server.',
    305: 'The phone system refuses the server’s user name or password. Correct OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD.',
    306: 'The server’s user may not use the HTTP API. Allow its group in the phone system.',
    307: 'The server’s computer may not use the HTTP API. Allow its address in the phone system.',
    unreachable:
      'The wall’s server cannot reach the phone system’s HTTP API. Check “pbx.httpApiUrl” and that the phone system runs.',
    timeout: 'The phone system’s HTTP API does not answer in time. The wall keeps trying.',
    noHttpApi:
      'The config says that the phone system has no HTTP API. Make a token there and give it to the server as OZEKI_TOKEN.',
    tooMuch:
      'What answers at “pbx.httpApiUrl” sends more than a phone system would. Check the address.',
    notXml:
      'What answers at “pbx.httpApiUrl” is not the phone system’s HTTP API. Check the address.',
    withoutToken:
      'The phone system’s HTTP API answered without a token. “callwall check” says more.',
  },
} as const
