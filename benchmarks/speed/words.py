"""Chinese text as offices write it, from a random generator: titles, paragraphs, dates."""

from __future__ import annotations

from random import Random

_SUBJECTS = (
    "市政府 办公室 发改委 财政局 教育局 民政局 人社局 住建局 水利局 农业农村局 卫健委 审计局 统计局 林业局".split()
)
_VERBS = "印发 召开 部署 推进 落实 公布 审议 完善 加强 开展 启动 征集 公示 修订 调度 督导 通报 答复 受理 评估".split()
_OBJECTS = """
    重点项目 年度预算 民生实事 营商环境 义务教育 城乡低保 保障房 河湖治理 粮食生产 基层医疗 内部审计 人口普查 森林防火
    安全生产 招标采购 事业单位招聘 行政许可 权责清单 政策解读 信息公开 农村公路 污水处理 老旧小区 就业培训 消费维权
""".split()
_FORMS = "工作 会议 方案 通知 公告 意见 情况 结果 名单 计划 办法 细则 报告 规划 清单 指南".split()
_ENDS = "，，，；。"


class Words:
    """Texts drawn from *random*; the same seed gives the same texts."""

    def __init__(self, random: Random) -> None:
        self._random = random
        sentences = [self._sentence() for _ in range(3000)]
        self._paragraphs = ["".join(random.choices(sentences, k=random.randint(8, 16))) for _ in range(500)]
        self._titles = [self._title() for _ in range(4000)]

    def title(self) -> str:
        """Return the title of an article, 12 to 25 characters."""
        return self._random.choice(self._titles)

    def paragraph(self) -> str:
        """Return a paragraph, about 150 to 300 characters."""
        return self._random.choice(self._paragraphs)

    def column(self) -> str:
        """Return the name of a column."""
        return self._random.choice(_OBJECTS)

    def _phrase(self) -> str:
        pick = self._random.choice
        return pick(_SUBJECTS) + pick(_VERBS) + pick(_OBJECTS) + pick(_FORMS)

    def _sentence(self) -> str:
        return "".join(self._phrase() for _ in range(self._random.randint(1, 2))) + self._random.choice(_ENDS)

    def _title(self) -> str:
        pick = self._random.choice
        return f"{pick(_SUBJECTS)}关于{pick(_VERBS)}{pick(_OBJECTS)}{pick(_FORMS)}的{pick(_FORMS)}"
