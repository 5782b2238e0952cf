import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

/** Answered in time and late, given up early, in time and late, flown out, lost, waiting long and short. */
const allOutcomes = (serviceLevel: string): string => `
     1 i +369>5000 InCall
     5 lost
     8 snapshot
   100 a +361>5000 InCall, b +362>5000 InCall, c +363>5000 InCall, d +364>5000 InCall
   100 e +365>5000 InCall, f +366>5000 InCall, g +367>5000 InCall
   103 e CallerHungUp                       | queue:5000,team:support,all
   110 a TransferCompleted, j of a >1001 InCall | answered 2 abandoned 2 shortAbandoned 1
   112 c CallerHungUp                       |   flowedOut 1 lost 1 waiting 2 answeredWithin 1
   115 f CalleeHungUp                       |   serviceLevel ${serviceLevel} abandonRate 2/5
   125 b TransferCompleted, k of b >1002 InCall | averageSpeedOfAnswer 35/2
   130 d CallerHungUp                       |   averageWaitOfAbandoned 21 longestWaitOfAnswered 25
   135 h +368>5000 InCall                   |   longestWaitNow 40 longestWaitToday 40
   140                                      |   maxWaiting 7 maxInProgress 7 maxInService 2`

const stories: Readonly<Record<string, string>> = {
  'the service level of all who were offered': allOutcomes('1/6'),

  'the service level of those who were answered': `given formula answered ${allOutcomes('1/2')}`,

  'the service level that forgives who gave up early': `given formula positive ${allOutcomes('3/7')}`,

  'without any call counts are 0 and all else has no value': `
    11:59                                   | queue:5000,team:support,team:desk,all
                                            |   serviceLevel - abandonRate - averageSpeedOfAnswer -
                                            |   averageHandleTime - averageServiceTime -
                                            |   averageWaitOfAbandoned - longestWaitNow -
                                            |   longestWaitToday - longestWaitOfAnswered -
                                            |   answeredWithin 0 answeredByEvent 0 abandonedByEvent 0
                                            |   maxWaiting 0 maxInService 0 maxInProgress 0
                                            | queue:5000 agentsAvailable - agentsNotSeen -
                                            |   agentsAnswering - occupancy - outboundAnswered -
                                            | team:support,all occupancy - outboundAnswered 0
                                            |   agentsAnswering 0 agentsAvailable 0 agentsTalking 0
                                            |   agentsHold 0 agentsRinging 0 agentsDialing 0
                                            |   agentsWrapup 0 agentsAway 0 agentsOffline 0
                                            |   agentsUnknown 0
                                            | team:support agentsNotSeen 3
                                            | team:desk agentsNotSeen 2
                                            | all agentsNotSeen 6
                                            | agent:1001 talkSeconds 0 averageHandleTime -
                                            |   lastCallEndedAt - state notSeen
                                            | all/30 rows 24
                                            | all/30/09:00 rows 1 serviceLevel - maxWaiting 0
                                            |   averageSpeedOfAnswer - isCovered true`,

  'a wrap-up that nothing disturbs counts whole, once it is over': `
    given wrapUp 30
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime 30
    15 b of a >1001 InCall, a TransferCompleted |   averageHandleTime -
    45 b CallerHungUp                       | all agentsWrapup 1
    74                                      | agent:1001 calls 1 averageHandleTime - state wrapup

    75                                      | queue:5000,all answered 1 averageHandleTime 60
                                            | all agentsWrapup 0 agentsAvailable 1
                                            | agent:1001 calls 1 talkSeconds 30 averageHandleTime 60`,

  'a wrap-up that the next session cuts short counts as long as it lasted': `
    given wrapUp 30
    given team support 5000 1001+6001 1002
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageHandleTime 40
    15 b of a >1001 InCall, a TransferCompleted
    45 b CallerHungUp                       | team:support,all answered 1 direct 1
    55 c +362>6001 Ringing                  | agent:1001 calls 1 averageHandleTime 40 state ringing

    60 c Cancelled                          | team:support,all answered 1 direct 1
                                            |   averageHandleTime 40 agentsWrapup 0
                                            | queue:5000 answered 1
                                            | agent:1001 calls 1 averageHandleTime 40 state available`,

  'whoever served a visit adds his own wrap-up to it': `
    given wrapUp 30
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime 60
    15 b of a >1001 InCall, a TransferCompleted |   averageHandleTime 120
    45 b TransferCompleted, c of a >1002 InCall
    75 c CallerHungUp                       | agent:1001,agent:1002 calls 1 averageHandleTime 60
    105                                     |

    106                                     | queue:5000,all answered 1 averageHandleTime 120`,

  'a talk among ourselves has no wrap-up': `
    given wrapUp 30
    10 a 1001>1002 Ringing InCall           | team:support,all internal 1 agentsWrapup 0
    40 a CallerHungUp                       | agent:1001,agent:1002 calls 1 averageHandleTime 30
                                            |   state available`,

  'an agent talks to two callers, one of them on hold': `
    10 a +361>1001 Ringing InCall           | all direct 2 agentsTalking 1 agentsRinging 0
    20 b +362>1001 Ringing

    30 a CallerOnHold, b InCall             | all direct 2 agentsTalking 1 agentsHold 0

    60 b CallerHungUp                       | all direct 2 agentsTalking 0 agentsHold 1
    65                                      | agent:1001 calls 2 talkSeconds 50 state hold

    70 a InCall                             | team:support,all direct 2 occupancy 1
    90 a CallerHungUp                       | agent:1001 calls 2 talkSeconds 70
                                            |   averageHandleTime 55 lastCallEndedAt 90`,

  'presence codes send an agent away and bring him back, and are no calls': `
    10 a 1001>*45 InCall                    | team:support,all agentsAway 1 internal 0 outbound 0
    12 a CallerHungUp                       | agent:1001 state away

    50 b 1001>*46 InCall                    | team:support,all agentsAway 0 agentsAvailable 1
    51 b CallerHungUp                       | agent:1001 calls 0 talkSeconds 0 state available`,

  'occupancy is the busy share of the time between the first and the last session': `
    100 a +361>1001 Ringing                 | team:support,all direct 1 occupancy 1
    110 a InCall                            | team:sales occupancy -
    140 a CallerHungUp

    200 b +362>1001 InCall                  | team:support,all direct 2 occupancy 3/7
    215                                     |

    220 b CallerOnHold                      | team:support,all direct 2 occupancy 1/2
    230 b CallerHungUp
    900                                     |`,

  'occupancy counts a wrap-up that lies between two sessions': `
    given wrapUp 20
    110 a +361>1001 InCall                  | team:support,all direct 2 occupancy 2/3
    140 a CallerHungUp
    200 b +362>1001 InCall
    230 b CallerHungUp
    900                                     |`,

  'a phone that was refused, timed out or hung up on has missed a call': `
    10 a +361>1001 Ringing                  | team:support,all direct 3
    20 a Busy                               | agent:1001,agent:1002,agent:1003 missed 1
    30 b +362>1002 Ringing
    50 b NotAnswered
    60 c +363>1003 Ringing
    65 c CalleeHungUp`,

  'a phone on which the caller hung up has missed nothing, nor one that we rang ourselves': `
    10 a +361>1001 Ringing                  | team:support,all direct 2 internal 1
    20 a CallerHungUp                       | agent:1001,agent:1002,agent:1003 missed 0
    30 b +362>1002 Ringing
    40 b Cancelled
    50 c 1002>1003 Ringing
    70 c NotAnswered`,

  'a phone that the queue stops ringing while the caller waits on has missed the call': `
    10 a +361>5000 InCall                   | queue:5000 answered 1 averageSpeedOfAnswer 42
    20 b of a >1001 Ringing                 | agent:1001 missed 1
    40 b Cancelled                          | agent:1002 missed 0 calls 1
    45 c of a >1002 Ringing
    52 c InCall, a TransferCompleted`,

  'a phone that rang beside the one that was answered has missed nothing': `
    10 a +361>5000 InCall                   | queue:5000 answered 1 averageSpeedOfAnswer 15
    20 b of a >1001 Ringing                 | agent:1001 missed 0
    20 c of a >1002 Ringing                 | agent:1002 calls 1
    24.5 b Cancelled
    25 c InCall, a TransferCompleted`,

  'a phone whose end nobody saw has missed nothing': `
    10 a +361>1001 Ringing                  | team:support,all direct 1
    15 lost                                 | agent:1001 missed 0
    40 snapshot`,

  'one who waits and one who talks are two in progress': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 waiting 1
    15 b of a >1001 InCall, a TransferCompleted |   maxWaiting 1 maxInService 1 maxInProgress 2
    20 b CallerOnHold
    30 c +362>5000 InCall                   |`,

  'occupancy leaves out an absence': `
    110 a +361>1001 InCall                  | team:support,all direct 2 occupancy 60/78
    140 a CallerHungUp
    150 b 1001>*45 InCall
    152 b CallerHungUp
    190 c 1001>*46 InCall
    192 c CallerHungUp
    200 d +362>1001 InCall
    230 d CallerHungUp`,

  'five minutes after the connection was lost nobody knows what an agent does': `
    30 lost                                 | team:support agentsNotSeen 3 agentsUnknown 0
    329                                     |

    330                                     | team:support agentsNotSeen 0 agentsUnknown 3
                                            | all agentsUnknown 6

    400 snapshot                            | all agentsNotSeen 6 agentsUnknown 0`,

  'a phone whose caller hung up has missed nothing, though his queue ends later': `
    10 a +361>5000 InCall                   | queue:5000 abandoned 1 averageWaitOfAbandoned 25
    20 b of a >1001 Ringing                 | agent:1001 missed 0
    30 b CallerHungUp
    35 a CallerHungUp`,

  'no wrap-up follows a talk that ends while the agent has another': `
    given wrapUp 30
    10 a +361>1001 InCall                   | team:support,all direct 2
    30 a CallerOnHold, b +362>1001 InCall   | agent:1001 calls 2 talkSeconds 190
    60 b CallerHungUp, a InCall             |   averageHandleTime 125
    200 a CallerHungUp
    230                                     |`,

  'a visit is handled when nobody rings for it any more': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime -
    15 b of a >1001 InCall, a TransferCompleted |   averageHandleTime -
    45 b TransferCompleted, c of a >1002 Ringing

    60 c InCall                             | queue:5000,all answered 1 averageServiceTime 60
    90 c CallerHungUp                       |   averageHandleTime 60`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
