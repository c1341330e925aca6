/* Fields that are made of fields: 审签, 收费, 变更, 撤销, 附件 … as rows that are added and taken away. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make, Y = Compose.yaml;

  Compose.rows = function (field, path, lists) {
    var isMany = field.widget === "groups", id = "c-" + path.join("-"), rows = [], word = isMany ? "加一行" + field.label : "填写" + field.label;
    var must = make("span", { class: "c-must", text: "必填", hidden: true });
    var says = make("p", { class: "c-says", id: id + "-says", hidden: true });
    var told = make("p", { class: "c-told", role: "status" });
    var list = make("div", { class: "c-rows" });
    var add = make("button", { type: "button", class: "c-add", text: word, "aria-describedby": id + "-help " + id + "-says", on: { click: function () { grow().focus(); } } });
    var parts = [
      make("legend", {}, [document.createTextNode(field.label + " "), must]), make("p", { class: "c-help", id: id + "-help", text: field.about }), list,
      make("p", { class: "c-buttons" }, [add].concat(field.name === "attachments" ? [chooser()] : [])), says, told
    ];
    var node = make("fieldset", { class: "c-field c-group", "data-field": field.name }, parts);
    var self = {
      node: node, field: field, focus: function () { (rows[0] ? rows[0].fields[0] : { focus: function () { add.focus(); } }).focus(); },
      get: function () {
        var values = rows.map(function (row) { return valuesOf(row.fields); });
        return isMany ? values : values[0] || {};
      },
      set: function (value) {
        rows.slice().forEach(function (row) { drop(row); });
        [].concat(value || []).forEach(function (one) { if (isMany || !Y.isEmpty(one)) fillRow(grow(), one); });
      },
      at: function (rest) {
        var row = rows[isMany ? rest[0] : 0], name = rest[isMany ? 1 : 0];
        var found = row && row.fields.find(function (one) { return one.field.name === name; });
        return found || self;
      },
      parts: function () { return [].concat.apply([], rows.map(function (row) { return row.fields; })); },
      require: function (isRequired) { must.hidden = !isRequired; },
      say: function (findings) { Compose.sayBelow(says, [], findings); },
      grow: grow
    };
    return self;

    function grow() {
      var row = { fields: [] };
      row.title = make("p", { class: "c-row-title" });
      row.remove = make("button", { type: "button", class: "c-remove", text: "删掉", on: { click: function () {
        drop(row);
        told.textContent = "已删掉一行" + field.label;
        add.focus();
        node.dispatchEvent(new Event("input", { bubbles: true }));
      } } });
      row.fields = field.parts.map(function (part) { return Compose.field(part, path.concat(part.name), lists); });
      row.fields.forEach(function (one, place) { if (field.parts[place].required) one.require(true); });
      row.node = make("div", { class: "c-row", role: "group" }, [row.title, row.remove].concat(folded(row.fields, field)));
      rows.push(row);
      list.appendChild(row.node);
      number();
      return { focus: function () { row.fields[0].focus(); }, fields: row.fields };
    }
    function drop(row) {
      rows.splice(rows.indexOf(row), 1);
      list.removeChild(row.node);
      number();
    }
    function number() {
      rows.forEach(function (row, place) {
        var name = isMany ? field.label + "第 " + (place + 1) + " 行" : field.label;
        row.title.textContent = isMany ? "第 " + (place + 1) + " 行" : "";
        row.node.setAttribute("aria-label", name);
        row.remove.setAttribute("aria-label", "删掉" + name);
      });
      add.hidden = !isMany && rows.length > 0;
    }
    function chooser() {
      var input = make("input", { type: "file", multiple: true, id: id + "-choose", class: "c-file", "aria-describedby": id + "-names" });
      input.addEventListener("change", function () {
        Array.from(input.files).forEach(function (file) { fillRow(grow(), { file: file.name }); });
        told.textContent = "记下了 " + input.files.length + " 个文件名";
        input.value = "";
        node.dispatchEvent(new Event("input", { bubbles: true }));
      });
      var note = "这里只记下文件名，文件不会上传。把文件放进这条记录的文件夹，和 index.md 放在一起。";
      return make("span", { class: "c-choose" }, [make("label", { for: id + "-choose", text: "从电脑里选文件：" }), input, make("span", { class: "c-help", id: id + "-names", text: note })]);
    }
  };

  /* A row of many fields (年报) keeps those that are seldom used folded. */
  function folded(fields, field) {
    if (field.parts.length < 12) return fields.map(function (one) { return one.node; });
    var more = make("details", {}, [make("summary", { text: "全部数字" })].concat(fields.slice(4).map(function (one) { return one.node; })));
    return fields.slice(0, 4).map(function (one) { return one.node; }).concat([more]);
  }
  function valuesOf(fields) {
    var values = {};
    fields.forEach(function (one) { values[one.field.name] = one.get(); });
    return values;
  }
  function fillRow(row, values) {
    row.fields.forEach(function (one) { one.set(values[one.field.name] || ""); });
  }
  Compose.valuesOf = valuesOf;
})();
