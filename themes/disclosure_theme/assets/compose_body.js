/* The body: buttons for what people need of Markdown, and pasting from office programs. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make;
  var TABLE = "| 项目 | 金额 |\n| --- | --- |\n|  |  |\n";

  Compose.body = function (box, bar, says) {
    [
      ["标题", function () { atLines(function (line) { return line ? "## " + line.replace(/^#+ */, "") : "## "; }); }],
      ["加粗", function () { around("**", "**", "重点"); }],
      ["列表", function () { atLines(function (line) { return "- " + line.replace(/^[-*] +/, ""); }); }],
      ["编号", function () { atLines(function (line, number) { return number + 1 + ". " + line.replace(/^\d+\. +/, ""); }); }],
      ["表格", function () { put(block(TABLE)); }],
      ["链接", function () { around("[", "](https://)", "文字"); }]
    ].forEach(function (one) {
      bar.appendChild(make("button", { type: "button", text: one[0], "aria-controls": box.id, on: { click: one[1] } }));
    });
    box.addEventListener("paste", function (event) {
      var clipboard = event.clipboardData, html = clipboard.getData("text/html"), plain = clipboard.getData("text/plain");
      var made = html ? Compose.markdownOf(html) : null, tabs = made ? "" : Compose.tableOfTabs(plain);
      if (!made && !tabs) return;
      event.preventDefault();
      put(made && made.text.indexOf("\n") < 0 ? made.text : block((made ? made.text : tabs) + "\n"));
      says.textContent = "已转成文字和表格" + (made && made.told ? "：" + made.told : "") + "。不合适可以按 Ctrl+Z 撤销。";
    });
    box.addEventListener("keydown", function (event) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "b") { event.preventDefault(); around("**", "**", "重点"); }
    });

    function chosen() { return box.value.slice(box.selectionStart, box.selectionEnd); }
    /* Put in a way that can be undone, where the browser has one. */
    function put(text) {
      box.focus();
      var done = false;
      try { done = document.execCommand("insertText", false, text); } catch (error) { done = false; }
      if (!done) {
        box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    /* A block of its own: empty lines around it, as far as there are none. */
    function block(text) {
      var front = box.value.slice(0, box.selectionStart), behind = box.value.slice(box.selectionEnd);
      return (!front || /\n\n$/.test(front) ? "" : /\n$/.test(front) ? "\n" : "\n\n") + text + (behind && !/^\n/.test(behind) ? "\n" : "");
    }
    function around(before, after, sample) {
      var words = chosen() || sample, start = box.selectionStart;
      put(before + words + after);
      box.setSelectionRange(start + before.length, start + before.length + words.length);
    }
    function atLines(change) {
      var start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1, end = box.value.indexOf("\n", box.selectionEnd);
      box.setSelectionRange(start, end < 0 ? box.value.length : end);
      put(chosen().split("\n").map(change).join("\n"));
    }
  };
})();
