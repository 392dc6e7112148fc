"""In which languages a text may be, told by its most frequent words.

It only decides which words of other languages are harmless in it, so a doubt is no harm: then
more languages are thought of, and more words count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from builder.evidence.characters import CLASSES

FREQUENT: Final[Mapping[str, str]] = {
    "en": "the and that you with this but from his they was were their have which said",
    "de": "und ist nicht zu von ein auf für eine sich auch dass aber der das den dem",
    "nl": "het een ik dat voor met niet zijn maar aan ook door naar uit van wordt",
    "af": "vir dit hulle hy sy deur gesê hierdie was ook wat",
    "da": "og jeg ikke af ud meget noget bliver havde mere lidt vores været blive nogle blev",
    "nb": "og jeg ikke av noe noen ble nå etter hadde opp gjør litt vært mye ifølge ikkje",
    "sv": "är att och jag inte för till ett ska när från här då hur vara av",
    "is": "að við hann ekki fyrir með ég eru frá það þar því eða eftir hún",
    "fr": "est une pour dans sur qu avec elle sont les des du et ont été cette",
    "es": "el los las una y con fue muy también pero está años puede había del",
    "pt": "não uma dos foi ao são muito também pelo ela pela até os um mas",
    "gl": "unha foi moi tamén polo pola máis ó ao uns seu xa dixo",
    "ca": "els amb més dels hi aquest aquesta molt seva també són anys està fins va",
    "it": "della sono più dei nel anche gli delle questo nella che il di è alla",
    "ro": "în și să pe cu că care pentru fost sunt după prin din fi poate",
    "lt": "ir iš yra kaip buvo savo apie taip lietuvos labai dėl gali kad jis būti su",
    "lv": "kā arī tā lai bija pēc tikai līdz pie vēl būs ļoti par bet viņš",
    "pl": "się jest że dla tym przez tego są tylko już może oraz bardzo będzie",
    "cs": "se jsem pro jsou když jen nebo byl jsme které který bylo než ještě byla že",
    "sk": "aj bol alebo sme len vo keď ktorý ktoré ktorá veľmi bolo byť ešte že",
    "sl": "je tudi lahko kot še če bil vse jih kar več zelo zaradi ki so za",
    "sh": "je kao što godine koji kako još bio ili će koja biti više koje su da",
    "sq": "të në një që për është dhe nga ishte janë kjo duke",
    "hu": "az hogy egy csak volt ez vagy már még kell azt akkor mint ezt és meg",
    "fi": "että oli mutta ole niin myös hän ovat kuin joka olla sitä ja on tämä",
    "et": "kui ta seda aga olid oma veel nad välja mis tema ning selle oli",
    "eu": "eta da du dute izan ere baina zen dira duen bat hori zuen",
    "cy": "yn y yr ar mae wedi ei oedd gan bod am hyn fod",
    "ga": "agus ar bhí atá leis seo sin don bhfuil níos",
    "mt": "li ta il għal biex minn din kienet dan fuq huma kien",
    "tr": "bir bu için çok daha gibi olarak kadar olan sonra iyi büyük ve ile",
    "az": "və bir bu üçün ilə çox olan daha kimi sonra olub edib həm",
    "uz": "va bilan uchun ham edi deb o'z bo'lgan keyin kerak",
    "id": "yang ini dari untuk dengan itu bisa aku ada akan adalah dalam pada kita orang dan",
    "tl": "ng ang mga ay isang ito kung mula siya mo kanyang naman niya lahat",
    "vi": "là và có của được một các trong cho người này với đã thể để bà",
    "sw": "kwa katika hiyo kuwa baada alisema hii ambayo wakati nchi watu hayo yake",
    "so": "oo iyo waxaa ayaa uu inuu soo kale dalka magaalada waxa isku",
    "ha": "kuma wannan cewa sun shi wani domin wanda bayan yadda cikin",
    "ru": "что из это его он мы ты только был если когда было мне еще бы",
    "uk": "що та це як про від але він його які під вже коли якщо або і",
    "be": "што і гэта як яго ён па для было быў калі таксама з які але",
    "bg": "че са това като най към съм след през аз които какво трябва всички който е",
    "mk": "во од го ќе што дека ги како ја тоа кој кои кога сите тој",
    "sr": "је су као који није још које био ће или",
    "kk": "және бұл бір мен үшін деп болды осы жылы бар еді де",
    "mn": "энэ нь бол болон байна гэж байсан юм мөн тэр",
    "ar": "في على أن إلى عن هذا مع التي كل هذه أو هو كان الذي ذلك من",
    "fa": "به در از که این با را است رو برای بود تا یک ها شده آن",
    "ur": "کے میں کی ہے اور سے کا کو اس پر ہیں نے بھی ایک کر یہ",
    "ps": "د په او چې دی سره له کې دا نه یې ته کړي",
    "hi": "के है में की से और को का हैं पर भी एक ने कर",
    "mr": "आहे आणि या ते हे केले होते मध्ये त्या असून तर आला",
    "ne": "छ र को मा यो हो गरेको भएको पनि थियो छन् लाई",
    "el": "και το να του η της με που την από για είναι",
    "he": "את של על הוא לא זה עם כל אני היא גם היה",
    "yi": "און די איז פון צו אין דער האט מיט",
    "hy": "է և են որ մեջ այդ այս համար նաև իր",
    "ka": "და რომ ეს არის იყო მისი მას უნდა როგორც ამ",
    "bn": "এই করে এবং থেকে তার জন্য করা হয় ও একটি",
    "pa": "ਦੇ ਦੀ ਹੈ ਦਾ ਨੂੰ ਅਤੇ ਵਿੱਚ ਤੋਂ",
    "gu": "છે અને આ માટે પણ તે એક માં",
    "ta": "என்று ஒரு மற்றும் இந்த அந்த என அவர் உள்ள",
    "te": "ఈ మరియు ఒక ఆ కూడా అని ఉంది నుండి",
    "kn": "ಈ ಮತ್ತು ಒಂದು ಆ ಎಂದು ನಲ್ಲಿ ಅವರ",
    "ml": "ഒരു ഈ എന്ന ആണ് എന്ന് ആ അവർ",
    "si": "සහ මෙම ඒ එක විසින් සඳහා ඇති",
    "am": "ነው እና ላይ ውስጥ ነበር ይህ ወደ",
    "ti": "እዩ ኣብ ናይ ከም እቲ",
    "ko": "그 이 수 있다 것 및 등 그는 했다 말했다",
}
"""Words that are far more frequent in this language than in any other of the list."""

UNSPACED: Final[Mapping[str, str]] = {
    "zh": "的 是 了 在",
    "ja": "の は を に",
    "th": "ที่ การ และ ของ",
    "lo": "ທີ່ ການ ແລະ ຂອງ",
    "km": "នៃ និង ដែល បាន",
    "my": "သည် များ တွင် က",
}
"""Letters and words that are as frequent where no blanks part them."""

_ENOUGH: Final = 2
_RIVALS: Final = 3
_SOME: Final = 30_000
# Of letters, marks on them, figures, and apostrophes inside.
_WORD: Final = re.compile("[wWmcCdna]+")
# Ways to name a language that stands in the tables by another name.
_ALSO: Final = {"no": "nb", "nn": "nb", "hr": "sh", "bs": "sh", "ms": "id", "fil": "tl", "iw": "he"}


def words_of(folded: str) -> list[str]:
    """Give the words of a folded text, apostrophes inside kept."""
    classes = folded.translate(CLASSES)
    return [folded[slice(*word.span())] for word in _WORD.finditer(classes)]


def languages_of(folded: str, declared: str = "") -> frozenset[str]:
    """Give the languages that a text may be in; none when nothing says it.

    The one that is declared for it, unless its words are evidently of others: then all of them.
    """
    told = _told_by_words(folded)
    code = declared.partition("-")[0].lower()
    known = {_ALSO.get(code, code)} & {*FREQUENT, *UNSPACED}
    if code == "sr":
        known.add("sh")
    return frozenset(known) if known and not known.isdisjoint(told or known) else told | known


def _told_by_words(folded: str) -> frozenset[str]:
    """Those whose frequent words stand in it a third as often as those of the first, or oftener."""
    counts = Counter(words_of(folded[:_SOME]))
    found = {
        language: sum(map(counts.__getitem__, words.split()))
        for language, words in FREQUENT.items()
    }
    if not folded.isascii():
        found |= {
            language: sum(map(folded[:_SOME].count, letters.split()))
            for language, letters in UNSPACED.items()
        }
    most = max(found.values())
    if most < _ENOUGH:
        return frozenset()
    return frozenset(name for name, count in found.items() if _RIVALS * count >= most)
