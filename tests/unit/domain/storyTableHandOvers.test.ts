import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

const stories: Readonly<Record<string, string>> = {
  'a blind transfer that is answered stays the same visit': `
    10 a +361>5000 InCall                   | queue:5000,team:support,all answered 1
    20 a TransferRequested Transferring     |   averageSpeedOfAnswer 15 serviceLevel 1
    20 b of a >1001 TransferSetup Ringing   |   averageServiceTime 75 averageHandleTime 75
    25 b InCall, a TransferCompleted        |   maxInService 1
    60 b TransferRequested Transferring     | team:support,all agentsAnswering 2
    60 c of a >1002 TransferSetup Ringing   | agent:1001 calls 1 talkSeconds 45
    70 c InCall, b TransferCompleted        | agent:1002 calls 1 talkSeconds 30
    100 c CallerHungUp`,

  'a blind transfer that is not answered comes back to who asked for it': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime 65
    25 b of a >1001 InCall, a TransferCompleted |
    60 b TransferRequested Transferring     | agent:1001 calls 1 talkSeconds 65
    60 c of b >1002 TransferSetup Ringing   | agent:1002 missed 1
    75 c NotAnswered, b TransferFailed InCall
    90 b CallerHungUp`,

  'a blind transfer to another queue makes a second visit, which waits anew': `
    10 a +361>5000 InCall                   | queue:5000 answered 1 averageSpeedOfAnswer 15
    25 b of a >1001 InCall, a TransferCompleted |   averageServiceTime 60
    85 b TransferRequested Transferring     | queue:5001 answered 1 averageSpeedOfAnswer 12
    85 c of a >5001 Ringing InCall          |   averageServiceTime 30
    85 b TransferCompleted                  | all answered 2 averageSpeedOfAnswer 27/2
    97 d of a >1010 InCall, c TransferCompleted |   averageServiceTime 45 maxInProgress 1
    127 d CallerHungUp                      |   maxWaiting 1 maxInService 1 agentsAnswering 2`,

  'an attended transfer leaves the customer in his call and the consultation in its own': `
    10 a +361>1020 Ringing                  | team:desk,all answered 1 averageSpeedOfAnswer 5
    15 a InCall                             |   averageServiceTime 65 averageHandleTime 85
    40 a CallerOnHold, c 1020>1021 Ringing  |   internal 1 maxInService 1
    44 c InCall                             | agent:1020 calls 2 talkSeconds 41
    60 a TransferCompleted                  |   averageHandleTime 61/2
    60 c TransferCompleted                  | agent:1021 calls 2 talkSeconds 56
    60 d +361>1021 of c InCall              |   averageHandleTime 28
    100 d CallerHungUp`,

  'a consultation that is declined takes nothing from the visit': `
    10 a +361>1020 Ringing                  | team:desk,all answered 1 averageServiceTime 55
    15 a InCall                             |   averageHandleTime 65 internal 1
    40 a CallerOnHold, c 1020>1021 Ringing  | agent:1020 calls 1 talkSeconds 55
    50 c Busy, a InCall                     | agent:1021 missed 0
    80 a CalleeHungUp`,

  'a call between two of us counts for the teams of both, and once for all': `
    10 a 1001>1002 Ringing                  | team:support,all internal 1
    15 a InCall                             | agent:1001,agent:1002 calls 1 talkSeconds 30
    45 a CallerHungUp

    50 b 1001>1010 Ringing                  | team:support,all internal 2
    60 b NotAnswered                        | team:sales internal 1
                                            | agent:1010 missed 0`,

  'calls to outside are answered, busy, or left to ring': `
    10 a 1001>+361 Ringing                  | team:support,all outbound 4 outboundAnswered 1
    20 a InCall                             | team:sales outbound 0
    50 a CallerHungUp                       | agent:1001 calls 1 talkSeconds 30
    60 b 1001>+362 Ringing Busy
    70 c 1001>+363 Ringing
    100 c NotAnswered
    110 d 1001>+364 Ringing Cancelled`,

  'a transfer back to the same queue is a new visit': `
    10 a +361>5000 InCall                   | queue:5000,all answered 2
    15 b of a >1001 InCall, a TransferCompleted |   averageSpeedOfAnswer 15/2
    45 b TransferCompleted, c of a >5000 InCall |   averageServiceTime 30 maxInService 1
    55 d of a >1002 InCall, c TransferCompleted
    85 d CallerHungUp`,

  'a phone that sends its call on to another has missed it': `
    10 a +361>1001 Ringing                  | team:support,all direct 1
    15 a Redirected, b of a >1002 Ringing   | agent:1001 missed 1
    20 b InCall                             | agent:1002 calls 1 talkSeconds 30
    50 b CallerHungUp`,

  'a consultation about a caller from the queue is no part of his visit': `
    10 a +361>5000 InCall                   | queue:5000,team:support,all answered 1
    15 b of a >1001 InCall, a TransferCompleted |   averageSpeedOfAnswer 5 averageServiceTime 65
    40 b CallerOnHold, c 1001>1002 Ringing  |   averageHandleTime 85
    44 c InCall                             | team:support,all internal 1
    60 b TransferCompleted, c TransferCompleted
    60 d +361>1002 of c InCall              | agent:1001 calls 2 talkSeconds 41
    100 d CallerHungUp                      | agent:1002 calls 2 talkSeconds 56`,

  'an agent who asks in another queue is a visitor there, his caller is not': `
    10 a +361>5000 InCall                   | queue:5000 answered 1 averageSpeedOfAnswer 5
    15 b of a >1001 InCall, a TransferCompleted |   averageServiceTime 55 averageHandleTime 75
    40 b CallerOnHold, c 1001>5001 InCall   | queue:5001 answered 1 averageSpeedOfAnswer 10
    50 e of c >1010 InCall, c TransferCompleted |   averageServiceTime 10
    60 b TransferCompleted, e TransferCompleted
    60 d +361>1010 of c InCall              | all answered 2 internal 0
    90 d CallerHungUp`,

  'a caller who is parked and picked up by another agent is served by both': `
    10 a +361>1020 InCall                   | team:desk,all answered 1 averageServiceTime 60
    40 a TransferCompleted, b of a >900 InCall
    60 b TransferCompleted, c of a >1021 InCall
    90 c CallerHungUp                       | agent:1020,agent:1021 calls 1 talkSeconds 30`,

  'a direct call that is transferred to a team without queues is a visit there': `
    10 a +361>1001 InCall                   | team:support direct 1
    40 a TransferCompleted, b of a >1020 Ringing
    45 b InCall                             | team:desk,all answered 1 averageSpeedOfAnswer 5
    60 b CallerHungUp                       |   averageServiceTime 15`,

  'a queue may hand over within its session, and the phones it rings follow': `
    10 a +361>5000 Ringing InCall           | queue:5000,all answered 1 averageSpeedOfAnswer 40
    30 a >1001 Ringing                      |   averageServiceTime 30 maxWaiting 1 maxInService 1
    45 a >1002                              | agent:1001 missed 1
    50 a InCall                             | agent:1002 calls 1 talkSeconds 30
    80 a CallerHungUp`,

  'a session that goes back from a phone to the queue waits on': `
    10 a +361>5000 Ringing InCall           | queue:5000,all waiting 1 longestWaitNow 40
    30 a >1001 Ringing                      | agent:1001 missed 1
    45 a >5000 InCall
    50                                      |

    60 a CallerHungUp                       | queue:5000,all abandoned 1
                                            |   averageWaitOfAbandoned 50`,

  'a phone whose call went to the voicemail has missed it': `
    10 a +361>1001 Ringing                  | team:support,all direct 1
    30 a >900 InCall                        | agent:1001 missed 1
    60 a CallerHungUp`,

  'a hand-over that is told after its follow-up still joins the two': `
    10 a +361>1001 Ringing InCall           | team:support,all direct 1
    60 b +361>1002 of - Ringing             | agent:1001 calls 1 talkSeconds 51
    61 a TransferCompleted                  | agent:1002 calls 1 talkSeconds 20
    70 b InCall
    90 b CallerHungUp`,

  'a word from before the answer that comes late does not take the answer back': `
    10 a +361>5000 Ringing InCall Ringing   | queue:5000,all answered 1 averageSpeedOfAnswer 25
    30 b of a >1001 Ringing                 | agent:1001 calls 1 talkSeconds 60 state talking
    35 b InCall, a TransferCompleted
    36 b Ringing
    95                                      |`,

  'a phone that takes the call over as it answers leaves no missed call behind': `
    10 a +361>1020 Ringing                  | team:desk,all answered 1 averageSpeedOfAnswer 6
    16 a >1021 InCall                       | agent:1020 missed 0
    30 a CallerHungUp                       | agent:1021 calls 1 talkSeconds 14`,

  'an answered caller who gives up in the next queue has abandoned that one': `
    10 a +361>5000 InCall                   | queue:5000 answered 1
    15 b of a >1001 InCall, a TransferCompleted
    60 b TransferCompleted, c of a >5001 InCall
    90 c CallerHungUp                       | queue:5001 abandoned 1 averageWaitOfAbandoned 30
                                            | all answered 1 abandoned 1 abandonRate 1/2`,

  'an answered caller who gives up while he is transferred has nobody missed': `
    10 a +361>5000 InCall                   | queue:5000,all answered 1 averageServiceTime 55
    15 b of a >1001 InCall, a TransferCompleted
    60 b TransferRequested Transferring
    60 c of a >1002 TransferSetup Ringing   | agent:1001 calls 1 talkSeconds 55
    70 b CallerHungUp, c Cancelled          | agent:1002 missed 0`,

  'a phone in the next queue can miss a caller whom somebody answered before': `
    10 a +361>5000 InCall                   | queue:5000,queue:5001 answered 1
    15 b of a >1001 InCall, a TransferCompleted
    60 b TransferCompleted, c of a >5001 InCall
    70 d of a >1010 Ringing                 | agent:1010 calls 1 missed 1
    80 d NotAnswered
    90 e of a >1010 InCall, c TransferCompleted`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
