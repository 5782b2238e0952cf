import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

const stories: Readonly<Record<string, string>> = {
  'an agent in two teams counts once for the site': `
    given team night 5002 1001 1010
    10                                      | team:support agentsNotSeen 3
                                            | team:night agentsNotSeen 2
                                            | all agentsNotSeen 6

    20 a +361>1001 Ringing InCall           | team:support agentsTalking 1 agentsNotSeen 2 direct 1
                                            | team:night agentsTalking 1 agentsNotSeen 1 direct 1
                                            | all agentsTalking 1 agentsNotSeen 5 direct 1`,

  'a direct call to an agent who is also in a team without queues is a visit for the site': `
    given team lobby - 1001
    10 a +361>1001 Ringing                  | team:support direct 1
    15 a InCall                             | team:lobby,all answered 1 direct 0
                                            |   averageSpeedOfAnswer 5`,

  'a peak of the site is over the sum of its queues, not the sum of their peaks': `
    10 a +361>5000 InCall                   | queue:5000 abandoned 3 maxWaiting 2 maxInProgress 2
    15 b +362>5000 InCall                   | queue:5001 abandoned 1 maxWaiting 1
    20 a CallerHungUp, c +363>5000 InCall   | all abandoned 4 maxWaiting 2 maxInService 0
    30 b CallerHungUp, c CallerHungUp
    30 d +364>5001 InCall
    40 d CallerHungUp`,

  'two teams without queues that ring together have a visit each, and the site has one': `
    given team lobby - 1030
    10 a +361>1020 Ringing                  | team:desk,team:lobby,all answered 1
    10 b +361>1030 Ringing                  |   averageSpeedOfAnswer 6
    16 b InCall, a Cancelled                | agent:1020 missed 0
    46 b CallerHungUp                       | agent:1030 calls 1`,

  'who is transferred from a queue to a team without queues is its visit too': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageSpeedOfAnswer 5
    15 a TransferCompleted, b of a >1001 InCall |   averageServiceTime 65
    45 b TransferRequested Transferring     | team:desk answered 1 averageSpeedOfAnswer 5
    45 c of a >1020 TransferSetup Ringing   |   averageServiceTime 30
    50 c InCall, b TransferCompleted
    80 c CallerHungUp`,

  'who comes from a team without queues to a queue is a visit of both': `
    10 a +361>1020 Ringing                  | team:desk flowedOut 1 longestWaitToday 20
    30 a NotAnswered, b of a >5000 InCall   | queue:5000 answered 1 averageSpeedOfAnswer 15
    45 c of a >1001 InCall, b TransferCompleted | all answered 1 flowedOut 1
    75 c CallerHungUp                       |   averageSpeedOfAnswer 15 averageServiceTime 30
                                            | agent:1020 missed 1`,

  'a figure over several queues is their sum, recomputed, and a queue of two teams counts once': `
    given team both 5000,5001 1001
    10 a +361>5000 InCall                   | queue:5000,team:support answered 1
    20 b of a >1001 InCall, a TransferCompleted | averageSpeedOfAnswer 10 serviceLevel 1
    30 b CallerHungUp                       | queue:5001,team:sales answered 3
    100 c +362>5001 InCall                  |   averageSpeedOfAnswer 30 serviceLevel 0
    100 d +363>5001 InCall, e +364>5001 InCall | team:both,all answered 4
    130 f of c >1010 InCall, c TransferCompleted | averageSpeedOfAnswer 25 serviceLevel 1/4
    130 g of d >1002 InCall, d TransferCompleted | averageServiceTime 55 maxWaiting 3
    130 h of e >1003 InCall, e TransferCompleted | maxInService 3 maxInProgress 3
    200 f CallerHungUp, g CallerHungUp, h CallerHungUp`,

  'an extension that the directory names is one of us, however late it does': `
    10 a 1077>1001 Ringing InCall           | team:support,all direct 1
                                            | team:desk offered 0

    20 directory 1077                       | team:support,all internal 1
    40 a CallerHungUp                       | agent:1001 calls 1 talkSeconds 30

    50 directory 1077 1001:off              | team:support agentsOffline 1 agentsNotSeen 2 internal 1`,

  'a short ring at a team without queues is a short abandon': `
    10 a +361>1020 Ringing, b +361>1021 Ringing
    13 a Cancelled, b Cancelled             | team:desk,all shortAbandoned 1
                                            | agent:1020,agent:1021 missed 0`,

  'whoever a queue cannot take has flowed out': `
    10 a +361>5000 Ringing, b +362>5000 Ringing
    10 c +363>5000 InCall, d +364>5000 Ringing
    20 a Error, b NotFound, c Aborted, d Busy
                                            | queue:5000,team:support,all flowedOut 4
                                            |   longestWaitToday 10 abandonRate 0`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
