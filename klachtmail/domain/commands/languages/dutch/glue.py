"""Dutch: the small words between the others."""

from typing import Final

WORDS: Final = """
THIS: da | daar | het | 't | t | dit | deze | die | dat | hem | 'm | m | em | er een | deze klacht | die klacht | de klacht | deze zaak | die zaak | deze melding | de zaak | het geval
THIS: dit geval | deze casus | dit dossier | dit ding | deze kwestie | hierop | hieraan | hiermee | ermee | eraan | hier mee | er mee | hier aan | hiervan | hiervoor | daarvan | daarmee | dezen
THIS: haar klacht | zijn klacht | hun klacht | deze klus | deze case | dit verhaal | de casus | dees | dieje | dat ding | deze mail | deze mevrouw | deze meneer | deze klant | mevrouws klacht
THIS: zaak | klus | casus | melding | die van hierboven | bovenstaande | onderstaande | bovenstaande klacht | onderstaande klacht | deze heer | dit klusje | erover | hier over | die handel
THIS: de handel | de boel | het boeltje | dat zaakje | dat gedoe | dit gedoe | die mail | eentje | er eentje | die kar | de kar | dat karretje | deze brief | onderhavige klacht
THIS: onderhavige zaak | de onderhavige klacht | de onderhavige zaak | onderhavig dossier | deze aangelegenheid | voormelde klacht | voornoemde klacht | het zaakje | dit zaakje | zaakje
THIS: t zaakje | die kwestie | de kwestie | dit gevalletje | het gevalletje | deze hier | die hier | deze mevrouw haar klacht | de klacht van mevrouw | de klacht van meneer
THIS: de klacht van deze klant | de klacht van de klant | de klacht van klant | de klacht van klager | deze klacht van mevrouw | deze klacht van meneer | klachtje | dit klachtje | het klachtje
THIS: dat klachtje | dien | den dees | hier iets | erbij | hierin | hierover | daarover | die klus | ermede | haar dossier | zijn dossier | hun dossier | die van haar | die van hem | haar zaak
THIS: zijn zaak | dees dossier | dees klacht | het onderhavige dossier | het onderhavige | het onderhavige geval | de onderhavige kwestie
THIS: de voorliggende klacht | de voorliggende zaak | het voorliggende dossier | voorliggend dossier | dizze | dizzen | disse | bovenstaande kwestie | bovengenoemde kwestie
THIS: bovengenoemde klacht | bovengenoemde zaak | bovengenoemd dossier | bovenvermelde klacht | bovenvermelde kwestie | deze kar | dit karretje | dit akkefietje | akkefietje
THIS: het akkefietje | dit varkentje | deze hete aardappel | dit klusje hier | die van gisteren | onderhavige kwestie | voorliggende klacht | voorliggende zaak
THIS: voorliggende kwestie | bijgaande klacht | bijgaande kwestie | die aangelegenheid | de aangelegenheid | dit gezeur | dat gezeur | deze hap | dit geval hier | dees geval
THIS: da dossier | deez | dit zooitje | deze zolang | hem zolang | die zolang | dit zolang | het zolang | m zolang
BOTH: beide | allebei | alle twee | alletwee | allemaal | alles | alle drie | alledrie | alle klachten | alle 2 | alle 3 | de hele boel
WAS: was | waren | werd | werden
BE: worden | geworden | tis | 't is | da's | das | is | ben | zijn | was | wordt | word | waren | bent | blijft | blijf | bleek | blijkt | bleken | optreden | optreed | treed op | fungeren
BE: fungeer | werd | werden | geraakt | wezen | geweest
BECOMES: word | wordt | worden
HAVE: gehad | heb | heeft | had | hebben | hadden | hebt | heb'k | heb je | hebbe | hep | hebt u | heef | hb | hebben we | hebben wij
HAVE-1: heb | hebben
HAS-3: heeft | had
MAY: mag | mogen | kan | kunnen | wil | willen | laat | laten | zal | zullen | gaat | ga | gaan | kun | kunt | wilt | zult | mocht ik | mag je | mag jij | moogt | moogd | meugt | moog | mocht
MAY: magt | zullen we | gaan we | dient | dienen | behoort | dient te | diende | wal | kin | kan wal | wil wal | wens te | wenst | wenst te | ben bereid | ben bereid om
MAY: bereid | ben van zins | van zins | stel mij beschikbaar voor | zou graag | zou graag willen
WOULD: had | hadden | had graag | had het | zou graag
GOT: kon | kan | kreeg | krijg | trof | ontvangen | binnen | gekregen | kregen | krijgen
TO: te | om | om te
DET: de | het | 't | een | 'n | n | den | 'nen | ne | nen
PART: op | over | af | mee | aan | toe | uit | weg | door | terug | erop | eraf | naar | van mij over | van me over | neer | ervoor | voor zijn rekening | voor haar rekening | op zich
IN: in | tijdens | bij
BY-DATE: voor | uiterlijk | per | tot | voor uiterlijk | klaar voor
FROM-WORD: van | vanaf | per
LAST: laatste | vorige | het laatste | mijn vorige | mijn laatste | vorige bericht | mijn vorige bericht | mijn laatste bericht | mijn vorige mail | mijn laatste mail | vorige mail
LAST: vorige opdracht | laatste opdracht | mijn vorige opdracht | mijn laatste opdracht | vorige actie | laatste actie | mijn vorige actie
ALWAYS: altijd | steeds | elke keer | weer
STILL: nog
HENCEFORTH: voortaan | in het vervolg | vanaf nu | van nu af aan | in de toekomst
TRY: probeer | proberen | probeer het
BUT: maar | mar | ma | doch
BECAUSE: in verband met | vanwege | wegens | omdat | ivm | i.v.m | i.v.m. | want | aangezien | doordat | reden | vandaar | door omstandigheden | door drukte | door ziekte | door vakantie
BECAUSE: door tijdgebrek | wegens omstandigheden | wegens drukte | wegens tijdgebrek | te veel werk | vanwege drukte | door personeelstekort
SAYING: met de vraag | met het verzoek | met de mededeling | met uitleg | met excuses | met de boodschap | om te vragen | om uit te leggen | om te zeggen | om te horen
SAYING: om excuses aan te bieden | waarin | met onze excuses | met mijn excuses | met verontschuldigingen | met verzoek | met vraag | met de vraag of | met een verzoek | met bericht
YES: ja | jawel | jazeker | zeker | wel | jep | jup | inderdaad | klopt
NO: nee | neen | niet | nope
WHOLE: hele | volledige | complete | gehele | geheel
SEE: zie | zie ook | van | met | bij | als | klacht | nummer | nr | aan | hoort
UNTIL: tot | t/m | tm | tot en met | naar | tot aan | tot de | tot uiterlijk | tot en met de
FAULT: fout | probleem | issue | punt | kwestie | iets | zaak | van aard | geval | ding | aard | gebrek | tekortkoming | manco | mankement | komt vaker voor | zien we vaker | zien dit vaker
FAULT: zien dit wel vaker | gebeurt vaker | vaker voorgekomen | al vaker gebeurd | gebeurt steeds | blijft gebeuren | euvel | probleempje | fout iets | structuurfout | onvolkomenheid | omissie
FAULT: fenomeen
READ: gelezen | gezien | doorgelezen | bekeken | doorgestuurd | ontvangen | nagelezen | neem kennis van | kennis genomen van | heb kennis genomen van | kennisgenomen van | nam kennis van
READ: gecontroleerd | nagekeken en goed | doorgenomen | bestudeerd | gelezen en bekeken | goed gelezen | aandachtig gelezen | doorgekeken
LOOK: kijk | kijken | check | checken | nakijken | meekijken | controleren | controleer
LIES: komt | loopt | komt te liggen | te liggen | te staan | komt te staan | terecht | komt terecht | liggen | ligt | komen | te komen
MAKE: maak | maken | registreer | registreren | behandelen | opnemen | in behandeling | opvoeren | boeken | beschouw | beschouwen | zien | neem | wordt
LASTING: een half uur | een half uurtje | half uur | half uurtje | halfuur | halfuurtje | een kwartier | kwartier | kwartiertje | een kwartiertje | een uur | een uurtje | uurtje | tien minuten
LASTING: 10 minuten | 5 minuten | vijf minuten | 20 minuten | ruim een uur | zeker een uur | een half uur lang | een uur lang | ruim een half uur | bijna een uur | bijna een half uur
LASTING: bijna drie kwartier | ruim drie kwartier | zeker drie kwartier | dik drie kwartier | bijna anderhalf uur | ruim anderhalf uur | bijna twee uur | ruim twee uur
LASTING: bijna een half uurtje | ruim een half uurtje | bijna een uurtje | ruim een uurtje | bijna een kwartier | ruim een kwartier
LASTING: drie kwartier | een dik uur | een dik half uur | anderhalf uur | vijf minuutjes | tien minuutjes | een kwartiertje lang | een minuut of tien | een minuut of twintig
ADVERB: vast | zeg | helaas | eindelijk | gelukkig | dd | d.d. | d.d | jl | jl. | a.s. | met z'n allen | met z'n drieen | met z'n tweeen | met elkaar | samen | ongelogen | echt | erg | heel
ADVERB: zeer | allemaal | gezellig | na kantoortijd | daarna | vervolgens | aansluitend | meteen daarna | gelijk daarna | hierna | al | net | zojuist | zonet | daarnet | daarstraks | even
ADVERB: effe | effen | ff | efkes | eventjes | eens | gewoon | dus | dan | nu | meteen | direct | snel | zsm | z.s.m | z.s.m. | asap | ook | inmiddels | ondertussen | intussen | uitgebreid
ADVERB: lang | kort | uiteindelijk | hoor | toch | wel | er | hier | nou | he | gelijk | inderdaad | rustig | alsnog | hierbij | bij deze | bij dezen | weer | verder | graag even
ADVERB: zo snel mogelijk | zo spoedig mogelijk | spoedig | voortvarend | nog een keer | nogmaals | definitief | volledig | helemaal | net even | vandaag nog | toch maar | dan maar | maar even
ADVERB: meteen maar | jawel | direct even | trouwens | overigens | ruim | lange tijd | lekker | vanmorgen vroeg | vroeg | toen | vlug | rap | seffens | alvast | alwel | gauw | elkaar
ADVERB: ondertussen al | nogal eens | slechts | geheel | volkomen | compleet | ronduit | totaal | simpelweg | daarjuist | juist daarnet | zopas | net nog | thans | heden | netjes | mijnerzijds
ADVERB: onzerzijds | vanaf vandaag | met ingang van vandaag | per direct | gaarne | gaarne even | rustig aan | alhier | onverwijld | ten spoedigste | terstond | prompt | subiet | gelijk ff
ADVERB: pronto | tegelijk | tegelijkertijd | op korte termijn | asap graag | direct na binnenkomst | fijntjes | simpel | gewoonweg | doodgewoon | gerust | vanaf hier | vanaf nu | zo meteen
ADVERB: vandeweeg | effkes | ffies | even snel | heel even | zonder dralen | onmiddellijk | bijgevolg | derhalve | zodoende | hierdoor | aldus | hiermede | mede | tevens | eveneens | voorts
ADVERB: alsmede | reeds | zo-even | zoeven | zonet nog | net al | gisteren al | eerder al | eindelijk eens | zich | dienovereenkomstig | overeenkomstig | daarmee | zo vlot mogelijk
ADVERB: op mijn gemak | nu even | zulle | zunne | zenne | ze zeg | allee | allei | amaai | sebiet | eindelijk dan | mitsdien | wederom | finally | just now | quickly | mijner zijde
ADVERB: weet je wat | weet u wat | weten jullie wat | thans reeds | onlangs | recentelijk | alreeds | immer
"""
