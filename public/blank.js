/*
 * Loads a page anew that stays blank: its script did not come, or failed before it could show anything. It stands alone
 * for that reason, and shares with the page the memory of the last reload, so that there is one in ten minutes at most.
 */
;(function () {
  var key = 'callwall.repairedAt'
  var restMs = 10 * 60000
  var lookMs = 60000

  function isBlank() {
    var app = document.getElementById('app')
    return app === null || app.childElementCount === 0
  }

  function claim() {
    try {
      var age = Date.now() - Number(sessionStorage.getItem(key) || -Infinity)
      if (age >= 0 && age < restMs) return false
      sessionStorage.setItem(key, String(Date.now()))
      return true
    } catch {
      return false
    }
  }

  function look() {
    setTimeout(look, lookMs)
    if (!isBlank()) return
    fetch(location.pathname, { cache: 'no-store' }).then(
      function (response) {
        var isPage = (response.headers.get('Content-Type') || '').indexOf('html') >= 0
        if (response.ok && isPage && isBlank() && claim()) location.reload()
      },
      function () {},
    )
  }

  setTimeout(look, lookMs)
})()
