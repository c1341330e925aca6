/* Corrects what a page says about deadlines when nobody has rebuilt the site. Without it everything stays readable:
   all dates stand in words. Each element says since when its state is as it is (data-since); nothing goes back before
   that day, whatever the reader's clock says. */
(function () {
  "use strict";
  var script = document.currentScript;
  var DAY = 86400000;
  var warn = Number(script.getAttribute("data-warn"));
  var clock = new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10); // Asia/Shanghai has one offset
  var LABELS = {
    current: "公示中", expiring: "即将到期", expired: "已到期", archived: "往期", removed: "已撤下", "review-due": "待复核"
  };
  var RUNNING = { current: true, expiring: true };
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
    var after = node.getAttribute("data-after");
    if (!after) return state; // a stub says all it may
    if (expires && daysTo(expires, node) < 0 && (after === "remove" || state !== "replaced")) return AFTER[after];
    if (state === "replaced") return state;
    if (expires) return daysTo(expires, node) < warn ? "expiring" : "current";
    var review = node.getAttribute("data-review");
    return review && todayFor(node) > review ? "review-due" : state;
  }
  function setState(node, state) {
    node.setAttribute("data-state", state);
    each(node, ".state[data-own]", function (mark) {
      mark.setAttribute("data-word", state);
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
    if (list.querySelector("li")) return;
    list.parentNode.removeChild(list);
    each(document, ".none-running", function (sentence) { sentence.hidden = false; });
  }
  function remove(record) {
    each(record, "[data-removable]", function (part) { part.parentNode.removeChild(part); });
    each(document, 'meta[name="description"]', function (part) { part.parentNode.removeChild(part); });
  }

  each(document, "article.record, li.entry", function (node) {
    var before = node.getAttribute("data-state");
    var state = stateOf(node);
    if (node.hasAttribute("data-expires") && node.hasAttribute("data-after")) setDaysLeft(node, state);
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

  if (location.protocol === "file:") {
    each(document, "a[href]", function (link) {
      var parts = link.getAttribute("href").split("#");
      if (/^[a-z]+:/i.test(parts[0]) || !/(^|\/)\.{0,2}$/.test(parts[0]) || !parts[0]) return;
      parts[0] = parts[0].replace(/([^/])$/, "$1/") + "index.html";
      link.setAttribute("href", parts.join("#"));
    });
  }
})();
