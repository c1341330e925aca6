"""What an item may require of its records, beyond what every record has to have."""

from __future__ import annotations

REQUIRABLE = {
    "summary": "概述: 本学期各项收费的标准和依据。",
    "formed": "形成日期: 2026-08-20",
    "notice_period": "公示期: 15天",
    "expires": "截止日期: 2026-09-30",
    "expiry": "公示期: 15天",
    "review_by": "复核日期: 2027-08-31",
    "owner": "责任人: 总务主任",
    "document_number": "文号: 云实校〔2026〕18号",
    "issue": "期号: 2026-2027学年第一学期",
    "signoffs": "审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]",
    "filed": "备案: {单位: 示例市教育局, 日期: 2026-09-01}",
    "amount": "金额: 5.8万元",
    "people": "人数: 96",
    "fees": "收费: [{项目: 伙食费, 标准: 15元, 计费单位: 每餐, 依据: 示例市学生餐管理办法, 文号: 示教〔2025〕8号, 范围: 自愿就餐学生}]",
    "series": "关联: 2026-塑胶跑道",
    "stage": "环节: 招标公告",
    "attachments": "附件: [预算表.xlsx]",
    "channels": "公开渠道: 网站、公开栏",
}
"""A line that gives it, by front-matter key. `expiry` is met by 公示期 as well as by 截止日期."""

_EXPIRY_WORD = "公示期或截止日期"


def word_for(key: str) -> str:
    """The Chinese name of a key of REQUIRABLE."""
    return _EXPIRY_WORD if key == "expiry" else REQUIRABLE[key].partition(":")[0]


def requirable(written: str) -> str | None:
    """The key that is meant, from its English or its Chinese name; None where there is no such key."""
    return next((key for key in REQUIRABLE if written in (key, word_for(key))), None)
