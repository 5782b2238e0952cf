import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { callsReportSchema } from '../../contract/callBodies.ts'
import type { CallsPage } from '../../contract/callBodies.ts'
import type { Config } from '../../contract/config.ts'
import type { Clock } from '../../domain/clock.ts'
import { problem } from '../problem.ts'
import { readJson } from '../readJson.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { maskRecord, shownMask } from './maskRecord.ts'
import type { Records } from './openRecords.ts'
import { dayAt, dayNamed } from './siteDays.ts'
import { RecordsFailing } from './disk/steadyStore.ts'

export interface CallRoutesOptions {
  readonly records: Records
  readonly config: () => Config
  /** The site's. */
  readonly clock: Clock
}

const largestReport = 1024 * 1024

/** `POST /api/calls`: walls report calls. `GET /api/calls`: a page of the calls of a day; DESIGN 4.4. */
export function callRoutes({ records, config, clock }: CallRoutesOptions): Hono {
  const routes = new Hono()

  routes.post(
    '/api/calls',
    bodyLimit({ maxSize: largestReport, onError: tooLarge }),
    async (context) => {
      const { value, refusal } = await readJson(context, callsReportSchema)
      if (refusal !== undefined) return refusal
      try {
        return context.json(records.save(value))
      } catch (error) {
        if (!(error instanceof RecordsFailing)) throw error
        return problem(context, 503, error.message, 'recordsFailing')
      }
    },
  )

  routes.get('/api/calls', compress({ encoding: 'gzip' }), (context) => {
    const named = context.req.query('day')
    const span = named === undefined ? dayAt(config(), clock.now()) : dayNamed(config(), named)
    if (span === undefined) {
      return problem(context, 400, 'day has to be a date like 2026-11-21.')
    }
    const place = context.req.query('after')
    const after = place === undefined ? undefined : readCursor(place)
    if (place !== undefined && after === undefined) {
      return problem(context, 400, 'after has to be the next of an earlier page.')
    }
    const { day, start, end } = span
    const { calls, next } = records.page(start, end, after)
    const mask = shownMask(config())
    const body: CallsPage = {
      day,
      revision: records.revision(),
      covered: records.stretches('covered', start, end),
      counted: records.stretches('counted', start, end),
      calls: calls.map((record) => maskRecord(record, mask)),
      next: next === undefined ? null : writeCursor(next),
    }
    return context.json(body)
  })
  return routes
}

function tooLarge(context: Context): Response {
  return problem(context, 413, `The body is larger than ${largestReport / 1024} KiB.`)
}
