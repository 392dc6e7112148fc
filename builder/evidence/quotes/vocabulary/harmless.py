"""Words that deny or count in one language, and are harmless in another, by the other.

They are the frequent words of each language that the lists of the others hold: English "on" is
ten in Turkish, German "Mai" is never in Italian.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

HARMLESS: Final[Mapping[str, str]] = {
    "en": """to on be set once due fire sex sense miles cent pool et hat en pet min sin cents
        sept di pump pole bin du ba bi sen""",
    "de": """hat nach noch du bin sei jeden ne mai to mitte sex on en et min be di nem otto ei
        cent set half setze pool pol bi ba ära""",
    "nl": """en aan heb nu onze achter ten kun nou pas to on seks sta vieren min be et sex set
        di du brak ei seconde cent heten vos viert tak pet bi""",
    "fr": "et en du on ses dont vos mai viens dois dos to né fiche min di tres nu due be set",
    "es": """en sé ti vos di to lima on robo et puse min be mia maya du goma tienden tiende set
        tio bla ej""",
    "pt": """dos apenas sei to segundo segunda deu on ti sexta quarta quinta lima doce terça né
        en vos tio trem ei et be di ba belas set min du nu mia vier ne tens""",
    "ca": """en on et vos fem sé to be ei du di quarts pol cant tio trista havent ses sin min
        viena empat nus tens ones""",
    "it": """di ti mia nei hai sta sto siete mie to on sé et sin be en set du min sete bla ni
        sex attende""",
    "ro": """mai ne ani ei nou pus dau sex du trece simt ba ti pas ni on to sta satu hai tara
        mica set viena fire puse en niste di et min duci mila be miles dos simti""",
    "da": """en du et nu min kun sin tak set ses sex on pas mia be di nem hat bla bi otto sen
        miles pet mil bin""",
    "nb": """en du et deg min sin mitt kun sette ei mai sex sto be tak lest di on ba nav hamar
        dreier ses bla mil hat elva bi sen nu dritten sans set sete""",
    "sv": """en du nu min ni sen sin mitt sitta ses to be on mil hat tak ära bla di et dos mia
        konton pool set ba sjö""",
    "is": """sem en sé mitt afar né to hét on sáu set dreift ba dó dreifa dreifingu di ei be
        lest min et bin du sept""",
    "fi": """on kun sen ne to min tien laki kuussa ni be ilma sta satu otto di sex niko mie ti
        mille mia""",
    "lv": """no to gan nu laba sen ej diez labo on dari min tak dos pili di ei be niks deg
        centos nulles inga en et du nee ti sex sita""",
    "lt": """iki to ten pas min on gan sen en stoties kun puse stotis nu et pacientas di laba
        stoti ratus inga nebijo koeficientas ti labo trojos""",
    "pl": """to tak ten on nad moja min seks ej pole sen pol pola be cen en ni pas dobro di ba
        et mija du mil sex bla ne""",
    "cs": """to tak ten ti nad ní on sem ni sex min ses pole sen mil cen sis en ba be pas
        desetiletí di patra et divu du dobro neb sada bla sadu""",
    "sk": """to tak ten nad nej on ti moja sem ne siete sex nemáme en min cien sen pole mil di
        ba be niekam dobro pas set et nemáš du viere stu""",
    "sl": """bi to bila sem sta dobro ti res nad en sin on nove tak moja neko traja pas rabi
        četrtek min seks di et set be du osamosvojitvi""",
    "sh": """to bi on bila sada ti dobro neko one nad sin nove moja sata di nekad brak en sem
        sta seks pol du sadu be pas braku et min mila set satu tak sex dim""",
    "hu": "ez be mai án on et ti en to ba hamar min di ei ni kun du sex mia nav set fire",
    "tr": """en sen eden et ses be nin bi seks dua to cem di varken sex ba erdi onlarla ani hat
        engin ni mil set maya pas atmış tak min du nu once sis unu nem ti""",
    "id": """di dari saja tuhan laki bila on hai demi to emas kaum pas be seks ni bin min peta
        pola laba set maya mil nada nu mie ba sex bi tri sen gan en peti trims ti tuhanku pol
        elf milyar sedemikian bla tara sin nulis du lau mia fire kun ming ne""",
    "tl": """ba to on laki be maya set sex sen sta pool mai ani en fire once pili min sense ti
        mia nu bi sis et tara sin sto""",
    "vi": """trí di án du to mai não tri bi on gan ti tre lau be ni sen két hét sex set né min
        en maya""",
    "ru": "он ес пола",
    "uk": "он четвер ни ес",
    "bg": "ни седмица ес седмици седмицата пола седмично сем",
    "mk": "ни он пола четврток стотици седам осамен бес сем",
    "ar": "بي سي ده سو دو زر مت نود دوم بى نو",
    "fa": """ما ست واحد نو لیست اوه مه سو ضعف کلا ستون بلا الف آلن لس لیسانس بیس کلیسا شل آلفا
        استون مت سل دون واحدی آستین اربعین کلیسای زر الن ولم""",
    "ur": "سی بی فلم ما کالعدم لیس زر الف وکلا اثنا ستون",
    "hi": "तेरा सत्र hindi hai",
    "sq": "ti pas ose ai nga be no on do se sa en",
    "af": "en on dit to se ons",
    "gl": "en dos on sé",
    "et": "on mai ise ni to min en",
    "cy": "ei to no on mai ne",
    "ga": "ba an do to on",
    "mt": "on ma no",
    "eu": "on mai ni to",
    "az": "o ne sen",
    "uz": "on u",
    "sw": "ni mai",
    "so": "no in",
    "ha": "mai ni to",
    "sr": "он нова",
    "mn": "он",
    "kk": "ни",
}
"""By the language in which they mean something harmless."""
