"""Dutch: what may take something back, change it, or make it a question. It always wins where something cannot be undone."""

from typing import Final

WORDS: Final = """
RETHINK: bij nader inzien | bij nadere beschouwing | achteraf gezien | achteraf bekeken | alles overwegende | bij herlezing
RETHINK: al met al | alles bij elkaar | alles overziend | alles bij elkaar genomen | per saldo | na overleg vinden we | na overleg vinden wij | na overleg vind ik | na overleg achten we | na overleg komen we uit op | na beraad | na ampel beraad
IF-NOBODY: als niemand bezwaar heeft | als niemand er bezwaar tegen heeft | als niemand iets op tegen heeft | als jullie het goed vinden | als jullie het oke vinden | als dat mag | als het mag
IF-NOBODY: als ik mag | als dat goed is | als dat oke is | tenzij iemand bezwaar heeft | tenzij iemand anders wil | als niemand anders hem wil | als niemand anders het doet
IF-NOBODY: als niemand anders wil | als het goed is voor jullie | als dat ok is
NIET: niet | geen | nie | ni | allerminst | allesbehalve | geenszins
NOT: er buiten | erbuiten | buiten houden | buiten laten | niet | geen | nooit | niks | niets | nee | neen | neeeee | nope | nop | zonder | evenmin | nergens | nimmer | nauwelijks | amper
NOT: voor geen meter | allerminst | allesbehalve | nie | ni | gene | nergens voor nodig | nee hoor | nee joh | dacht het niet | geenszins | onmogelijk | weiger | kan niet | mag niet | wil niet
NOT: niet doen | non
NOT-YET: nog | nog niet | nog geen | nog niks | nog niets | nog even niet | bijna | straks | later | binnenkort | ooit | eerdaags | voorlopig | niet iedereen | te vroeg | vooralsnog
NOT-YET: in afwachting | in afwachting van | afwachten | nog even | aanstonds | dadelijk | weldra | mettertijd | te zijner tijd | t.z.t | t.z.t. | tzt | op termijn | uiterlijk | ergens
NOT-YET: een dezer dagen | volgende keer | half klaar | nog in behandeling | nog bezig | t zijner tijd | voorlopig niet | nog niemand
IF: als | indien | mits | tenzij | zodra | wanneer | eerst | eerst even | wel eerst | pas | na | nadat | voordat | voor dat | vooraleer | totdat | mocht | stel | stel dat | anders | in geval
IF: ingeval | voor het geval | op voorwaarde | onder voorbehoud | onder voorwaarde | afhankelijk | afhankelijk van | zolang | ondanks | mocht het | vanaf dat | in overleg met | na overleg
IF: na akkoord | na goedkeuring | behoudens | zover | voor zover | voorzover | gesteld dat | geval dat | enkel als | alleen als | in samenspraak met | in afstemming met | na afstemming met
IF: na overleg met | na ruggespraak met
HEDGE: misschien | wellicht | mogelijk | mogelijks | waarschijnlijk | eventueel | denk | denk ik | dacht | dacht ik | lijkt | lijken | lijkt me | lijkt mij | volgens mij | vermoed
HEDGE: vermoedelijk | geloof | twijfel | twijfels | twijfel nog | twijfelachtig | twijfelgeval | vraag me af | vraag mij af | geen idee | weet niet | hopelijk | ongeveer | min of meer | zoiets
HEDGE: iets van | half | half half | benieuwd | blijkbaar | schijnbaar | kennelijk | zogenaamd | peins | als het goed is | niet zeker | onzeker | onduidelijk | hm | hmm | mwah | mwa | tja | pff
HEDGE: eh | uh | euh | ehm | ofzo | of zo | allicht | voor zover ik weet | naar mijn idee | gok | gok ik | ik gok | goede vraag | zal wel | bij mijn weten | ik meen | schat ik | mogelijkerwijs
HEDGE: eigenlijk | normaal gezien | normaal gesproken | in principe | neem aan dat | neem ik aan dat | ga ervan uit | ga er van uit | ga er vanuit | neem ik aan | overweegt | overwegen
HEDGE: denkt erover | denkt na | denkt | twijfelt | beraadt zich | althans | tenminste | beter gezegd | of beter | liever gezegd | zou menen | meen | ware | ware iets
OR: of | ofwel | oftewel | dan wel | danwel | hetzij | of toch | of niet | dan niet
RETRACT: wacht | wacht even | wachten | even wachten | wachten met | wacht nog | stop | ho | hoho | halt | laat maar | laat maar zitten | laat zitten | vergeet het | vergeet maar | vergeet dit
RETRACT: oh nee | o nee | oeps | oei | ai | ai ai | vergissing | vergis | per ongeluk | verkeerd gestuurd | verkeerd geklikt | negeer | negeren | grapje | geintje | grap | momentje | moment
RETRACT: moment nog | correctie | herstel | on hold | aanhouden | nee wacht | bij nader inzien | toch maar niet | toch niet | doe maar niet | terugnemen | in de wacht | parkeer | parkeren
RETRACT: ongelukje | niet meer nodig | niet nodig | hoeft niet | hoeft niet meer | hou vast | hou nog vast | hou even vast | vasthouden | even niet | nu even niet | nog niet doen | sorry nee
RETRACT: foute knop | verkeerde knop | verkeerde mail | verkeerde klacht
CHANGE: aanpassen | aangepast | aanpassing | pas aan | wijzig | wijzigen | wijziging | gewijzigd | verander | veranderen | veranderd | corrigeer | corrigeren | gecorrigeerd | alleen | enkel
CHANGE: behalve | uitgezonderd | verkeerd | verkeerde | fout | steken laten vallen | steek laten vallen | steken vallen | foute | fouten | foutje | onjuist | klopt niet | klopt nog niet | met | ipv | i.p.v | i.p.v. | in plaats van | inplaats van | haal
CHANGE: schrap | schrappen | weglaten | toevoegen | toegevoegd | voeg toe | erbij | ernaast | herschrijf | herschrijven | herschreven | te veel | teveel | te weinig | te mager | te hoog
CHANGE: te laag | te lang | te kort | te scherp | te hard | te soft | te vaag | typo | typefout | typfout | tikfout | spelfout | spelfouten | taalfout | taalfouten | herzien | herziening
CHANGE: bijwerken | andere | ander | anderen | minder | meer | langer | korter | echter | hoewel | alhoewel | op een punt na | kleine | kleinigheid | opmerking | puntje | puntjes | twee dingen
CHANGE: een ding | wel nog | mist | ontbreekt | vergeten | in het engels | in het frans | in het duits | nakijken | nalezen | nagekeken | checken | check | controleren | controleer | kijk
CHANGE: kijken | overlezen | meelezen | meekijken | nogal | eruit | erin | cc | bcc | kopie | tekst | datum | bedrag | bijlage | aanhef | zin | alinea | naam | doorstuur | behoedzaam | verbeter
CHANGE: verbeteren | tweede lezing | laatste zin | eerste zin | zin eruit | afgesproken bedrag
MUST: ik zie mij genoodzaakt | ik zie me genoodzaakt | ik zie mij gedwongen | zie mij genoodzaakt | zie ik mij genoodzaakt | zie me genoodzaakt | zie ik me genoodzaakt | ben genoodzaakt | ben ik genoodzaakt | voel mij genoodzaakt | voel ik mij genoodzaakt
MUST: zie mij gedwongen | zie ik mij gedwongen | ben ik gedwongen | ben gedwongen | ziet zich genoodzaakt | zien ons genoodzaakt
MUST: moet | moeten | zou | zouden | hoeft | hoeven | moest | hoor te
OOPS: oeps | foutje | vergissing | sorry | fout | verkeerd | verkeerde | oeps foutje | per ongeluk | mijn fout | verkeerd gedrukt | verkeerde knop | foute knop | oei | miskleun | blunder
OOPS: oepsie | verkeerde getypt | verkeerd getypt | verkeerde mail beantwoord | verkeerde mail | ik heb mij vergist | heb mij vergist | ik heb me vergist | heb me vergist
OOPS: vergiste mij | vergiste me | mij vergist | me vergist | vrkeerde mail | mijn vergissing | stom van mij | stom van me
"""
