import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { installPrototypeShim } from './chromium78.ts'
import { createWallRouter } from './router.ts'
import { useSite } from './stores/site.ts'
import './styles/base.css'
import './styles/kiosk.css'
import { takeTokenFromUrl } from './takeTokenFromUrl.ts'

installPrototypeShim()
const app = createApp(App)
app.use(createPinia())
const token = takeTokenFromUrl(window.location, window.history)
if (token !== undefined) useSite().credentials = { type: 'token', token }
const router = createWallRouter()
app.use(router)
// The other walls of the PBX are told the route with the first connect.
void router.isReady().then(() => app.mount('#app'))
