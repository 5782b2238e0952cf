import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

const stories: Readonly<Record<string, string>> = {
  'who is found waiting at connect waits since the start that the PBX tells': `
    99 lost
    100 snapshot a +361>5000 InCall since 60 | queue:5000,all waiting 1 longestWaitNow 40

    120 a TransferRequested Transferring    | queue:5000,all answered 1 averageSpeedOfAnswer 65
    120 b of a >1001 TransferSetup Ringing  |   averageServiceTime 30 answeredByEvent 1
    125 b InCall, a TransferCompleted
    155 b CallerHungUp`,

  'who is found waiting without a start has a wait that nobody knows': `
    99 lost
    100 snapshot a +361>5000 InCall         | queue:5000,all answered 1 averageSpeedOfAnswer -
    110 b of a >1001 InCall, a TransferCompleted |   serviceLevel - abandonRate 0
                                            |   answeredWithin 0 longestWaitToday -`,

  'who is found talking with a foreign master was answered, nobody knows how fast': `
    99 lost
    100 snapshot b +361>1001 of a InCall dialed 5000
    130 b CallerHungUp                      | queue:5000,team:support,all answered 1
                                            |   averageSpeedOfAnswer - serviceLevel -
                                            |   averageServiceTime - longestWaitToday -
                                            |   answeredByEvent 0 maxInService 1`,

  'a visit that ended while nobody looked is lost, and in no rate': `
    10 a +361>5000 InCall                   | queue:5000,all lost 1 longestWaitToday -
    50 lost                                 |   serviceLevel - abandonRate -
    80 snapshot                             | span:0..50,span:80..90 isCovered true
    90                                      | span:0..51,span:79..90 isCovered false
                                            | queue:5000/30/00:00 lost 1 isCovered false`,

  'a visit whose answer nobody saw is answered, its wait unknown': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageSpeedOfAnswer -
    50 lost                                 |   serviceLevel - averageServiceTime -
    80 snapshot b of a >1001 InCall         |   answeredByEvent 0
    90 b CallerHungUp`,

  'an interval does not know how a visit of it came out in a gap that began when it was over': `
    1790 a +361>5000 InCall                 | queue:5000 answered 1
    1800 lost                               | queue:5000/30/00:00 answered 1 isCovered false
    1860 snapshot b of a >1001 InCall       | span:0..1800 isCovered true
    1900 b CallerHungUp`,

  'nor that one was lost in it': `
    1790 a +361>5000 InCall                 | queue:5000 lost 1
    1800 lost                               | queue:5000/30/00:00 lost 1 isCovered false
    1860 snapshot
    1900`,

  'but it is known whole when the caller waited through that gap': `
    1790 a +361>5000 InCall                 | queue:5000 answered 1
    1800 lost                               | queue:5000/30/00:00 answered 1 isCovered true
    1860 snapshot a
    1900 b of a >1001 InCall, a TransferCompleted`,

  'a loss of connection that a caller waits through costs him nothing': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageSpeedOfAnswer 80
    50 lost                                 |   averageServiceTime 30
    80 snapshot a
    90 b of a >1001 InCall, a TransferCompleted
    120 b CallerHungUp`,

  'without master ids the agent’s session is found by the same caller': `
    10 a +361>5000 of - Ringing InCall      | queue:5000,all answered 1 averageSpeedOfAnswer 25
    30 a TransferRequested Transferring     |   averageServiceTime 30
    30 b +361>1001 of - TransferSetup Ringing
    35 b InCall, a TransferCompleted        | all direct 0
    65 b CallerHungUp`,

  'with seven words and no master ids an answered call is one visit': `
    10 a +361>5000 of - RINGING IN_CALL     | queue:5000,all answered 1 averageSpeedOfAnswer 25
    30 b +361>1001 of - RINGING             |   averageServiceTime 31
    35 b IN_CALL                            | all direct 0
    36 a COMPLETED                          | agent:1001 calls 1 talkSeconds 31
    66 b COMPLETED
    70                                      |`,

  'with seven words a caller who leaves has abandoned when nothing followed': `
    10 a +361>5000 of - RINGING IN_CALL     | queue:5000,all waiting 1 waitingCalls 0
    60 a COMPLETED

    63                                      | queue:5000,all abandoned 1
                                            |   averageWaitOfAbandoned 50`,

  'with seven words a phone that was not picked up was busy, and missed': `
    10 a +361>5000 of - RINGING IN_CALL     | queue:5000,all answered 1 averageSpeedOfAnswer 45
    30 b +361>1001 of - RINGING             | agent:1001 missed 1
    45 b BUSY                               | agent:1002 calls 1
    50 c +361>1002 of - RINGING
    55 c IN_CALL, a COMPLETED`,

  'an end is corrected by what follows it, however late': `
    10 a +361>5000 InCall                   | queue:5000,all abandoned 1
    40 a COMPLETED
    43                                      |

    44 b of a >1001 InCall                  | queue:5000,all answered 1 averageSpeedOfAnswer 34
                                            |   abandonedByEvent 0 averageWaitOfAbandoned -`,

  'two callers who withhold their number are not taken for one': `
    10 a >5000 InCall, b >5000 InCall       | queue:5000,all waiting 2
    20 c >1001 of - Ringing InCall          |   maxWaiting 2
                                            | all direct 1
                                            | agent:1001 calls 1`,

  'a stranger’s word ends nothing, and the next known one counts': `
    10 a +361>5000 Ringing InCall           | queue:5000,all waiting 1
    20 a ?Parked

    40 a CallerHungUp                       | queue:5000,all abandoned 1
    50 a InCall                             |   averageWaitOfAbandoned 30`,

  'a session that closes without a word of its end is over': `
    10 a +361>5000 InCall                   | queue:5000,all abandoned 1
    70 a closed                             |   averageWaitOfAbandoned 60
    73                                      |`,

  'a talk that never ends counts on the day it began, and is on the wall until it does': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime -
    20 b of a >1001 InCall, a TransferCompleted |   averageHandleTime -
    12:00                                   | all agentsTalking 1
                                            | agent:1001 calls 1 talkSeconds 43180 state talking

    36:00                                   | queue:5000@yesterday answered 1
                                            | queue:5000 maxInService 1 maxInProgress 1
                                            | all agentsTalking 1 maxInService 1
                                            | agent:1001 calls 0 talkSeconds 0 state talking
                                            | agent:1001@yesterday calls 1 talkSeconds 129580`,

  'a caller of whose end nobody told waits until a snapshot knows nothing of him': `
    10 a +361>5000 InCall                   | queue:5000,all waiting 1 longestWaitNow 43190
    12:00                                   |

    12:01 snapshot                          | queue:5000,all lost 1 longestWaitNow -`,

  'with seven words a transfer between agents stays the same visit': `
    10 a +361>5000 of - RINGING IN_CALL     | queue:5000,all answered 1 averageSpeedOfAnswer 15
    20 b +361>1001 of - RINGING             |   averageServiceTime 65
    25 b IN_CALL, a COMPLETED               | all direct 0
    60 b COMPLETED                          | agent:1002 calls 1 talkSeconds 30
    61 c +361>1002 of - RINGING
    70 c IN_CALL
    100 c COMPLETED
    104                                     |`,

  'a call that comes more than three seconds after the last one is another call': `
    10 a +361>5000 of - RINGING IN_CALL     | queue:5000 answered 1 averageServiceTime 35
    25 b +361>1001 of - RINGING IN_CALL     | all answered 1 direct 1
    25 a COMPLETED
    60 b COMPLETED
    63.5 c +361>1002 of - RINGING IN_CALL   |`,

  'a talk whose end nobody saw has no length, and no wrap-up follows it': `
    given wrapUp 30
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageSpeedOfAnswer 5
    15 b of a >1001 InCall, a TransferCompleted |   serviceLevel 1 averageServiceTime -
    30 lost                                 |   averageHandleTime -
    35 snapshot                             | agent:1001 calls 1 averageHandleTime - state available
    80                                      |`,

  'a talk of three days counts on the first of them alone': `
    10 a +361>5000 InCall                   | queue:5000,all maxInService 1 maxInProgress 1
    20 b of a >1001 InCall, a TransferCompleted | queue:5000@yesterday maxInService 1
    60:00                                   | all agentsTalking 1

    60:01 b CallerHungUp                    | queue:5000,all,all@yesterday offered 0
                                            | all agentsTalking 0
                                            | agent:1001,agent:1001@yesterday calls 0`,

  'who was answered before we looked stays so when he is transferred to another queue': `
    99 lost
    100 snapshot b +361>1001 of a InCall dialed 5000
    130 b TransferCompleted, c of a >5001 InCall
    160 d of a >1010 InCall, c TransferCompleted
                                            | queue:5000 answered 1 averageSpeedOfAnswer -
                                            | queue:5001 answered 1 averageSpeedOfAnswer 30
                                            | all answered 2 averageSpeedOfAnswer 30`,

  'who came through a queue before we looked is one visit of the site, wherever he talks': `
    99 lost
    100 snapshot b +361>1020 of a InCall dialed 5000
    110                                     | queue:5000,team:desk,all answered 1`,

  'with seven words a ring group is one visit, and its losers have missed nothing': `
    10 a +361>1020 of - RINGING             | team:desk,all answered 1 averageSpeedOfAnswer 4
    10 b +361>1021 of - RINGING             |   averageServiceTime 60
    14 b IN_CALL, a COMPLETED               | agent:1020 missed 0
    74 b COMPLETED                          | agent:1021 calls 1
    80                                      |`,

  'with seven words a ring group that nobody answers flows out': `
    10 a +361>1020 of - RINGING             | team:desk,all flowedOut 1 longestWaitToday 20
    10 b +361>1021 of - RINGING             | agent:1020,agent:1021 missed 1
    30 a BUSY, b BUSY                       |`,

  'a phone that rings late takes the outcome back until it is answered': `
    10 a +361>5000 InCall                   | queue:5000,all flowedOut 1
    30 a TransferCompleted
    33                                      |

    34 b of a >1001 Ringing                 | queue:5000,all waiting 1 longestWaitNow 24

    40 b InCall                             | queue:5000,all answered 1 averageSpeedOfAnswer 30
    50 b CallerHungUp                       |   averageServiceTime 10`,

  'a caller who is found with the phone that rings for him is one visit, if he comes first': `
    99 lost
    100 snapshot a +361>5000 Transferring, b +361>1001 of a Ringing
    105 b InCall, a TransferCompleted       | queue:5000,all answered 1 averageSpeedOfAnswer -
    125 b CallerHungUp                      |   averageServiceTime 20
                                            | all direct 0`,

  'a caller who is found with the phone that rings for him is one visit, if he comes last': `
    99 lost
    100 snapshot b +361>1001 of a Ringing, a +361>5000 Transferring
    105 b InCall, a TransferCompleted       | queue:5000,all answered 1 averageSpeedOfAnswer -
    125 b CallerHungUp                      |   averageServiceTime 20
                                            | all direct 0`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
