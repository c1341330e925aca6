/* What is pasted from Word, WPS, Excel or a web page becomes Markdown: tables, lists, headings, bold, links. */
(function () {
  "use strict";
  var Compose = window.Compose;
  var SKIPPED = /^(?:STYLE|SCRIPT|META|LINK|TITLE|HEAD|IFRAME|OBJECT|SVG|O:P)$/;
  var BLOCKS = /^(?:P|DIV|SECTION|ARTICLE|LI|UL|OL|TABLE|H[1-6]|BLOCKQUOTE|PRE|TR)$/;

  /* Markdown of HTML, and a sentence about what was left behind; null where it holds nothing but plain text. */
  Compose.markdownOf = function (html) {
    var page = new DOMParser().parseFromString(html, "text/html"), told = [];
    if (!page.body.querySelector("table, ul, ol, h1, h2, h3, h4, h5, h6, b, strong, a[href], [class*=MsoList]")) return null;
    if (page.body.querySelector("img, v\\:imagedata")) told.push("图片没有粘进来，请作为附件");
    if (page.body.querySelector("[colspan]:not([colspan='1']), [rowspan]:not([rowspan='1'])")) told.push("合并的单元格已拆开，请核对表格");
    var text = blocks(page.body).replace(/\n{3,}/g, "\n\n").trim();
    return { text: text, told: told.join("；") };
  };
  /* Lines with tabs, as spreadsheets copy them without HTML. */
  Compose.tableOfTabs = function (text) {
    var rows = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map(function (line) { return line.split("\t"); });
    return rows.length > 1 && rows.every(function (row) { return row.length > 1; }) ? table(rows) : "";
  };

  function table(rows) {
    var width = Math.max.apply(null, rows.map(function (row) { return row.length; }));
    var lines = rows.map(function (row) {
      var cells = row.map(function (cell) { return cell.replace(/\s+/g, " ").trim().replace(/\\?\|/g, "\\|"); });
      while (cells.length < width) cells.push("");
      return "| " + cells.join(" | ") + " |";
    });
    lines.splice(1, 0, "|" + new Array(width + 1).join(" --- |"));
    return lines.join("\n");
  }
  function rowsOf(node) {
    var grid = [];
    Array.from(node.rows).forEach(function (row, line) {
      grid[line] = grid[line] || [];
      var column = 0;
      Array.from(row.cells).forEach(function (cell) {
        while (grid[line][column] !== undefined) column += 1;
        for (var down = 0; down < Math.min(cell.rowSpan || 1, node.rows.length - line); down += 1) {
          grid[line + down] = grid[line + down] || [];
          for (var across = 0; across < (cell.colSpan || 1); across += 1) grid[line + down][column + across] = down || across ? "" : inline(cell);
        }
      });
    });
    return grid.map(function (row) { return Array.from(row, function (cell) { return cell || ""; }); }).filter(function (row) { return row.some(Boolean); });
  }

  function blocks(node) {
    var text = "", run = "";
    function flush() { if (run.trim()) text += run.trim() + "\n\n"; run = ""; }
    Array.from(node.childNodes).forEach(function (child) {
      var tag = child.nodeName;
      if (child.nodeType === 8 || SKIPPED.test(tag)) return;
      if (!BLOCKS.test(tag) && !holdsBlocks(child)) { run += inlineNode(child); return; }
      flush();
      if (tag === "TABLE") { var rows = rowsOf(child); text += rows.length > 1 ? table(rows) + "\n\n" : rows.map(function (row) { return row.join(" "); }).join("") + "\n\n"; }
      else if (tag === "UL" || tag === "OL") text += list(child, "") + "\n\n";
      else if (/^H[1-6]$/.test(tag)) text += new Array(Math.max(2, +tag[1]) + 1).join("#") + " " + inline(child) + "\n\n";
      else if (isWordItem(child)) text = text.replace(/(\n(?:- |\d+\. ).*)\n\n$|^((?:- |\d+\. ).*)\n\n$/, "$1$2\n") + wordItem(child) + "\n\n";
      else text += blocks(child).trim() + "\n\n";
    });
    flush();
    return text;
  }
  function holdsBlocks(node) { return node.nodeType === 1 && Boolean(node.querySelector("p, div, table, ul, ol, h1, h2, h3, h4, h5, h6")); }
  function list(node, indent) {
    var number = 0;
    return Array.from(node.children).map(function (item) {
      if (/^(?:UL|OL)$/.test(item.nodeName)) return list(item, indent + "  ");
      number += 1;
      var mark = node.nodeName === "OL" ? number + ". " : "- ", copy = item.cloneNode(true), deeper = "";
      Array.from(copy.children).forEach(function (child) {
        if (/^(?:UL|OL)$/.test(child.nodeName)) { deeper += "\n" + list(child, indent + new Array(mark.length + 1).join(" ")); copy.removeChild(child); }
      });
      return indent + mark + inline(copy) + deeper;
    }).join("\n");
  }
  /* Word's lists are paragraphs that begin with a sign of their own. */
  function isWordItem(node) { return /MsoList/.test(node.className || "") || /mso-list:/.test(node.getAttribute("style") || ""); }
  function wordItem(node) {
    var copy = node.cloneNode(true), sign = Array.from(copy.querySelectorAll("[style*='mso-list']")).find(function (one) { return /ignore/i.test(one.getAttribute("style")); });
    var mark = sign ? sign.textContent.trim() : "";
    if (sign) sign.parentNode.removeChild(sign);
    return (/^\d+[.、)）]?$/.test(mark) ? parseInt(mark, 10) + ". " : "- ") + inline(copy);
  }
  function inline(node) { return Array.from(node.childNodes).map(inlineNode).join("").replace(/\s+/g, " ").trim(); }
  function inlineNode(node) {
    if (node.nodeType === 3) return node.nodeValue.replace(/\s+/g, " ").replace(/([\\`*_[\]<])/g, "\\$1");
    if (node.nodeType !== 1 || SKIPPED.test(node.nodeName)) return "";
    var text = Array.from(node.childNodes).map(inlineNode).join(""), bare = text.trim(), href = node.getAttribute("href") || "";
    if (!bare) return text;
    if (/^(?:B|STRONG)$/.test(node.nodeName) && !/font-weight:\s*(?:normal|400)/.test(node.getAttribute("style") || "") && bare.slice(0, 2) !== "**") return text.replace(bare, "**" + bare + "**");
    if (node.nodeName === "A" && /^https?:/.test(href)) return "[" + bare + "](" + href.replace(/[()\s]/g, encodeURIComponent) + ")";
    return BLOCKS.test(node.nodeName) ? text + " " : text;
  }
})();
