/* Personal data in what is being written: tables of persons. Cells are parted by `|` or tabs, and by their tags in HTML. The same as
   generator/disclosure/privacy/tables.py, headings.py and columns.py, as compose_privacy.js says. */
(function () {
  "use strict";
  var P = window.Compose.personal;

  function found(kind, cell) { return { kind: kind, value: P.compact(cell.text), start: cell.start, end: cell.end }; }

  P.columns = function (text) {
    var starts, heads, lines;
    function index() {
      var start = 0, head = -1;
      starts = []; heads = []; lines = text.split("\n");
      lines.forEach(function (line, number) {
        head = line.indexOf("|") < 0 && line.indexOf("\t") < 0 ? -1 : head < 0 ? number : head;
        starts.push(start);
        heads.push(head);
        start += line.length + 1;
      });
    }
    return function heading(place) {
      if (!starts) index();
      var line = starts.length - 1;
      while (starts[line] > place) line -= 1;
      var head = heads[line];
      if (head < 0 || head === line) return "";
      var mark = lines[line].indexOf("|") >= 0 ? "|" : "\t";
      var column = text.slice(starts[line], place).split(mark).length - 1;
      var cells = lines[head].split(mark);
      return column < cells.length ? cells[column].replace(/^[ *`]+|[ *`]+$/g, "") : "";
    };
  };
  function heading(written) { return P.replace("headings.NOISE", written, ""); }
  function isNameHeading(text) { return Boolean(P.full("headings.NAMES", text)); }
  P.isAllowedHeading = function (text) { return !text || isNameHeading(text) || Boolean(P.full("headings.ALLOWED", text)); };
  P.kindOf = function (text) {
    var parts = text.split(/[/、或]/);
    for (var i = 0; i < parts.length; i += 1) {
      for (var k = 0; k < P.rules.headings.length; k += 1) {
        if (P.full(P.rules.headings[k][1], parts[i])) return P.rules.headings[k][0];
      }
    }
    return "";
  };
  function cellsOf(line, start, mark) {
    var position = start, parts = line.split(mark);
    var cells = parts.map(function (part) {
      var inner = part.replace(/^[ *`\r\u3000]+|[ *`\r\u3000]+$/g, ""), begin = position + (inner ? part.indexOf(inner) : 0);
      position += part.length + 1;
      return { text: inner, start: begin, end: begin + inner.length };
    });
    if (mark === "|") return cells.slice(parts[0].trim() ? 0 : 1, cells.length - (parts[parts.length - 1].trim() ? 0 : 1));
    return mark === " " ? cells.filter(function (cell) { return cell.text; }) : cells;
  }
  function markOf(line) {
    if (line.indexOf("|") >= 0 || line.indexOf("\t") >= 0) return line.indexOf("|") >= 0 ? "|" : "\t";
    if (!P.search("tables.MAY_NAME", line)) return "";
    return [",", "，", ";", "；", " "].filter(function (mark) {
      var headings = line.split(mark).filter(function (part) { return part.trim(); }).map(heading);
      return headings.length > 1 && headings.some(isNameHeading) && headings.some(P.kindOf);
    })[0] || "";
  }
  function lineTables(text) {
    var tables = [], table = [], mark = "", start = 0;
    text.split("\n").concat([""]).forEach(function (line) {
      mark = mark || markOf(line);
      if (mark && line.trim().indexOf(mark) >= 0) {
        if (!P.full("tables.RULE", line)) table.push(cellsOf(line, start, mark));
      } else {
        if (table.length) tables.push(table);
        table = []; mark = "";
      }
      start += line.length + 1;
    });
    return tables;
  }
  P.unescape = function (written) {
    var box = document.createElement("textarea");
    box.innerHTML = written;
    return box.value;
  };
  function htmlTables(text) {
    if (!/<t/i.test(text)) return [];
    var rows = [];
    P.all("tables.ROW", text).forEach(function (row) {
      var inner = row[1], offset = row.index + row[0].length - inner.length, marks = P.all("tables.CELL", inner);
      if (!marks.length) return;
      rows.push(marks.map(function (mark, number) {
        var begin = mark.index + mark[0].length, end = number + 1 < marks.length ? marks[number + 1].index : inner.length;
        return { text: P.unescape(P.replace("tables.TAG", inner.slice(begin, end), "")).trim(), start: offset + begin, end: offset + end };
      }));
    });
    return rows.length ? [rows] : [];
  }
  P.tables = function (text) {
    if (!P.search("tables.MAY_NAME", text)) return [];
    var tables = [];
    htmlTables(text).concat(lineTables(text)).some(function (table) {
      for (var place = 0; place < table.length; place += 1) {
        var headings = table[place].map(function (cell) { return heading(cell.text); });
        if (headings.length > 1 && headings.some(isNameHeading)) {
          var at = headings.findIndex(isNameHeading), rows = table.slice(place + 1);
          tables.push({ headings: headings, rows: rows, at: at, names: rows.map(function (row) { return row[at] ? row[at].text : ""; }).filter(Boolean) });
          break;
        }
      }
    });
    return tables;
  };
  function saysSomething(text, kind) {
    var digits = P.count(text);
    if (P.search("tables.MASKED", text)) return false;
    if (kind === "ID_NUMBER") return P.looksLikeId(P.compact(text));
    if (kind === "BANK_CARD") return digits >= 15 && digits <= 20 && digits === P.compact(text).length;
    if (kind === "ADDRESS") return digits > 0 && Array.from(text).length >= 5;
    if (kind === "BIRTH_DATE") return Boolean(P.search("tables.DAY", text));
    return digits >= 4 || (kind === "CHAT_ID" && Array.from(text).length >= 5);
  }
  P.finders.push(function findInTables(text) {
    var matches = [];
    P.tables(text).forEach(function (table) {
      var kinds = table.headings.map(P.kindOf);
      table.rows.forEach(function (row) {
        var name = row[table.at] ? row[table.at].text : "";
        row.slice(0, kinds.length).forEach(function (cell, place) {
          if (kinds[place] && name && saysSomething(cell.text, kinds[place])) matches.push(found(kinds[place], cell));
        });
      });
    });
    var start = 0;
    text.split("\n").forEach(function (line) {
      var mark = line.indexOf("|") >= 0 ? "|" : line.indexOf("\t") >= 0 ? "\t" : "";
      var cells = mark ? cellsOf(line, start, mark) : [];
      cells.slice(1).forEach(function (value, place) {
        var kind = P.kindOf(heading(cells[place].text));
        if (kind && !P.kindOf(heading(value.text)) && saysSomething(value.text, kind)) matches.push(found(kind, value));
      });
      start += line.length + 1;
    });
    return matches;
  });
})();
