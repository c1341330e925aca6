/* 写记录: everything together. The scripts before this one make window.Compose; compose/data.js hands over what the school has.
   What is typed stays in this browser until somebody takes it away as a file. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make, V = Compose.read;
  var KEPT = "disclosure-compose", EMPTY = "{}";
  var data = null, form = null, picker = null, pending = 0, insisted = false, place = {};
  function byId(id) { return document.getElementById(id); }

  window.disclosureCompose = function (given) { data = given; begin(); }; // data.js comes last, when the page is there

  function begin() {
    Compose.personal.use(data.privacy);
    byId("compose").hidden = false;
    place = { body: byId("compose-body"), says: byId("compose-body-says"), text: byId("compose-text"), shown: byId("compose-shown"), state: byId("compose-state"), told: byId("compose-told") };
    form = Compose.form(data, { form: byId("compose-form"), first: byId("compose-first"), more: byId("compose-more"), body: place.body, lists: byId("compose-lists"), sayBody: sayBody });
    Compose.body(place.body, byId("compose-bar"), byId("compose-pasted"));
    picker = Compose.picker(data, {
      picker: byId("compose-picker"), find: byId("compose-find"), list: byId("compose-items"), says: byId("compose-found"),
      chosen: byId("compose-chosen"), name: byId("compose-name"), facts: byId("compose-facts"), again: byId("compose-again")
    }, choose);
    listen();
    restore();
    Compose.page = { fill: fill, text: function () { update(); return made().text; }, values: form.values, findings: findings, place: filePlace };
  }
  function listen() {
    byId("compose-form").addEventListener("submit", function (event) { event.preventDefault(); });
    ["input", "change"].forEach(function (event) { byId("compose-form").addEventListener(event, later); });
    byId("compose-clear").addEventListener("click", clear);
    byId("compose-download").addEventListener("click", function () { send(function (text, where) { Compose.download(where.name, text); return "已下载 " + where.name + "。把它放到仓库的 " + where.folder + "/ 里。"; }); });
    byId("compose-copy").addEventListener("click", function () {
      send(function (text) { Compose.copy(text).then(function (done) { tell(done ? "全文已复制。" : "没有复制成，请在“文件内容”里全选后复制。"); }); });
    });
    var host = byId("compose-host");
    host.hidden = !Compose.newFile(data.school.repository, { folder: "data/records/x", name: "x.md" }, "");
    host.addEventListener("click", function () { send(openHost); });
  }
  function openHost(text, where) {
    var target = Compose.newFile(data.school.repository, where, text);
    function open(says) {
      window.open(target.url, "_blank", "noopener");
      tell(says + "新页面没有打开的，点");
      place.told.appendChild(make("a", { href: target.url, target: "_blank", rel: "noopener", text: "这里" })); // where new windows are blocked
    }
    if (target.hasText) open(target.says);
    else Compose.copy(text).then(function (done) { open(done ? target.says : "没有复制成：先在“文件内容”里全选复制，再到新页面粘贴。"); });
    return "";
  }
  function send(act) {
    insisted = true;
    form.insist();
    update();
    var where = filePlace(), left = findings().filter(isOpen).length;
    var says = act(made().text, where);
    if (says) tell(says + (left ? "还有 " + left + " 处没有填好，提交后检查会指出来。" : ""));
  }
  function tell(text) { place.told.textContent = text; }
  function isOpen(one) { return one.weight !== "warning" && one.weight !== "good"; }

  function choose(id) {
    form.choose(id);
    picker.show(form.item());
    byId("compose-rest").hidden = false;
    form.follow();
    form.focus(["title"]);
    update();
  }
  function fill(values) {
    form.fill(values);
    picker.show(form.item());
    byId("compose-rest").hidden = false;
    update();
  }
  function clear() {
    if (!window.confirm("清空这一页，重新开始？已经下载的文件不受影响。")) return;
    forget();
    insisted = false;
    form.clear();
    picker.open();
    byId("compose-rest").hidden = true;
    byId("compose-kept").hidden = true;
    byId("compose-find").focus();
  }

  /* 1 What was typed, and what there is to say about it */
  function made() { return Compose.yaml.file(data.fields, form.values(), form.values().body); }
  function filePlace() { return Compose.yaml.place(data, form.values(), form.item()); }
  function findings() {
    var values = form.values(), file = made(), found = Compose.checks(data, values, form.item());
    Compose.personal.sightings(file.text).forEach(function (one) {
      if (data.school.own.indexOf(one.value) < 0) found.push({ path: file.owners[one.line - 1] || [], weight: "wrong", text: "像是" + one.label + "：" + shortened(one.value) + "。删掉，或换成不含个人信息的写法" });
    });
    if (values.amount && V.amount(values.amount).value) found.push({ path: ["amount"], weight: "good", text: "合 " + V.amount(values.amount).value.toLocaleString("zh-CN") + " 元" });
    return found;
  }
  function shortened(value) {
    var signs = Array.from(value);
    return signs.length <= 6 ? signs[0] + "…" : signs.slice(0, 3).join("") + "…" + signs[signs.length - 1];
  }
  function sayBody(found) { Compose.sayBelow(place.says, [place.body], found); }
  function later() {
    if (byId("compose-rest").hidden) return; // somebody is still looking for an item
    clearTimeout(pending);
    pending = setTimeout(update, 250);
  }
  function update() {
    clearTimeout(pending);
    form.follow();
    var found = findings(), values = form.values(), where = filePlace();
    form.show(found);
    sum(found);
    place.text.textContent = made().text;
    byId("compose-path").textContent = where.folder + "/" + where.name;
    byId("compose-folder").hidden = where.name !== "index.md";
    keep(values);
    Compose.preview(place.shown, data, values, form.item());
  }
  function sum(found) {
    var open = found.filter(isOpen), warnings = found.filter(function (one) { return one.weight === "warning"; });
    var says = open.length ? "还有 " + open.length + " 处要填好或改好。" : warnings.length ? "必填的都填好了，还有 " + warnings.length + " 处请核对。" : "都填好了。";
    if (place.state.textContent !== says) place.state.textContent = says;
    place.state.className = open.length ? "c-open" : "c-done";
    var list = byId("compose-open");
    list.textContent = "";
    function byPlace(a, b) { return form.rank(a.path) - form.rank(b.path); }
    open.sort(byPlace).concat(warnings.sort(byPlace)).forEach(function (one) {
      list.appendChild(make("li", {}, [make("button", { type: "button", text: labelOf(one.path) + one.text, on: { click: function () { form.insist(); form.focus(one.path); later(); } } })]));
    });
    if (!Compose.personal.complete) list.appendChild(make("li", { text: "浏览器太旧，个人信息没有查全，请换新一点的浏览器。" }));
  }

  function labelOf(path) {
    if (path[0] === "body") return "正文：";
    var field = data.fields.find(function (one) { return one.name === path[0]; });
    return field ? field.label + (typeof path[1] === "number" ? "第 " + (path[1] + 1) + " 行" : "") + "：" : "";
  }

  /* 2 Kept by this browser alone, so that a closed window costs nothing; a browser that keeps nothing is no obstacle */
  function keep(values) {
    var text = JSON.stringify(values);
    try { if (text !== EMPTY) localStorage.setItem(KEPT, text); } catch (error) { /* private mode */ }
  }
  function forget() {
    clearTimeout(pending);
    try { localStorage.removeItem(KEPT); } catch (error) { /* nothing was kept */ }
  }
  function restore() {
    var values = null;
    try { values = JSON.parse(localStorage.getItem(KEPT) || "null"); } catch (error) { values = null; }
    if (!values || typeof values !== "object") return;
    fill(values);
    byId("compose-kept").hidden = false;
  }
})();
