"""Words that deny, by language: not, never, nobody, without, hardly.

A star stands for any letters: `kein*` is keine, keinesfalls and the others. A word behind a minus
is none although a star would take it in. Which forms a language has, its grammars say; the parts
of words that deny everywhere in it (Czech ne-, Turkish -me-) stand below by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NEGATIONS: Final[Mapping[str, str]] = {
    # ------------------------------------------------------------------- Germanic languages
    "en": """not no never none nor neither nobody noone nothing nought naught nowhere cannot
        without hardly scarcely barely seldom rarely unless lest nay nope non minus *n't cant dont
        wont aint isnt arent wasnt werent doesnt didnt hasnt havent hadnt wouldnt shouldnt
        couldnt""",
    "de": """nicht nichts nie niemals nimmer nimmermehr niemand* nirgend* ohne weder nein
        mitnichten kaum selten kein keine keinen keinem keiner keines keinerlei keinesfalls
        keineswegs""",
    "nl": """niet niets nooit nimmer niemand nergens geen geenszins zonder noch nee neen evenmin
        nauwelijks allerminst zelden niks""",
    "af": "nie niks nooit niemand nêrens geen sonder nee kwalik",
    "da": "ikke ej aldrig ingen intet ingenting ingensteder hverken uden nej næppe",
    "nb": """ikke ikkje aldri ingen inga intet inkje ingenting ingensteds hverken verken korkje
        uten utan nei neppe""",
    "sv": """inte icke ej aldrig ingen inget inga ingenting ingenstans varken utan nej knappt
        intet ingalunda""",
    "is": """ekki aldrei enginn engin ekkert engan engum enga engir engar einskis hvorki hvergi
        neinn neitt án nei varla nema nein neins neinum""",
    # -------------------------------------------------------------------- Romance languages
    "fr": """ne n'* pas jamais rien aucun aucune aucuns aucunes aucunement nul nulle nuls nulles
        nullement ni non sans guère""",
    "es": """no nunca jamás nadie nada ningún ninguno ninguna ningunos ningunas tampoco ni sin
        apenas""",
    "pt": "não nunca jamais ninguém nada nenhum nenhuma nenhuns nenhumas nem sem tampouco",
    "gl": "non nunca xamais ninguén nada ningún ningunha ningúns ningunhas nin sen tampouco",
    "ca": "no mai ningú res sense ni tampoc",
    "it": """non no mai nulla niente nessun nessuno nessuna né neppure nemmeno neanche senza
        mica affatto""",
    "ro": """nu nici niciun nicio niciunul niciuna niciodată nicăieri nicidecum nimeni nimănui
        nimic deloc fără""",
    # --------------------------------------------------------- Baltic and Slavonic languages
    "lt": """ne nėra niekada niekad niekas nieko niekam niekur joks jokia jokio jokios jokių
        jokie nei be vos""",
    "lv": """ne nē nav nebija nebūs nekad nekas neko nekā neviens neviena nevienu nekur bez
        nebij* neesmu neesam""",
    "pl": """nie nigdy nikt nikogo nikomu nikim nic niczego niczemu nigdzie żaden żadn* ani bez
        brak braku bynajmniej wcale ledwie ledwo""",
    "cs": """ne není nejsem nejsou nebyl* nebude* nemá nemají nemůž* nikdy nikdo nikoho nikomu
        nikým nic ničeho ničemu ničím nikde nikam nijak nikoli nikoliv žádn* ani bez beze sotva
        nemám nemáš nemáme né""",
    "sk": """nie nieje nikdy nikto nikoho nikomu nikým nič ničoho ničomu ničím nikde nijako
        žiad* ani bez sotva nemá nemám nemajú nebude* nikam""",
    "sl": """ne ni nisem nisi nismo niste niso nima nimajo noče nikoli nikdar nihče nikogar
        nikomur nič ničesar nikjer noben* niti brez komaj""",
    "sh": """ne nije nisam nisi nismo niste nisu nema nemaju nemoj* neće nećemo nikad nikada
        nitko niko nikog nikoga nikom nikome ništa ničega ničeg nigdje nigde nikako nikakv*
        nijedan nijedn* ni niti bez jedva""",
    "sr": """не није нисам ниси нисмо нисте нису нема немају немој* неће нећемо никад никада
        нитко нико ником* никог* ништа ничега нигде нигдје никако никакв* ниједан ниједн* ни
        нити без једва""",
    "mk": "не нема немаат никогаш никој никого никому ништо никаде никак* ниту ниеден ниедн* без",
    "bg": "не няма нямаше никога никой никого никому нищо никъде никак* никоя никое нито без едва",
    "ru": """не ни нет нету минус никогда никто никого никому никем ничто ничего ничему ничем ничей
        ничья ничье ничуть нигде никуда ниоткуда никак* нисколько нельзя нечего некого незачем
        неоткуда без безо едва отнюдь""",
    "uk": """не ні ані мінус ніколи ніхто нікого нікому ніким ніщо нічого нічому нічим нічий ніде
        нікуди ніяк* ніскільки нізащо немає нема жоден жодн* без ледь навряд""",
    "be": """не ні ані ніколі ніхто нікога нікому нікім нішто нічога нічому нідзе нікуды ніяк*
        няма нельга ніводзін ніводн* без ледзь""",
    # ------------------------------------------------------------------ other European languages
    "el": """δεν δε μην μη ποτέ κανείς κανένας κανένα κανέναν κανενός καμία καμιά τίποτα τίποτε
        όχι ούτε μήτε μηδέ πουθενά χωρίς δίχως άνευ ουδείς ουδεμία ουδέν ουδέποτε ουδόλως""",
    "sq": "nuk mos kurrë asnjë* askush askujt askënd askund asgjë s'*",
    "hu": """nem ne nincs* sem soha sohasem sehol sehova semmi* semmilyen egyáltalán nélkül*
        alig senki senkit senkinek senkivel senkitől senkié""",
    "fi": """ei en et emme ette eivät eikä enkä etkä emmekä ettekä eivätkä älä älkää älköön
        ilman tuskin *matta *mättä -huolimatta -välttämättä""",
    "et": "ei ega ära ärge pole polnud mitte ilma iialgi vaevalt",
    "eu": "ez ezin gabe inoiz inor ezer",
    "cy": "nid nad ddim dim byth neb heb",
    "ga": "ní níl níor nach nár gan",
    "mt": "mhux mhijiex mhumiex mhix qatt xejn ħadd mingħajr bla",
    "hy": "ոչ ոչինչ ոչոք առանց երբեք չ* -չորս* -չորր* -չորե* -չոր -չափ* -չար*",
    "ka": "არ არა ვერ ნუ არც ვერც ნურც არავინ არაფერი არასოდეს არასდროს ვერავინ ვერაფერი გარეშე",
    # ------------------------------------------------------------------ the Near East and Asia
    "tr": "değil* yok yoktu yoktur hiç hiçbir* asla ne hayır olmadan olmaksızın",
    "az": "deyil* yox yoxdur heç heçbir* əsla xeyr olmadan",
    "uz": "emas* yo'q hech aslo",
    "kk": "емес* жоқ ешқашан ешкім ештеңе ешбір ешқандай",
    "mn": "биш үгүй *гүй",
    "he": """לא אל אין אינו אינה אינם אינן איננו איננה איננם אינני אינך אינכם בלי ללא בלא מבלי
        לאו לעולם מעולם כלום מאומה טרם בלתי""",
    "yi": "נישט ניט קיין קײן קיינער קײנער קיינמאָל קײנמאָל גאָרנישט ניין נײן",
    "ar": "لا لم لن ما ليس* لست لسنا لستم غير دون بدون بلا بغير كلا عدم قط ابدا مطلقا",
    "fa": """نه نیست* نبود* نمی* ندار* نداشت* نشد* نکرد* نکن* نخواه* نخواست* نباید* نباش*
        نتوانست* نتوان* نگفت* نداد* هرگز هیچ* بدون بی""",
    "ur": "نہیں نہ مت بغیر بلا ناں",
    "ps": "نه نشته نشي مه هیڅ بې پرته",
    "hi": "नहीं नही न ना मत बिना बगैर बग़ैर रहित",
    "mr": "नाही नाहीत नाहीये नाहि न नको नका विना शिवाय नव्हत* नव्ह* नसे* नसल*",
    "ne": "छैन* होइन* थिएन* हुँदैन* नहुने न बिना कहिल्यै",
    "bn": "না নয় নেই নি নাই নন নহে বিনা ছাড়া",
    "pa": "ਨਹੀਂ ਨਾ ਨਾਹੀਂ ਬਿਨਾਂ ਬਿਨਾ ਬਗੈਰ ਬਗ਼ੈਰ",
    "gu": "નથી નહીં નહિ ન ના નહોત* વિના વગર",
    "ta": "இல்லை *வில்லை *யில்லை இல்லா* மாட்ட* இன்றி *ாமல் *ாது ஒருபோதும் வேண்டாம் அல்ல அல்லாத*",
    "te": "లేదు కాదు లేరు లేవు *లేదు *కుండా లేని వద్దు",
    "kn": "ಇಲ್ಲ ಅಲ್ಲ *ಿಲ್ಲ *ಲ್ಲದೆ ಇಲ್ಲದ* ಬೇಡ",
    "ml": "ഇല്ല അല്ല *ില്ല *ല്ല *ാതെ വേണ്ട",
    "si": "නැත නැහැ නෑ නැති* නැතිව නොවේ නොව නො* බැහැ",
    "id": "tidak tidaklah tak bukan bukanlah belum belumlah jangan tanpa tiada mustahil",
    "tl": "hindi hindî di wala walâ walang huwag ni",
    "vi": "không chưa chẳng chả chớ đừng",
    # -------------------------------------------------------------------------------- Africa
    "sw": "hakuna hapana sio siyo bila kamwe wala haiwezekani",
    "so": "maya aan la'aan waligiis waligeed",
    "ha": "babu ba'a",
    "am": "የለም የለውም አይደለም አይሆንም አልሆነም አይችልም አልቻለም አልነበረም አይኖርም በጭራሽ ምንም",
    "ti": "የለን የብሉን ኣይኮነን ኣይነበረን ኣይክእልን ብዘይ",
}
"""Counted in every text, whatever its language; but see the words that are harmless elsewhere."""

IN_ITS_OWN_LANGUAGE: Final[Mapping[str, str]] = {
    "cs": """ne* -nebo -než -nej* -nedaleko -neděl* -nemocn* -nemoc* -nehod* -nechť -nech*
        -nedáv* -něco -několik* -někd* -něk* -něm* -neboť -netto -net -neu* -nervo*""",
    "sk": """ne* -nebo -než -nemec* -nemč* -nedeľ* -nemocn* -nehod* -nech* -nebesk* -neust*
        -netto -nedávn* -neďaleko -neskôr -neho -nemu -nejak*""",
    "lv": "ne* -ned* -negad* -nes* -nep* -nerv* -netāl*",
    "lt": """ne* -nes -net -nek* -nebent -nedaug -netoli -netgi -neseniai -negu -netrukus
        -nepriklausom* -nemaž* -neretai""",
    "hu": "se ne",
    "sq": "jo pa as",
    "cy": "ni na nac",
    "ga": "ná",
    "mt": "ma la",
    "tr": """*mıyor* *miyor* *muyor* *müyor* *mayacak* *meyecek* *madı* *medi* *mamış* *memiş*
        *maz *mez *mazlar *mezler *mazdı* *mezdi* *mayan* *meyen* *madan *meden *maksızın
        *meksizin -namaz* -temmuz* -adam* -zaman*""",
    "az": """*mır *mir *mur *mür *mırdı* *mirdi* *mayacaq* *məyəcək* *madı* *mədi* *mayıb *məyib
        *maz *məz -yağmur -kömür -ömür -əmir""",
    "uz": "*mayapti *madi *magan *maydi *mas *mang",
    "kk": """*майды *мейді *байды *бейді *пайды *пейді *мады *меді *баған* *беген* *паған*
        *пеген* *маған* *меген*""",
    "ne": "न*",
    "sw": "si ha*",
    "so": "ma",
    "ha": "ba",
    "tl": "di",
}
"""Words, and parts of words, that deny only where the text is evidently in the language."""
