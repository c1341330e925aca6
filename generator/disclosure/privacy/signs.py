"""Signs and words by which the quick look knows what the finders look for; here, so that it need not load them."""

from __future__ import annotations

HIDING_SIGNS = ("＊", "×", "●", "○", "■", "□", "█", "•", "***", "xxx", "XXX")
"""What stands for hidden digits."""
NAME_WORDS = "姓|名字|获奖[者学人]|受助|name|Name|NAME"
"""A pattern of what a heading of names is told by."""
