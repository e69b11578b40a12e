"""The first-party vocabulary against the names that real sites use, and the names that only look alike."""

from __future__ import annotations

import pytest

from govlint._where import bundled
from govlint.standard.vocabulary import Vocabulary, load_vocabulary

SYNONYMS = {
    "disclosure": (
        "政务公开 信息公开 政府信息公开 公开 政府信息公开专栏 政府信息公开平台 阳光政务 院务公开 校务公开 狱务公开"
    ),
    "disclosure-guide": "政府信息公开指南 信息公开指南 公开指南",
    "disclosure-rules": (
        "政府信息公开制度 信息公开规定 政府信息公开规定 信息公开制度 公开制度 信息公开制度与保障 政务公开制度 "
        "本局公开制度 政府信息公开机制 政府信息公开机制建设 公开依据 信息公开条例 信息公开办法"
    ),
    "disclosure-catalogue": (
        "政府信息公开目录 信息公开目录 公开目录 法定主动公开内容 主动公开目录 县政府信息公开目录 "
        "部门信息公开目录 镇信息公开目录 信息公开部门目录 部门政务公开 政务公开目录 最新公开"
    ),
    "disclosure-request": (
        "依申请公开 网上依申请公开 书面依申请公开 信息公开申请受理 信息公开申请 申请公开 依申请公开说明 "
        "依申请公开查询 依申请公开满意度评价 依申请公开须知 依申请公开指南"
    ),
    "disclosure-report": (
        "信息公开年报 政府信息公开年度报告 政府信息公开年报 公开年报 年度报告 信息公开年度报告 信息公开工作年报 "
        "政府信息公开报告 政府信息公开工作报告"
    ),
    "request-form": "政府信息公开申请表 依申请公开申请表",
    "interaction": (
        "政民互动 互动交流 公众参与 建言献策 互动 社情民意 社情民意通道 公众互动 互动回应 网络问政 政府信箱"
    ),
    "consultation": (
        "我要留言 咨询投诉 我要写信 领导信箱 市长信箱 政务咨询 网上留言 我要咨询 在线咨询 投诉举报 县长信箱 "
        "局长信箱 书记信箱 部门信箱 镇或部门信箱 网上咨询 预约提问 网民留言 信件查询 来信回复选编 "
        "12345政务服务便民热线"
    ),
    "survey": (
        "意见征集 民意征集 网上调查 调查征集 在线调查 征集调查 问卷调查 民生实事征集 征集反馈 听证 意见反馈 "
        "征求意见 投票"
    ),
    "interview": "在线访谈 高端访谈 往期访谈 最新访谈 访谈实录",
    "press-conferences": "新闻发布会",
    "overview": (
        "单位概况 单位简介 简介 概况 城市概况 广西概况 吉林概况 宜春概况 晋中概况 晋中简介 邯郸概况 走进广东 "
        "走进宜春 走进邯郸 部门概况 机构简介"
    ),
    "organisation": "机构设置 机构职责 机构职能 组织机构 政府机构 内设机构 直属机构 直属单位 科室 机构 职能介绍",
    "leaders": "政府领导 领导分工 领导信息 领导介绍 领导之窗 领导班子 领导简介 部门领导 局领导班子成员 负责人信息",
    "news": (
        "工作动态 新闻动态 新闻中心 部门动态 县区动态 政务要闻 要闻 行业动态 要闻动态 政务动态 综合要闻 时政新闻 "
        "科室动态 最新动态 发改动态 电大动态 江城要闻"
    ),
    "notices": "通知公告 公告 公告公示 公示公告 公示 政府公告 文件通知 公文通知",
    "policies": (
        "政策法规 规范性文件 政府文件 法律法规 部门文件 政策文件 地方性法规 部门规章 本级文件 本局规章文件 "
        "最新政府文件 文件速递 发改委文件"
    ),
    "interpretation": "政策解读 最新政策解读 图解 图表解读 文字解读 数据解读 回应关切 舆情回应",
    "plans": (
        "规划计划 发展规划 规划计划总结 计划总结 年度工作计划 年度工作总结 专项规划 总体规划 政府规划 "
        "各市各部门规划计划"
    ),
    "assessment": "目标考核 绩效考核",
    "personnel": "人事信息 人事任免 录用调配 公务员招考 人员招录 人事考试 招考招录",
    "finance": "政府采购 财政预决算 财政信息 预算与决算 部门预决算 预决算公开平台 预决算信息公开",
    "power-list": "权责清单 责权清单 行政权力清单 行政权力 书记县长权力清单 清单目录 权力清单 责任清单",
    "meetings": "重要会议 市政府常务会议 政府常务会议 常务会议 会议公开 市政府常务会议信息",
    "party-building": "党建工作 党建之窗 党务公开 机关党建",
    "study-materials": "学习资料 学习园地 理论学习 学习专栏",
    "social-media": "政务微博 政务微信 官方微博 官方微信 微信公众号 政务新媒体矩阵 新媒体 微信小程序 微信微博",
    "contact": "联系我们 联系方式 关于我们 联系电话",
    "state-council": (
        "国务院信息 国务院文件 国务院重要政策解读 国务院会议 国务院领导活动 国务院要闻 国务院重要政策信息 "
        "国办文件 国务院重要信息"
    ),
    "services": (
        "便民服务 办事指南 网上办事 政务服务 办事服务 在线服务 表格下载 资料下载 下载中心 个人办事 企业服务 "
        "公共服务 网上政务服务平台 行政审批"
    ),
    "statistics": "统计数据 统计公报 统计信息 数据开放",
    "site-search": "搜索 高级搜索 站内搜索 标题检索 文章搜索 栏目内搜索",
    "site-map": "网站地图 站点地图 网站导航 站群导航",
    "accessibility": "无障碍 网站无障碍 长者助手 老年服务专区 关怀版 长辈版 适老版",
    "error-report": "政府网站找错 我为政府网站找错 网站纠错 纠错",
}

FALSE_FRIENDS = {
    "disclosure": "预决算公开平台 财务公开 双公示 重点领域信息公开 企业信息公开 市直部门政府信息公开",
    "disclosure-guide": "办事指南 新手指南 举报指南 入馆指南 读者指南 依申请公开指南 办公指南",
    "disclosure-rules": "规章制度 管理制度 决策公开制度 信息公开指南",
    "disclosure-catalogue": "目录导航 服务目录 清单目录 价格目录",
    "disclosure-request": "网上申请 在线申报 立项申请 财政贴息申请表",
    "request-form": "申请表 财政贴息申请表 资格申请表",
    "disclosure-report": (
        "政府工作报告 体育年报 艺术教育年度报告 社会责任报告 统计年报 网站年度报表 政府网站工作年度报表"
    ),
    "interaction": "读者互动专栏 智能互动",
    "consultation": "咨询电话 网上信访 纪检举报 举报信箱 阳光信访",
    "survey": "调查征收 经济调查队 第三章调查评估",
    "interview": "视频新闻 新闻发布会",
    "overview": "领导简介 科室简介 项目概况 乡镇简介 走进公园 走进基层 某某镇简介 人口简介",
    "organisation": "采购代理机构 登记机构",
    "leaders": "领导讲话 领导小组 领导信箱 领导活动",
    "news": "图片新闻 视频新闻 采购动态 办理动态 招商动态",
    "notices": "中标公告 特此公告 双公示",
    "policies": "规章制度 文件下载 采购文件 政策法规科",
    "interpretation": "热点资讯",
    "plans": "计划生育 自然资源和规划局 计划财务处 招生计划 发展规划科",
    "personnel": "人事处 人事科 退役军人事务局 人事档案",
    "finance": "财政局 市财政局 政府采购中心",
    "power-list": "财政专项清单 申请材料清单 双随机清单 责任编辑",
    "meetings": "视频会议 会议室 联席会议制度",
    "study-materials": "学习强国 在线学习",
    "social-media": "分享到微信 微信好友",
    "contact": "联系人 项目联系人",
    "state-council": "国务院部门网站 国务院侨务办公室 国务院 国务院办公厅",
    "services": "售后服务 读者服务 信息公开指南",
    "statistics": "访问统计 办理统计",
    "site-search": "信件查询 便民查询",
    "site-map": "百度地图",
    "error-report": "12377举报",
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(bundled("plugins") / "standards" / "column-names.json")


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(concept, name) for concept, names in table.items() for name in names.split()]


@pytest.mark.parametrize(("concept", "name"), _cases(SYNONYMS))
def test_synonym(vocabulary: Vocabulary, concept: str, name: str) -> None:
    assert concept in vocabulary.match(name)
    assert concept in vocabulary.match(f"【 {name} 】 更多>>")


@pytest.mark.parametrize(("concept", "name"), _cases(FALSE_FRIENDS))
def test_false_friend(vocabulary: Vocabulary, concept: str, name: str) -> None:
    assert concept not in vocabulary.match(name)


def test_every_concept_has_synonyms_here(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.concepts) == set(SYNONYMS)


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("XX县人民政府信息公开指南", "disclosure-guide"),
        ("某市发展和改革委员会政府信息公开目录", "disclosure-catalogue"),
        ("我局领导班子", "leaders"),
        ("本局简介", "overview"),
        ("县（市）要闻", "news"),
        ("2018年政府信息公开年度报告", "disclosure-report"),
        ("政務公開", "disclosure"),
        ("資訊公開", "disclosure"),
        ("信 息 公 开 指 南", "disclosure-guide"),
        ("政务公开 > 依申请公开", "disclosure-request"),
        ("领导信箱（12）", "consultation"),
        ("市发改委|我要留言", "consultation"),
    ],
)
def test_dressed_up_name(vocabulary: Vocabulary, name: str, concept: str) -> None:
    assert vocabulary.match(name) == {concept}


@pytest.mark.parametrize(
    "name",
    [
        "关于公布政府信息公开指南的通知",
        "县长主持召开市政府常务会议",
        "中华人民共和国政府信息公开条例",
        "某局项目安排情况公告公示",
        "首页",
        "更多>>",
        "",
        "公" * 500,
        "（" * 500,
    ],
)
def test_no_column_name(vocabulary: Vocabulary, name: str) -> None:
    assert vocabulary.match(name) == frozenset()


def test_two_columns_in_one_name(vocabulary: Vocabulary) -> None:
    assert vocabulary.match("通知公告/政策文件") == {"notices", "policies"}


@pytest.mark.parametrize(
    ("name", "slug", "concept"),
    [
        ("指南", "xxgk/xxgkzn/index.html", "disclosure-guide"),
        ("在线申请", "ysqgk", "disclosure-request"),
        ("新浪微博", "https://weibo.com/u/1", "social-media"),
        ("腾讯微博", "/wb/index.html", "social-media"),
        ("部门年报", "xxgk/xxgknb/bm/", "disclosure-report"),
    ],
)
def test_slug_supports_a_general_name(vocabulary: Vocabulary, name: str, slug: str, concept: str) -> None:
    assert vocabulary.match(name) == frozenset()
    assert vocabulary.match(name, slug=slug) == {concept}


def test_slug_never_decides_alone(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts.values():
        for slug in concept.slugs:
            assert vocabulary.match("某某栏目", slug=slug) == frozenset()


def test_parent_supports_a_general_name(vocabulary: Vocabulary) -> None:
    assert vocabulary.match("指南", parent="disclosure") == {"disclosure-guide"}
    assert vocabulary.match("指南", parent="services") == frozenset()


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("信息公开指引", "disclosure-guide"),
        ("XX局信息公开指引", "disclosure-guide"),
        ("权利清单", "power-list"),
        ("开公指南", "disclosure-guide"),
        ("信息公开的指南", "disclosure-guide"),
        ("会议活动", "meetings"),
        ("联系我门", "contact"),
    ],
)
def test_near(vocabulary: Vocabulary, name: str, concept: str) -> None:
    assert vocabulary.match(name) == frozenset()
    assert vocabulary.near(name) == concept


@pytest.mark.parametrize(
    "name",
    [
        "信息公开指南",
        "基建工作",
        "债务信息公开",
        "县市区政府信息公开",
        "举报指南",
        "专题专栏",
        "图片新闻",
        "首页",
        "公",
    ],
)
def test_not_near(vocabulary: Vocabulary, name: str) -> None:
    assert vocabulary.near(name) is None


@pytest.mark.parametrize(
    "name", ["按年份检索", "按处室分类", "按体裁分类", "按主题分类", "按机构查询", "主题分类", "体裁分类"]
)
def test_filter(vocabulary: Vocabulary, name: str) -> None:
    assert vocabulary.is_filter(f" {name}：")
    assert vocabulary.match(name) == frozenset()


@pytest.mark.parametrize("name", ["按揭贷款查询", "信件查询", "检索", "全文检索", "分类", "按照规定办理", ""])
def test_no_filter(vocabulary: Vocabulary, name: str) -> None:
    assert not vocabulary.is_filter(name)


def test_every_accepted_name_answers_for_its_concept(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts.values():
        for name in (concept.name.zh, *concept.names):
            assert concept.id in vocabulary.match(name), name


def test_what_is_listed_as_near_is_not_accepted(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts.values():
        for name in concept.near:
            assert vocabulary.near(name) == concept.id, name
