/* From written text to values, as generator/disclosure/reading/values.py reads them: dates, lengths of time, amounts. Each function
   gives `{ value: … }`, or `{ wrong: "what to write instead" }`. */
(function () {
  "use strict";
  var Compose = window.Compose = window.Compose || {};
  var V = Compose.read = {}, line = Compose.yaml.line;
  var DAY = 86400000;

  function plain(text) { return line(text).normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-").trim(); }
  function wrong(text, what, example) { return { wrong: "「" + line(text) + "」不是" + what + "，例如 " + example }; }

  V.moment = function (text, isDayOnly) {
    var written = plain(text);
    var match = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(\s*日)?/.exec(written);
    if (!match) return wrong(text, "日期", "2026-09-01");
    var rest = written.slice(match[0].length), at = /^(T|\s+)?\s*(\d{1,2})\s*(?::|时|点)\s*(\d{1,2})\s*分?(?::[0-5]\d)?$/.exec(rest);
    if (rest && (!at || (!at[1] && !match[4]))) return wrong(text, "日期", "2026-09-01");
    if (rest && isDayOnly) return { wrong: "只要日期，不要时刻" };
    var date = new Date(Date.UTC(+match[1], match[2] - 1, +match[3]));
    var isReal = date.getUTCMonth() === match[2] - 1 && date.getUTCDate() === +match[3] && match[1] >= 1900 && match[1] < 3000;
    if (!isReal || (at && (+at[2] > 23 || +at[3] > 59))) return wrong(text, "真实的日期", "2026-09-01");
    return { value: date.toISOString().slice(0, 10) };
  };
  V.day = function (text) { return V.moment(text, true); };
  V.expiry = function (text) {
    if (/^(?:长期|长期有效|长期公开)$/.test(plain(text))) return { value: "长期" };
    return V.day(text);
  };
  V.span = function (text) {
    var match = /^(\d{1,4})\s*(天|日|个工作日|工作日|个自然日|自然日)$/.exec(plain(text));
    if (!match || +match[1] === 0) return wrong(text, "期限", "15天，或者 7个工作日");
    return { value: { count: +match[1], working: match[2].indexOf("工作日") >= 0 } };
  };
  V.amount = function (text) {
    var match = /^(?:¥|人民币)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万元|元|亿元)整?$/.exec(plain(text));
    if (!match) return wrong(text, "金额", "58000元，或者 5.8万元");
    return { value: Number(match[1].replace(/,/g, "")) * { 元: 1, 万元: 1e4, 亿元: 1e8 }[match[2]] };
  };
  V.count = function (text) {
    var written = plain(text);
    return /^\d{1,9}$/.test(written) && +written > 0 ? { value: +written } : wrong(text, "正整数", "7");
  };
  V.id = function (text) {
    var written = line(text);
    if (/^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/.test(written) && written.length <= 40) return { value: written };
    return { wrong: "编号只用数字、字母和短横，例如 2026-0012" };
  };

  /* Days */
  V.plus = function (day, days) { return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10); };
  V.words = function (day) {
    var parts = day.split("-").map(Number);
    return parts[0] + "年" + parts[1] + "月" + parts[2] + "日";
  };
  V.today = function () { return new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10); }; // Asia/Shanghai
  /* The last day of a length of time that begins on a day, and whether it is known (`domain/workdays.py`). */
  V.lastDay = function (span, start, calendar) {
    if (!span.working) return { day: V.plus(start, span.count - 1), known: true };
    for (var day = start, left = span.count; knows(day); day = V.plus(day, 1)) {
      left -= isWorked(day);
      if (left === 0) return { day: day, known: true };
    }
    return { day: V.plus(start, span.count - 1), known: false };
    function knows(one) { return +one.slice(0, 4) >= calendar.first && +one.slice(0, 4) <= calendar.last; }
    function isWorked(one) {
      if (calendar.worked.indexOf(one) >= 0) return 1;
      var weekday = new Date(Date.parse(one)).getUTCDay();
      return weekday > 0 && weekday < 6 && calendar.off.indexOf(one) < 0 ? 1 : 0;
    }
  };
  /* Whether the edition knows a number. */
  V.knows = function (data, id) {
    var match = /^(\d{4})-(\d{4})$/.exec(id), known = data.known[match ? match[1] : ""] || [];
    if (!match) return known.indexOf(id) >= 0;
    return known.some(function (range) { return range[0] <= +match[2] && +match[2] <= range[1]; });
  };
  V.nextId = function (data, year) { return data.next[year] || year + "-0001"; };
})();
