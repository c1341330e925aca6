/* What readers will see, roughly: marked makes HTML of the body, DOMPurify makes it safe; nothing is asked of another host. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make, Y = Compose.yaml, V = Compose.read;
  var TAGS = "a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s small span strong sub summary sup table tbody td tfoot th thead tr u ul".split(" ");
  var ATTRIBUTES = ["href", "title", "alt", "src", "start", "align", "colspan", "rowspan", "span", "checked", "disabled", "type", "open"];
  var CODE = /(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`)/;
  var WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff]", SIGN = "[\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]";
  var OPENS = new RegExp("(" + WIDE + ")(\\*{1,3}|~~)(?=" + SIGN + ")", "g"), CLOSES = new RegExp("(" + SIGN + ")(\\*{1,3}|~~)(?=" + WIDE + ")", "g");

  /* `**标准：**每生` is bold on the site; a comment between sign and character makes it bold here as well. */
  function forChinese(text) {
    return text.split(CODE).map(function (part, place) {
      return place % 2 ? part : part.replace(OPENS, "$1<!---->$2").replace(CLOSES, "$1$2<!---->");
    }).join("");
  }
  Compose.bodyHtml = function (text, known) {
    if (!window.marked || !window.DOMPurify) return make("div", {}, [make("pre", { text: text })]).innerHTML; // a browser too old for them
    var html = window.marked.parse(forChinese(text), { gfm: true, async: false });
    var page = window.DOMPurify.sanitize(html, {
      ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM: true,
      ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|record|column):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i
    });
    each(page, "img", function (picture) {
      var name = picture.getAttribute("alt") || picture.getAttribute("src") || "";
      picture.parentNode.replaceChild(make("span", { class: "c-picture", text: "（图片：" + name + "）" }), picture);
    });
    each(page, "input", function (box) { box.disabled = true; box.setAttribute("aria-label", box.checked ? "完成" : "没有完成"); });
    each(page, "a[href]", function (link) { toPage(link, known); });
    each(page, "h1, h2, h3, h4, h5, h6", inOrder());
    return page.innerHTML;
  };
  function each(root, selector, act) { Array.from(root.querySelectorAll(selector)).forEach(act); }
  function toPage(link, known) {
    var own = /^(record|column):(.*)$/.exec(link.getAttribute("href"));
    if (own) {
      var shown = own[1] === "record" && known(own[2]) ? "../r/" + own[2] + "/" : "";
      if (!link.textContent) link.textContent = own[2];
      if (shown) link.setAttribute("href", shown); else link.removeAttribute("href");
    }
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
  /* Headings below the page's own, none skipped. */
  function inOrder() {
    var levels = [];
    return function (heading) {
      var level = +heading.nodeName[1];
      while (levels.length && levels[levels.length - 1] >= level) levels.pop();
      levels.push(level);
      var own = document.createElement("h" + Math.min(6, 3 + levels.length));
      own.innerHTML = heading.innerHTML;
      heading.parentNode.replaceChild(own, heading);
    };
  }

  /* Title, facts, charges and body, as the record's page has them. */
  Compose.preview = function (place, data, values, item) {
    place.textContent = "";
    var title = Y.line(values.title || "");
    place.appendChild(make("h3", { class: "c-title", text: title || "（标题）" }));
    if (!Y.isEmpty(values.summary)) place.appendChild(make("p", { class: "summary", text: Y.line(values.summary) }));
    var facts = make("dl", { class: "c-facts" });
    factsOf(data, values, item).forEach(function (pair) {
      if (pair[1]) facts.appendChild(make("div", {}, [make("dt", { text: pair[0] }), make("dd", { text: pair[1] })]));
    });
    place.appendChild(facts);
    if (!Y.isEmpty(values.fees)) place.appendChild(fees(values.fees));
    var body = make("div", { class: "c-body" });
    body.innerHTML = Compose.bodyHtml(Y.body(values.body || ""), function (id) { return V.knows(data, id); });
    each(body, "table", function (table) { table.parentNode.insertBefore(wide("表格", []), table).appendChild(table); });
    each(body, "pre", function (code) { code.setAttribute("tabindex", "0"); });
    if (!body.textContent.trim()) body.textContent = "（正文会显示在这里）";
    place.appendChild(body);
  };
  function factsOf(data, values, item) {
    var published = V.moment(values.published || "").value, span = V.span(values.notice_period || "").value, expires = V.expiry(values.expires || "").value;
    var last = published && span ? V.lastDay(span, published, data.workingDays).day : expires;
    var until = last === "长期" || !last ? (last || "") : "公示至 " + V.words(last) + "（含当日）";
    var column = values.column || (item ? (data.columns.find(function (one) { return one.path === item.column; }) || {}).name : "");
    return [
      ["编号", values.id], ["公布日期", published ? V.words(published) : ""], ["公示", until], ["给谁看", values.audience || (item ? item.audience.join("、") : "社会")],
      ["栏目", column], ["责任部门", values.department], ["责任人", values.owner], ["文号", values.document_number], ["期号", values.issue],
      ["金额", values.amount], ["审签", (values.signoffs || []).filter(function (row) { return row.name; }).map(function (row) { return row.role + " " + row.name; }).join("、")],
      ["附件", (values.attachments || []).map(function (row) { return row.title || row.file; }).filter(Boolean).join("、")]
    ];
  }
  function fees(rows) {
    var heads = [["项目", "name"], ["标准", "standard"], ["计费单位", "unit"], ["依据", "basis"], ["范围", "scope"]];
    var lines = rows.filter(function (row) { return !Y.isEmpty(row); }).map(function (row) {
      return make("tr", {}, heads.map(function (head) { return make("td", { text: row[head[1]] || "" }); }));
    });
    var head = make("tr", {}, heads.map(function (one) { return make("th", { scope: "col", text: one[0] }); }));
    return wide("收费", [make("table", {}, [make("thead", {}, [head]), make("tbody", {}, lines)])]);
  }
  function wide(name, inside) { return make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": name + "，可以左右滚动" }, inside); }
})();
