/* For every page. It stands in the head, so that the 关怀版 is there before anything is painted; everything else waits for
   the page. Without it everything stays readable: all dates stand in words.

   It corrects what a page says about deadlines when nobody has rebuilt the site. An element whose state can still change
   by the clock says by which day, and while days are counted since when (data-since); nothing goes back before that day,
   whatever the reader's clock says. What is over has no days: it stays as it is. */
(function () {
  "use strict";
  var html = document.documentElement;
  var CARE = "disclosure-care";
  html.className += " js";
  setCare(remembered());

  function remembered() {
    try { return localStorage.getItem(CARE) === "1"; } catch (error) { return false; }
  }
  function setCare(on) {
    html.className = html.className.replace(/ care\b/g, "") + (on ? " care" : "");
  }

  var script = document.currentScript;
  var DAY = 86400000;
  var warn = Number(script.getAttribute("data-warn") || 7);
  var clock = new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10); // Asia/Shanghai has one offset
  var LABELS = {
    current: "公示中", expiring: "即将到期", expired: "已到期", archived: "往期", removed: "已撤下", "review-due": "待复核"
  };
  var RUNNING = { current: true, expiring: true };
  var OWN_STATE = ".banner > p > b, .entries > [data-state] > span > b, .state:not([data-word])"; // others tell of other records
  var AFTER = { banner: "expired", archive: "archived", remove: "removed" };

  function each(root, selector, act) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), act);
  }
  function words(day) {
    var parts = day.split("-").map(Number);
    return parts[0] + "年" + parts[1] + "月" + parts[2] + "日";
  }
  function todayFor(node) {
    var since = node.getAttribute("data-since");
    return since && since > clock ? since : clock;
  }
  function daysTo(day, node) {
    return Math.round((Date.parse(day) - Date.parse(todayFor(node))) / DAY);
  }
  function stateOf(node) {
    var state = node.getAttribute("data-state");
    var expires = node.getAttribute("data-expires");
    var after = node.getAttribute("data-after") || "banner";
    if (expires && daysTo(expires, node) < 0 && (after === "remove" || state !== "replaced")) return AFTER[after];
    if (state === "replaced") return state;
    if (expires) return daysTo(expires, node) < warn ? "expiring" : "current";
    var review = node.getAttribute("data-review");
    return review && todayFor(node) > review ? "review-due" : state;
  }
  function setState(node, state) {
    node.setAttribute("data-state", state);
    each(node, OWN_STATE, function (mark) {
      mark.textContent = LABELS[state] || mark.textContent;
    });
  }
  function setDaysLeft(node, state) {
    var days = daysTo(node.getAttribute("data-expires"), node);
    each(node, "[data-days-left]", function (mark) {
      mark.textContent = RUNNING[state] ? (days ? "还有 " + days + " 天" : "今天截止") : "已结束";
    });
    each(node, "[data-as-of]", function (mark) {
      mark.textContent = "（按 " + words(todayFor(node)) + "计）";
    });
  }
  function setBanner(record, state) {
    var expires = record.getAttribute("data-expires");
    var said = {
      expired: "公示期已于 " + words(expires || clock) + "结束，以下内容仅供查阅。",
      removed: "公示期已于 " + words(expires || clock) + "届满，内容和附件已按规定撤下。",
      "review-due": "已过复核日期，是否继续有效请向" + record.getAttribute("data-department") + "核实。"
    };
    said.archived = said.expired;
    if (!said[state]) return;
    each(record, "[data-says]", function (mark) { mark.textContent = said[state]; });
  }
  function endConsultation(record) {
    each(record, "[data-consultation]", function (mark) {
      mark.textContent = "意见征集已于 " + words(record.getAttribute("data-expires")) + "结束。";
    });
    each(record, "[data-while-open]", function (part) { part.parentNode.removeChild(part); });
  }
  /* Answers that were owed when the page was made: their days go on. */
  function correctOwed() {
    each(document, "[data-reply-by]", function (mark) {
      var by = mark.getAttribute("data-reply-by"), days = -daysTo(by, mark);
      if (days > 0 && todayFor(mark) !== mark.getAttribute("data-since")) mark.textContent = "已超过答复期限 " + days + " 天（按 " + words(todayFor(mark)) + "计），本页更新时还没有答复。";
    });
    each(document, "[data-result-due]", function (mark) {
      var by = mark.getAttribute("data-result-due");
      if (daysTo(by, mark) < 0) mark.textContent = "结果应在 " + words(by) + "以前公布，已经过了期限，本页更新时还没有公布。";
    });
  }
  function correctCatalogue() {
    each(document, ".catalogue [data-due]", function (cell) {
      var isLate = clock > cell.getAttribute("data-due");
      if (clock < cell.getAttribute("data-soon")) return;
      each(cell, ".state", function (mark) {
        mark.setAttribute("data-word", isLate ? "overdue" : "due-soon");
        mark.textContent = isLate ? "逾期" : "将到期";
      });
    });
  }
  /* More notices than the page lists: it says so until the last of them has ended. */
  function forgetUnlisted() {
    each(document, "[data-last]", function (told) {
      if (daysTo(told.getAttribute("data-last"), told) < 0) told.parentNode.removeChild(told);
    });
  }
  function leave(list, row) {
    if (!list.contains(row)) return;
    var rows = row.parentNode;
    rows.removeChild(row);
    var more = rows.parentNode;
    if (more.tagName === "DETAILS") {
      each(more, "[data-more]", function (mark) { mark.textContent = rows.children.length; });
      if (!rows.children.length) more.parentNode.removeChild(more);
    }
    if (list.querySelector("li, [data-last]")) return;
    list.parentNode.removeChild(list);
    each(document, ".none-running", function (sentence) { sentence.hidden = false; });
  }
  function remove(record) {
    each(record, "[data-removable]", function (part) { part.parentNode.removeChild(part); });
    each(document, 'meta[name="description"]', function (part) { part.parentNode.removeChild(part); });
  }

  function correctStates() {
    each(document, "article.record, .entries > [data-state]", function (node) {
      var before = node.getAttribute("data-state");
      var state = stateOf(node);
      if (node.hasAttribute("data-expires")) setDaysLeft(node, state);
      if (node.hasAttribute("data-expires") && daysTo(node.getAttribute("data-expires"), node) < 0) endConsultation(node);
      if (state === before) return;
      setState(node, state);
      if (node.tagName === "ARTICLE") {
        setBanner(node, state);
        if (state === "removed") remove(node);
      } else if (!RUNNING[state]) {
        each(document, "[data-running]", function (list) { leave(list, node); });
      }
    });
  }

  function leadToFiles() {
    if (location.protocol !== "file:") return;
    each(document, "a[href]", function (link) {
      var parts = link.getAttribute("href").split("#");
      if (/^[a-z]+:/i.test(parts[0]) || !/(^|\/)\.{0,2}$/.test(parts[0]) || !parts[0]) return;
      parts[0] = parts[0].replace(/([^/])$/, "$1/") + "index.html";
      link.setAttribute("href", parts.join("#"));
    });
  }

  /* 关怀版: large type and hard contrast, remembered by this browser alone. A reader without scripts is offered nothing. */
  function offerCare() {
    var place = document.querySelector("body > header > p");
    if (!place) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "d-care";
    button.textContent = "关怀版";
    button.title = "大字、高对比度";
    button.setAttribute("aria-pressed", String(remembered()));
    button.onclick = function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      setCare(on);
      scrollWide();
      try {
        if (on) localStorage.setItem(CARE, "1"); else localStorage.removeItem(CARE);
      } catch (error) { /* it holds for this page then */ }
    };
    place.insertBefore(button, place.firstChild);
  }

  /* Cards on a phone are laid out as blocks, which makes some browsers forget that they are tables. */
  function nameTables() {
    each(document, "table.fees, table.catalogue", function (table) {
      table.setAttribute("role", "table");
      each(table, "thead, tbody", function (part) { part.setAttribute("role", "rowgroup"); });
      each(table, "tr", function (row) { row.setAttribute("role", "row"); });
      each(table, "td", function (cell) { cell.setAttribute("role", "cell"); });
      each(table, "th", function (cell) {
        cell.setAttribute("role", cell.getAttribute("scope") === "col" ? "columnheader" : "rowheader");
      });
    });
  }

  /* What is wider than the screen can be scrolled with the keyboard. */
  function scrollWide() {
    each(document, ".d-content table:not([class])", function (table) {
      if (table.parentNode.className === "wide") return;
      var box = document.createElement("div");
      box.className = "wide";
      table.parentNode.insertBefore(box, table);
      box.appendChild(table);
    });
    each(document, ".d-content .wide, .d-content pre", function (box) {
      if (box.scrollWidth <= box.clientWidth) { box.removeAttribute("tabindex"); return; }
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "可以左右滚动");
    });
  }

  function offerSharing() {
    each(document, ".record > .tools > a:first-child", function (link) {
      var said = document.createElement("span");
      said.setAttribute("role", "status");
      link.parentNode.appendChild(said);
      link.onclick = function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return true;
        if (navigator.share) {
          navigator.share({ title: document.title, url: link.href }).catch(function () {});
          return false;
        }
        function done() { said.textContent = "链接已复制"; }
        function failed() { said.textContent = copied(link.href) ? "链接已复制" : "没有复制成，请长按链接复制"; }
        if (navigator.clipboard) navigator.clipboard.writeText(link.href).then(done, failed); else failed();
        return false;
      };
    });
  }
  function copied(text) { // browsers without a clipboard for scripts, and pages that were not sent over https
    var box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("readonly", "");
    box.style.cssText = "position:fixed;top:0;opacity:0";
    document.body.appendChild(box);
    box.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    document.body.removeChild(box);
    return done;
  }

  function begin() {
    forgetUnlisted();
    correctStates();
    correctOwed();
    correctCatalogue();
    leadToFiles();
    nameTables();
    scrollWide();
    offerSharing();
    offerCare();
    window.addEventListener("resize", scrollWide);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
