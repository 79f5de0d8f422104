"""Encodings of East Asia and Greece; those of Canada are never taken for one of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from steward_app.formats import encoding

JAPANESE = "番号,名前,住所\n1,山田太郎,東京都港区\n2,すずきさん,大阪のまち\n3,コーヒー店,札幌\n"
KOREAN = "번호,이름,주소\n1,김철수,서울특별시 종로구\n2,쇼핑몰,부산광역시 해운대구\n"
TRADITIONAL = "編號,名稱,地址\n1,臺北市立圖書館,建國南路二段\n2,高雄港務局,我們的城市在這裡\n"
SIMPLIFIED = "编号,名称,地址\n1,北京图书馆,中关村南大街在这里\n2,上海市政府,我们是人民的城市有限公司\n"
GREEK = "α/α,Όνομα,Διεύθυνση\n1,Λεωνίδας,Οδός Ερμού\n2,Αλέξανδρος,Πλατεία Συντάγματος\n"
WORDS = ["École", "Montréal", "Gaspé", "Île", "forêt", "garçon", "ÉTÉ", "réseau", "Hôtel de ville", "No 4", "où", "Noël", "€ 5", "«oui»"]


def judged(text: str, codec: str) -> str:
    """Return the encoding a text is judged to be in."""
    return encoding.judge(memoryview(text.encode(codec))).encoding


@pytest.mark.parametrize(("text", "codec", "name"), [
    (JAPANESE, "cp932", "shift_jis"), (JAPANESE, "euc_jp", "euc-jp"), (KOREAN, "cp949", "euc-kr"), (TRADITIONAL, "cp950", "big5"),
    (SIMPLIFIED, "gb18030", "gb18030"), (GREEK, "iso8859-7", "iso8859-7"), (GREEK.replace("Ό", "Ά"), "cp1253", "windows-1253"),
])
def test_texts_of_other_countries_are_recognised(text, codec, name):
    assert judged(text, codec) == name


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), st.sampled_from(["cp1252", "mac_roman", "iso8859-15", "cp850", "cp863"]))
def test_french_is_never_taken_for_them(words, codec):
    text = ",".join(words).encode(codec, "ignore")
    assert text.isascii() or encoding.judge(memoryview(text)).encoding in (*encoding.SINGLE, "utf-8")


def test_such_a_text_opens_with_the_lines_that_prove_it(opened):
    found = opened(JAPANESE.encode("cp932")).reading
    assert found.encoding == "shift_jis" and "番号" in found.choices["encoding"][0].sample[0]
