/** What each key of the config means, by its path; `[]` is an entry of a list, `*` a key that is free. For editors. */
export const configDescriptions: Readonly<Record<string, string>> = {
  $schema: 'Where an editor finds the schema of this file.',
  site: 'The call centre.',
  'site.name': 'Its name, on the page that lists the teams.',
  'site.timeZone':
    'IANA time zone, like "Europe/Budapest": days and half-hours are those of this zone.',
  'site.dayStartsAt':
    'When a day begins, on a whole half-hour; figures of "today" start anew then.',
  'site.language': 'The language of the walls; ?lang= in the address chooses another one.',
  'site.openingHours':
    'When the site is open, like { "mon-fri": ["08:00-18:00"] }. Empty: always. Outside, without a call, a wall is a dim clock.',
  'site.openingHours.*':
    'Hours of these days, like "08:00-18:00"; "22:00-06:00" ends on the next day.',
  pbx: 'The phone system.',
  'pbx.kind': 'What it is. There is one kind.',
  'pbx.address':
    'Host name or IP address as the walls see it, without port; "auto" is the host of the page.',
  'pbx.scriptUrl': 'Where its browser script is. Left out: http://ADDRESS:7777/WebphoneAPI.',
  'pbx.httpApiUrl':
    'Its HTTP API as the server sees it. Left out: http://ADDRESS:7780/. null: there is none, use OZEKI_TOKEN. User and password come from the environment only.',
  'pbx.services': 'Extensions that answer but are nobody: IVR, voicemail, parking.',
  'pbx.tokenLifetimeSeconds': 'How long its security tokens are good; it does not tell.',
  'pbx.pollSeconds': 'How often the server reads the list of the calls alive.',
  'pbx.clientName':
    'What other web clients of the PBX see of a wall; {team} is the name of the team.',
  'pbx.csp':
    'The Content-Security-Policy of the page: "tolerant" allows what an unknown PBX script may need, "strict" does not.',
  serviceLevel: 'How the service level is counted.',
  'serviceLevel.answerWithinSeconds': 'A call that is answered within this time is in time.',
  'serviceLevel.target': 'The goal, from 0 to 1.',
  'serviceLevel.shortAbandonSeconds':
    'Who hangs up within this time is counted apart; 0 switches that off.',
  'serviceLevel.formula':
    'Share of the calls in time: "offered" of all offered, "answered" of all answered, "positive" of all offered with early hang-ups counted as served.',
  wrapUpSeconds: 'How long an agent is in wrap-up after a call with an outside party.',
  presence: 'How agents tell that they are away: by dialling a code.',
  'presence.away': 'Codes and what they mean, like { "*45": "lunch" }.',
  'presence.back': 'Codes that end being away.',
  'presence.notSeen': 'Whether an agent without any call today is shown as not seen, not as free.',
  privacy: 'What walls show of people outside.',
  'privacy.mask': 'What is hidden of outside numbers: nothing, the last three digits, all.',
  'privacy.place':
    'Where walls hang: floor hides three digits, lobby all and names, supervisor nothing.',
  'privacy.allowSupervisorPlace':
    'Whether ?place=supervisor in the address may show what the rest hides.',
  'privacy.storeMasked': 'Whether call records are stored with hidden numbers.',
  screen: 'The TVs.',
  'screen.diagonalInches':
    'Size of the TV; with the viewing distance it says how large letters must be.',
  'screen.viewingDistanceMetres': 'The distance from which the wall is read.',
  'screen.wakeLock': 'Whether walls ask the browser to keep the screen on.',
  'screen.sortTiles': 'The order of the tiles.',
  alerts: 'When walls change colour or make a sound.',
  'alerts.quietHours': 'Hours of every day without a sound, like "20:00-07:00".',
  'alerts.hysteresisSeconds': 'How long a value must be better before its colour is.',
  'alerts.stateSeconds':
    'After how many seconds in a state a tile warns and alarms: { "hold": [60, 180] }.',
  'alerts.stateSeconds.*': '[warn, alarm] in seconds.',
  records: 'The call records of the server.',
  'records.file': 'The file, relative to this one.',
  'records.retentionDays': 'After how many days records are deleted.',
  frameAncestors:
    'Who may show the wall in a frame: origins like "https://intranet.example.org", or "\'self\'".',
  teams: 'The teams. Left out: one team of all extensions of the PBX, less queues and services.',
  'teams[]': 'A team.',
  'teams[].id': 'In the address of its wall, /team/ID.',
  'teams[].name': 'On the wall; the id if it is left out.',
  'teams[].queues': 'Extensions that answer callers and let them wait.',
  'teams[].extensions': 'Extensions of its people, like "1001" or "1001-1020"; one tile each.',
  'teams[].agents': 'People with a name, or with several extensions.',
  'teams[].agents[]': 'An agent; the extensions need not be in those of the team.',
  'teams[].agents[].name': 'On the tile; what the PBX says if it is left out.',
  'teams[].agents[].extensions': 'The extensions of this agent, the first one names the tile.',
  'teams[].thresholds': 'From where a figure warns and alarms: { "waitingCalls": [2, 5] }.',
  'teams[].thresholds.*': '[warn, alarm]: reached from below; for serviceLevel undercut.',
}
