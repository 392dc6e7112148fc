"""Korean words for what the CLDR lacks."""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
# What English says with a word in front, Korean says with one behind, the same for every date.
_SAME: Final = Forms()

KOREAN: Final = Phrases(
    year=_SAME,
    month=_SAME,
    day=_SAME,
    part=_SAME,
    seasons_inside=(_SAME, _SAME, _SAME, _SAME),
    decade_inside=_SAME,
    years=_SAME,
    seasons=("봄", "여름", "가을", "겨울"),
    season=f"{{year}}{_KEEP}{{season}}",
    thirds_and_halves=(
        f"{{year}}{_KEEP}1~4월",
        f"{{year}}{_KEEP}5~8월",
        f"{{year}}{_KEEP}9~12월",
        f"{{year}}{_KEEP}상반기",
        f"{{year}}{_KEEP}하반기",
    ),
    northern="{date}(북반구)",
    southern="{date}(남반구)",
    decade="{year}년대",
    decade_label="{year}년대",
    # "1900년대" is the decade too.
    century="",
    in_years="{years} 중 어느 해의 {date}",
    unknown_year="연도 미상",
    in_unknown_year="{date}, 연도 미상",
    in_unknown_month="{date}, 월 미상",
    some_day="{date} 중 하루",
    some_month="{date} 중 한 달",
    day_from_to="{first}{dash}{last} 중 하루",
    month_from_to="{first}{dash}{last} 중 한 달",
    season_from_to="{first}{dash}{last} 중 한 시기",
    year_from_to="{first}{dash}{last} 중 한 해",
    day_unknown="",
    month_unknown="",
    year_unknown="",
    about="{date}경",
    about_inside="{date}경",
    noted="{date}({notes})",
    uncertain="불확실",
    approximate_parts="{parts} 추정",
    uncertain_parts="{parts} 불확실",
    part_names=("연도", "월", "일자", "시기"),
    note_separator=", ",
    since="{date}부터",
    end_unknown="{date}부터, 종료 시점 미상",
    until="{date}까지",
    start_unknown="{date}까지, 시작 시점 미상",
    on_or_before="{date} 또는 그 이전",
    in_or_before="{date} 또는 그 이전",
    on_or_after="{date} 또는 그 이후",
    in_or_after="{date} 또는 그 이후",
    one_or_earlier="{date} 또는 그 이전",
    one_or_later="{date} 또는 그 이후",
    all_and_earlier="{date} 및 그 이전",
    all_and_later="{date} 및 그 이후",
    undated="날짜 미상",
)
