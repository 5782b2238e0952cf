import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { installPrototypeShim } from './chromium78.ts'
import { startViolationBook } from './cspViolations.ts'
import { log } from './log.ts'
import { createWallRouter } from './router.ts'
import { startErrorBook } from './serverLink/errorBook.ts'
import { useSite } from './stores/site.ts'
import './styles/base.css'
import './styles/kiosk.css'
import { takeKeyFromUrl, watchKeyInUrl } from './takeKeyFromUrl.ts'
import { takeTokenFromUrl } from './takeTokenFromUrl.ts'

const key = takeKeyFromUrl(window.location, window.history)
const token = takeTokenFromUrl(window.location, window.history)
installPrototypeShim()
const violations = startViolationBook(document)
const errors = startErrorBook(window)
let isIncomplete = false
const app = createApp(App, { troubles: { errors, violations, isIncomplete: () => isIncomplete } })
app.config.errorHandler = (error) => {
  errors.note(error)
  log(String(error))
}
app.use(createPinia())
const site = useSite()
site.accessKey = key
if (token !== undefined) site.credentials = { type: 'token', token }
watchKeyInUrl(window, (next) => {
  site.accessKey = next
})
const router = createWallRouter()
app.use(router)
// The other walls of the PBX are told the route with the first connect.
void router
  .isReady()
  .catch((error: unknown) => {
    errors.note(error)
    isIncomplete = true
  })
  .then(() => app.mount('#app'))
