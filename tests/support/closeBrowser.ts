import { afterAll } from 'vitest'
import { closeSharedBrowser } from './sharedBrowser.ts'

afterAll(closeSharedBrowser)
