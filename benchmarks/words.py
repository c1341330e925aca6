"""The words of a school that does not exist. Nobody is named, nothing can be dialled."""

from __future__ import annotations

SCHOOL = "示例市柳溪湾学校"
ADDRESS = "https://liuxiwan.example/xwgk/"

COLUMNS = {
    "organization": "组织领导",
    "planning": "办学规划",
    "regulations": "管理制度",
    "admissions-fees": "招生收费",
    "other/finance": "其他/财务",
    "other/procurement": "其他/采购",
    "other/construction": "其他/基建",
    "other/feedback": "其他/意见反馈",
}
"""Columns of the standard catalogue that the records are spread over: path and what a clerk writes."""

FEE_ITEM = "Z01"
FEE_COLUMN = "admissions-fees"
FEES = {
    "游泳课用具费": "每学期",
    "乐器保养费": "每学期",
    "秋游交通费": "每次",
    "午休被褥清洗费": "每月",
    "校车乘坐费": "每月",
    "餐具消毒费": "每月",
    "陶艺材料费": "每学期",
    "打印复印费": "每张",
    "球拍借用押金": "每副",
}
"""What is charged, and by what it is counted."""

OFFICES = {
    "综合办": "综合办主任",
    "课程中心": "课程中心主任",
    "学生中心": "学生中心主任",
    "后勤组": "后勤组长",
    "出纳室": "出纳室负责人",
    "安全组": "安全组长",
    "图书馆": "图书馆馆长",
}
"""Departments and the post that answers for each."""

CHANNELS = ("网站", "校门口橱窗", "班级群", "教职工大会", "大厅屏幕", "广播")
STEPS = ("询价公告", "选定结果", "合同要点", "验收情况")
"""The steps of one matter, in their order."""

THINGS = (
    "饮水机滤芯", "走廊扶手", "操场看台", "实验台面", "钢琴和鼓", "校车座椅", "窗帘轨道", "图书编目", "雨水管道",
    "厨房抽油烟机", "自行车棚", "晨检记录", "值日安排", "选修课名额", "作息时间", "校服款式", "失物招领", "班级图书角",
    "体育器材", "植树地块", "门卫登记", "午餐菜单", "急救药箱", "电子琴房", "旧桌椅", "家长开放日", "社团场地", "期末评语",
)  # fmt: skip
PLACES = (
    "南楼", "北楼", "综合楼三层", "西门", "东侧看台", "地下车库", "小剧场", "温室", "天文台", "一号食堂", "二号食堂",
    "低年级活动室", "高年级自习室", "陶艺教室", "机房", "琴房", "游泳馆", "校史廊",
)  # fmt: skip
PEOPLE = (
    "各班家长代表", "值周教师", "后勤组", "综合办", "图书馆义工", "食堂班组", "膳食小组", "课程中心", "安全组", "学生议事会",
    "校车随车教师", "年级联络员", "教职工代表", "出纳室",
)  # fmt: skip
KINDS = ("的安排", "情况说明", "结果公布", "征求意见", "办理进度", "收支明细")
"""How a title ends."""

HEADINGS = ("起因", "经过", "现在的情况", "花了多少钱", "往后怎么办", "请大家留意", "哪里可以查看", "还没有做完的")

SENTENCES = (
    "{place}的{thing}从{month}月起由{people}照看，每周{few}次，看过的地方在墙上的表格里打钩。",
    "{people}把{thing}逐个数了一遍，账上{many}件，实有{many}件，差额已经找到去向。",
    "原来打算放在{place}，量过尺寸以后发现进深少了{few}厘米，改放到{place}。",
    "这一批{thing}用了{money}元，比预计的少{many}元，余下的并入下个月的零星维修。",
    "有家长问{thing}为什么换得这样勤，{people}请大家到{place}看了换下来的旧件。",
    "学生议事会提了{few}条建议，其中关于{thing}的两条当周就办了，另外的要等到假期。",
    "{people}和{people}各出两人，用{few}个下午把{place}彻底收拾出来。",
    "下雨天{place}容易积水，先铺了{many}米防滑垫，等晴天再找坡度的毛病。",
    "{thing}坏了不要自己动手，写一张纸条投进{place}旁边的木箱，第二天有人来看。",
    "比较了{few}家的样品，{thing}以耐用为先，颜色由{people}投票挑选。",
    "{month}月的记录装订成册，存在{place}，想看的人登记后可以翻阅，不必说明理由。",
    "统计到{month}月底，共有{many}人用过{thing}，最多的一天排了{few}次队。",
    "因为{place}要腾空，{thing}临时停用{few}天，停用期间请走另一侧的楼梯。",
    "报来的数目里有一处写反了，{people}核对以后当天改正，原件和改件都留着。",
    "{people}认为{thing}应当先紧着低年级，{place}那一份推迟到下个学期再添。",
    "全部单据一共{many}张，金额合计{money}元，每一张背面有经手和验收两个章。",
)
"""Sentences with gaps; a gap that occurs twice is filled with two different words."""

EMPHASISED = (
    "**请在{month}月{few}日以前告诉{people}。**",
    "**{thing}**以{place}张贴的为准。",
    "另见[学校首页]({home})上关于**{thing}**的说明。",
)
POINTS = (
    "{thing}：{people}负责，{month}月办完；",
    "{place}留{many}个位置，先到先坐；",
    "每{few}天查一次{thing}，查完签章；",
    "{people}在{place}值守，一次{few}小时；",
    "剩余的{thing}收回{place}，不另外处理；",
)
"""Lines of a list."""

ADDED = "后来补上的一句：第{number}次改动。"
"""What an edit adds to the end of a record."""
