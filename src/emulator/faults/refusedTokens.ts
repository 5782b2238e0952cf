import type { LoginCheck } from '../gatewayLogin.ts'
import { failure } from '../http/answer.ts'
import type { HttpApi } from '../http/api.ts'
import type { FaultsInForce } from './inForce.ts'

/** `api`, which makes no tokens while `refuseTokens` goes on. */
export function withoutTokens(api: HttpApi, inForce: FaultsInForce): HttpApi {
  return (parameters, address) => {
    const isToken = parameters.get('Command').toLowerCase() === 'generatesecuritytoken'
    return isToken && inForce.has('refuseTokens') ? failure(305) : api(parameters, address)
  }
}

/** `login`, which lets nobody in while `refuseTokens` goes on. */
export function withoutLogin(login: LoginCheck, inForce: FaultsInForce): LoginCheck {
  return (token, properties) => (inForce.has('refuseTokens') ? undefined : login(token, properties))
}
