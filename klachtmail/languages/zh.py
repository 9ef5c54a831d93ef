"""Chinese, Japanese and Korean."""

from typing import Final

from klachtmail.languages.language import Language

ZH: Final = Language(
    code="zh",
    label_from=("发件人", "差出人", "寄件者"),
    label_date=("发送时间", "送信日時"),
    label_to=("收件人", "宛先"),
    label_subject=("主题", "件名"),
    automatic=("自动", "自動", "자동"),
    answer=("応答", "返信", "回覆", "答复", "回复", "응답", "회신"),
    absence_notice=("不在通知",),
    absent=("在休假", "休假", "不在", "휴가"),
)
