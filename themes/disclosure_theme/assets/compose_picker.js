/* Choosing the item: words to look for, and below them every item as a button, by column. Chosen, it folds up to a few lines. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make;

  Compose.picker = function (data, places, chosen) {
    var buttons = [], groups = [];
    data.columns.forEach(function (column) {
      var items = data.items.filter(function (item) { return item.column === column.path; });
      if (items.length) group(column.name, items);
    });
    group("目录里没有的", [{ id: "", name: "没有对应的事项，自己选栏目", contents: "", kind: "", department: "" }]);
    places.find.addEventListener("input", filter);
    places.find.addEventListener("keydown", function (event) {
      var shown = visible();
      if (event.key === "ArrowDown" && shown.length) { event.preventDefault(); shown[0].node.focus(); }
      if (event.key === "Enter") {
        event.preventDefault();
        if (shown.length === 1 || (places.find.value && shown.length)) shown[0].node.click();
      }
    });
    places.list.addEventListener("keydown", function (event) {
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      var shown = visible(), at = shown.findIndex(function (one) { return one.node === document.activeElement; });
      event.preventDefault();
      var next = shown[at + step];
      (next ? next.node : step < 0 ? places.find : shown[at].node).focus();
    });
    places.again.addEventListener("click", function () { open(); places.find.focus(); });
    return { show: show, open: open };

    function group(name, items) {
      var list = make("ul"), heading = make("h3", { text: name }), own = [];
      items.forEach(function (item) {
        var node = make("button", { type: "button", "data-item": item.id, on: { click: function () { chosen(item.id); } } }, [
          make("span", { class: "c-item-id", text: item.id }), document.createTextNode(item.id ? " " : ""), make("span", { text: item.name })
        ]);
        var one = { node: node, row: make("li", {}, [node]), words: [item.id, item.name, name, item.contents, item.kind, item.department].join(" ").toLowerCase() };
        list.appendChild(one.row);
        own.push(one);
        buttons.push(one);
      });
      var box = make("div", {}, [heading, list]);
      groups.push({ node: box, items: own });
      places.list.appendChild(box);
    }
    function visible() { return buttons.filter(function (one) { return !one.row.hidden; }); }
    function filter() {
      var words = places.find.value.toLowerCase().split(/[\s、，,]+/).filter(Boolean);
      function has(one) { return function (word) { return one.words.indexOf(word) >= 0; }; }
      buttons.forEach(function (one) { one.row.hidden = !words.every(has(one)); });
      if (!visible().length) { // "收费公示" is no item's word; "收费" is
        var pairs = words.join("").split("").map(function (_, at, all) { return all.slice(at, at + 2).join(""); }).slice(0, -1);
        buttons.forEach(function (one) { one.row.hidden = !pairs.some(has(one)); });
      }
      groups.forEach(function (one) { one.node.hidden = one.items.every(function (item) { return item.row.hidden; }); });
      places.says.textContent = words.length ? (visible().length ? "找到 " + visible().length + " 个事项" : "没有找到，换个词试试") : "";
    }
    function open() {
      places.find.value = "";
      filter();
      places.picker.hidden = false;
      places.chosen.hidden = true;
    }
    /* What was chosen, and what the catalogue says of it. */
    function show(item) {
      var column = item && data.columns.find(function (one) { return one.path === item.column; });
      places.picker.hidden = true;
      places.chosen.hidden = false;
      places.name.textContent = item ? item.id + " " + item.name : "没有对应的事项";
      places.facts.textContent = "";
      if (!item) return;
      [
        ["应当写明", item.contents], ["栏目", column.name], ["给谁看", item.audience.join("、")], ["依据", item.basis],
        ["时限", item.publishWithin ? "信息形成后" + item.publishWithin + "内公开" : ""], ["至少公示", item.minNotice], ["审签", item.signoffs.join("、")],
        ["到期", item.afterExpiry], ["负责", [item.department, item.owner].filter(Boolean).join("，")]
      ].forEach(function (pair) {
        if (pair[1]) places.facts.appendChild(make("div", {}, [make("dt", { text: pair[0] }), make("dd", { text: pair[1] })]));
      });
    }
  };
})();
