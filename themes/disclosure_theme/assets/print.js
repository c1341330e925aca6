/* Buttons of the print page. Without this script the browser's own menu prints, and the letter is selected by hand.

   A letter is made of what stands on the page. As text, lists keep their marks, each row of a table names its columns, and
   links and pictures are said in words. With its form, each element carries its own style, for an editor for messages keeps
   nothing else; links and pictures, which it would drop or could not load, are left out. */
(function () {
  "use strict";
  var BLOCKS = " p h2 h3 h4 h5 h6 h1 ul ol li dl dt dd blockquote pre table div details summary figure figcaption hr ";
  var CELL = "border:1px solid #999;padding:4px 6px;text-align:left;vertical-align:top";
  var STYLES = {
    p: "margin:0 0 12px;line-height:1.75", h2: "margin:20px 0 8px;font-size:17px;font-weight:bold",
    h3: "margin:16px 0 8px;font-size:16px;font-weight:bold", table: "border-collapse:collapse;margin:0 0 12px;font-size:14px",
    td: CELL, th: CELL + ";font-weight:bold;background:#f2f2f2", ul: "margin:0 0 12px;padding-left:24px",
    ol: "margin:0 0 12px;padding-left:24px", blockquote: "margin:0 0 12px;padding-left:12px;border-left:3px solid #999"
  };
  var KEPT = { td: ["colspan", "rowspan"], th: ["colspan", "rowspan"], ol: ["start"] };
  var poster = document.querySelector(".poster");

  function list(found) { return Array.prototype.slice.call(found); }
  function all(selector) { return list(poster.querySelectorAll(selector)); }
  function tag(node) { return node.nodeType === 1 ? node.nodeName.toLowerCase() : ""; }
  function words(node) { return node.textContent; }
  function said(part) { return part; }
  function flat(text) { return text.replace(/[ \t\r\n\v]+/g, " ").trim(); }

  /* As text. */
  function block(node, indent) {
    var text = "", run = "";
    list(node.childNodes).forEach(function (child) {
      if (tag(child) && BLOCKS.indexOf(" " + tag(child) + " ") >= 0) {
        text += lines(run) + blockText(child, indent);
        run = "";
      } else run += inline(child);
    });
    return text + lines(run);
  }
  function blockText(node, indent) {
    var name = tag(node), text;
    if (name === "table") return "\n\n" + tableText(node) + "\n\n";
    if (name === "ul" || name === "ol") return "\n\n" + listText(node, indent) + (indent ? "\n" : "\n\n");
    if (name === "hr") return "\n\n——————\n\n";
    if (name === "pre") return "\n\n" + words(node).trim() + "\n\n";
    text = block(node, indent).replace(/\n{3,}/g, "\n\n").trim();
    if (name === "blockquote") {
      text = text.split("\n").filter(said).map(function (line) { return "　　" + line; }).join("\n");
    }
    return "\n\n" + text + "\n\n";
  }
  function lines(text) { // a break in it is one that was asked for
    return text.split("\v").map(flat).join("\n").replace(/^\n+|\n+$/g, "");
  }
  function listText(node, indent) {
    var start = node.getAttribute("start"), number = /^\d{1,5}$/.test(start) ? Number(start) : 1;
    return list(node.children).filter(function (item) { return tag(item) === "li"; }).map(function (item) {
      var text = block(item, indent + "　").replace(/\n{2,}/g, "\n").replace(/^\n+|\n+$/g, "");
      return indent + (tag(node) === "ol" ? number++ + ". " : "· ") + text;
    }).join("\n");
  }
  function tableText(table) { // `早餐：标准 5元；计费单位 每餐`: the first cell leads, the others say what they are
    var heads;
    return list(table.querySelectorAll("tr")).map(function (row) {
      var cells = list(row.children).map(function (cell) { return flat(inlines(cell)); });
      if (tag(row.parentNode) === "thead") {
        heads = heads || cells;
        return "";
      }
      if (!heads || heads.length !== cells.length || cells.length < 2) return cells.filter(said).join("　");
      var rest = cells.map(function (cell, place) { return cell && (heads[place] + " " + cell).trim(); }).slice(1);
      return [cells[0], rest.filter(said).join("；")].filter(said).join("：");
    }).filter(said).map(function (line) { return "· " + line; }).join("\n");
  }
  function inlines(node) { return list(node.childNodes).map(inline).join(""); }
  function inline(node) {
    var name = tag(node), first = node.firstElementChild;
    if (node.nodeType === 3) return node.data;
    if (name === "br") return "\v";
    if (name === "img") return node.alt ? "（图：" + node.alt + "）" : "";
    if (name === "input") return box(node);
    if (name === "a") return linkText(node);
    if (name === "sup" && node.children.length === 1 && /^#/.test(first.getAttribute("href"))) return "〔" + words(first) + "〕";
    return name && inlines(node);
  }
  function box(node) { return node.hasAttribute("checked") ? "☑" : "☐"; }
  function linkText(link) { // links inside the page lead nowhere in a letter
    var text = inlines(link), address = link.getAttribute("href");
    if (address === null) return text;
    if (/^#/.test(address)) return text.indexOf("↩") < 0 ? text : "";
    address = absolute(address).replace(/^mailto:|^tel:/, "");
    return !address || address === text.trim() ? text : text + "（" + address + "）";
  }
  function absolute(address) {
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return address.replace(/^[a-z]+:/i, function (scheme) { return scheme.toLowerCase(); });
    if (location.protocol === "file:") address = address.replace(/(^|\/)index\.html(?=#|$)/, "$1"); // see disclosure.js
    var whole = document.querySelector("link[rel=canonical]").href + "print/" + address, before = "";
    whole = whole.replace(/\/\.(?=\/)/g, "");
    while (whole !== before) {
      before = whole;
      whole = whole.replace(/\/[^\/]+\/\.\.\//, "/");
    }
    return whole;
  }

  /* With its form. */
  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }
  function element(name, inner, kept, align) {
    var style = STYLES[name] || "";
    if (/^(left|right|center)$/.test(align)) style = style.replace("text-align:left", "text-align:" + align);
    return "<" + name + (kept || "") + (style && ' style="' + style + '"') + ">" + (/^(br|hr|col)$/.test(name) ? "" : inner + "</" + name + ">");
  }
  function formed(node) {
    var name = tag(node);
    if (node.nodeType === 3) return escaped(node.data);
    if (name === "img") return node.alt ? escaped("（图：" + node.alt + "，见网页）") : "";
    if (name === "input") return box(node);
    if (!name || name === "a" || name === "span") return name && inside(node);
    var kept = (KEPT[name] || []).map(function (one) {
      var value = node.getAttribute(one);
      return value ? " " + one + '="' + escaped(value).replace(/"/g, "&quot;") + '"' : "";
    }).join("");
    return element(name, inside(node), kept, node.getAttribute("align"));
  }
  function inside(node) { return list(node.childNodes).map(formed).join(""); }
  function cells(name, row) {
    return element("tr", [0, 1, 2, 5, 6].map(function (place) { return element(name, escaped(row[place])); }).join(""));
  }

  /* The letter: title, what parents ask first, summary, text, charges, what they rest on, and where it comes from. */
  function letter() {
    var fees = all(".fees tr").map(function (row) { return list(row.children).map(words); });
    return {
      title: all("h1"), first: all(".letter:not(.end) p"), body: poster.querySelector(".body"), heads: fees.shift(), fees: fees,
      last: all("section > p:not(.totals)"), end: all(".letter.end p")
    };
  }
  function asText() {
    var of = letter(), answers = of.first.filter(function (part) { return part.querySelector("b"); });
    var fees = of.fees.map(function (row) {
      var more = [["范围", row[5]], ["减免", row[6]], ["批准", row[4]]].map(function (pair) { return pair[1] && pair.join("："); });
      return "· " + [row[0] + " " + row[1] + (row[2] && "（" + row[2] + "）")].concat(more).filter(said).join("；");
    });
    var body = of.body ? block(of.body, "").replace(/\n{3,}/g, "\n\n").replace(/^[ \n]+|[ \n]+$/g, "") : "";
    return of.title.map(words).concat(
      answers.map(words).join("\n"), of.first.slice(answers.length).map(words), body, fees.join("\n"), of.last.map(words),
      of.end.map(words).join("\n")
    ).filter(said).join("\n\n");
  }
  function asHtml() {
    var of = letter(), title = '<strong style="font-size:18px">' + inside(of.title[0]) + "</strong>";
    var fees = of.fees.map(function (row) { return cells("td", row); }).join("");
    return element("p", title) + of.first.map(formed).join("") + (of.body ? inside(of.body).trim() : "") +
      (fees && element("table", element("tbody", cells("th", of.heads) + fees))) + of.last.concat(of.end).map(formed).join("");
  }

  /* What a script may not put on the clipboard itself is selected, for the browser or the reader to copy. */
  function select(node) {
    if (node.select) {
      node.focus();
      node.select();
      node.setSelectionRange(0, node.value.length); // for phones
      return;
    }
    var range = document.createRange();
    range.selectNodeContents(node);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function copied(text, html) {
    function give(event) {
      if (!event.clipboardData) return;
      event.clipboardData.setData("text/plain", text);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
    }
    document.addEventListener("copy", give);
    try {
      return document.execCommand("copy");
    } catch (error) {
      return false;
    } finally {
      document.removeEventListener("copy", give);
    }
  }
  function copy(button, status, html) {
    var text = asText(), place = document.createElement(html ? "div" : "textarea"), old = document.querySelector(".copy");
    if (old) old.parentNode.removeChild(old);
    place.className = "copy";
    if (html) place.innerHTML = html; else place.value = text;
    place.setAttribute("aria-label", "家长信");
    if (html) place.setAttribute("role", "group"); else place.readOnly = true;
    button.parentNode.parentNode.insertBefore(place, button.parentNode.nextSibling);
    select(place);
    if (copied(text, html)) {
      place.parentNode.removeChild(place);
      button.focus();
      status.textContent = "已复制，可以去粘贴了。";
    } else status.textContent = "已选中，请再按“复制”。";
  }
  function offer(place, word, act) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.addEventListener("click", function () { act(button); });
    place.appendChild(document.createTextNode(" "));
    place.appendChild(button);
  }

  if (!poster) return; // taken down
  var status = document.createElement("span");
  var send = document.querySelector(".send");
  status.setAttribute("role", "status");
  offer(document.querySelector(".views"), "打印", function () { window.print(); });
  send.appendChild(document.createElement("br"));
  offer(send, "复制文字", function (button) { copy(button, status, ""); });
  offer(send, "复制图文", function (button) { copy(button, status, asHtml()); });
  send.appendChild(document.createTextNode(" "));
  send.appendChild(status);
})();
