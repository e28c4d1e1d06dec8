"""The stories of the fifth session, on fixed days of 2026. All of it is invented."""

from renda.suggestions.demo.story import (
    Beat,
    Story,
    assign,
    contact,
    judge,
    lead,
    on,
    reply,
    separate,
)

HOUSING, POWER, DISTRICT = "市住房和城乡建设局", "市供电公司", "临湾区人民政府"
WATER, FARMING, TRADE, ROADS = "市水利局", "市农牧局", "市商务局", "市交通运输局"
POLICE, SCHOOLS, CULTURE, CITY = "市公安局", "市教育局", "市文化和旅游局", "市城市管理局"

LAMPS = Story(
    sponsor="刘麦霞",
    place=23,
    title="关于加快老旧小区路灯修复和人行道改造的建议",
    problem="临湾区有七个建成二十年以上的小区，路灯大半不亮，人行道地砖松动，老人夜里不敢出门。"
    "2025年10月接待日上，居民多次反映。物业说归住建，住建说归供电，一年没有结果。",
    requests=(
        "2026年6月底前修复七个小区的路灯。",
        "在单元门口和路口把人行道改成缓坡。",
        "公布路灯报修的责任单位和电话。",
    ),
    category="towns",
    beats=(
        Beat(on("2026-01-20"), "submit"),
        Beat(on("2026-01-23"), "accept"),
        assign(on("2026-01-30"), lead(HOUSING, DISTRICT, POWER)),
        Beat(on("2026-02-02"), "receive", HOUSING),
        Beat(on("2026-02-03"), "receive", DISTRICT),
        Beat(on("2026-02-03"), "receive", POWER),
        contact(on("2026-02-10"), HOUSING, "visit", "到狼湾镇与刘麦霞代表见面，核对七个小区名单。"),
        Beat(
            on("2026-02-26"),
            "give_opinion",
            DISTRICT,
            {"text": "三个小区的人行道列入区级改造，同意配合。"},
        ),
        Beat(
            on("2026-03-02"),
            "give_opinion",
            POWER,
            {"text": "线路可以在两个月内改接，费用按协议分担。"},
        ),
        contact(
            on("2026-03-12"),
            HOUSING,
            "on_site",
            "代表与经办人夜间走访四个小区，登记不亮的灯四十六盏。",
        ),
        reply(
            on("2026-03-27"),
            HOUSING,
            "B",
            "河住建函〔2026〕31号",
            "一、已修复三个小区的路灯二十二盏。\n二、人行道缓坡列入今年计划。\n三、报修电话已在小区张贴。",
        ),
        judge(
            on("2026-04-07"),
            attitude="mostly",
            result="dissatisfied",
            reason="只修了三个小区，另外四个没有时间。",
        ),
        contact(on("2026-04-15"), HOUSING, "telephone", "与代表商定四个小区的施工次序。"),
        reply(
            on("2026-04-30"),
            HOUSING,
            "B",
            "河住建函〔2026〕52号",
            "一、四个小区的路灯8月31日前全部修复。\n二、人行道缓坡10月31日前完工。\n三、责任单位和电话已在市政府网站公布。",
        ),
        judge(on("2026-05-12"), attitude="satisfied", result="satisfied"),
        Beat(on("2026-05-18"), "publish"),
    ),
)

CANALS = Story(
    sponsor="秦二柱",
    is_on_paper=True,
    place=7,
    title="关于加快末级渠系衬砌改造的建议",
    problem="五泉县隆泉镇末级渠道多为土渠，浇一亩地要多用三成水，农户为排队浇水争吵。",
    requests=("把隆泉镇十一公里末级渠道列入2026年度计划。", "受益户名单在村里公示。"),
    category="agriculture",
    beats=(
        Beat(on("2026-01-21"), "submit"),
        Beat(on("2026-01-23"), "accept"),
        assign(on("2026-01-30"), lead(WATER)),
        Beat(on("2026-02-02"), "receive", WATER),
        contact(
            on("2026-03-18"), WATER, "visit", "到隆泉镇秦二柱代表家中听取意见，实地看了两条斗渠。"
        ),
        reply(
            on("2026-04-09"),
            WATER,
            "A",
            "河水函〔2026〕18号",
            "一、十一公里末级渠道已列入2026年度计划，5月开工。\n二、受益户名单4月3日起在村务栏公示。",
        ),
        judge(on("2026-04-13"), attitude="satisfied", result="satisfied"),
        Beat(on("2026-05-20"), "publish"),
    ),
)

COLD_CHAIN = Story(
    sponsor="乌仁托娅",
    place=15,
    title="关于建设牧区冷链集配中心的建议",
    problem="前川旗牛羊肉外运要先拉到一百二十公里外的冷库，运费高、损耗大，合作社卖不上价。",
    requests=(
        "在前川旗选址建一处冷链集配中心。",
        "对合作社的冷藏车给予购置补贴。",
        "明确运营单位和收费标准。",
    ),
    category="economy",
    beats=(
        Beat(on("2026-01-20"), "submit"),
        Beat(on("2026-01-23"), "accept"),
        assign(on("2026-01-30"), separate(FARMING, TRADE)),
        Beat(on("2026-02-02"), "receive", FARMING),
        Beat(on("2026-02-04"), "receive", TRADE),
        contact(on("2026-03-20"), FARMING, "visit", "到合作社座谈，牧户十二人参加。"),
        contact(on("2026-04-20"), TRADE, "telephone", "向代表说明选址比较情况。"),
        reply(
            on("2026-04-22"),
            FARMING,
            "B",
            "河农函〔2026〕40号",
            "冷藏车购置补贴已列入今年专项，按每车三万元执行。",
        ),
        reply(
            on("2026-05-09"),
            TRADE,
            "B",
            "河商函〔2026〕22号",
            "选址定在前川旗工业园区，年内完成设计，明年建设。",
        ),
        judge(
            on("2026-05-19"),
            by_organ={
                FARMING: {"attitude": "satisfied", "result": "satisfied"},
                TRADE: {
                    "attitude": "dissatisfied",
                    "result": "mostly",
                    "reason": "答复晚了一周，催了才来电话。",
                },
            },
        ),
    ),
)

PARKING = Story(
    sponsor="那仁格日勒图",
    place=32,
    title="关于规范校园周边临时停车的建议",
    problem="上下学时段校门口两侧停满接送车辆，学生只能走机动车道，去年秋季发生两起剐蹭。",
    requests=(
        "上下学时段设临时停车位，限时十五分钟。",
        "划出接送区和步行通道。",
        "高峰时段安排民警疏导。",
    ),
    category="transport",
    beats=(
        Beat(on("2026-01-21"), "submit"),
        Beat(on("2026-01-23"), "accept"),
        assign(on("2026-01-30"), lead(POLICE, SCHOOLS)),
        Beat(on("2026-02-03"), "receive", POLICE),
        Beat(on("2026-02-03"), "receive", SCHOOLS),
        contact(on("2026-03-10"), POLICE, "on_site", "早高峰与代表在校门口察看。"),
        Beat(on("2026-03-12"), "give_opinion", SCHOOLS, {"text": "学校同意错峰放学十分钟。"}),
        reply(
            on("2026-04-30"),
            POLICE,
            "C",
            "河公函〔2026〕57号",
            "两处已划接送区；限时车位须待道路改造后设置。",
        ),
        judge(on("2026-05-14"), attitude="mostly", result="mostly"),
        Beat(on("2026-05-25"), "publish"),
    ),
)

MARKET = Story(
    sponsor="乌仁托娅",
    place=31,
    is_open=False,
    title="关于整治某专业市场强买强卖的建议",
    problem="牧户进场卖皮毛，被指定过秤，不从就不让出场，多人不敢声张。",
    requests=("查处强买强卖。", "市场设公平秤和投诉电话。"),
    category="governance",
    beats=(
        Beat(on("2026-01-21"), "submit"),
        Beat(on("2026-01-23"), "accept"),
        assign(on("2026-01-30"), lead(POLICE, "市市场监督管理局")),
        Beat(on("2026-02-02"), "receive", POLICE),
        Beat(on("2026-02-04"), "receive", "市市场监督管理局"),
        contact(on("2026-02-12"), POLICE, "visit", "单独听取代表情况，约定不公开。"),
        reply(
            on("2026-04-16"),
            POLICE,
            "A",
            "河公函〔2026〕49号",
            "已立为行政案件处理两起，市场设公平秤三台。",
        ),
        judge(on("2026-04-24"), attitude="satisfied", result="satisfied"),
    ),
)

SESSION = (LAMPS, CANALS, COLD_CHAIN, PARKING, MARKET)
