import re

from klachtmail.letters import markup

CSS = "p { margin: 0; } .x { color: red; }"


def test_a_template_has_header_fields_an_empty_line_and_a_body() -> None:
    words = markup.split("subject: Over {{ x }}\npreview: kort\n\nBeste\n\nklant")
    assert words.fields == {"subject": "Over {{ x }}", "preview": "{#\n#}kort"}
    assert words.body == "Beste\n\nklant"
    assert words.first_line == 4


def test_a_part_without_header_fields_is_all_body() -> None:
    assert markup.split("Met groet,\n\n{{ name }}").body == "Met groet,\n\n{{ name }}"


def test_the_text_has_the_words_without_the_marks() -> None:
    source = "## Kop\n\nUiterlijk **{{ day }}** hoort\nu dat.\n\n- een\n- [twee]({{ url }})\n\nslot"
    made = re.sub(r"\{\{\s+", "{{ ", markup.text_source(source, 1)).rstrip()
    assert made == "Kop\nUiterlijk {{ day }} hoort u dat.\n\n– een\n– twee ({{ url }})\n\nslot"


def test_a_rule_is_a_line_of_dashes_in_the_text() -> None:
    assert markup.text_source("een\n\n---\n\ntwee", 1).rstrip() == "een\n\n----------\n\ntwee"


def test_a_condition_between_list_items_leaves_no_empty_line_between_them() -> None:
    text = markup.text_source("- a\n{% if x %}\n- b\n{% endif %}\nslot", 1)
    assert re.sub(r"\{%[^%]*%\}\n", "", text) == "– a\n– b\n\n\nslot\n\n"


def test_the_style_sheet_is_inlined_and_tags_survive() -> None:
    html = markup.html_source("Beste **{{ name }}**,\n\n{% if a < b and c > d %}\n- een\n{% endif %}", 1, CSS)
    assert '<p style="margin: 0;">Beste <strong>{{ name }}</strong>,</p>' in html
    assert "if a < b and c > d %}" in html
    assert html.index("if a") < html.index("<ul>") < html.index("endif")


def test_a_loop_over_table_rows_stays_in_its_table() -> None:
    page = "<table><tbody><tr>{% for x in y %}<td>{{ x }}</td>{% endfor %}</tr></tbody></table>"
    html = markup.styled(page, CSS, document=False)
    assert (
        html.index("<tr>") < html.index("{% for") < html.index("<td>") < html.index("{% endfor") < html.index("</tr>")
    )


def test_every_tag_stays_on_its_line() -> None:
    source = "a\n\n\nlange regel\nverder {{ one }}\n\n- x\n- {{ two }}\n{% if three %}\n\nb\n{% endif %}"
    made = markup.html_source(source, 10, CSS)
    for name, line in (("one", 14), ("two", 17), ("three", 18), ("endif", 21)):
        assert made[: made.index(name)].count("\n") + 1 == line


def test_style_sheets_go_along_without_comments_and_needless_space() -> None:
    assert (
        markup.compact_css("/* a */\n.x {\n  color: red;\n}\n@media print { b { c: d } }")
        == ".x{color:red}@media print{b{c:d}}"
    )
