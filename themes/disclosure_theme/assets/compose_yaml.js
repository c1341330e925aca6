/* What was typed becomes the record's file: front matter that the strict reader reads back as it was typed, then the body. */
(function () {
  "use strict";
  var Compose = window.Compose = window.Compose || {};
  var Y = Compose.yaml = {};

  /* What the reader drops: what XML forbids, DEL, byte-order marks, halves of characters. */
  var CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
  var HALF = /(^|[^\ud800-\udbff])[\udc00-\udfff]+/g;
  var BLANKS = /[\s\x85]+/g;
  function withoutControls(text) { return text.replace(CONTROLS, "").replace(HALF, "$1"); }

  /* One line of text, as `reading/values.py:text` folds it. */
  Y.line = function (text) { return withoutControls(text).replace(BLANKS, " ").trim(); };
  Y.body = function (text) { return withoutControls(text.replace(/\r\n?/g, "\n")); };

  /* Plain where it can be nothing but text: begins with a letter, digit or Chinese character, no `: `, no ` #`. */
  var PLAIN = /^[0-9A-Za-z\u3400-\u9fff〇][ !-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201f\u2026\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]*$/;
  Y.scalar = function (text) {
    var isPlain = PLAIN.test(text) && !/: | #|:$/.test(text) && !/^(?:null|Null|NULL)$/.test(text);
    return isPlain ? text : '"' + Array.from(text).map(quoted).join("") + '"';
  };
  var SHOWN = /^[ -~\u00a1-\u00ac\u00ae-\u05ff\u0900-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufdff\ufe30-\ufefe\uff00-\ufffd]$/;
  function quoted(character) {
    if (character === '"' || character === "\\") return "\\" + character;
    var code = character.codePointAt(0);
    if (SHOWN.test(character) || (code >= 0x1f000 && code <= 0x3ffff && (code & 0xfffe) !== 0xfffe)) return character;
    return "\\U" + ("0000000" + code.toString(16)).slice(-8);
  }

  /* Lines of a key, with the field that they belong to: what is found in a line is shown beside its field. */
  function lines(fields, values, indent, add, path) {
    fields.forEach(function (field) {
      var value = values[field.name], own = path.concat(field.name), key = indent + field.label + ":";
      if (Y.isEmpty(value)) return;
      if (field.widget === "groups") {
        add(key, own);
        value.forEach(function (row, number) { if (!Y.isEmpty(row)) listItem(field, row, number, indent, add, own); });
      } else if (field.widget === "group") {
        add(key, own);
        lines(field.parts, value, indent + "  ", add, own);
      } else {
        add(key + " " + Y.scalar(Y.line(value)), own);
      }
    });
  }
  function listItem(field, row, number, indent, add, path) {
    var isFirst = true;
    lines(field.parts, row, indent + "    ", function (text, own) {
      add(isFirst ? indent + "  - " + text.slice(indent.length + 4) : text, own);
      isFirst = false;
    }, path.concat(number));
  }
  Y.isEmpty = function (value) {
    if (value === undefined || value === null) return true;
    if (typeof value === "string") return !Y.line(value);
    if (Array.isArray(value)) return value.every(Y.isEmpty);
    return Object.keys(value).every(function (key) { return Y.isEmpty(value[key]); });
  };

  /* The file, and for each of its lines the path of the field it comes from. */
  Y.file = function (fields, values, body) {
    var text = ["---"], owners = [[]];
    lines(fields, values, "", function (line, path) { text.push(line); owners.push(path); }, []);
    text.push("---", "");
    owners.push([], []);
    Y.body(body).replace(/\n+$/, "").split("\n").forEach(function (line) { text.push(line); owners.push(["body"]); });
    return { text: text.join("\n") + "\n", owners: owners };
  };

  /* Where the file belongs: as `reading/draft.py:folder_of_new`; a record with attachments is a folder of its own. */
  Y.place = function (data, values, item) {
    var id = Y.line(values.id || "") || "新记录", year = /^\d{4}/.test(values.published || "") ? values.published.slice(0, 4) : id.slice(0, 4);
    var column = item ? item.column : "";
    var folder = "data/records/" + (column && data.folders.indexOf(column) >= 0 ? column : year);
    return Y.isEmpty(values.attachments) ? { folder: folder, name: id + ".md" } : { folder: folder + "/" + id, name: "index.md" };
  };
})();
