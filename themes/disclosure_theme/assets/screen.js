/* Turns the cards of the screen in the hall, by itself and for as long as the power lasts.
   Days are reckoned in Asia/Shanghai. Seconds are counted instead of compared, because the clocks of small boxes jump.
   Made for old Android boxes too: no syntax younger than ES5. */
(function () {
  "use strict";
  var TURN = 12; // seconds for a card
  var ASK = 300; // seconds between two looks for a new page
  var DAY = 86400000;
  var WEEK = ["日", "一", "二", "三", "四", "五", "六"];
  var root = document.documentElement;
  var timer, main, cards, now, spent, asked, paused, pause;

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function one(selector, within) {
    return (within || document).querySelector(selector);
  }
  function moment() {
    return new Date(Date.now() + 8 * 3600000); // Asia/Shanghai has one offset
  }
  function today() { // never before the day on which the page was made, whatever the clock of the box says
    var clock = moment().toISOString().slice(0, 10);
    var since = main.getAttribute("data-since");
    return since && since > clock ? since : clock;
  }
  function daysTo(day) {
    return Math.round((Date.parse(day) - Date.parse(today())) / DAY);
  }
  function holds(card) {
    var last = card.getAttribute("data-last");
    return !last || daysTo(last) >= 0;
  }
  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  /* What is over leaves the page for good: first the notices, then what is shown where none is left. */
  function left() {
    var found = [];
    all("[data-cards]").forEach(function (section) {
      all(".card", section).forEach(function (card) {
        if (!holds(card)) card.parentNode.removeChild(card);
      });
      if (!found.length) found = all(".card", section);
    });
    return found;
  }
  function tellTime() {
    var at = moment();
    var said = at.getUTCFullYear() + "年" + (at.getUTCMonth() + 1) + "月" + at.getUTCDate() + "日 星期" + WEEK[at.getUTCDay()] +
      " " + two(at.getUTCHours()) + ":" + two(at.getUTCMinutes());
    var clock = one("[data-clock]");
    if (clock.textContent !== said) clock.textContent = said;
  }
  function tellDays(card) {
    var days = daysTo(card.getAttribute("data-last"));
    var mark = one("[data-days-left]", card);
    if (!mark) return;
    mark.textContent = days ? "还有 " + days + " 天" : "今天截止";
    mark.parentNode.className = days < 7 ? "left soon" : "left";
  }
  /* Short texts are set larger and long ones smaller, until they fill their place; what cannot be read from five metres any
     more is shortened. */
  function shrink(part, sizes, isTooLong) {
    var size = sizes[0];
    part.style.fontSize = size + "em";
    while (isTooLong() && size > sizes[1]) {
      size -= 0.05;
      part.style.fontSize = size + "em";
    }
  }
  function fit(card) {
    var told = one(".told", card), side = one(".side", card);
    function isTextTooLong() {
      return told.scrollHeight > told.clientHeight + 1 || told.scrollWidth > told.clientWidth + 1;
    }
    card.className = "card now";
    told.style.fontSize = "";
    shrink(side, [1, 0.7], function () { return side.scrollHeight > side.clientHeight + 1 || side.scrollWidth > side.clientWidth + 1; });
    shrink(told, [1.7, 0.8], isTextTooLong);
    if (!isTextTooLong()) return;
    card.className = "card now short";
    shrink(told, [0.8, 0.4], isTextTooLong);
  }
  function show(index) {
    cards = left();
    now = cards.length ? index % cards.length : 0;
    spent = 0;
    all("section", main).forEach(function (section) {
      section.hidden = !(cards.length ? section.contains(cards[now]) : section.hasAttribute("data-none"));
    });
    all(".card").forEach(function (card) { card.className = "card"; });
    one("[data-progress]").textContent = cards.length ? "第 " + (now + 1) + " 件，共 " + cards.length + " 件" : "";
    if (!cards.length) return;
    tellDays(cards[now]);
    fit(cards[now]);
    restart(one(".elapsed"));
  }
  function restart(line) {
    line.className = "elapsed";
    if (cards.length < 2 || paused) return;
    line.getBoundingClientRect(); // without a look at it, a browser sees no change
    line.className = "elapsed runs";
    line.style.animationDuration = TURN + "s";
  }
  function tick() {
    tellTime();
    spent += 1;
    asked += 1;
    if (asked >= ASK) ask();
    if (cards.length && !holds(cards[now])) show(now);
    else if (!paused && spent >= TURN && cards.length) show(now + 1);
  }

  /* A new page takes the place of this one only once it is here and is one of ours: a network that fails, or a portal that
     answers in its stead, changes nothing. */
  function ask() {
    asked = 0;
    if (location.protocol === "file:") return;
    var request = new XMLHttpRequest();
    request.open("GET", location.href.split("#")[0]);
    request.setRequestHeader("Cache-Control", "no-cache");
    request.timeout = 60000;
    request.onload = function () {
      if (request.status === 200) take(new DOMParser().parseFromString(request.responseText, "text/html"));
    };
    request.send();
  }
  function take(page) {
    var fresh = one("[data-screen]", page);
    if (!fresh || fresh.getAttribute("data-version") === main.getAttribute("data-version")) return;
    var style = one("link[rel=stylesheet]"), script = one("script[src]");
    var newStyle = one("link[rel=stylesheet]", page).getAttribute("href"), newScript = one("script[src]", page).getAttribute("src");
    var isOldScript = script.getAttribute("src") === newScript;
    document.title = page.title;
    root.replaceChild(document.adoptNode(page.body), document.body);
    all("script").forEach(function (inert) { inert.parentNode.removeChild(inert); });
    if (style.getAttribute("href") !== newStyle) instead(style, newStyle);
    document.body.appendChild(script);
    if (isOldScript) start();
    else follow(newScript);
  }
  function instead(style, address) {
    var next = document.createElement("link");
    next.rel = "stylesheet";
    next.href = address;
    next.onload = function () { style.parentNode.removeChild(style); };
    next.onerror = function () { next.parentNode.removeChild(next); };
    style.parentNode.appendChild(next);
  }
  function follow(address) {
    var next = document.createElement("script"), old = one("script[src]");
    next.src = address;
    next.onload = function () { old.parentNode.removeChild(old); };
    next.onerror = function () { next.parentNode.removeChild(next); start(); };
    document.body.appendChild(next);
  }

  function setPaused(is) {
    paused = is;
    spent = 0;
    pause.textContent = is ? "继续" : "暂停";
    restart(one(".elapsed"));
  }
  function start() {
    if (window.stopScreen) window.stopScreen();
    main = one("[data-screen]");
    pause = one("[data-pause]");
    asked = 0;
    paused = false;
    root.className = "on";
    all(".card a[href]").forEach(function (link) { link.removeAttribute("href"); }); // a touch must not lead away
    pause.hidden = false;
    pause.onclick = function () { setPaused(!paused); };
    tellTime();
    show(0);
    timer = setInterval(tick, 1000);
    window.stopScreen = function () { clearInterval(timer); };
  }
  window.addEventListener("resize", function () {
    if (cards && cards.length) fit(cards[now]);
  });
  start();
  if (location.protocol !== "file:" && navigator.serviceWorker) navigator.serviceWorker.register("sw.js")["catch"](function () {});
})();
