"""What denies or counts in scripts written without blanks, and in Korean, whose words grow.

No list of words helps where nothing parts them, so these are looked for anywhere. That finds them
inside some harmless words too; the commonest of those are left out.
"""

from __future__ import annotations

import re
from typing import Final

_CHINESE: Final = (
    r"[不没沒未无無非勿毋甭弗莫]|否",
    r"(?<![特分性级級区區个個识識离離差类類告辨])[别別](?![人的处處墅致称稱のにな])",
)
# The negative stems of verbs and adjectives, and ず, ぬ, まい behind what they are put to.
_JAPANESE: Final = (
    r"な(?:い|かっ|かろ|く|けれ|き(?=[^ゃゅょ]|\Z)|し)|ません|ませぬ|無し|いいえ|決して",
    r"(?<![必は])(?<!わ)(?<!み)ず(?![つっれ])|わず(?!か)|はず(?=に)",
    r"[あかさたなまらわばがせけてめれえべげね来]ぬ(?![るれぐき])|[うくすつぬぶむるぐ]まい",
)
_KOREAN: Final = (
    r"않|못|없|아니|아닌|아닐|아님|아닙|전혀|결코|지 ?(?:마|말)",
    r"(?<![가-힣])(?:안(?![가-힣])|안(?=[하했한할되된될돼됐])|말(?:라|아라|고|자)(?![가-힣]))",
)
_THAI: Final = (
    "ไม่|ปราศจาก|ห้าม|อย่า(?!ง)|ไร้|เปล่า",
    r"มิ(?=ได้|ใช่|อาจ|ให้|ควร|ต้อง|มี|เคย|กล้า|เห็น|ยอม|\Z)",
)
_LAO: Final = ("ບໍ່|ບໍ|ຢ່າ|ຫ້າມ|ປາສະຈາກ",)
_KHMER: Final = ("មិន|ពុំ|គ្មាន|អត់|កុំ|ឥត",)
_BURMESE: Final = ("ဘူး|ဘဲ|မဲ့|မဟုတ်|မရှိ|မပါ|မရ|မဖြစ်|မလို",)

NEGATION: Final = re.compile(
    "|".join((*_CHINESE, *_JAPANESE, *_KOREAN, *_THAI, *_LAO, *_KHMER, *_BURMESE))
)
"""Something that denies."""

REACH: Final = 12
"""So far back a negation may begin that denies what follows."""
DENIED_BEFORE: Final = re.compile(
    r"(?:不(?![过過仅僅但断斷久少论論管同安足明])|[没沒]|未(?![来來明])|[无無](?![论論料事線])|非(?!常)|[勿毋莫])"
    r"(?:可能|愿意|願意|打算|准备|準備|应该|應該|允许|允許|[\u3400-\u9fff])?\Z"
    r"|(?:ไม่|มิได้|ห้าม|อย่า(?!ง)|ปราศจาก|ไร้)[\u0e00-\u0e7f]{0,3}\Z"
    r"|(?:ບໍ່|ບໍ|ຢ່າ|ຫ້າມ)[\u0e80-\u0eff]{0,3}\Z"
    r"|(?:មិន|ពុំ|គ្មាន|អត់|កុំ|ឥត)[\u1780-\u17ff]{0,3}\Z"
)
"""What denies the words right behind it, perhaps over one letter: 没有, 不会, ไม่ได้."""
DENIED_BEHIND: Final = re.compile(
    r"(?:[でて]は?|は)?(?:い|あり|おり|でき|(?:さ|ら)?れ|し|せ|わ|ら|か)?"
    r"(?:な(?:い|かっ|く|けれ)|ません|ませぬ|ず(?![つっれか])|ぬ(?![るれぐき])|まい(?!に))"
    r"|[不没沒](?:了|到|起|得|住)|ไม่(?:ได้|ไหว|เป็น|ถูก|ออก|ทัน)|ບໍ່ໄດ້|មិនបាន"
)
"""What denies the words right before it: ではない, ていない, 不了."""

ORDINARY: Final = re.compile(
    "什(?=[么麼麽])|[参參](?=[加与與考观觀议議谋謀照])|(?<=[大登着著])[陆陸]|[陆陸](?=[军軍续續地])|(?<=[队隊])伍"
    "|一(?=[样樣般定直起切些旦致向緒部方])|(?<=[统統唯])一|十(?=分(?![钟鐘之]))"
)
"""Chinese numerals in words that do not count, such as 什么, what."""

# Chinese numerals are numbers to Unicode already; these are not.
_HAN_COUNTING: Final = ("[两兩俩倆仨半倍]",)
_KANA_COUNTING: Final = (
    "ひとつ|ふたつ|みっつ|よっつ|いつつ|むっつ|ななつ|やっつ|ここのつ|ひとり|ふたり|ダース",
)
_COUNTED: Final = (
    "명|개|번|사람|마리|대|살|시간|달|시|곳|척|채|권|장|차례|배|가지|건|분|쌍|해|주|잔|층|원|년|개월"
    "|일|초|퍼센트|도|미터|킬로|톤|호|위|차|급|세|달러"
)
_KOREAN_COUNTING: Final = (
    "둘(?![러레렀])|셋|(?<!터)넷(?!플)|다섯|여섯|일곱|여덟|아홉|스물|스무|서른|마흔|쉰(?!다)|예순|일흔|여든|아흔",
    r"(?<![가-힣])(?:하나(?![가-힣])|하나[가는도의로만를])|절반|번째|[첫둘셋넷]째",
    rf"(?<![가-힣])(?:[한두세네열일이삼사오육칠팔구] (?:{_COUNTED})|열[하한둘두세네])",
    "(?<![가-힣])(?:[한두세네](?:명|개)|[두세네](?:번|배))",
    "(?<![가-힣])(?!구조|조사|조건|조직|만일|천만에)"
    r"(?:[수몇]?[일이삼사오육칠팔구]?[십백천만억조])+(?:[일이삼사오육칠팔구]|열?[한두세네]|열)?여?"
    rf"(?=\s|\Z|{_COUNTED})",
)
_THAI_COUNTING: Final = (
    "หนึ่ง|สอง|สาม(?!ารถ|ัญ|ี|ัคคี)|สี่|ห้า(?!ม)|หก(?!ล้ม)|เจ็ด|แปด(?!เปื้อน)|เก้า(?!อี้)|สิบ|เอ็ด|ครึ่ง|โหล",
    "(?<!เรียบ)ร้อย|พัน(?!ธ)|หมื่น|แสน|(?<!หัว)ล้าน",
)
_LAO_COUNTING: Final = ("ສອງ|ສາມ|ສີ່|ຫ້າ(?!ມ)|ຫົກ|ເຈັດ|ແປດ|ເກົ້າ|ສິບ|ຊາວ|ຮ້ອຍ|ພັນ|ໝື່ນ|ແສນ|ລ້ານ|ເຄິ່ງ",)
_KHMER_COUNTING: Final = ("ពីរ|បី|បួន|ប្រាំ|ដប់|ម្ភៃ|សិប|រយ|ពាន់|ម៉ឺន|សែន|លាន|កន្លះ",)
_BURMESE_COUNTING: Final = (
    "(?:တစ်|နှစ်|သုံး|လေး|ငါး|ခြောက်|ခုနစ်|ခုနှစ်|ရှစ်|ကိုး)(?:ဆယ်|ရာ|ထောင်|သောင်း|သိန်း|သန်း|ဦး|ယောက်|ခု)|ဆယ်|ဆယ့်|ထောင့်|ဝက်",
    "(?<![က-႟])(?:တစ်|နှစ်|သုံး|လေး|ငါး|ခြောက်|ခုနစ်|ခုနှစ်|ရှစ်|ကိုး)(?![က-႟])",
)

COUNT: Final = re.compile(
    "|".join(
        (
            *_HAN_COUNTING,
            *_KANA_COUNTING,
            *_KOREAN_COUNTING,
            *_THAI_COUNTING,
            *_LAO_COUNTING,
            *_KHMER_COUNTING,
            *_BURMESE_COUNTING,
        )
    )
)
"""Something that counts."""
