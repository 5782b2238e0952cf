import { expect, test } from 'vitest'
import { tellStory } from '../../support/storyTable.ts'

const stories: Readonly<Record<string, string>> = {
  'a visit stays in the day in which it arrived, a talk goes to that of its answer': `
    23:59:50 a +361>5000 InCall             | queue:5000,all waiting 1
    23:59:55                                |

    24:00:05                                | queue:5000@yesterday,all@yesterday waiting 1
                                            | queue:5000,all waitingCalls 1 longestWaitNow 15
                                            |   maxWaiting 1

    24:00:10 b of a >1001 InCall, a TransferCompleted
    24:01 b CallerHungUp                    | queue:5000@yesterday,all@yesterday answered 1
                                            |   averageSpeedOfAnswer 20 averageServiceTime 50
                                            |   answeredByEvent 0 maxWaiting 1 maxInService 0
                                            | queue:5000,all answeredByEvent 1 maxWaiting 1
                                            |   maxInService 1 averageSpeedOfAnswer -
                                            | agent:1001 calls 1 talkSeconds 50
                                            | agent:1001@yesterday calls 0 talkSeconds 0`,

  'who talks at midnight has the call of the day before': `
    23:59:30 a +361>1001 InCall             | team:support@yesterday,all@yesterday direct 1
    24:00:30 a CallerHungUp                 | team:support,all direct 0
                                            | agent:1001@yesterday calls 1 talkSeconds 60
                                            | agent:1001 calls 0 talkSeconds 0 state available`,

  'the night with 25 hours has two rows for each half of the hour that comes twice': `
    given zone Europe/Budapest
    given day 1999-10-31
    01:50+02:00 c +363>5000 InCall          | queue:5000 abandoned 3 averageWaitOfAbandoned 660
    02:10+02:00 a +361>5000 InCall          | queue:5000/15 rows 100
    02:12+02:00 a CallerHungUp              | queue:5000/30 rows 50
    02:20+02:00 c CallerHungUp              | queue:5000/60 rows 25
    02:10+01:00 b +362>5000 InCall          | queue:5000/30/02:00,queue:5000/30/02:30 rows 2
    02:11+01:00 b CallerHungUp              | queue:5000/30/01:30 abandoned 1 maxWaiting 1
    23:59+01:00                             | queue:5000/30/02:00+02:00 abandoned 1 maxWaiting 2
                                            |   abandonedByEvent 2 averageWaitOfAbandoned 120
                                            | queue:5000/30/02:30+02:00 offered 0 maxWaiting 0
                                            | queue:5000/30/02:00+01:00 abandoned 1 maxWaiting 1
                                            |   abandonedByEvent 1 averageWaitOfAbandoned 60
                                            | queue:5000/60/02:00+02:00 abandoned 1
                                            | queue:5000/60/02:00+01:00 abandoned 1

    25:00:10                                | queue:5000@yesterday abandoned 3
                                            | queue:5000/30@yesterday rows 50
                                            | queue:5000/30 rows 1`,

  'the night with 23 hours has no row for the hour that is left out': `
    given zone Europe/Budapest
    given day 2000-03-26
    01:50+01:00 a +361>5000 InCall          | queue:5000 abandoned 2 averageWaitOfAbandoned 630
    03:10+02:00 a CallerHungUp              | queue:5000/15 rows 92
    03:20+02:00 b +362>5000 InCall          | queue:5000/30 rows 46
    03:21+02:00 b CallerHungUp              | queue:5000/60 rows 23
    23:59+02:00                             | queue:5000/30/02:00,queue:5000/30/02:30 rows 0
                                            | queue:5000/30/01:30 abandoned 1 maxWaiting 1
                                            |   abandonedByEvent 0 averageWaitOfAbandoned 1200
                                            | queue:5000/30/03:00 abandoned 1 maxWaiting 1
                                            |   abandonedByEvent 2 averageWaitOfAbandoned 60

    23:00:10                                | queue:5000@yesterday abandoned 2
                                            | queue:5000/30@yesterday rows 46
                                            | queue:5000/30 rows 1`,

  'a day that begins at six takes the night with it': `
    given dayStartsAt 06:00
    05:50 a +361>5000 InCall                | queue:5000@yesterday,all@yesterday abandoned 1
    05:51 a CallerHungUp                    |   averageWaitOfAbandoned 60
    06:10 b +362>5000 InCall                | queue:5000,all abandoned 1
    06:12 b CallerHungUp                    |   averageWaitOfAbandoned 120
    06:59                                   | queue:5000/30 rows 2
                                            | queue:5000/30/05:30 rows 0
                                            | queue:5000/30/06:00 abandoned 1
                                            | queue:5000/30/06:30 offered 0 isCovered true
                                            | queue:5000/30@yesterday rows 48
                                            | queue:5000/30/05:30@yesterday abandoned 1`,

  'intervals of a quarter, a half and an hour hold the same visits': `
    09:05 a +361>5000 InCall                | queue:5000,team:support,all abandoned 3
    09:05:10 a CallerHungUp                 | all/15 rows 40
    09:20 b +362>5000 InCall                | all/15/09:00,all/15/09:15,all/15/09:45 abandoned 1
    09:20:10 b CallerHungUp                 | all/15/09:30,all/15/08:45 offered 0
    09:50 c +363>5000 InCall                | all/30 rows 20
    09:50:10 c CallerHungUp                 | all/30/09:00 abandoned 2
    09:59                                   | all/30/09:30,team:support/30/09:30 abandoned 1
                                            | all/60 rows 10
                                            | all/60/09:00,queue:5000/60/09:00 abandoned 3`,

  'intervals begin at full and half hours of the site’s own zone': `
    given zone Asia/Kathmandu
    09:05 a +361>5000 InCall                | queue:5000,all abandoned 1
    09:05:10 a CallerHungUp                 | all/30 rows 20
    09:59                                   | all/30/09:00 abandoned 1
                                            | all/60/09:00 abandoned 1`,

  'an interval counts arrivals, and apart from them what happened in it': `
    09:29:50 a +361>5000 InCall             | queue:5000 answered 1 abandoned 1
    09:29:55 b +362>5000 InCall             |   answeredByEvent 1 abandonedByEvent 1
    09:30:05 c of a >1001 InCall, a TransferCompleted
    09:30:15 b CallerHungUp                 | queue:5000/30/09:00 answered 1 abandoned 1
    09:40 c CallerHungUp                    |   answeredByEvent 0 abandonedByEvent 0
                                            |   averageSpeedOfAnswer 15 serviceLevel 1/2
                                            |   maxWaiting 2 maxInService 0
                                            | queue:5000/30/09:30 offered 0
                                            |   answeredByEvent 1 abandonedByEvent 1
                                            |   averageSpeedOfAnswer - serviceLevel -
                                            |   maxWaiting 2 maxInService 1 maxInProgress 2
                                            | team:support/30/09:30 offered 0 agentsAnswering 1`,

  'an interval begins with those who wait already': `
    09:20 a +361>5000 InCall                | queue:5000 waiting 1
    10:10                                   | queue:5000/30/09:00 waiting 1 maxWaiting 1
                                            |   serviceLevel 0 longestWaitToday 3000
                                            | queue:5000/30/09:30 offered 0 maxWaiting 1
                                            |   serviceLevel -
                                            | queue:5000/30/10:00 offered 0 maxWaiting 1`,

  'an interval of which a part was missed says so': `
    09:40 lost                              | all/30/09:00,all/30/10:30 offered 0 isCovered true
    10:05 snapshot                          | all/30/09:30,all/30/10:00 offered 0 isCovered false
    10:59                                   | span:00:00..09:40,span:10:05..10:59 isCovered true
                                            | span:09:00..10:00,span:00:00..10:59 isCovered false`,

  'a wrap-up that lasts over midnight belongs to the day of its visit': `
    given wrapUp 30
    23:59 a +361>5000 InCall                | queue:5000@yesterday,all@yesterday answered 1
    23:59:10 b of a >1001 InCall, a TransferCompleted | averageServiceTime 40 averageHandleTime 70
    23:59:50 b CallerHungUp                 | agent:1001@yesterday calls 1 averageHandleTime 70
    24:00:30                                | agent:1001 calls 0 averageHandleTime -
                                            | team:support occupancy -`,

  'occupancy of a talk over midnight is shared by the days': `
    23:00 a +361>1001 InCall                | team:support@yesterday,all@yesterday direct 2
    23:30 a CallerHungUp                    |   occupancy 31/60
    23:59 b +362>1001 InCall                | team:support,all direct 1 occupancy 2/3
    24:01 b CallerHungUp
    24:02 c +363>1001 InCall
    24:03 c CallerHungUp`,

  'who arrives on the stroke of midnight belongs to the new day': `
    24:00 a +361>5000 InCall                | queue:5000,all abandoned 1
    24:00:10 a CallerHungUp                 | queue:5000@yesterday,all@yesterday offered 0
                                            | queue:5000/30/00:00 abandoned 1 maxWaiting 1
                                            | queue:5000/30 rows 1`,

  'calls that are long over still count': `
    10 a +361>5000 InCall                   | queue:5000,all abandoned 2
    70 a CallerHungUp                       |   averageWaitOfAbandoned 35 longestWaitToday 60
    01:00 b +361>5000 InCall                |   maxWaiting 1
    01:00:10 b CallerHungUp
    02:00                                   |`,

  'a call of two visits belongs with each to the day of its arrival there': `
    23:59:50 a +361>5000 InCall             | queue:5000@yesterday,all@yesterday answered 1
    24:00:05 b of a >1001 InCall, a TransferCompleted | averageServiceTime 20
    24:00:25 b TransferCompleted, c of a >5001 InCall
    24:00:35 d of a >1010 InCall, c TransferCompleted
    24:00:55 d CallerHungUp                 | queue:5001,all answered 1
                                            |   averageSpeedOfAnswer 10
                                            | queue:5000 answeredByEvent 1
                                            | all answeredByEvent 2`,
}

for (const [name, story] of Object.entries(stories)) {
  test(name, () => {
    const { expected, found } = tellStory(story)
    expect(found).toEqual(expected)
  })
}
