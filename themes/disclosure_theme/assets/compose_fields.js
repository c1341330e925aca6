/* One field of the form: its label, its help, what it is entered with, and what is said about it. A field has
   `node`, `get()`, `set(value)`, `focus()`, `say(findings)` and `at(path)`, which leads to the field that a finding is about. */
(function () {
  "use strict";
  var Compose = window.Compose, Y = Compose.yaml;
  var LONG = { summary: 3, note: 2, reason: 2, relief: 2 };
  var LISTS = { department: "departments", role: "roles", name: "people", owner: "owners", unit: "units", channels: "channels", notice_period: "spans" };
  var count = 0;

  Compose.make = function (tag, attributes, children) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (name === "text") node.textContent = value;
      else if (name === "on") Object.keys(value).forEach(function (event) { node.addEventListener(event, value[event]); });
      else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value === true ? "" : value);
    });
    (children || []).forEach(function (child) { if (child) node.appendChild(child); });
    return node;
  };
  var make = Compose.make;

  /* Every field; `path` makes its id, `lists` says which suggestions there are. */
  Compose.field = function (field, path, lists) {
    if (field.widget === "group" || field.widget === "groups") return Compose.rows(field, path, lists);
    count += 1;
    var id = "c-" + path.join("-") + (path.length > 1 ? "-" + count : "");
    var entry = (ENTRIES[field.widget] || textEntry)(field, id, lists, id + "-help " + id + "-says");
    var says = make("p", { class: "c-says", id: id + "-says", hidden: true });
    var help = make("p", { class: "c-help", id: id + "-help", text: field.about + (isObvious(field) ? "" : "例如：" + field.example) });
    var must = make("span", { class: "c-must", text: "必填", hidden: !field.required });
    var label = make(entry.isGroup ? "legend" : "label", { for: entry.isGroup ? null : id }, [document.createTextNode(field.label + " "), must]);
    var node = make(entry.isGroup ? "fieldset" : "div", { class: field.widget === "yes_no" ? "c-field c-yes" : "c-field", "data-field": field.name }, [label].concat(entry.nodes, [help, says]));
    return {
      node: node, field: field, get: entry.get, set: entry.set, at: function () { return this; },
      focus: function () { entry.controls[0].focus(); },
      require: function (isRequired) {
        must.hidden = !isRequired;
        entry.controls.forEach(function (one) { if (entry.controls.length === 1) one.setAttribute("aria-required", String(isRequired)); });
      },
      say: function (findings) { sayBelow(says, entry.controls, findings); }
    };
  };
  function isObvious(field) { return ["choice", "choices", "yes_no", "day", "moment", "expiry"].indexOf(field.widget) >= 0; }
  function sayBelow(says, controls, findings) {
    var isWrong = findings.some(function (one) { return one.weight === "wrong" || one.weight === "missing"; });
    var text = findings.map(function (one) { return one.text; }).join("；");
    if (says.textContent !== text) says.textContent = text;
    says.hidden = !text;
    says.className = "c-says" + (findings.length && !isWrong ? " c-warns" : "") + (findings.length && findings.every(function (one) { return one.weight === "good"; }) ? " c-good" : "");
    controls.forEach(function (control) {
      if (isWrong) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
    });
  }
  Compose.sayBelow = sayBelow;

  /* 1 Text */
  function textEntry(field, id, lists, described) {
    var rows = LONG[field.name], list = lists[LISTS[field.name]];
    var attributes = { id: id, "aria-describedby": described, autocomplete: "off", spellcheck: "false", "aria-required": String(Boolean(field.required)) };
    if (field.widget === "count") attributes.inputmode = "numeric";
    var control = rows ? make("textarea", Object.assign(attributes, { rows: rows })) : make("input", Object.assign(attributes, { type: "text", list: list ? "c-list-" + LISTS[field.name] : null }));
    control.addEventListener("change", function () { control.value = Y.line(control.value); }); // as it will be read
    return { nodes: [control], controls: [control], get: function () { return control.value; }, set: function (value) { control.value = value || ""; } };
  }
  /* 2 Days. The browser's own calendar; a time of day or 长期 stand beside it. */
  function dayInput(attributes) { return make("input", Object.assign({ type: "date", min: "1990-01-01", max: "2099-12-31" }, attributes)); }
  function dayEntry(field, id, lists, described) {
    var control = dayInput({ id: id, "aria-describedby": described, "aria-required": String(Boolean(field.required)) });
    return { nodes: [control], controls: [control], get: function () { return control.value; }, set: function (value) { control.value = value || ""; } };
  }
  function momentEntry(field, id, lists, described) {
    var day = dayInput({ id: id, "aria-describedby": described, "aria-label": field.label });
    var time = make("input", { type: "time", id: id + "-time", "aria-describedby": described });
    return {
      isGroup: true, controls: [day, time], nodes: [make("div", { class: "c-pair" }, [day, make("label", { for: id + "-time", text: "时刻（可以不填）" }), time])],
      get: function () { return day.value && time.value ? day.value + " " + time.value : day.value; },
      set: function (value) { var parts = (value || "").split(" "); day.value = parts[0]; time.value = parts[1] || ""; }
    };
  }
  function expiryEntry(field, id, lists, described) {
    var day = dayInput({ id: id, "aria-describedby": described, "aria-label": field.label });
    var always = make("input", { type: "checkbox", id: id + "-always", "aria-describedby": described });
    always.addEventListener("change", function () { day.disabled = always.checked; });
    return {
      isGroup: true, controls: [day, always], nodes: [make("div", { class: "c-pair" }, [day, always, make("label", { for: id + "-always", text: "长期有效" })])],
      get: function () { return always.checked ? "长期" : day.value; },
      set: function (value) { always.checked = day.disabled = value === "长期"; day.value = always.checked ? "" : value || ""; }
    };
  }
  /* 3 Choices */
  function choiceEntry(field, id, lists, described) {
    var options = (field.choices || []).map(function (word) { return typeof word === "string" ? { value: word, text: word } : word; });
    var select = make("select", { id: id, "aria-describedby": described }, [make("option", { value: "", text: field.unset || "按事项的规定" })].concat(options.map(function (one) {
      return make("option", { value: one.value, text: one.text });
    })));
    return { nodes: [select], controls: [select], get: function () { return select.value; }, set: function (value) { select.value = value || ""; } };
  }
  function choicesEntry(field, id, lists, described) {
    var boxes = field.choices.map(function (word, number) { return make("input", { type: "checkbox", id: id + "-" + number, value: word, "aria-describedby": described }); });
    var parts = boxes.map(function (box) { return make("label", { class: "c-check", for: box.id }, [box, document.createTextNode(" " + box.value)]); });
    return {
      isGroup: true, controls: boxes, nodes: [make("div", { class: "c-pair" }, parts)],
      get: function () { return boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }).join("、"); },
      set: function (value) { var words = (value || "").split("、"); boxes.forEach(function (box) { box.checked = words.indexOf(box.value) >= 0; }); }
    };
  }
  function yesEntry(field, id, lists, described) {
    var box = make("input", { type: "checkbox", id: id, "aria-describedby": described });
    return { nodes: [document.createTextNode(" "), box], controls: [box], get: function () { return box.checked ? "是" : ""; }, set: function (value) { box.checked = value === "是"; } };
  }
  var ENTRIES = { day: dayEntry, moment: momentEntry, expiry: expiryEntry, choice: choiceEntry, choices: choicesEntry, yes_no: yesEntry };
})();
