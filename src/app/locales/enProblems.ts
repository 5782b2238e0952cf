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

/** Why the wall's server has no token; `detail`: what the server says of it, which is English, or empty. */
export const tokenProblems = {
  serverUnreachable: () =>
    'The wall’s server cannot be reached. Check that it runs and that this screen has a network; the wall keeps trying.',
  withoutToken: () => 'The wall’s server answered without a token.',
  denied: (detail: string) =>
    detail === '' ? 'The phone system refused the wall’s server.' : detail,
  failed: (detail: string) => (detail === '' ? 'The server gave no token.' : detail),
} as const
