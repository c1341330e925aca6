/* Search without a server. The index (generator/disclosure/search) lists for every pair of neighbouring characters the
   records that hold it; a record that holds all pairs of what was asked is looked up in its own page, where the passage is
   shown. Whatever stands in a page is found, word or part of a word. Everything is loaded as scripts, so that it works from
   a folder, too; there pages cannot be looked into, and the passage is left out. */
(function () {
  "use strict";
  var script = document.currentScript;
  var ROOT = script.getAttribute("data-root");
  var SHOWN_AT_ONCE = 8, PAIRS_ASKED = 6, AROUND = 40, SPREAD = 8, ROWS = 256, WAIT = 250;
  var STEPS = 80, BITS = 6, MAP = "~", MISSING = "}";
  var UNSEEN = /[\s\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;
  var ALPHABET = {};
  for (var code = 33, place = 0; code < 127; code++) {
    var letter = String.fromCharCode(code);
    if ('"\\;'.indexOf(letter) < 0) ALPHABET[letter] = place++;
  }

  // ---- Loading

  var waiting = {}, loaded = {};
  window.disclosureSearch = function (name, content) { loaded[name] = content; };
  function load(name, done) {
    if (name in loaded) return done(loaded[name]);
    if (waiting[name]) return waiting[name].push(done);
    waiting[name] = [done];
    var node = document.createElement("script");
    function end() {
      var told = waiting[name];
      delete waiting[name];
      if (!(name in loaded)) node.parentNode.removeChild(node); // asked again, it is loaded again
      told.forEach(function (tell) { tell(loaded[name]); });
    }
    node.onload = node.onerror = end;
    node.src = ROOT + "search/" + name + ".js";
    document.head.appendChild(node);
  }
  function loadAll(names, done) {
    var left = names.length;
    if (!left) return done();
    names.forEach(function (name) { load(name, function () { if (!--left) done(); }); });
  }
  var pages = {};
  function page(url, done) { // the texts of a page of the site, null where it cannot be had
    if (url in pages) return done(pages[url]);
    var request = new XMLHttpRequest();
    function end(text) { pages[url] = text; done(text); }
    request.onload = function () { end(request.status === 200 ? textOf(request.responseText) : null); };
    request.onerror = function () { end(null); };
    try {
      request.open("GET", ROOT + url);
      request.send();
    } catch (error) { end(null); }
  }
  function textOf(html) {
    var read = new DOMParser().parseFromString(html, "text/html");
    var content = read.querySelector("article.record") || read.getElementById("content") || read.body;
    Array.prototype.forEach.call(content.querySelectorAll("h1, .crumbs, .banner, .around, [aria-labelledby=contact], .tools, script, style"), function (part) {
      part.parentNode.removeChild(part);
    });
    Array.prototype.forEach.call(content.querySelectorAll("th, td, li, p, dt, dd, h2, h3, h4"), function (part) {
      part.appendChild(read.createTextNode(" "));
    });
    var facts = content.querySelector('[aria-labelledby="facts"]');
    if (facts) facts.parentNode.removeChild(facts);
    return { told: content.textContent, facts: facts ? facts.textContent : "" };
  }

  // ---- Characters

  function characters(text) { return text.match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || []; }
  function folded(character) {
    var same = character.normalize ? character.normalize("NFKC") : character;
    return same.toLowerCase().replace(UNSEEN, "");
  }
  function fold(text) { return characters(text).map(folded).join(""); }
  function numberOf(character) {
    var high = character.charCodeAt(0);
    return character.length < 2 ? high : (high - 0xd800) * 0x400 + character.charCodeAt(1) - 0xdc00 + 0x10000;
  }
  /* Where a folded term stands in a text: places in the text as it is written. */
  function places(text, term) {
    var all = characters(text), whole = "", at = [], offset = 0;
    all.forEach(function (character) {
      var same = folded(character);
      for (var i = 0; i < same.length; i++) at.push([offset, offset + character.length]);
      whole += same;
      offset += character.length;
    });
    var found = [], from = whole.indexOf(term);
    while (from >= 0 && found.length < 20) {
      found.push([at[from][0], at[from + term.length - 1][1]]);
      from = whole.indexOf(term, from + term.length);
    }
    return found;
  }

  // ---- The index

  function pairsOf(term) {
    var all = characters(term), pairs = [];
    if (all.length < 2) return [[all[0], null]];
    for (var i = 0; i + 1 < all.length; i++) pairs.push([all[i], all[i + 1]]);
    if (pairs.length <= PAIRS_ASKED) return pairs;
    var some = [];
    for (var n = 0; n < PAIRS_ASKED; n++) some.push(pairs[Math.round(n * (pairs.length - 1) / (PAIRS_ASKED - 1))]);
    return some;
  }
  function shardsOf(pair, tier) {
    var base = numberOf(pair[0]) * SPREAD, numbers = [];
    if (pair[1] !== null) return [(base + numberOf(pair[1]) % SPREAD) % tier.shards];
    for (var i = 0; i < SPREAD; i++) numbers.push((base + i) % tier.shards);
    return numbers;
  }
  function nameOf(tier, shard) { return tier.name + "/" + shard.toString(16); }
  /* Numbers of the texts in a list, of which there are so many; how it is written: generator/disclosure/search/lists.py. */
  function walk(list, count, see) {
    var mark = list.charAt(0), missing = {};
    if (mark === MAP) {
      for (var n = 0; n < count; n++) if (ALPHABET[list.charAt(1 + Math.floor(n / BITS))] >> n % BITS & 1) see(n);
    } else if (mark === MISSING) {
      stepped(list.slice(1), function (n) { missing[n] = true; });
      for (var m = 0; m < count; m++) if (!missing[m]) see(m);
    } else stepped(list, see);
  }
  function stepped(steps, see) {
    for (var i = 0, at = -1; i < steps.length; i++) {
      var step = ALPHABET[steps.charAt(i)];
      at += step < STEPS ? step + 1 : (step - STEPS + 1) * STEPS + ALPHABET[steps.charAt(++i)] + 1;
      see(at);
    }
  }
  /* Adds what a pair is found in to three sets: whole texts, titles, numbers. */
  function gather(section, pair, first, count, sets) {
    section.split("\n").forEach(function (line) {
      if (line.indexOf(pair[0]) !== 0) return;
      line.slice(pair[0].length).split(" ").forEach(function (entry) {
        if (pair[1] !== null && entry.indexOf(pair[1]) !== 0) return;
        var second = entry.match(/^(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])/)[0];
        entry.slice(second.length).split(";").forEach(function (list, field) {
          walk(list, count, function (row) { sets[field][first + row] = true; });
        });
      });
    });
  }
  function rowsWith(pair, tier) {
    var sets = [{}, {}, {}];
    shardsOf(pair, tier).forEach(function (shard) {
      var first = 0;
      (loaded[nameOf(tier, shard)] || []).forEach(function (section, part) {
        gather(section, pair, first, tier.parts[part], sets);
        first += tier.parts[part];
      });
    });
    return sets;
  }
  function common(list) {
    return list.reduce(function (kept, set) {
      var both = {};
      Object.keys(kept).forEach(function (row) { if (set[row]) both[row] = true; });
      return both;
    });
  }

  // ---- Finding: rows of all tiers that may hold all terms, best first

  var TITLE = 0, NUMBER = 1, TEXT = 2, PAGE = -1;
  var FACETS = ["columns", "departments", "states", "years"], FIRST_LETTER = 36;
  function find(terms, wanted, done) {
    load("plan", function (plan) {
      if (!plan) return done(null);
      var names = {};
      plan.tiers.forEach(function (tier) {
        terms.forEach(function (term) {
          pairsOf(term).forEach(function (pair) {
            shardsOf(pair, tier).forEach(function (shard) { names[nameOf(tier, shard)] = true; });
          });
        });
      });
      names = Object.keys(names);
      loadAll(names, function () {
        var complete = names.every(function (name) { return name in loaded; });
        done(complete ? ranked(terms, wanted, plan) : null, plan);
      });
    });
  }
  /* Places in the plan's lists, or PAGE; each list has a text in the tier, with a character for each row. */
  function facetsOf(tier, row) {
    return FACETS.map(function (name) { return tier[name].charCodeAt(row) - FIRST_LETTER; });
  }
  function ranked(terms, wanted, plan) {
    var hits = [];
    plan.tiers.forEach(function (tier, age) {
      var fields = [[], [], []];
      terms.forEach(function (term) {
        pairsOf(term).forEach(function (pair) {
          rowsWith(pair, tier).forEach(function (set, field) { fields[field].push(set); });
        });
      });
      var titles = common(fields[1]), numbers = common(fields[2]);
      Object.keys(common(fields[0])).forEach(function (row) {
        row = Number(row);
        var facets = facetsOf(tier, row);
        if (!fits(facets, wanted, plan)) return;
        var state = plan.states[facets[2]] || ["", false, false];
        hits.push({
          tier: tier, row: row, age: age, facets: facets, field: titles[row] ? TITLE : numbers[row] ? NUMBER : TEXT,
          past: state[2] ? 2 : state[1] ? 1 : 0
        });
      });
    });
    return hits.sort(function (a, b) { return a.field - b.field || a.past - b.past || a.age - b.age || b.row - a.row; });
  }
  function fits(facets, wanted, plan) {
    if (facets[2] === PAGE) return !(wanted.column || wanted.year || wanted.department || wanted.state);
    var column = plan.columns[facets[0]][0];
    return (!wanted.column || column === wanted.column || column.indexOf(wanted.column + "/") === 0) &&
      (!wanted.year || String(plan.years[facets[3]]) === wanted.year) &&
      (!wanted.department || plan.departments[facets[1]] === wanted.department) &&
      (!wanted.state || plan.states[facets[2]][0] === wanted.state);
  }
  function rowsOf(hit) { return hit.tier.name + "/rows-" + Math.floor(hit.row / ROWS); }

  // ---- Showing

  function element(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }
  function marked(text, terms, from, to) {
    var node = document.createDocumentFragment(), spots = [], at = from;
    terms.forEach(function (term) { spots = spots.concat(places(text.slice(from, to), term)); });
    spots.sort(function (a, b) { return a[0] - b[0]; }).forEach(function (spot) {
      var begin = spot[0] + from, end = spot[1] + from;
      if (begin < at) return;
      node.appendChild(document.createTextNode(text.slice(at, begin)));
      node.appendChild(element("mark", "", text.slice(begin, end)));
      at = end;
    });
    node.appendChild(document.createTextNode(text.slice(at, to)));
    return node;
  }
  /* The words around the first term that is in a text; null where none is. */
  function passage(text, terms, name) {
    text = text.replace(/\s+/g, " ").trim();
    var first = terms.map(function (term) { return places(text, term)[0]; }).filter(Boolean)[0];
    if (!first) return null;
    var from = Math.max(0, first[0] - AROUND), to = Math.min(text.length, first[1] + 2 * AROUND);
    var node = element("p", "passage", name ? "附件《" + name + "》：" : "");
    node.appendChild(document.createTextNode(from ? "…" : ""));
    node.appendChild(marked(text, terms, from, to));
    node.appendChild(document.createTextNode(to < text.length ? "…" : ""));
    return node;
  }
  function beginning(text) {
    text = text.replace(/\s+/g, " ").trim();
    return element("p", "passage", text.slice(0, 2 * AROUND) + (text.length > 2 * AROUND ? "…" : ""));
  }
  function holdsAll(text, terms) {
    var whole = fold(text);
    return terms.every(function (term) { return whole.indexOf(term) >= 0; });
  }
  function item(hit, cells, terms, plan) {
    var isPage = hit.facets[2] === PAGE, node = element("li", "entry");
    var link = element("a");
    link.href = ROOT + (isPage ? cells[0] : "r/" + cells[0] + "/") + (location.protocol === "file:" ? "index.html" : "");
    link.appendChild(marked(cells[1], terms, 0, cells[1].length));
    node.appendChild(link);
    var facts = isPage ? [] : [cells[2], plan.columns[hit.facets[0]][1], plan.states[hit.facets[2]][0], cells[0], cells[3]];
    var line = element("p", "search-facts");
    line.appendChild(marked(facts.filter(Boolean).join(" · "), terms, 0, 1e6));
    node.appendChild(line);
    node.setAttribute("data-found", cells[0]);
    return node;
  }
  /* Looks the terms up where they are said to stand. Calls back with whether they do; pairs can meet in other words. */
  function look(hit, cells, node, terms, done) {
    var isPage = hit.facets[2] === PAGE;
    page(isPage ? cells[0] : "r/" + cells[0] + "/", function (texts) {
      if (texts === null) return done(true);
      var whole = cells.join(" ") + " " + texts.told + " " + texts.facts;
      function show(content, name) {
        var words = passage(content, terms, name);
        if (words) node.appendChild(words);
        return words;
      }
      if (holdsAll(whole, terms)) {
        if (!show(texts.told)) {
          if (holdsAll(cells.join(" "), terms)) node.appendChild(beginning(texts.told));
          else show(texts.facts);
        }
        return done(true);
      }
      if (!cells[4]) return done(false);
      load("text/" + cells[0], function (files) {
        if (!files) return done(true);
        whole += files.map(function (file) { return file[1]; }).join(" ");
        if (!holdsAll(whole, terms)) return done(false);
        files.some(function (file) { return show(file[1], file[0]); });
        done(true);
      });
    });
  }

  // ---- The page

  var form = document.getElementById("search"), says = document.getElementById("search-says");
  var list = document.getElementById("search-hits"), more = document.getElementById("search-more");
  var FILTERS = ["column", "year", "department", "state"], current = 0;

  function wantedNow() {
    var wanted = { q: form.elements.q.value.trim() };
    FILTERS.forEach(function (name) { wanted[name] = form.elements[name].value; });
    return wanted;
  }
  function search() {
    var wanted = wantedNow(), turn = ++current;
    var terms = wanted.q.split(/\s+/).map(fold).filter(Boolean);
    remember(wanted);
    more.hidden = true;
    if (!terms.length) { list.textContent = ""; says.textContent = ""; return; }
    says.textContent = "正在查找…";
    says.setAttribute("data-done", "");
    find(terms, wanted, function (hits, plan) {
      if (turn !== current) return;
      list.textContent = "";
      if (!hits) { says.textContent = "索引没有取到，请检查网络后再试。"; return; }
      var state = { hits: hits, plan: plan, terms: terms, turn: turn, at: 0, dropped: 0, looking: 0 };
      more.onclick = function () { showMore(state); };
      showMore(state);
    });
  }
  function tell(state) {
    var number = state.hits.length - state.dropped, rest = state.at < state.hits.length;
    says.textContent = number ? "找到 " + (rest && state.terms.join("").length > 2 ? "约 " : "") + number + " 条。"
      : "没有找到。换个说法，或少写几个字；也可以看公开目录，或申请公开。";
    if (rest && !state.looking && !list.children.length) {
      says.textContent = "先看的 " + state.at + " 条里没有连在一起的，后面还有 " + (state.hits.length - state.at) + " 条可能有，可以点“更多结果”。";
    }
    more.hidden = !rest;
    says.setAttribute("data-done", state.looking ? "" : "1");
  }
  function showMore(state) { // pages cost a reader's data: more of them only when asked for
    var batch = state.hits.slice(state.at, state.at + SHOWN_AT_ONCE);
    state.at += batch.length;
    state.looking += batch.length;
    tell(state);
    var names = batch.map(rowsOf);
    loadAll(names.filter(function (name, i) { return names.indexOf(name) === i; }), function () {
      if (state.turn !== current) return;
      batch.forEach(function (hit) { showHit(hit, state); });
    });
  }
  function showHit(hit, state) {
    var cells = (loaded[rowsOf(hit)] || [])[hit.row % ROWS];
    if (!cells) { state.looking--; return tell(state); }
    var node = item(hit, cells, state.terms, state.plan);
    list.appendChild(node);
    look(hit, cells, node, state.terms, function (holds) {
      if (state.turn !== current) return;
      state.looking--;
      if (!holds) {
        list.removeChild(node);
        state.dropped++;
      }
      tell(state);
    });
  }
  function remember(wanted) {
    var parts = ["q"].concat(FILTERS).filter(function (name) { return wanted[name]; });
    var query = parts.map(function (name) { return name + "=" + encodeURIComponent(wanted[name]); }).join("&");
    if (history.replaceState && location.protocol !== "file:") history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
  }
  function options(name, values) {
    values.forEach(function (pair) {
      var option = element("option", "", pair[1]);
      option.value = pair[0];
      form.elements[name].appendChild(option);
    });
  }
  function offer(plan) {
    var years = {}, states = {}, departments = {}, columns = {};
    plan.tiers.forEach(function (tier) {
      for (var row = 0; row < tier.states.length; row++) {
        var facets = facetsOf(tier, row);
        if (facets[2] === PAGE) return;
        columns[facets[0]] = departments[facets[1]] = states[facets[2]] = years[facets[3]] = true;
      }
    });
    options("column", plan.columns.filter(function (one, i) {
      return columns[i] || plan.columns.some(function (other, j) { return columns[j] && other[0].indexOf(one[0] + "/") === 0; });
    }));
    options("year", Object.keys(years).reverse().map(function (i) { return [plan.years[i], plan.years[i] + "年"]; }));
    options("department", Object.keys(departments).map(function (i) { return [plan.departments[i], plan.departments[i]]; }));
    options("state", Object.keys(states).map(function (i) { return [plan.states[i][0], plan.states[i][0]]; }));
  }
  function begin() {
    var asked = {};
    location.search.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      try { asked[parts[0]] = decodeURIComponent((parts[1] || "").replace(/\+/g, " ")); } catch (error) { /* not ours */ }
    });
    form.hidden = false;
    form.elements.q.value = asked.q || "";
    var timer = 0;
    form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); search(); });
    form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, WAIT); });
    form.addEventListener("change", function () { clearTimeout(timer); search(); });
    load("plan", function (plan) {
      if (plan) offer(plan);
      FILTERS.forEach(function (name) { if (asked[name]) form.elements[name].value = asked[name]; });
      if (asked.q) search();
    });
  }
  begin();
})();
