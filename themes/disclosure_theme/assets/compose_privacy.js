/* Personal data in what is being written: numbers. The patterns and words are those of the checks (data.js has them); what is
   done with them is generator/disclosure/privacy/numbers.py and its neighbours once more, function by function. A test runs
   the same texts through both. */
(function () {
  "use strict";
  var Compose = window.Compose = window.Compose || {};
  var rules, made;
  var P = Compose.personal = { finders: [], complete: true };

  /* 1 Patterns. One that an old browser does not know is left out, and the page says so. */
  P.use = function (given) { rules = P.rules = given; made = {}; P.complete = true; };
  function compiled(source, flags) {
    var key = flags + source;
    if (!(key in made)) {
      try { made[key] = new RegExp(source, flags + "u"); } catch (error) { made[key] = null; P.complete = false; }
    }
    return made[key];
  }
  function sourceOf(name) { return rules.patterns[name] || name; }
  function run(name, text, flags, place) {
    var pattern = compiled(flags === "y!" ? "(?:" + sourceOf(name) + ")(?![\\s\\S])" : sourceOf(name), flags.charAt(0));
    if (!pattern) return null;
    pattern.lastIndex = place || 0;
    return pattern.exec(text);
  }
  P.search = function (name, text) { return run(name, text, "g"); };
  P.full = function (name, text) { return run(name, text, "y!"); };
  P.at = function (name, text, place) { return run(name, text, "y", place); };
  P.all = function (name, text) {
    var found = [], match, place = 0;
    while ((match = run(name, text, "g", place))) {
      found.push(match);
      place = match.index + (match[0].length || 1);
    }
    return found;
  };
  P.replace = function (name, text, by) {
    var pattern = compiled(sourceOf(name), "g");
    return pattern ? text.replace(pattern, by) : text;
  };
  /* The last group that took part, and where it stands. Lookbehind keeps indices honest: the value is looked for from the end. */
  P.value = function (match) {
    var group = match.length - 1;
    while (group > 0 && match[group] === undefined) group -= 1;
    var text = match[group], start = match.index + (group ? match[0].lastIndexOf(text) : 0);
    return { text: text, start: start, end: start + text.length };
  };

  /* 2 Digits */
  P.plain = function (written) {
    return (/^[\x00-\x7f]*$/.test(written) ? written : written.normalize("NFKC")).toUpperCase();
  };
  P.compact = function (written) {
    return P.plain(P.replace(rules.separator, written, ""));
  };
  P.count = function (text) { return P.all("\\p{Nd}", text).length; };
  function runs(text) {
    var found = [];
    P.all("digits.RUN", text).forEach(function (match) {
      var groups = P.all("digits.GROUP", match[0]).map(function (group) {
        var start = match.index + group.index;
        return { digits: P.plain(P.replace("digits.UNSEEN", group[0], "")), start: start, end: start + group[0].length };
      });
      if (groups.length <= 60 || groups.some(function (one) { return one.digits.length > 1; })) found.push(groups);
    });
    return found;
  }

  /* 3 Check digits */
  var WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  function checkDigit(first) {
    var sum = WEIGHTS.reduce(function (total, weight, place) { return total + weight * Number(first[place]); }, 0);
    return "10X98765432"[sum % 11];
  }
  function isPlaceAndDay(digits, born) {
    if (rules.provinces.indexOf(digits.slice(0, 2)) < 0) return false;
    var year = Number(born.slice(0, 4)), month = Number(born.slice(4, 6)), day = Number(born.slice(6));
    var date = new Date(Date.UTC(year, month - 1, day));
    return year >= 1880 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }
  P.looksLikeId = function (digits) {
    return digits.length === 18 && /^\d{17}/.test(digits) && isPlaceAndDay(digits, digits.slice(6, 14));
  };
  P.isId = function (digits) {
    if (digits.length === 18) return P.looksLikeId(digits) && checkDigit(digits) === digits[17];
    return /^\d{15}$/.test(digits) && isPlaceAndDay(digits, "19" + digits.slice(6, 12));
  };
  function passesLuhn(digits) {
    var total = 0;
    for (var place = 0; place < digits.length; place += 1) {
      var value = Number(digits[digits.length - 1 - place]) * (1 + place % 2);
      total += value > 9 ? value - 9 : value;
    }
    return total % 10 === 0;
  }
  function isCardNumber(digits, isNamed, isSplit) {
    if (!/^\d{15,19}$/.test(digits) || new Set(digits).size < 3) return false;
    var issued = P.full("cards.UNIONPAY", digits) || (!isSplit && P.full("cards.ABROAD", digits));
    return Boolean(issued || (isNamed && digits[0] !== "0")) && passesLuhn(digits);
  }
  var ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  function isCreditCode(number) { // 统一社会信用代码, GB 32100-2015
    if (!/^\d{8}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) return false;
    var weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], total = 0;
    weights.forEach(function (weight, place) { total += weight * ALPHABET.indexOf(number[place]); });
    return ALPHABET[(31 - total % 31) % 31] === number[17];
  }

  /* 4 What stands around a number */
  var C = P.context = {};
  function lineBefore(text, start, length) {
    var window = text.slice(Math.max(0, start - length), start);
    return window.slice(window.lastIndexOf("\n") + 1);
  }
  P.lineBefore = lineBefore;
  C.before = function (text, start) { return lineBefore(text, start, 16); };
  C.isSerial = function (front, inWords) {
    if (P.search("context.IDENTITY", front)) return false;
    var harmless = P.search("context.HARMLESS", front), bare = P.search("context.BARE", front);
    if (inWords) return Boolean((harmless && !/^[\x00-\x7f]/.test(harmless[0])) || bare);
    if (harmless || bare || P.search("context.ANY_NUMBER_OF", front)) return true;
    var field = P.search("context.FIELD", front);
    return Boolean(field) && !P.search("context.CALLS", field[1]) && !P.search("context.CARD", front);
  };
  ["TAX", "IDENTITY", "CARD", "ROW"].forEach(function (name) {
    C[name] = function (text, start) { return Boolean(P.search("context." + name, C.before(text, start))); };
  });
  C.isCalled = function (front) { return Boolean(P.search("context.CALLED", front)); };
  C.isPartOfName = function (text, start, end) {
    var front = C.before(text, start), last = front.slice(-1), next = text.charAt(end);
    if (/[A-Za-z]/.test(last) && !P.search("context.CALLS", front)) return true;
    if (/[A-Za-z]/.test(next) && !C.isCalled(front)) return true;
    return last === "." && P.count(front.slice(-2, -1)) > 0;
  };
  C.goesOn = function (text, start) { return Boolean(P.search("context.GOES_ON", C.before(text, start))); };
  C.isQuantity = function (text, end) { return Boolean(P.at("context.QUANTITY", text, end)); };
  C.isInCode = function (text, start, end) {
    var window = text.slice(Math.max(0, start - 300), start), front = window.slice(-24);
    if (/(?:[?&]|^)(?:tel|phone|mobile|sj|sjh|lxdh)=$|(?:tel|sms):\+?$/i.test(front)) return false;
    if (P.search("context.IN_A_LINK", window) || (text.charAt(end) === "/" && P.search("context.IN_A_PATH", front))) return true;
    return Boolean(P.search("context.IN_A_TAG", window.slice(window.lastIndexOf(">") + 1)));
  };

  /* 5 Names, for numbers that are somebody's */
  P.nameIn = function (text) {
    var parts = P.replace("names.DELIMITERS", text, "\n").split("\n");
    for (var place = parts.length - 1; place >= 0; place -= 1) {
      var match = P.full("names.TITLED", parts[place]);
      if (match && P.isName(match[1])) return match[1];
    }
    return "";
  };
  P.isName = function (text) {
    return Boolean(P.full("names.NAME", text)) && rules.words.indexOf(text) < 0 && rules.words.indexOf(text.slice(0, 2)) < 0 && !P.search("names.BLIND", text);
  };

  /* 6 Mobile numbers among other figures */
  function isOneOf(splits, sizes) { return splits.some(function (one) { return one.join() === sizes.join(); }); }
  function isMobile(text, groups, first, end, sizes, called) {
    if (C.goesOn(text, groups[first].start)) return false;
    if (called) return isOneOf(rules.calledSplits, sizes);
    if (C.isQuantity(text, groups[end - 1].end)) return false;
    if (sizes.length === 1) return true;
    var breaks = new Set();
    for (var place = first; place < end - 1; place += 1) {
      var between = text.slice(groups[place].end, groups[place + 1].start);
      breaks.add(P.replace("telephones.DASH", P.replace("telephones.BLANK", between, " "), "-"));
    }
    if (!isOneOf(rules.splits, sizes) || breaks.size !== 1 || Array.from(breaks)[0].indexOf("\n") >= 0) return false;
    if (C.ROW(text, groups[first].start)) return false;
    if (P.nameIn(lineBefore(text, groups[first].start, 12))) return true;
    return !(isFigure(text, groups, first - 1, first) || isFigure(text, groups, end, end - 1));
  }
  function isFigure(text, groups, neighbour, edge) {
    if (neighbour < 0 || neighbour >= groups.length) return false;
    var pair = [groups[neighbour], groups[edge]].sort(function (a, b) { return a.start - b.start; });
    var between = text.slice(pair[0].end, pair[1].start);
    return /^[ \u3000\u00a0\t]*$/.test(between) && groups[neighbour].digits.length !== 11;
  }

  /* 7 Every number of a text */
  P.finders.push(function findNumbers(text) {
    var found = [], columns = P.columns(text);
    runs(text).forEach(function (groups) {
      for (var place = 0; place < groups.length;) {
        var next = place + 1;
        for (var index = 0; index < rules.shapes.length; index += 1) {
          var end = endAt(groups, place, rules.shapes[index][0]);
          var digits = end && groups.slice(place, end).map(function (one) { return one.digits; }).join("");
          var read = digits && P.full(rules.shapes[index][1], digits) && readNumber(digits, around(text, groups, place, end, columns));
          if (read) {
            found.push({ kind: read[0], value: read[1], start: groups[place].start, end: groups[end - 1].end });
            next = end;
            break;
          }
        }
        place = next;
      }
    });
    return found;
  });
  function endAt(groups, first, length) {
    for (var place = first, sum = 0; place < groups.length; place += 1) {
      sum += groups[place].digits.length;
      if (sum >= length) return sum === length ? place + 1 : 0;
    }
    return 0;
  }
  function around(text, groups, first, end, columns) {
    var start = groups[first].start, last = groups[end - 1].end, sizes = groups.slice(first, end).map(function (g) { return g.digits.length; });
    var front = C.before(text, start), heading = columns(start);
    return {
      text: text, groups: groups, first: first, last: end, start: start, end: last, sizes: sizes, isSplit: sizes.length > 1,
      isEven: new Set(sizes.slice(0, -1)).size === 1 || sizes[0] === 6,
      isCalled: C.isCalled(front) || C.isCalled(heading),
      isThing: C.isPartOfName(text, start, last) || C.isSerial(front) || C.isSerial(heading) || C.isInCode(text, start, last),
      isSerialInWords: C.isPartOfName(text, start, last) || C.isSerial(front, true) || C.isSerial(heading)
    };
  }
  function readNumber(digits, a) {
    if (isIdentity(digits, a)) return ["ID_NUMBER", digits];
    if (digits.length >= 15 && isCard(digits, a)) return ["BANK_CARD", digits];
    var mobile = digits.replace(/^(?:00)?86(?=1\d{10}$)/, "");
    if (P.full("phones.MOBILE", mobile) && !a.isThing && isMobile(a.text, a.groups, a.first, a.last, mobile !== digits ? [11] : a.sizes, a.isCalled)) return ["MOBILE", mobile];
    return null;
  }
  function isIdentity(digits, a) {
    if (digits.length === 18) {
      if (P.isId(digits)) return !(a.isSplit && C.isSerial(C.before(a.text, a.start)));
      return P.looksLikeId(digits) && C.IDENTITY(a.text, a.start);
    }
    if (digits.length !== 15 || !P.isId(digits)) return false;
    if (digits[6] >= "3" && !a.isSplit && !a.isThing) return !(C.TAX(a.text, a.start) || C.isQuantity(a.text, a.end));
    return (digits[6] >= "3" || !a.isSplit) && C.IDENTITY(a.text, a.start);
  }
  function isCard(digits, a) {
    var isNamed = C.CARD(a.text, a.start);
    if (!isCardNumber(digits, isNamed, a.isSplit) || isCreditCode(digits) || C.isQuantity(a.text, a.end)) return false;
    return isNamed || ((!a.isSplit || a.isEven) && !a.isSerialInWords);
  }
})();
