/* The whole form: what an item asks for stands first, everything else is folded under 更多. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make, Y = Compose.yaml, V = Compose.read;
  var FIRST = ["title", "published", "notice_period", "expires", "department", "id"], LAST = ["fees", "body", "attachments", "signoffs"];
  var MORE = [
    ["说明", ["summary", "document_number", "issue", "formed", "owner", "channels", "hotline", "amount", "people", "fees"]],
    ["时间和范围", ["notice_period", "expires", "after_expiry", "review_by", "audience", "column", "meeting"]],
    ["审签和备案", ["signoffs", "filed", "late_entry", "waivers"]],
    ["与别的记录的关系", ["series", "stage", "replaces", "corrects", "changes", "withdrawn"]],
    ["其他", []]
  ];
  var UNITS = ["每学期", "每学年", "每月", "每天", "每餐", "每次", "每生", "每本", "每套"];

  Compose.form = function (data, places) {
    var lists = suggestions(data, places.lists), fields = [], byName = {}, order = [], item = null, auto = {}, touched = new Set();
    data.fields.forEach(function (field) {
      if (field.name === "item") return;
      var made = Compose.field(prepared(field, data), [field.name], lists);
      fields.push(made);
      byName[field.name] = made;
    });
    places.form.addEventListener("focusout", function (event) { touch(event.target); });
    var self = { values: values, fill: fill, choose: choose, show: show, focus: focus, item: function () { return item; }, clear: clear, insist: insist, follow: follow, rank: rank };
    arrange();
    return self;

    function values() {
      var found = Compose.valuesOf(fields);
      if (item) found.item = item.id;
      found.body = places.body.value;
      return found;
    }
    /* Everything anew, from values as `values` gives them. */
    function fill(given) {
      fields.forEach(function (one) { one.set(given[one.field.name] || ""); });
      places.body.value = given.body || "";
      item = data.items.find(function (one) { return one.id === given.item; }) || null;
      arrange();
    }
    function clear() {
      auto = {};
      touched.clear();
      fill({});
    }
    /* An item was chosen: what it says of itself is filled in where nobody has written anything else. */
    function choose(id) {
      item = data.items.find(function (one) { return one.id === id; }) || null;
      suggest("department", item ? item.department : "");
      if (!byName.expires.get()) suggest("notice_period", item ? item.minNotice : "");
      arrange();
      var nobodySigned = byName.signoffs.get().every(function (row) { return Y.isEmpty(row.name) && Y.isEmpty(row.date); });
      if (nobodySigned) byName.signoffs.set(item ? item.signoffs.map(function (role) { return { role: role }; }) : []);
      if (Y.isEmpty(byName.fees.get())) byName.fees.set(item && item.required.indexOf("fees") >= 0 ? [{}] : []);
    }
    function suggest(name, value) {
      var now = byName[name].get();
      if (now && now !== auto[name]) return;
      auto[name] = value;
      byName[name].set(value);
    }
    /* What follows from other fields: today's day, the next number of its year. */
    function follow() {
      if (!byName.published.get() && auto.published === undefined) suggest("published", V.today());
      var year = (byName.published.get() || V.today()).slice(0, 4);
      suggest("id", V.nextId(data, year));
    }

    function arrange() {
      var asked = askedBy(item), others = data.fields.map(function (field) { return field.name; });
      others = others.filter(function (name) { return FIRST.indexOf(name) < 0 && LAST.indexOf(name) < 0; });
      var first = FIRST.concat(others, LAST).filter(function (name) { return asked[name] !== undefined; });
      order = first;
      first.forEach(function (name) { places.first.appendChild(name === "body" ? places.body.closest(".c-field") : byName[name].node); });
      var placed = new Set(first);
      places.more.textContent = "";
      MORE.forEach(function (group, number) {
        var names = number < MORE.length - 1 ? group[1] : data.fields.map(function (field) { return field.name; });
        names = names.filter(function (name) { return byName[name] && !placed.has(name); });
        if (!names.length) return;
        places.more.appendChild(make("h3", { text: group[0] }));
        names.forEach(function (name) { placed.add(name); places.more.appendChild(byName[name].node); });
      });
      fields.forEach(function (one) { one.require(asked[one.field.name] === true); });
    }

    /* What is said beside each field. Nobody is told of a gap before having been there. */
    function show(findings) {
      var said = new Map();
      findings.forEach(function (one) {
        var place = placeOf(one.path);
        if (!place || (one.weight === "missing" && !touched.has(place))) return;
        said.set(place, (said.get(place) || []).concat(one));
      });
      everyField().forEach(function (one) { one.say(said.get(one) || []); });
      places.sayBody(said.get("body") || []);
    }
    function placeOf(path) {
      if (path[0] === "body") return "body";
      var field = byName[path[0]];
      return field && field.at(path.slice(1));
    }
    function everyField() {
      return [].concat.apply([], fields.map(function (one) { return one.parts ? [one].concat(one.parts()) : [one]; }));
    }
    function touch(target) {
      if (target === places.body) touched.add("body");
      everyField().forEach(function (one) { if (one.node.contains(target) && !one.parts) touched.add(one); });
    }
    /* Where a field stands, for lists in the order of the page. */
    function rank(path) { return (order.indexOf(path[0]) + 1) || order.length + 1; }
    function insist() { everyField().concat("body").forEach(function (one) { touched.add(one); }); }
    function focus(path) {
      var place = placeOf(path);
      if (place === "body" || !place) return places.body.focus();
      var folded = place.node.closest("details");
      while (folded) { folded.open = true; folded = folded.parentNode.closest("details"); }
      place.focus();
    }
  };

  /* Names of the fields that stand first: true where they have to be filled in. */
  function askedBy(item) {
    var asked = { title: true, published: true, department: true, id: true, body: false, attachments: false };
    if (!item) { asked.column = true; return asked; }
    item.required.forEach(function (name) {
      if (name === "expiry" || name === "expires") asked.notice_period = asked.expires = false; else asked[name] = true;
    });
    if (item.minNotice) asked.notice_period = asked.expires = false;
    if (item.signoffs.length) asked.signoffs = true;
    if (item.listsPersons) asked.notice_period = asked.expires = false;
    return asked;
  }
  function prepared(field, data) {
    if (field.name === "column") {
      return Object.assign({}, field, { widget: "choice", unset: "随事项", choices: data.columns.map(function (one) { return { value: one.name, text: one.name }; }) });
    }
    if (field.name === "id") return Object.assign({}, field, { about: field.about + "已按网站上的编号顺排；草稿和还没公布的可能已经占用，提交时会检查。" });
    if (field.name === "expires") return Object.assign({}, field, { about: field.about + "公示期和截止日期只填一个。" });
    return field;
  }
  function suggestions(data, holder) {
    function each(name) { return unique(data.items.map(function (item) { return item[name]; })); }
    function unique(words) { return Array.from(new Set(words.filter(Boolean))); }
    var roles = unique([].concat.apply([], data.items.map(function (item) { return item.signoffs; })));
    var lists = {
      departments: each("department"), owners: each("owner"), roles: roles, people: data.school.people, units: UNITS,
      spans: unique(each("minNotice").concat(["5个工作日", "7天", "15天", "30天"])), channels: ["网站", "网站、公开栏", "网站、公开栏、教代会", "网站、家长信"]
    };
    Object.keys(lists).forEach(function (name) {
      holder.appendChild(make("datalist", { id: "c-list-" + name }, lists[name].map(function (word) { return make("option", { value: word }); })));
    });
    return lists;
  }
})();
