import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

const stories: Readonly<Record<string, string>> = {
  'a caller waits in the queue until an agent answers': `
    10 a +361>5000 Setup Ringing InCall     | queue:5000,team:support,all waiting 1
    30                                      |   longestWaitNow 20 longestWaitToday 20 serviceLevel -
                                            |   averageSpeedOfAnswer - abandonRate -
                                            |   maxWaiting 1 maxInService 0 maxInProgress 1

    30.001                                  | queue:5000,all waiting 1 serviceLevel 0

    31 a TransferRequested Transferring
    31 b of a >1001 TransferSetup Ringing
    35 b InCall, a TransferCompleted closed | queue:5000,team:support,all answered 1
    95 b CallerHungUp closed                |   answeredWithin 0 serviceLevel 0 abandonRate 0
                                            |   averageSpeedOfAnswer 25 longestWaitOfAnswered 25
                                            |   longestWaitToday 25 longestWaitNow -
                                            |   averageServiceTime 60 averageHandleTime 60
                                            |   maxWaiting 1 maxInService 1 maxInProgress 1
                                            | team:support,all agentsAnswering 1
                                            | queue:5000 agentsAnswering -
                                            | agent:1001 calls 1 talkSeconds 60 averageHandleTime 60
                                            |   lastCallEndedAt 95`,

  'an answer after exactly the time of the service level is in time': `
    10 a +361>5000 InCall                   | queue:5000 answered 2 answeredWithin 1
    10 b +362>5000 InCall                   |   serviceLevel 1/2 averageSpeedOfAnswer 20.0005
    30 a TransferCompleted, c of a >1001 InCall
    30.001 b TransferCompleted, d of b >1002 InCall`,

  'a caller gives up while he waits': `
    10 a +361>5000 Ringing InCall           | queue:5000,team:support,all abandoned 1
    70 a CallerHungUp                       |   averageWaitOfAbandoned 60 longestWaitToday 60
                                            |   abandonRate 1 serviceLevel 0 abandonedByEvent 1`,

  'a caller gives up before the queue has picked up': `
    10 a +361>5000 Ringing                  | queue:5000 waiting 1

    40 a Cancelled                          | queue:5000 abandoned 1 averageWaitOfAbandoned 30`,

  'a caller gives up while a phone rings for him, and nobody has missed him': `
    10 a +361>5000 Ringing InCall           | queue:5000,all abandoned 1
    30 a TransferRequested Transferring     |   averageWaitOfAbandoned 30
    30 b of a >1001 TransferSetup Ringing   | agent:1001 missed 0 state available
    40 b Cancelled, a CallerHungUp

    50 c +362>5000 Ringing InCall           | queue:5000 abandoned 2
    60 c TransferRequested Transferring     |   averageWaitOfAbandoned 25
    60 d of c >1001 TransferSetup Ringing   | agent:1001 missed 0
    70 c CallerHungUp
    70.4 d Cancelled`,

  'who gives up sooner than the short-abandon limit is counted apart': `
    10 a +361>5000 Ringing InCall           | queue:5000 shortAbandoned 1
    14.999 a CallerHungUp                   |   serviceLevel - abandonRate - abandonedByEvent 0
                                            |   averageWaitOfAbandoned - longestWaitToday 4.999

    20 b +362>5000 Ringing InCall           | queue:5000 shortAbandoned 1 abandoned 1
    25 b CallerHungUp                       |   serviceLevel 0 abandonRate 1 abandonedByEvent 1
                                            |   averageWaitOfAbandoned 5`,

  'a short-abandon limit of nothing knows no short abandons': `
    given short 0
    10 a +361>5000 Ringing InCall           | queue:5000 abandoned 1 averageWaitOfAbandoned 0
    10 a CallerHungUp                       |   longestWaitToday 0 abandonRate 1`,

  'the second agent answers the visit that the first one let ring': `
    10 a +361>5000 Ringing InCall           | queue:5000 waiting 1 flowedOut 0 longestWaitNow 35
    30 a TransferRequested Transferring     | agent:1001 missed 1 state available
    30 b of a >1001 TransferSetup Ringing
    45 b NotAnswered, a TransferFailed InCall

    46 a TransferRequested Transferring     | queue:5000,team:support,all answered 1
    46 c of a >1002 TransferSetup Ringing   |   averageSpeedOfAnswer 40 averageServiceTime 30
    50 c InCall, a TransferCompleted        | agent:1001 missed 1
    80 c CalleeHungUp                       | agent:1002 calls 1 talkSeconds 30`,

  'a direct call to an agent of a team with queues is no visit': `
    10 a +361>1001 Ringing                  | team:support,all direct 1 averageHandleTime -
    15 a InCall                             |   maxInService 0 maxInProgress 0 serviceLevel -
    45 a CalleeHungUp                       | team:sales direct 0
                                            | agent:1001 calls 1 talkSeconds 30

    50 b +362>1010 Ringing                  | team:support direct 1
    70 b NotAnswered                        | team:sales direct 1
                                            | all direct 2
                                            | agent:1010 missed 1`,

  'a direct call to an agent of a team without queues is a visit from the first ring': `
    10 a +361>1020 Setup                    | team:desk,all offered 0

    12 a Ringing                            | team:desk,all answered 1 answeredWithin 1
    20 a InCall                             |   serviceLevel 1 averageSpeedOfAnswer 8
    50 a CallerHungUp                       |   averageServiceTime 30 direct 0`,

  'a caller gives up while a team without queues rings': `
    10 a +361>1020 Ringing                  | team:desk,all abandoned 1
    30 a Cancelled                          |   averageWaitOfAbandoned 20
                                            | agent:1020 missed 0`,

  'a ring group in parallel sessions is one visit, and its losers have missed nothing': `
    10 a +361>1020 Ringing                  | team:desk,all answered 1 averageSpeedOfAnswer 4
    10 b +361>1021 Ringing                  |   averageServiceTime 60 maxWaiting 1 maxInService 1
    14 b InCall, a Cancelled                | agent:1020 missed 0
    74 b CallerHungUp                       | agent:1021 calls 1 talkSeconds 60`,

  'a ring group in parallel sessions that nobody answers flows out': `
    10 a +361>1020 Ringing                  | team:desk,all flowedOut 1 longestWaitToday 30
    10 b +361>1021 Ringing                  |   abandonRate 0 serviceLevel 0
    40 a NotAnswered, b NotAnswered         | agent:1020,agent:1021 missed 1`,

  'a ring group in one session is answered by the phone to which it has come': `
    10 a +361>1020 Ringing                  | team:desk,all answered 1 averageSpeedOfAnswer 26
    30 a >1021                              |   averageServiceTime 30 maxWaiting 1
    36 a InCall                             | agent:1020 missed 1 state available
    66 a CallerHungUp                       | agent:1021 calls 1 talkSeconds 30`,

  'a ring group in one session that nobody answers flows out': `
    10 a +361>1020 Ringing                  | team:desk,all flowedOut 1 longestWaitToday 30
    25 a >1021                              | agent:1020,agent:1021 missed 1
    40 a NotAnswered`,

  'the queue hangs up, and three seconds later the visit has flowed out': `
    10 a +361>5000 Ringing InCall           | queue:5000,all waiting 1 waitingCalls 0
    40 a CalleeHungUp                       |   longestWaitNow -

    43                                      | queue:5000,all flowedOut 1 abandonRate 0
                                            |   serviceLevel 0 longestWaitToday 30`,

  'a caller who overflows to a second queue is offered in both': `
    10 a +361>5000 Ringing InCall           | queue:5000 waiting 1 waitingCalls 0
    40 a Redirected                         | all waiting 1 waitingCalls 0

    41 b of a >5001 Ringing InCall          | queue:5000 flowedOut 1 waitingCalls 0
    60 b CallerHungUp                       | queue:5001 abandoned 1 averageWaitOfAbandoned 19
                                            | all flowedOut 1 abandoned 1 abandonRate 1/2
                                            |   averageWaitOfAbandoned 19 maxWaiting 1`,

  'a caller whom the queue sends to the voicemail has flowed out': `
    10 a +361>5000 Ringing InCall           | queue:5000,all flowedOut 1 longestWaitToday 30
    40 a TransferRequested Transferring     |   averageServiceTime - maxInService 0
    40 b of a >900 InCall, a TransferCompleted
    90 b CallerHungUp`,

  'a caller who listens to a menu first arrives when he reaches the queue': `
    10 a +361>900 Ringing InCall            | queue:5000,all waiting 1 longestWaitNow 20
    30 a TransferCompleted, b of a >5000 InCall
    50                                      |

    100 b CallerHungUp                      | queue:5000,all abandoned 1
                                            |   averageWaitOfAbandoned 70`,

  'an agent who calls a queue is a visitor like any other': `
    10 a 1010>5000 Ringing InCall           | queue:5000 waiting 1
                                            | all waiting 1 internal 0 agentsDialing 1

    20 a TransferRequested Transferring     | queue:5000,team:support,all answered 1
    20 b of a >1001 TransferSetup Ringing   |   averageSpeedOfAnswer 10 averageServiceTime 30
    20 b InCall, a TransferCompleted        | agent:1001,agent:1010 calls 1 talkSeconds 30
    50 b CallerHungUp`,

  'a mobile to which the queue sends the caller answers like an agent': `
    10 a +361>5000 Ringing InCall           | queue:5000,team:support,all answered 1
    40 a TransferRequested Transferring     |   averageSpeedOfAnswer 40 averageServiceTime 30
    40 b of a >+3620 TransferSetup Ringing  |   maxInService 1 agentsAnswering 0
    50 b InCall, a TransferCompleted        | queue:5000 agentsAnswering -
    80 b CallerHungUp`,

  'who calls again after he gave up is a second visit': `
    10 a +361>5000 Ringing InCall           | queue:5000,all abandoned 1 waiting 1
    40 a CallerHungUp                       |   longestWaitNow 9 averageWaitOfAbandoned 30
    41 b +361>5000 Ringing InCall
    50                                      |`,

  'a caller who is sent there and back is offered at every stop': `
    10 a +361>5000 InCall                   | queue:5000 flowedOut 1 abandoned 1
    30 b of a >5001 InCall, a Redirected    |   averageWaitOfAbandoned 10 maxWaiting 1
    50 c of a >5000 InCall, b Redirected    | queue:5001 flowedOut 1 longestWaitToday 20
    60 c CallerHungUp                       | all flowedOut 2 abandoned 1 maxWaiting 1`,

  'an agent who lets a call ring and takes it the second time is one visit': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageSpeedOfAnswer 32
    20 b of a >1001 Ringing                 | agent:1001 calls 1 missed 1 talkSeconds 30
    35 b NotAnswered
    40 c of a >1001 Ringing
    42 c InCall, a TransferCompleted
    72 c CallerHungUp`,

  'a direct call that an agent sends to a queue is direct, and then a visit': `
    10 a +361>1001 InCall                   | queue:5000 answered 1 averageSpeedOfAnswer 20
    40 a TransferCompleted, b of a >5000 InCall |   averageServiceTime 30
    60 c of a >1002 InCall, b TransferCompleted | team:support,all answered 1 direct 1
    90 c CallerHungUp                       | agent:1001,agent:1002 calls 1 talkSeconds 30`,

  'a menu before it takes nothing from a direct call': `
    10 a +361>900 InCall                    | team:support,all direct 1
    30 a TransferCompleted, b of a >1001 Ringing
    35 b InCall                             | agent:1001 calls 1 talkSeconds 25
    60 b CallerHungUp`,

  'two callers with the same number are two visits': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 waiting 1
    12 b +361>5000 InCall                   |   averageSpeedOfAnswer 8 longestWaitNow 10
    20 c of b >1001 InCall, b TransferCompleted`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
