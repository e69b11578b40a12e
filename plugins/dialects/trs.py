"""TRS WCM (拓尔思): ``<TRS_DOCUMENTS ID="…">`` and its kin; includes name a template, not a file."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Form, Kind

DIALECT = Dialect(
    name="trs",
    title=Text("拓尔思 TRS WCM", "TRS WCM"),
    forms=(
        Form(
            r"<(?P<close>/)?(?P<name>trs_\w+)(?=[\s/>])",
            ">",
            quoted=True,
            kinds=(
                (
                    Kind.LOOP,
                    "trs_channels trs_documents trs_rolldocuments trs_xappendixs trs_appendixs trs_outline trs_views"
                    " trs_relnews trs_infoviews trs_sites trs_websites",
                ),
                (
                    Kind.CONDITION,
                    "trs_condition trs_isfirstrecord trs_islastrecord trs_isnotlastrecord trs_isnotfirstrecord",
                ),
                (Kind.BLOCK, "trs_record trs_variable"),
                (Kind.INCLUDE, "trs_template trs_ssi"),
            ),
            names=("tempname", "id"),
            columns=("(?i)<trs_(?:channels?|documents)\\b[^<>]*?\\bid\\s*=\\s*[\"']?([^\"'\\s/>]+)",),
            prose=True,
        ),
    ),
    signs=r"</?trs_(?:channels?|documents?|rolldocuments|template|ssi|website|condition|curpage|appendix|column)\b",
    hints=("<trs_",),
)
