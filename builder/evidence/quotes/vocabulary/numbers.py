"""Words that count, by language: twelve, thirtieth, hundreds, half, a dozen.

Written as the words that deny are. Cardinals and their inflected forms, ordinals, fractions and
multiples stand together; "one" is left out where it is also the indefinite article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NUMBERS: Final[Mapping[str, str]] = {
    # ------------------------------------------------------------------- Germanic languages
    "en": """zero one ones two twos three threes four fours five fives six sixes seven sevens
        eight eights nine nines ten tens eleven twelve dozen* twenty* twenti* thirty* thirti*
        fifty* fifti* sixty* sixti* seventy* seventi* eighty* eighti* ninety* nineti* hundred*
        thousand* million* billion* trillion* lakh* crore* first second third thirds fourth
        fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth
        tenths eleventh twelfth half halves quarter quarters twice thrice double* triple* treble
        quadruple* twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold
        tenfold *tyfold thirteen* fourteen* fifteen* sixteen* seventeen* eighteen* nineteen*
        umpteen* forty forties fortieth""",
    "de": """null eins zwei* -zweifel* -zweig* fünf* sechs* sieben* siebt* siebz* acht achte
        achten achter achtes achtel* achtz* achtfach* achthundert* achttausend* neun* *zehn*
        -jahrzehnt* elf elfte* elffach* zwölf* *dreissig* *hundert* -jahrhundert* *tausend*
        million* milliard* billion* dutzend* halb halbe halben halber halbes hälfte* dritte*
        drittel* erste ersten erster erstes doppel* verdoppel* drei dreie dreien dreier dreiz*
        dreiss* dreih* dreit* dreif* dreim* dreiein* *zwanzig* *vierzig* *fünfzig* *sechzig*
        *siebzig* *achtzig* *neunzig* vier viere vieren vierer viert* vierz* vierh* vierf*
        vierm* vierein*""",
    "nl": """nul vier vierde* vierhonderd* vijf* zeven* acht achtste* tien tiende* negen elf
        elfde* twaalf* dertien* veertien* *twintig* *dertig* *veertig* *vijftig* *zestig*
        *zeventig* *tachtig* *negentig* *honderd* *duizend* miljoen* miljard* biljoen* dozijn*
        tiental* helft half halve derde* kwart eerste dubbel* twee tweede* tweeën* tweehonderd*
        tweeduizend* tweemaal tweevoud* drie drieën* driehonderd* drieduizend* driekwart
        driemaal zes zesde* zestig* zestien* zeshonderd* zesduizend* vijftien* zeventien*
        achttien* negentien*""",
    "af": """nul vier vierde* vyf* ses sesde* sewe* agt agtste* agtien* elf elfde* twaalf*
        dertien* veertien* twintig* dertig* veertig* vyftig* sestig* sewentig* tagtig* negentig*
        *honderd* *duisend* miljoen* miljard* dosyn* half helfte kwart twee tweede* tweehonderd*
        tweeduisend* drie derde* driehonderd* drieduisend* nege negende* negentien* vyftien*
        sestien* sewentien* tien tiende agttien*""",
    "da": """nul to tre fire fem seks syv otte ni ti elleve tolv tretten* fjorten* femten*
        seksten* sytten* nitten* tres *ogtres* firs *ogfirs* *hundred* *tusind* million*
        milliard* dusin* halv halve halvt halvdel* halvanden tredje* fjerde* femte* sjette*
        syvende* ottende* niende* tiende* kvart dobbel* atten attende enogtyve* toogtyve*
        *ogtyve *ogtredive *ogfyrre *oghalvtreds *oghalvfjerds *oghalvfems tyve* tredive* fyrre*
        halvtreds* halvfjerds* halvfems*""",
    "nb": """null to tre fire fem seks sju syv åtte ni ti elleve tolv tretten* fjorten* femten*
        seksten* sytten* nitten* *hundre* *tusen* million* milliard* dusin* halv halve halvt
        halvpart* halvannen tredje* fjerde* femte* sjette* sjuende* syvende* åttende* niende*
        tiende* kvart dobbel* atten attende tjue* tyve* tretti* førti* femti* seksti* sytti*
        åtti* nitti* *ogtyve *ogtretti *ogførti *ogfemti *ogseksti *ogsytti *ogåtti *ognitti
        halvdel*""",
    "sv": """noll två tre fyra fem sex sju åtta nio tio elva tolv *tjugo* *trettio* *fyrtio*
        *femtio* *sextio* *sjuttio* *åttio* *nittio* *hundra* *tusen* miljon* miljard* dussin*
        tiotal* halv halva halvt hälft* tredje* fjärde* femte* sjätte* sjunde* åttonde* nionde*
        tionde* elfte tolfte kvart dubbel* dubbl* tretton* fjorton* femton* sexton* sjutton*
        arton artonde nitton*""",
    "is": """núll tveir tvær tvö tvo tveggja tveimur þrír þrjár þrjú þrjá þriggja þremur fjór*
        fjögur fimm* sex átta* níu* tíu* ellefu* tólf* þrettán* fjórtán* fimmtán* sextán*
        sautján* sextíu* átján* nítján* tuttug* þrjátíu* þrítug* fjörutíu* fertug* fimmtíu*
        sjötíu* áttatíu* níutíu* *tugasta *hundr* *þúsund* *þúsundir milljón* milljarð* tylft*
        hálf* helming* þriðj* fjórð* sjötta sjöunda áttunda níunda tíunda tvöfald* milliarð*
        milliónur* einn eitt einum einni einnar eins sjö sjöt*""",
    # -------------------------------------------------------------------- Romance languages
    "fr": """zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize vingt* quarant* cinquant* soixant* septant* huitant* octant* nonant* cent
        cents centai* mille millier* million* milliard* billion* *ième *ièmes douzai* quinzai*
        demi demie moitié* tiers quart quarts seconde double* triple* quadruple* décupl* trente
        trentain* dizaine dizaines""",
    "es": """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieci* veint* treint* cuarent* cincuent* sesent* setent* ochent* novent* cien
        ciento* *cientos *cientas *centés* quinient* mil miles millón millones millonési* billón
        billones veinten* centen* mitad* tercio* segundo segunda tercer tercero tercera cuarto
        cuarta quinto quinta sexto sexta séptim* octav* noveno novena décim* doble* triple*
        cuádrupl* decena decenas millar millares terceros terceras segundos cuartos quintos
        docena docenas""",
    "pt": """zero dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze
        quatorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove
        vigési* trint* trigés* quarent* cinquent* cinquên* sessent* setent* oitent* novent* cem
        cento centen* centési* quinhent* mil milhar* milhão milhões milés* bilhão bilhões bilião
        dúzi* dezen* metade* terço* quarto quinto sétim* oitav* nono nona décim* dobro triplo
        duzentos duzentas trezentos trezentas vinte vintena* quatrocent* seiscent* setecent*
        oitocent* novecent*""",
    "gl": """cero dous dúas tres catro cinco seis sete oito nove dez once doce trece catorce
        quince trint* corent* cincuent* sesent* setent* oitent* novent* cen cento mil millóns
        millón milleiro* ducia* metade* terzo* cuarto* dezaseis dezasete dezaoito dezanove vinte
        vintena* douscentos douscentas trescentos trescentas quiñentos""",
    "ca": """zero dos dues tres quatre cinc sis set vuit nou deu onze dotze tretze catorze
        quinze setze disset divuit dinou quarant* cinquant* seixant* setant* vuitant* norant*
        cent cents mil milers milió milions miliard* dotzen* centen* meitat* terç* segona
        tercer* cinquè* sisè* setè* vuitè* novè* desè* doble* triple* vint vintena* trenta
        trentena* desena desenes quart quarta""",
    "it": """zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove venti ventun* ventidue
        ventitré ventitre ventiquattr* venticinqu* ventisei* ventisett* ventott* ventinov*
        ventina* trenta* trentun* trentott* trentina* quarant* cinquant* sessant* settant*
        ottant* novant* cento cento* centinai* mille mila milion* miliard* dozzin* decin* metà
        mezzo mezza terzo terza quarto quarta quinto quinta sesto sesta settimo settima ottavo
        ottava nono nona decimo decima raddoppi* triplo quadruplo milleun* duemil* duecent*
        trecent* quattrocent* cinquecent* seicent* settecent* ottocent* novecent* tremila
        quattromila cinquemila seimila settemila ottomila novemila diecimila undicimila
        dodicimila quindicimila ventimila trentamila centomila millesim* centun* centott*
        ventesim* trentesim* undicesim* dodicesim* tredicesim* quattordicesim* quindicesim*
        sedicesim* diciassettesim* diciottesim* diciannovesim*""",
    "ro": """zero doi două trei patru cinci șase șapte opt nouă zece zeci *sprezece* *zeci
        *zecilea sută sute sutele mie mii miilor miile milion* milioan* miliard* miliarde duzin*
        jumătate* sfert* treime* doilea treilea patrulea cincilea șaselea șaptelea optulea
        zecelea tripl* doua treia patra cincea șasea șaptea opta noua zecea întâi* sutelea suta
        mia unu dublu dublă dublul dublare dublarea dublat""",
    # ----------------------------------------------------------- Baltic and Slavonic languages
    "lt": """nulis du dvi dviej* dviem dvidešimt* dvylik* trys tris trij* trims treč* tryl*
        keturi* keturis ketvirt* keturias penk* šeš* septyn* aštuon* devyn* dešimt* *dešimt*
        šimt* *šimt* tūkstan* milijon* milijard* tuzin* pusė pusę pusės pusantr* vienas viena
        vieno vieną vienuolik* trylik* keturiolik* penkiolik* šešiolik* septyniolik*
        aštuoniolik* devyniolik*""",
    "lv": """nulle divi divas divu diviem divām divus divpadsmit* divdesmit* trīs triju trim
        tris trešā* treš* četr* ceturt* piekt* septiņ* septīt* astoņ* astot* deviņ* devīt*
        desmit* *padsmit* *desmit* tūksto* miljon* miljard* ducis duci pus puse pusi trešdaļ*
        viens viena vienu vienam *tūkstoš* seši sešas sešu sešiem sešām sešd* sešp* sešs*
        sestais sestā sesto pieci piecas piecu pieciem piecām piecd* piecp* piecs* simts simti
        simtu simtiem simtos simtais divsimt* trīssimt* simt trij*""",
    "pl": """zero dwa dwie dwoje dwóch dwu dwom dwóm dwoma dwiema dwoj* dwukrot* trzy trzech
        trzem trzema troje trojg* trzykr* trzeci* cztery czter* czwart* czworo pięć pięciu
        pięci* piąty piąta piąte piątego piątej piątym piątą pięć* sześć* szóst* siedem* siedmi*
        siódm* osiem* ośmi* ósm* dziewięć* dziewięci* dziewiąt* dziesięć* dziesięci* dziesiąt*
        jedenaś* *naście* *naśc* *dzieśc* *dziesiąt* sto stu setek dwieście dwustu trzysta
        trzystu czterysta czterystu tysiąc* tysięcz* tysięcy milion* miliard* tuzin* pół połow*
        półtor* ćwierć ćwierci podwó* dwaj trzej czterej sześciu* sześcio* jeden jedna jedno
        jednego jednej jednym jedną jedenast* dwunast* trzynast* czternast* piętnast* szesnast*
        siedemnast* osiemnast* dziewiętnast* set setny setna setne setki setkach setkami setkę
        dwudziest* trzydziest* czterdziest*""",
    "cs": """nula dva dvě dvou dvěma dvoj* dvakrát tři třech třem třemi troj* třikrát třetí*
        třetin* čtyř* čtvrt* -čtvrtek -čtvrtk* pět pěti pátý pátá páté pátého pátou pátým šest*
        sedm* devět devíti devát* deset deseti desát* desít* desetin* jedenáct* *náct* *desát*
        *desáti sto sta stě stovk* stý stá sté dvěst* *stý tisíc* milion* milión* miliard*
        tucet* tuctu půl půle polovin* půldruh* první* jeden jedna jedno jednoho jedné jednu
        jedním dvacet* třicet* čtyřicet* set osm osmi osmý osmá osmé osmého osmin* osmdes*
        osmkrát osmnáct* jednom""",
    "sk": """nula dva dve dvoch dvom dvaja dvoma dvoj* dvakrát tri traja troch trom troma troj*
        trikrát tretí tretia tretie tretieho tretin* štyri štyr* štvrtý štvrtá štvrté štvrtin*
        päť piati piaty piata piate piateho päť* šesť* šiest* sedem* siedm* siedmi* osem* ôsm*
        ôsmi* deväť* deviat* desať* desiat* *násť* *násti* *dsať* *dsiat* *desiat* sto stovk*
        stoviek sté stý *stý tisíc* milión* milion* miliard* tucet* tucta pol polovic* prvý prvá
        prvé* jeden jedna jedno jednoho jedné jednu jedním jedenást* dvanást* trinást* štrnást*
        pätnást* šestnást* sedemnást* osemnást* devätnást* dvesto tristo štyristo päťsto jednej
        jednom""",
    "sl": """dva dve dveh dvema dvoj* dvakrat trije tri treh trem tremi trikrat tretj* štiri*
        štirje četrt* -četrtek -četrtk* pet petih petim petimi peti peta peto šest* sedem* sedm*
        osem* devet* deset* *dvajset* *deset* sto stotin* tisoč* *tisoč* milijon* milijard*
        ducat* pol polovic* tretjin* prvi prva prvo eden enajst* dvanajst* trinajst* štirinajst*
        petnajst* šestnajst* sedemnajst* osemnajst* devetnajst* dvesto tristo štiristo petsto
        šeststo stoti stota osmi osma osmo osmih osmim osmega osmin* osemd* troj*""",
    "sh": """nula dva dve dvije dvaju dviju dvoj* dvaput tri triju troj* triput treć* četiri*
        četver* -četvrtak -četvrtk* četvrt* pet peti peta peto petor* šest* sedam* sedm* osam*
        devet* deset* *naest* *naeste* *deset* sto stoti* stotin* dvjesto dvjest* dvesta dvesto
        trista tristo hiljad* tisuć* milij* milion* milijun* tucet* desetin* desetak pola
        polovin* prvi prva prvo jedan jedna jedno jednog jednoga jedne jednu jednom jedinica
        milijard* miliard* četiristo petsto šesto sedamsto osamsto devetsto stoti stota četristo
        osmi osma osmo osmog osmor* osmin*""",
    "sr": """нула два две двије двају двеју двој* двапут три трију трој* трипут трећ* четири*
        четвор* четврт* -четвртак -четвртк* пет пети пета пето петор* шест* седам* седм* осам*
        девет* десет* *наест* *десет* сто стотин* двеста двјеста двесто триста хиљад* милион*
        милијард* туцет* десетак пола половин* први прва прво један једна једно једног једне
        једну једном двјесто тристо четиристо петсто шесто седамсто осамсто деветсто стоти стота
        осми осма осмо осмог осмор* осмин*""",
    "mk": """нула два две двата двајца три трите тројца трет* четири* четврт* -четврток пет
        петте петти петта шест* седум* седми* осум* девет* десет* *наесет* сто двест* двесте
        илјад* милион* милијард* десетин* дузин* половин* прв прва прво тристо триста четиристо
        петсто шестотини дваесет* триесет* четириесет* педесет* шеесет* осумдесет* стотин* стоти
        деведесет* еднасто осми осма осмо осмин* тројк* двојн* двојк*""",
    "bg": """нула два две двама двамата двете двата три трима трите трет* четири* четвърт*
        -четвъртък пет пети пета пето петте шест* седем* осем* осми* девет* десет* *надесет*
        *найсет* *йсет* *десет* сто стот* стотин* двеста триста *стотин хиляд* милион* милиард*
        дузин* половин* петима шестима четирес* седми седмата седмия седмо първи първа първо
        първия първият първата първото първите""",
    "ru": """ноль ноля нуль нуля два две двое двух двум двумя двоих двоим двойн* двукрат* дважды
        двест* двухс* двухт* двумст* двумяст* двадцат* второй вторая второе второго вторую вдвое
        удво* три трех трем тремя трое троих трижды трист* трехс* трехт* тремст* тридцат* трети*
        третья третье третьей третью треть трети втрое четыр* четвер* -четверг* пять пяти пятью
        пятер* пятый пятая пятое пятого пятой пятую пятьс* пятьд* пятид* пятис* пятит* пятик*
        шесть* шести* шестью шестер* шестой шестая семь семи седьм* семер* семьс* семьд* семид*
        семис* семит* восемь* восьми* восьм* восемью девять* девяти* девят* десять* десяти*
        десят* *надцат* *десят* *десяти* сорок сорока сороков* девяност* сто ста сотн* сотен
        сотый тысяч* миллион* миллиард* триллион* дюжин* половин* полтор* полсотн* первый первая
        первое первого первой один одна одно одного одной одну одному одним тремяст* пятьюст*
        семьюст* восемьюст* девятьюст*""",
    "uk": """нуль нуля два дві двоє двох двом двома двадцят* двіст* двохс* двічі удвічі вдвічі
        три троє трьох трьом трьома тридцят* триста трьохс* тричі втричі трет* чотир* четверо
        четверт* п'ят* -п'ятниц* шість шести шестеро шіст* шост* сім семи сімсот* сімд* сімн*
        семид* семис* сьом* вісім* восьми* восьм* дев'ят* десят* *надцят* *десят* *дцят* сорок
        сорока сороков* дев'яност* сто ста сотн* сотень тисяч* мільйон* мільярд* трильйон*
        дюжин* половин* півтор* пів перший перша перше один одна одне одного однієї одну одному
        одним шістсот вісімсот""",
    "be": """нуль нуля два дзве двух двум двума двое дваццат* двойчы тры трох тром трыма троє
        траццат* трыц* трэц* тройчы чатыр* чацв* -чацвер* пяць пяці пяцьс* пяцьдз* шэсць шасці
        шасц* шэсц* шост* сямі сямс* сямнац* семс* семдз* восем* васьмі* восьм* дзевяц* дзевят*
        дзевяць* дзесяц* дзесят* *наццац* *ццат* *дзесят* сорак* саракав* дзевяност* сто ста
        сотн* соцень дзвесц* тысяч* мільён* мільярд* тузін* палов* паўтар* першы першая адзін
        адна адно аднаго адной адну дваццац* сёмы сёмая сёмае сёмага сямсот семсот* пяты пятая
        пятае пятага пятую пятым пятнаццат* дзвесце трыста васямсот сем""",
    # ------------------------------------------------------------------ other European languages
    "el": """μηδέν δύο δυο τρεις τρία τριών τέσσερ* τεσσάρ* πέντε έξι επτά εφτά οκτώ οχτώ εννέα
        εννιά δέκα ένδεκα έντεκα δώδεκα δεκα* -δεκαετ* είκοσι εικοσ* τριάντα* τριακοστ*
        τριακόσι* σαράντα* σαρακοστ* πενήντα* εξήντα* εβδομήντα* ογδόντα* ενενήντα* εννενήντα*
        εκατό εκατόν εκατοστ* εκατοντ* *κόσι* *κοστ* *ηκοστ* διακόσι* πεντακόσι* χίλι* χιλιάδ*
        εκατομμ* δισεκατ* τρισεκατ* δωδεκάδ* δεκάδ* μισό μισή μισός ήμισυ δεύτερ* τρίτος τρίτο
        τρίτου τρίτα τέταρτο* πέμπτος πέμπτο έκτος έκτο έκτη έβδομ* όγδο* ένατ* δέκατ* διπλάσι*
        τριπλάσι* πρώτος πρώτη πρώτο""",
    "sq": """dy dyja tre tri trem katër* pesë* gjashtë* shtatë* tetë* nëntë* dhjetë* *mbëdhjet*
        njëzet* tridhjet* dyzet* *dhjetë *dhjeta qind* *qind* mijë* mijëra milion* miliard*
        duzin* gjysm* çerek* dytë tretë miliar""",
    "hu": """nulla kettő* kettes* két kétszer két* -kétség* -kétel* három* hárm* négy* öt ötöt
        öten ötöd* ötven* ötsz* ötez* hat hatod* hatan hatv* hatsz* hatez* hét heted* heten
        hetv* hétsz* hétez* nyolc* kilenc* tíz* tizen* tized* húsz* huszon* husz* harminc*
        negyven* *ötven* *hatvan* *hetven* nyolcvan* kilencven* száz* század* *száz* millió*
        milliárd* tucat* fél felét harmad* negyed* első egymill* egymilliárd* *millió *milliárd
        ezer ezren ezres* ezred* ezernyi ezerszer*""",
    "fi": """nolla kaksi kahde* kahta kahte* kaksi* kahti* kolme* kolmas* kolmann* neljä*
        neljänne* viisi viisi* viide* viittä viisit* kuusi* kuude* kuutta seitsem* kahdeksa*
        yhdeksä* kymmen* *toista *toistatuhatta *kymmentä* *kymmene* *kymmenes* *sataa* *sataa
        tuhat tuhan* tuhansi* tuhat* *tuhatta miljoon* miljard* tusina* puoli puolet puolikas
        ensimmäi* kaksin* kolmin* yksi yhden yhtä yhdessä yhdestä yhdellä yhdelle yhteen yhtenä
        kolmi* nelji* viitenä viiteen viisien viisiä kuutena kuuteen yhdeksi* kahdeksi*
        seitsemi* kymmeni* *kymmen* satak* satay* sadan sadassa sadasta sadalla sadalta sadalle
        sadaksi satana satoja satojen satoina satoihin sadoissa sadoista sadoilla sadoille
        sadoin sata kolmant* sadat""",
    "et": """null kaks kahe kahte kahes* kaksk* kakss* kakst* kahek* kolm* kolmk* neli nelja*
        neljas* viis viie* viisk* viiss* viit viiet* kuus kuue* kuusk* kuuss* seits* seitsme*
        kaheksa* üheksa* kümne* *kümmend* *kümne* sada saja sajad sadade sajas sadu tuhat tuhat*
        tuhand* miljon* miljard* pool poole pooled veerand* esimene kolmand* üks ühe ühte
        üksteist* kaksteist* kolmteist* neliteist* viisteist* kuusteist* seitseteist*
        kaheksateist* üheksateist* kakssada kolmsada nelisada viissada kuussada seitsesada
        kaheksasada üheksasada tosina tosinat kümme kümmet kümmend* ükssada""",
    "eu": """hiru* lau zazpi* zortzi* bederatzi* hamaika* hemez* hogei* berrogei* hirurogei*
        laurogei* mila milaka milioi* dozena* bigarren* hirugarren* laur laurak laugarren* bost
        bostak bosten bostehun hamar hamarren* hamarka* hamabi hamahiru hamalau hamabost hamasei
        hamazazpi ehun ehunka ehuneko ehunetik erdi erdia erdiak bi sei""",
    "cy": """dau dwy tri tair pedwar* pedair pump pum chwech chwe saith wyth naw deg ddeg
        deuddeg pymtheg ugain* deugain trigain hanner cant mil miliwn* dwsin* trydydd trydedd
        biliwn* gant cannoedd""",
    "ga": """dó dhá trí ceathair ceithre cúig seacht ocht naoi deich déag fiche tríocha daichead
        caoga seasca seachtó ochtó nócha céad míle milliún* beirt triúr ceathrar leath dosaen
        tríú aon sé chéad gcéad mhíle dhéag hocht mhilliún billiún* dheich""",
    "mt": """żewġ tnejn tliet* tlieta erbgħa* erba' ħames* ħamsa* sebgħa* seba' tmien* disgħa*
        disa' għaxar* għaxr* ħdax* tnax* tlettax* erbatax* ħmistax* sittax* sbatax* tmintax*
        dsatax* għoxrin* tletin* erbgħin* ħamsin* sebgħin* tmenin* disgħin* mija mitejn mitt
        mijiet elf elfejn eluf miljun* nofs* tlitt elef biljun* wieħed waħda sitta terz kwart
        sittin""",
    "hy": """երկու* երկրորդ* երեք* -երեքշաբթ* երրորդ* չորս* չորրորդ* հինգ* -հինգշաբթ* վեց* յոթ*
        ութ* ինը* ինն* իննս* տասը* տասն* քսան* երեսուն* քառասուն* հիսուն* վաթսուն* յոթանասուն*
        ութսուն* իննսուն* հարյուր* *հարյուր* հազար* *հազար* միլիոն* միլիարդ* կես* տասնյակ* մեկ
        միլիօն* միլիար*""",
    "ka": """ნული ორი ორის ორმა ორივე ორას* ორმოც* ორას მეორე სამი სამის სამმა სამას* სამოც*
        მესამ* ოთხ* მეოთხ* ხუთ* მეხუთ* ექვს* შვიდ* რვა რვას* რვის ცხრა* ათი ათას* ათმა ათობით
        ათეულ* თერთმეტ* თორმეტ* ცამეტ* თოთხმეტ* თხუთმეტ* თექვსმეტ* ჩვიდმეტ* თვრამეტ* ოც* ოცდა*
        ასი ასობით ასეულ* *ასი *ასობით მილიონ* მილიარდ* ნახევ* ერთი ერთმა თრვამეტ* ასერთ* ასორ*
        ასსამ* ასოთხ* ასხუთ* ასექვს* ასშვიდ* ასრვა* ასცხრა* ასათი ასთერთ* ასთორ* ასცამ* ასთოთხ*
        ასთხუთ* ასთექვს* ასჩვიდ* ასთრვა* ასოც* რვაას*""",
}
"""The languages of Europe."""
