"""Numbers as Word writes them in lists: 一、（二）、第三条、④、iv (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", *, long_ten: bool = False) -> str:
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero else "") + digits[digit] + (units[place - 1] if place else "")
            zero = False
        elif text:
            zero = True
    return text if long_ten or not text.startswith(f"{digits[1]}{units[0]}") else text[1:]


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, "拾佰仟", long_ten=True)


def _by_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb, … as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _from(start: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(start + number - 1) if 0 < number <= last else str(number)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else chr(0x3251 + number - 21) if number <= 35 else str(number)


_COUNTING = "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand"
FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + n: ord("０") + n for n in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + n: ord("０") + n for n in range(10)}),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    **dict.fromkeys(_COUNTING.split(), _chinese),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _by_digits),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _from(0x3280, 10),
    "ideographParenthesized": _from(0x3220, 10),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": str,
    "none": lambda _: "",
}


def numeral(number: int, form: str) -> str:
    """A number of a list in one of Word's formats; plain digits in one that is not known."""
    return FORMATS.get(form, str)(number) if number > 0 else str(number)
