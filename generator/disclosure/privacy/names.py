"""Names of persons in Chinese text, told by their surnames. A guess: only for what becomes personal beside a name."""

from __future__ import annotations

import re

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白"
    "邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘"
    "祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
    "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原"
    "栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍"
    "辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|司徒|慕容|夏侯|长孙|宇文|轩辕|端木|独孤|南宫|西门|申屠|百里|东郭|拓跋|呼延|澹台|淳于|单于|闻人|钟离|赫连"
NAME = rf"(?:(?:{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
_NAME = re.compile(NAME)
_TITLED = re.compile(
    rf"(?:姓名|学生|考生|同学|幼儿|儿童|教师|老师|职工|申请人|被公示人|候选人|家长|本人|户主|联系人|拟录用|人员)?[:：]?\s*({NAME})"
)
_BLIND = re.compile(r"[某*＊×○]")
_WORDS = frozenset(
    """
    高中 高一 高二 高三 高考 初中 中学 小学 时间 时候 方式 方法 方案 金额 金融 关于 关系 文件 文化 成绩 成立 成员 车辆 路线 项目 应当 应在 时限 单位 单价 管理 管理员
    解释 解决 强化 全体 全部 全校 全年 全国 师资 师生 师德 家长 明确 明细 计划 计算 计费 计入 平均 平台 平时 国家 国标 国庆 安全 安排 安装 江苏 江西 海南 海外 云南 湖南 南京
    南方 宁波 宁夏 温州 常州 杭州 广州 包括 包含 包装 满足 满意 相关 相应 向学 向校 商品 商务 任务 任何 任期 任职 支付 支出 支持 来自 来源 来电 时刻 和谐 利用 展示 信息 信访 信用 元旦
    公示 公布 公开 公告 公司 公务 公共 居民 居住 由于 富余 费用 费率 党员 党委 党支部 连续 连接 农村 农历 农业 司机 司法 官方 官网 冷藏 席位 容量 权利 权限 花费 乐器 乐谱 都是 普通 普通话
    门卫 门票 门诊 原则 原因 原件 初一 初二 初三 初步 储备 查询 查看 查验 明年 明日 印刷 印章 修改 修订 修缮 屈指 游戏 房产 房屋 华侨 华东 管道 盛典 成都 武汉 万元 万人 石油 石材 白天
    雷电 龙头 毛利 康复 康健 施工 施行 文本 文明 文艺 文具 牛奶 安徽 安置 易耗 易燃 章程 申请 申报 申诉 关闭 关注 关联 左右 单元 季度 季节 成本 成品 成果 成人 路费 路段
    """.split()
)
"""Words of school notices that begin with a character that is a surname, too."""
_NEAR = 60
"""Characters in which a name is looked for."""
_DELIMITERS = re.compile(r"[\s,，;；。|、\t（(）)\[\]【】「」\"“”:：/]+")


def is_name(text: str) -> bool:
    """Whether a whole text is a person's name; not one with a mask (某, *)."""
    return (
        _NAME.fullmatch(text) is not None and text not in _WORDS and text[:2] not in _WORDS and not _BLIND.search(text)
    )


def name_beside(text: str, start: int, end: int) -> str:
    """The name of the person that a value of a line belongs to: the last one in front of it, else the first behind."""
    front = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    return name_in(front) or next((name for part in _DELIMITERS.split(behind) if (name := name_in(part))), "")


def name_in(text: str) -> str:
    """The last person's name of a clause, '' where there is none."""
    for part in reversed(_DELIMITERS.split(text)):
        match = _TITLED.fullmatch(part)
        if match and is_name(match[1]):
            return match[1]
    return ""
