import * as v from 'valibot'
import { duration, extension, moment, party, words } from './fields.ts'

const side = v.picklist(['caller', 'callee'])
const ringResult = v.picklist(['answered', 'noAnswer', 'refused', 'busy', 'notFound', 'cancelled'])

const plainTalk = {
  seconds: duration,
  endedBy: v.optional(v.picklist(['caller', 'callee', 'nobody']), 'caller'),
  holds: v.optional(
    v.array(
      v.strictObject({
        fromSeconds: duration,
        toSeconds: duration,
        by: v.optional(v.picklist(['caller', 'callee', 'both']), 'callee'),
      }),
    ),
    [],
  ),
} as const

const talkAlone = v.optional(v.strictObject(plainTalk), { seconds: 60 })

const offers = v.optional(
  v.array(
    v.strictObject({
      agent: extension,
      afterSeconds: v.optional(duration, 0),
      ringSeconds: duration,
      result: v.optional(v.picklist(['answered', 'noAnswer', 'refused']), 'answered'),
    }),
  ),
  [],
)

const wait = { offers, givesUpAfterSeconds: v.optional(duration) } as const

const blind = v.strictObject({
  how: v.literal('blind'),
  afterSeconds: duration,
  by: v.optional(side, 'callee'),
  to: extension,
  ringSeconds: duration,
  result: v.optional(ringResult, 'answered'),
  talk: talkAlone,
})

const attended = v.strictObject({
  how: v.literal('attended'),
  afterSeconds: duration,
  by: v.optional(side, 'callee'),
  to: extension,
  ringSeconds: duration,
  result: v.optional(v.picklist(['taken', 'declined', 'noAnswer', 'refused']), 'taken'),
  consultSeconds: v.optional(duration, 10),
  talk: talkAlone,
})

const toQueue = v.strictObject({
  how: v.literal('toQueue'),
  afterSeconds: duration,
  by: v.optional(side, 'callee'),
  to: extension,
  ...wait,
  talk: talkAlone,
})

const talk = v.optional(
  v.strictObject({
    ...plainTalk,
    transfer: v.optional(v.variant('how', [blind, attended, toQueue])),
  }),
  { seconds: 60 },
)

/** Queue to queue, or from a queue to a service; the caller waits or listens there. */
const overflow = v.strictObject({
  afterSeconds: duration,
  to: extension,
  how: v.optional(v.picklist(['redirected', 'hungUp', 'transferred']), 'redirected'),
  ...wait,
  talk: talkAlone,
})

/** From a queue to a phone that rings, a mobile for instance. */
const movedOut = v.strictObject({
  afterSeconds: duration,
  to: extension,
  ringSeconds: duration,
  result: v.optional(ringResult, 'answered'),
  talk: talkAlone,
})

const queueing = {
  ...wait,
  talk,
  overflow: v.optional(overflow),
  movedOut: v.optional(movedOut),
} as const

const at = v.optional(moment)
const caller = { from: party, name: v.optional(words, '') } as const
const ring = {
  setupSeconds: v.optional(duration, 0),
  ringSeconds: duration,
  result: v.optional(ringResult, 'answered'),
  talk,
} as const

/** The short forms of a scenario: one step for a whole story. */
export const storyStep = v.variant('story', [
  v.strictObject({ at, story: v.literal('queued'), ...caller, queue: extension, ...queueing }),
  v.strictObject({
    ...{ at, story: v.literal('menu'), ...caller },
    menu: extension,
    menuSeconds: duration,
    queue: extension,
    ...queueing,
  }),
  v.strictObject({ at, story: v.literal('direct'), ...caller, extension, ...ring }),
  v.strictObject({
    ...{ at, story: v.literal('ringGroup'), ...caller },
    dialed: extension,
    extensions: v.pipe(v.array(extension), v.minLength(1, 'expected at least one extension')),
    shape: v.optional(v.picklist(['parallel', 'rolling']), 'parallel'),
    ringSeconds: duration,
    answeredBy: v.optional(extension),
    talk,
  }),
  v.strictObject({ at, story: v.literal('internal'), from: extension, to: extension, ...ring }),
  v.strictObject({ at, story: v.literal('outbound'), extension, to: extension, ...ring }),
  v.strictObject({ at, story: v.literal('presence'), extension, code: extension }),
])

/** A whole story, its times in seconds. */
export type StoryStep = v.InferOutput<typeof storyStep>
/** The talk of a story. */
export type StoryTalk = Extract<StoryStep, { story: 'direct' }>['talk']
/** What the agent does with the caller in the middle of a talk. */
export type StoryTransfer = NonNullable<StoryTalk['transfer']>
/** What happens to a caller in the queue of a story. */
export type StoryQueueing = Pick<
  Extract<StoryStep, { story: 'queued' }>,
  'offers' | 'givesUpAfterSeconds' | 'talk' | 'overflow' | 'movedOut'
>
