/* Keeps the last good page of the screen, with its style sheet and script, for a start without network. It looks after
   nothing but this folder. New content always comes first; what is kept is given only where none can be had. */
"use strict";
var KEPT = "disclosure-screen " + self.registration.scope;
var PAGE = self.registration.scope;
var PATIENCE = 8000; // a network that hangs is none

function parts(html) {
  var found = [], pattern = /(?:href|src)="(\.\.\/assets\/[^"]+)"/g, match;
  while ((match = pattern.exec(html))) found.push(new URL(match[1], PAGE).href);
  return found;
}

/* A page is kept only when it is one of ours (not a portal's or an error page) and everything it needs is kept too. */
function keep(response) {
  return response.text().then(function (html) {
    if (html.indexOf("data-screen") < 0) throw new Error("not the screen");
    return caches.open(KEPT).then(function (cache) {
      var wanted = parts(html);
      return cache.keys().then(function (known) {
        var have = known.map(function (request) { return request.url; });
        return cache.addAll(wanted.filter(function (one) { return have.indexOf(one) < 0; }));
      }).then(function () {
        return cache.put(PAGE, new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
      }).then(function () {
        return cache.keys();
      }).then(function (known) {
        return Promise.all(known.map(function (request) {
          return request.url === PAGE || wanted.indexOf(request.url) >= 0 ? null : cache.delete(request);
        }));
      });
    });
  });
}

function fresh(request) {
  return new Promise(function (resolve, reject) {
    setTimeout(function () { reject(new Error("too slow")); }, PATIENCE);
    fetch(request, { cache: "no-cache" }).then(resolve, reject);
  });
}

function page(event) {
  return fresh(PAGE).then(function (response) {
    if (!response.ok) throw new Error("no page");
    var copy = response.clone();
    event.waitUntil(keep(copy).catch(function () {}));
    return response.clone().text().then(function (html) {
      if (html.indexOf("data-screen") < 0) throw new Error("not the screen");
      return response;
    });
  }).catch(function () {
    return caches.open(KEPT).then(function (cache) { return cache.match(PAGE); }).then(function (kept) {
      return kept || fetch(event.request);
    });
  });
}

function part(request) {
  return caches.open(KEPT).then(function (cache) { return cache.match(request); }).then(function (kept) {
    return kept || fetch(request);
  });
}

self.addEventListener("install", function (event) {
  self.skipWaiting();
  event.waitUntil(fresh(PAGE).then(keep));
});

self.addEventListener("activate", function (event) {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", function (event) {
  var url = event.request.url.split("#")[0];
  if (event.request.method !== "GET") return;
  if (url.split("?")[0].replace(/index\.html$/, "") === PAGE) event.respondWith(page(event));
  else if (url.indexOf("/assets/") > 0) event.respondWith(part(event.request));
});
