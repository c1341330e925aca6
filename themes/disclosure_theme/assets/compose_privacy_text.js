/* Personal data in what is being written: labels, days of birth, addresses, e-mail, and what markup hides. The same as
   generator/disclosure/privacy/, as compose_privacy.js says. */
(function () {
  "use strict";
  var P = window.Compose.personal;

  function has(text, words) { return words.some(function (word) { return text.indexOf(word) >= 0; }); }
  function found(kind, value, place) { return { kind: kind, value: value, start: place.start, end: place.end }; }

  /* 1 Labels */
  P.finders.push(function findLabelled(text) {
    var matches = [];
    P.rules.labels.forEach(function (label) {
      if (!has(text, label.words)) return;
      label.patterns.forEach(function (pattern) {
        P.all(pattern, text).forEach(function (match) {
          var place = P.value(match), written = place.text.trim();
          matches.push(found(label.kind, label.kind === "CHAT_ID" ? written : P.compact(written), place));
        });
      });
    });
    if (has(text, ["身份证", "证件号", "身份号"])) {
      P.all("labelled.LOOSE_ID", text).forEach(function (match) {
        var value = P.compact(match[1]).replace(/[x×хХ✕]/g, "X").replace(/[^0-9X]/g, "");
        if (P.isId(value)) matches.push(found("ID_NUMBER", value, P.value(match)));
      });
    }
    if (text.indexOf("残疾") >= 0) {
      P.all("labelled.DISABILITY", text).forEach(function (match) { matches.push(found("ID_NUMBER", P.compact(match[1]), P.value(match))); });
    }
    return matches;
  });

  /* 2 Days of birth */
  P.finders.push(function findBirths(text) {
    var matches = [];
    if (!has(text, P.rules.birthWords)) return matches;
    ["births.LABELLED", "births.BORN", "births.OF_A_SEX"].forEach(function (name) {
      P.all(name, text).forEach(function (match) {
        var place = P.value(match);
        if (!isRule(text, match, place)) matches.push(found("BIRTH_DATE", P.compact(place.text), place));
      });
    });
    return matches;
  });
  function isRule(text, match, place) {
    var front = P.lineBefore(text, place.start, 30), end = Math.max(match.index + match[0].length, place.end);
    front = front.slice(front.lastIndexOf("。") + 1);
    return Boolean(
      P.at("births.RANGE_BEHIND", text.slice(place.end, place.end + 12), 0) ||
      (end > place.end && (P.at("births.RANGE_BEHIND", text, end) || P.at("births.OF_CHILDREN", text, end))) ||
      P.search("births.RANGE_IN_FRONT", front) || P.search("births.ADMISSION", front)
    );
  }

  /* 3 Homes */
  P.finders.push(function findAddresses(text) {
    var matches = [];
    function add(match) {
      var place = P.value(match);
      matches.push(found("ADDRESS", P.compact(match[1].replace(/^[ *_`]+|[ *_`]+$/g, "")), place));
    }
    if (!has(text, P.rules.addressWords)) return matches;
    ["addresses.OWN", "addresses.AT_HOME"].forEach(function (name) {
      P.all(name, text).forEach(function (match) { if (!P.search("addresses.NO_PLACE", match[1])) add(match); });
    });
    P.all("addresses.SHARED", text).forEach(function (match) {
      var near = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 40);
      if (!P.search("addresses.NO_PLACE", match[1]) && !P.search("addresses.OFFICE", match[1]) && P.search("addresses.PERSON", near)) add(match);
    });
    return matches;
  });

  /* 4 E-mail */
  P.finders.push(function findEmails(text) {
    return P.all("emails.EMAIL", text).map(function (match) {
      var written = P.plain(match[0].replace(/ /g, "")).toLowerCase();
      var address = P.replace("emails.DOT", P.replace("emails.AT", written, "@"), ".");
      return isNobodys(address, text, match) ? null : found("EMAIL", address, { start: match.index, end: match.index + match[0].length });
    }).filter(Boolean);
  });
  function isNobodys(address, text, match) {
    var at = address.indexOf("@"), name = address.slice(0, at), host = address.slice(at + 1);
    if (P.search("emails.OFFICIAL", host) || P.search("emails.NOBODY", name) || P.search("emails.OFFICES", name)) return true;
    var front = P.lineBefore(text, match.index, 16), end = match.index + match[0].length;
    if (P.search("emails.OFFICE_NAMED", front) && !P.full("emails.OF_A_PERSON", name)) return true;
    return Boolean(P.search("emails.SAMPLE", front) || P.search("emails.SAMPLE", text.slice(end, end + 8).split("\n")[0]));
  }

  /* 5 All of a text, and of what a reader sees of it */
  function find(text) {
    var matches = [], taken = [], ranks = Object.keys(P.rules.kinds);
    P.finders.forEach(function (finder) { matches = matches.concat(finder(text)); });
    matches.sort(function (a, b) { return ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || a.start - b.start; });
    matches.forEach(function (match) {
      if (taken.every(function (one) { return match.end <= one.start || one.end <= match.start; })) taken.push(match);
    });
    return taken.sort(function (a, b) { return a.start - b.start; });
  }
  function visible(text) {
    var shown = text;
    if (text.indexOf("<") >= 0) {
      shown = P.replace("markup.BETWEEN_PARAGRAPHS", P.replace("markup.BETWEEN_CELLS", shown, " | "), " ");
      shown = P.replace("markup.TAG", shown, "");
    }
    if (text.indexOf("&") >= 0) shown = P.replace("markup.ENTITY", shown, function (one) { return P.unescape(one).replace(/\n/g, " "); });
    shown = P.replace("markup.EMPHASIS", shown, "");
    if (/[０-９Ａ-Ｚａ-ｚ＠．]/.test(shown)) {
      shown = shown.replace(/[\uff01-\uff5e]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); });
    }
    return P.replace("markup.APART", shown, function (one) { return one.replace(/[ \u00a0\u3000]/g, ""); });
  }
  /* Kind, value and line (from 1) of everything in a text that may be personal data. */
  P.sightings = function (text) {
    function seen(shown) {
      return find(shown).map(function (match) {
        return { kind: match.kind, label: P.rules.kinds[match.kind], value: match.value, line: shown.slice(0, match.start).split("\n").length };
      });
    }
    var all = seen(text), shown = visible(text);
    if (shown === text) return all;
    function key(one) { return one.kind + "\n" + one.value + "\n" + one.line; }
    var known = new Set(all.map(key));
    return all.concat(seen(shown).filter(function (one) { return !known.has(key(one)); }));
  };
})();
