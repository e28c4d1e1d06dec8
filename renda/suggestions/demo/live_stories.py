"""Stories between sessions, told in days before the demo is built, so that no chip is ever empty."""

from renda.suggestions.demo.story import Beat, Story, assign, contact, judge, lead, reply

CITY, ROADS, SCHOOLS = "市城市管理局", "市交通运输局", "市教育局"
ENVIRONMENT, FINANCE, POST, FORESTRY = "市生态环境局", "市财政局", "市邮政管理局", "市林业和草原局"
FIRE, HOUSING, DISTRICT = "市消防救援支队", "市住房和城乡建设局", "临湾区人民政府"

WASTE = Story(
    sponsor="刘麦霞",
    title="关于完善农村生活垃圾转运站运行的建议",
    problem="两处转运站建成后时开时停，垃圾堆在村口，夏天气味难闻。",
    requests=("明确转运站运行经费由谁承担。", "每天至少清运一次。"),
    category="environment",
    beats=(
        Beat(100, "submit"),
        Beat(98, "accept"),
        assign(96, lead(CITY, DISTRICT)),
        Beat(94, "receive", CITY),
        Beat(93, "receive", DISTRICT),
        contact(60, CITY, "on_site", "与代表察看两处转运站。"),
        Beat(70, "give_opinion", DISTRICT, {"text": "区级承担运行经费四成。"}),
        reply(
            7,
            CITY,
            "B",
            "河城管函〔2026〕88号",
            "一、运行经费市区四六分担，已列入预算。\n二、11月起每天清运一次。",
        ),
    ),
)
RIDES = Story(
    sponsor="乌仁托娅",
    title="关于规范网约车驻地管理的建议",
    problem="车站出口网约车随意上下客，与公交抢道。",
    requests=("在车站设网约车上客点。", "公布投诉渠道。"),
    category="transport",
    beats=(
        Beat(112, "submit"),
        Beat(109, "accept"),
        assign(106, lead(ROADS)),
        Beat(104, "receive", ROADS),
        contact(50, ROADS, "telephone", "向代表说明车站改造方案。"),
    ),
)
TEACHERS = Story(
    sponsor="那仁格日勒图",
    title="关于增加中小学心理健康专职教师的建议",
    problem="全市一百零六所中小学只有十九名专职心理教师，班主任兼任多。",
    requests=("三年内每校至少一名。", "与医院建立转介通道。"),
    category="education",
    beats=(
        Beat(90, "submit"),
        Beat(87, "accept"),
        assign(84, lead(SCHOOLS, FINANCE)),
        Beat(83, "receive", SCHOOLS),
        Beat(82, "receive", FINANCE),
        Beat(60, "give_opinion", FINANCE, {"text": "所需经费按编制核定后列入预算。"}),
        contact(40, SCHOOLS, "meeting", "召开座谈会，代表和校长六人参加。"),
    ),
)
SEWAGE = Story(
    sponsor="秦二柱",
    is_on_paper=True,
    title="关于提升乡镇污水处理设施运维水平的建议",
    problem="隆泉镇污水站设备坏了半年没有修，污水直排干沟。",
    requests=("委托专业单位运维。", "每季度公布水质。"),
    category="environment",
    beats=(
        Beat(46, "submit"),
        Beat(44, "accept"),
        assign(42, lead(ENVIRONMENT, FINANCE)),
        Beat(40, "receive", ENVIRONMENT),
        Beat(40, "receive", FINANCE),
    ),
)
PARCELS = Story(
    sponsor="乌仁托娅",
    title="关于完善快递进村补贴政策的建议",
    problem="牧区取件要跑四十公里，进村快递点因补贴中断关了三处。",
    requests=("恢复并公布补贴标准。",),
    category="economy",
    beats=(
        Beat(16, "submit"),
        Beat(14, "accept"),
        assign(12, lead(POST)),
        Beat(11, "receive", POST),
    ),
)
BIRDS = Story(
    sponsor="那仁格日勒图",
    title="关于设立湿地候鸟观测点的建议",
    problem="每年春秋候鸟过境，没有固定观测点，参观者踩踏芦苇。",
    requests=("设两处固定观测点。", "迁徙季限制进入核心区。"),
    category="environment",
    beats=(Beat(8, "submit"), Beat(7, "accept"), assign(4, lead(FORESTRY))),
)
CHARGING = Story(
    sponsor="刘麦霞",
    title="关于增加城区新能源汽车充电桩的建议",
    problem="城区充电桩集中在两处商场，老小区一个没有，车主夜里排队。",
    requests=("每个街道至少一处公共充电站。", "公布报装流程和时限。"),
    category="economy",
    beats=(Beat(5, "submit"), Beat(4, "accept")),
)
TWO_MATTERS = Story(
    sponsor="乌仁托娅",
    title="关于加强农村养老服务和农村道路建设的建议",
    problem="村里老人多，养老点少；同时村道破损。",
    requests=("每个苏木建一处养老点。", "修补村道。"),
    category="livelihood",
    beats=(
        Beat(6, "submit"),
        Beat(
            5, "return_for_revision", asked={"reason": "一事一议：养老和道路请分开提出两件建议。"}
        ),
    ),
)
SHEDS = Story(
    sponsor="刘麦霞",
    title="关于规范小区充电棚消防管理的建议",
    problem="电动车充电棚紧贴住宅外墙，线路老化，居民担心起火。",
    requests=("清查紧贴外墙的充电棚。", "明确日常检查的责任人。"),
    category="governance",
    beats=(
        Beat(125, "submit"),
        Beat(122, "accept"),
        assign(120, lead(FIRE, HOUSING)),
        Beat(118, "receive", FIRE),
        Beat(118, "receive", HOUSING),
        contact(80, FIRE, "on_site", "与代表抽查六个小区。"),
        Beat(85, "give_opinion", HOUSING, {"text": "新建小区统一规划充电棚位置。"}),
        reply(
            30,
            FIRE,
            "B",
            "河消函〔2026〕61号",
            "一、已拆除两处，其余限期整改。\n二、正在制定检查办法。",
        ),
        judge(
            18, attitude="satisfied", result="dissatisfied", reason="整改没有时限，名单也没有公布。"
        ),
        contact(12, FIRE, "visit", "向代表说明整改名单。"),
    ),
)
PATROLS = Story(
    sponsor="乌仁托娅",
    title="关于牧区草原防火巡护补助的建议",
    problem="防火期巡护员自带摩托车，补助十年没有变。",
    requests=("提高巡护补助。",),
    category="agriculture",
    beats=(),
)
SPORTS = Story(
    sponsor="那仁格日勒图",
    title="关于统一旗县区中考体育测试场地的建议",
    problem="各旗县区场地条件不一，学生成绩不好比。",
    requests=("统一测试场地标准。",),
    category="education",
    beats=(Beat(2, "submit"),),
)
STREET = Story(
    sponsor="秦二柱",
    is_on_paper=True,
    title="关于修缮隆泉镇集市排水沟的建议",
    problem="每逢下雨，集市积水没过脚面，摊贩无处摆放。",
    requests=("清淤并加盖。",),
    category="towns",
    beats=(Beat(1, "submit"),),
)

LIVE = (
    WASTE,
    RIDES,
    TEACHERS,
    SEWAGE,
    PARCELS,
    BIRDS,
    CHARGING,
    TWO_MATTERS,
    SHEDS,
    PATROLS,
    SPORTS,
    STREET,
)
