"""Dutch (and the Flemish and the slips of the phone that go with it): what each word does in a member's mail.

One concept a line, `CONCEPT: form | form | several words`, without accents or capitals. A form may have several concepts,
and the longest form wins. Words buy recall and cost no safety, except in COURTESY, ADVERB, DET and PART: what stands there is
explained in every frame, so that a word which may take something back must never come there.
"""

from typing import Final

WORDS: Final = """
I: ik | ikke | ikzelf | ik zelf | ondergetekende | 'k | k
ME: mij | me | mezelf | mijzelf | mijn persoontje
FOR-ME: laat mij maar | laat me maar | laat mij dit maar doen | laat mij deze maar doen | laat mij dit doen | laat mij deze doen
FOR-ME: door mij | geef maar hier | geef hier | geef hem maar hier | doe mij deze | doe mij die | doe mij maar | doe mij deze maar | die is van mij | voor mij | voor me | aan mij | aan me | op mij | op me | naar mij | naar me | bij mij | bij me | mijne | de mijne | van mij | op mijn naam | op m'n naam
FOR-ME: op mn naam | op mijn bord | op mijn bordje | op mijn lijst | op mijn lijstje | voor mijn rekening | voor m'n rekening | voor mijn kap | in mijn bakje | in mijn bak | op mijn conto | ten laste van mij | mijn klacht
FOR-ME: op mezelf | voor mezelf | aan mezelf | op mijzelf | naar me toe | naar mij toe | mijn pakkie an | op mijn takenlijst | in mijn mandje | met mij als behandelaar
WE: wij | we
YOU: jij | je | jou | jouw | jullie | gij | ge | jouwe
PLEASE: graag | aub | a.u.b | a.u.b. | ajb | svp | s.v.p | s.v.p. | alsjeblieft | alstublieft | alstu | bvd
HEARSAY: begreep van | hoorde van | hoor van | zegt | zei | volgens
FROM-WORD: van | vanaf | per
TELL: laat weten | vertel | zeg | meld
ALWAYS: altijd | steeds | elke keer | weer
LAST: laatste | vorige | het laatste
FOR-YOU: voor jou | aan jou | voor u | jouw actie | jouw beurt | jij aan zet | jouw klacht | iets voor jou | naar jou | op jouw naam | jouw kant op | aan jou de eer
U: u | uw | uzelf | geachte | hoogachtend
THIS: da | daar | het | 't | t | dit | deze | die | dat | hem | 'm | m | em | er een | deze klacht | die klacht | de klacht | deze zaak | die zaak | deze melding | de zaak | het geval | dit geval | deze casus | dit dossier | dit ding
THIS: deze kwestie | hierop | hieraan | hiermee | ermee | eraan | hier mee | er mee | hier aan | hiervan | hiervoor | daarvan | daarmee | dezen | haar klacht | zijn klacht | hun klacht | deze klus | deze case | dit verhaal | de casus | dees | dieje
THIS: dat ding | deze mail | deze mevrouw | deze meneer | deze klant | mevrouws klacht | zaak | klus | casus | melding | die van hierboven | bovenstaande | onderstaande | bovenstaande klacht | onderstaande klacht | deze heer | dit klusje
BOTH: beide | allebei | alle twee | alletwee | allemaal | alles | alle drie | alledrie | alle klachten
YEAR-REPORT: jaarverslag | het jaarverslag | jaarrapport
QUARTER: kwartaal | kwartaalverslag | kwartaalcijfers | kwartaalblad | het kwartaal
MY-COMPLAINTS: mijn klachten | mijn dossiers | mijn zaken
REGISTER: register | het register | klachtenregister | het klachtenregister
SAMPLE: steekproef
EVIDENCE: bewijs | bewijsdossier
DOSSIER: dossier | het dossier | klachtdossier | klachtendossier | dossiers
CLIENT: klant | de klant | klager | de klager | klaagster | de klaagster | client | clienten | cliente | cursist | cursiste | deelnemer | deelneemster | mevrouw | mevr | mevr. | mw | mw. | mvr | meneer | mijnheer | dhr | dhr. | menier | madam | meneertje | klante
CLIENT: zij | ze | hij | hem | haar | hen | hun | hr | de heer | deze klant | deze mevrouw | deze meneer | deze meneer | deze dame | die mevrouw | die meneer | die klant | de dame | die dame | het slachtoffer | klant in kwestie | opdrachtgever | de opdrachtgever | de deelnemer
CLIENT: de cursist | de client | d'r | 'r | zowel klant | mijn klant | onze klant | onze klager | de betreffende klant | contactpersoon van de klant
WAS: was | waren
GOT: kon | kan
BE: worden | geworden | tis | 't is | da's | das | is | ben | zijn | was | wordt | word | waren | bent | blijft | blijf
HAVE: gehad | heb | heeft | had | hebben | hadden | hebt | heb'k | heb je
MAY: mag | mogen | kan | kunnen | wil | willen | laat | laten | zal | zullen | gaat | ga | gaan | kun | kunt | wilt | zult | mocht ik | mag je | mag jij
MUST: moet | moeten | zou | zouden | hoeft | hoeven | dient | dienen | moest | hoor te | behoort
TO: te | om | om te
DET: de | het | 't | een | 'n | n | den | 'nen | ne | nen
MY: mijn | mn | m'n | ons | onze
PART: op | over | af | mee | aan | toe | uit | weg | door | terug | erop | eraf | naar
SELF: zelf | persoonlijk | zelluf | hoogstpersoonlijk
IN: in | tijdens | bij
BY-DATE: voor | uiterlijk | per | tot | voor uiterlijk | klaar voor
HENCEFORTH: voortaan | in het vervolg | vanaf nu | van nu af aan | in de toekomst
TRY: probeer | proberen | probeer het
ADVERB: vast | zeg | helaas | eindelijk | gelukkig | dd | d.d. | d.d | jl | jl. | a.s. | met z'n allen | met z'n drieen | met z'n tweeen | met elkaar | samen | ongelogen | echt | erg | heel | zeer | allemaal | gezellig | na kantoortijd
GOT: kreeg | krijg | trof
STILL: nog
THIRD: secretaresse | zijn secretaresse | secretariaat | receptie | receptioniste | collega van | haar man | zijn vrouw | haar zoon | haar dochter | zijn zoon | zijn dochter | haar partner | buurman | buurvrouw | moeder | haar moeder | zijn moeder | assistent | assistente | echtgenoot | echtgenote | huisgenoot | haar vader | trainer | de trainer | docent
BECAUSE: in verband met | vanwege | wegens | omdat | ivm | i.v.m | i.v.m. | want | aangezien | doordat | reden | vandaar
TERM: termijn | de termijn | deadline | de deadline | einddatum | de einddatum | antwoordtermijn | beantwoording | de beantwoording
ADVERB: daarna | vervolgens | aansluitend | meteen daarna | gelijk daarna | hierna
ADVERB: al | net | zojuist | zonet | daarnet | daarstraks | even | effe | effen | ff | efkes | eventjes | eens | gewoon | dus | dan | nu | meteen | direct | snel | zsm | z.s.m | z.s.m. | asap | ook | inmiddels | ondertussen | intussen | uitgebreid | lang | kort | uiteindelijk | hoor | toch | wel | er | hier | nou | he | gelijk | inderdaad | rustig | alsnog | hierbij | bij deze | bij dezen | weer | verder | graag even | zo snel mogelijk | zo spoedig mogelijk | spoedig | voortvarend | nog een keer | nogmaals | definitief | volledig | helemaal | net even | vandaag nog | toch maar | dan maar | maar even | meteen maar | jawel | direct even | trouwens | overigens
LASTING: een half uur | een half uurtje | half uur | half uurtje | halfuur | halfuurtje | een kwartier | kwartier | kwartiertje | een kwartiertje | een uur | een uurtje | uurtje | tien minuten | 10 minuten | 5 minuten | vijf minuten | 20 minuten | ruim een uur | zeker een uur
ADVERB: ruim | lange tijd | lekker | vanmorgen vroeg | vroeg | toen | vlug | rap | seffens | alvast | alwel | gauw
COURTESY: aub | a.u.b | a.u.b. | ajb | svp | s.v.p | s.v.p. | alsjeblieft | alstublieft | alstu | graag | bedankt | dank | dankjewel | dankje | dank je | dank je wel | dank u | dank u wel | dankuwel | dank jullie wel | alvast bedankt | alvast dank | bvd | b.v.d | b.v.d. | mvg | gr | grt | grtz | groet | groeten | groetjes | groetjes | met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | hartelijke groet | hartelijke groeten
COURTESY: hierbij deel ik mede dat | deel ik mede dat | deel ik u mede dat | hierbij meld ik dat | hierbij meld ik | hierbij laat ik weten dat | hierbij bericht ik dat | hierbij verzoek ik u | ik verzoek u | verzoek ik u | hierbij verzoek ik | ik kan melden dat | kan melden dat | met genoegen meld ik dat | ter info | voor jullie info | voor de goede orde | bij deze meld ik dat | meld ik dat | akkoord | hoera | joepie | eindelijk | zie ook hieronder | amen
COURTESY: hoi | hallo | hey | hee | hi | hai | dag | goedemorgen | goedemiddag | goedenavond | goeiemorgen | goeiedag | goeiemiddag | morgen allemaal | beste | lieve | allen | allemaal | iedereen | collega | collega's | collegas | team | mensen | dames | heren | jongens | luitjes | ok | oke | okay | okee | oki | okido | okidoki | okiedokie | k | ja | jaa | jaja | jazeker | jep | jup | jawel | yep | yes | yess | top | toppie | prima | mooi | mooi zo | fijn | super | perfect | geweldig | natuurlijk | uiteraard | tuurlijk | zeker | zeker weten | sorry | excuses | helder | duidelijk | begrepen | gezien | gelezen | is goed | goed | goed zo | dat is goed | komt goed | komt in orde | komt voor elkaar | doe maar | succes | fijne dag | fijne avond | fijn weekend | prettig weekend | goed weekend | tot maandag | tot straks | tot zo | tot snel | geen probleem | geen punt | met plezier | met alle plezier | met liefde | voila | amai | ja hoor | ja graag | graag gedaan | geregeld | in orde | fijne dag nog | liefs | x | xx | xxx | cheers | thx | tnx | thnx
PRAISE: ziet er goed uit | ziet er prima uit | ziet er mooi uit | ziet er netjes uit | ziet er keurig uit | ziet er top uit | ziet er helemaal goed uit | dit ziet er goed uit | zo is het goed | is goed zo | goed zo | prima zo | prima | top | mooi | mooi zo | mooie brief | goede brief | top brief | prima brief | nette brief | keurige brief | goede tekst | prima tekst | perfect | helemaal goed | helemaal prima | helemaal akkoord | akkoord | akkoord zo | accoord | goed | in orde | klopt | klopt helemaal | klopt zo | goed geschreven | mooi geschreven | mooi verwoord | goed verwoord | netjes | keurig | uitstekend | super | geweldig | helemaal mee eens | mee eens | kan zo | kan zo weg | prima tekst | tekst is goed | tekst is prima | tekst is akkoord | brief is goed | brief is prima | brief is akkoord | concept is goed | concept is akkoord | gelezen en akkoord | gelezen en goedgekeurd | goedgekeurd | fiat | wat mij betreft | wat mij betreft akkoord | helder | duidelijk | groen licht | lijkt me goed | lijkt me prima | lijkt mij goed | lijkt mij prima | vind ik goed | vind ik prima | fijn | helder verhaal | duidelijk verhaal | strak | heel goed | heel mooi | erg goed | goeie brief | ziet er heel goed uit | spot on
NIET: niet | geen | nie | ni | allerminst | allesbehalve | geenszins
NOT: er buiten | erbuiten | buiten houden | buiten laten | niet | geen | nooit | niks | niets | nee | neen | neeeee | nope | nop | zonder | evenmin | nergens | nimmer | nauwelijks | amper | voor geen meter | allerminst | allesbehalve | nie | ni | gene | nergens voor nodig | nee hoor | nee joh | dacht het niet | geenszins | onmogelijk | weiger | kan niet | mag niet | wil niet | niet doen | non
NOT-YET: nog | nog niet | nog geen | nog niks | nog niets | nog even niet | bijna | straks | later | binnenkort | ooit | eerdaags | voorlopig | niet iedereen | te vroeg | vooralsnog | in afwachting | in afwachting van | afwachten | nog even | aanstonds | dadelijk | weldra | mettertijd | te zijner tijd | t.z.t | t.z.t. | tzt | op termijn | uiterlijk | ergens | een dezer dagen | volgende keer | half klaar | nog in behandeling | nog bezig | t zijner tijd | voorlopig niet
IF: als | indien | mits | tenzij | zodra | wanneer | eerst | eerst even | wel eerst | pas | na | nadat | voordat | voor dat | vooraleer | totdat | mocht | stel | stel dat | anders | in geval | ingeval | voor het geval | op voorwaarde | onder voorbehoud | onder voorwaarde | afhankelijk | afhankelijk van | zolang | ondanks | mocht het | vanaf dat | in overleg met | na overleg | na akkoord | na goedkeuring | behoudens | zover | voor zover | voorzover | gesteld dat | geval dat | enkel als | alleen als
HEDGE: misschien | wellicht | mogelijk | mogelijks | waarschijnlijk | eventueel | denk | denk ik | dacht | dacht ik | lijkt | lijken | lijkt me | lijkt mij | volgens mij | vermoed | vermoedelijk | geloof | twijfel | twijfels | twijfel nog | twijfelachtig | twijfelgeval | vraag me af | vraag mij af | geen idee | weet niet | hopelijk | ongeveer | min of meer | zoiets | iets van | half | half half | benieuwd | blijkbaar | schijnbaar | kennelijk | zogenaamd | peins | als het goed is | niet zeker | onzeker | onduidelijk | hm | hmm | mwah | mwa | tja | pff | eh | uh | euh | ehm | ofzo | of zo | allicht | voor zover ik weet | naar mijn idee | gok | gok ik | ik gok | goede vraag | zal wel | bij mijn weten | ik meen | schat ik | mogelijkerwijs | eigenlijk | normaal gezien | normaal gesproken | in principe
OR: of | ofwel | oftewel | dan wel | danwel | hetzij | of toch | of niet | dan niet
RETRACT: wacht | wacht even | wachten | even wachten | wachten met | wacht nog | stop | ho | hoho | halt | laat maar | laat maar zitten | laat zitten | vergeet het | vergeet maar | vergeet dit | oh nee | o nee | oeps | oei | ai | ai ai | vergissing | vergis | per ongeluk | verkeerd gestuurd | verkeerd geklikt | negeer | negeren | grapje | geintje | grap | momentje | moment | moment nog | correctie | herstel | on hold | aanhouden | nee wacht | bij nader inzien | toch maar niet | toch niet | doe maar niet | terugnemen | in de wacht | parkeer | parkeren | ongelukje | niet meer nodig | niet nodig | hoeft niet | hoeft niet meer | hou vast | hou nog vast | hou even vast | vasthouden | even niet | nu even niet | nog niet doen | sorry nee | foute knop | verkeerde knop | verkeerde mail | verkeerde klacht
CHANGE: aanpassen | aangepast | aanpassing | pas aan | wijzig | wijzigen | wijziging | gewijzigd | verander | veranderen | veranderd | corrigeer | corrigeren | gecorrigeerd | alleen | enkel | behalve | uitgezonderd | verkeerd | verkeerde | fout | foute | fouten | foutje | onjuist | klopt niet | klopt nog niet | met | ipv | i.p.v | i.p.v. | in plaats van | inplaats van | haal | schrap | schrappen | weglaten | toevoegen | toegevoegd | voeg toe | erbij | ernaast | herschrijf | herschrijven | herschreven | te veel | teveel | te weinig | te mager | te hoog | te laag | te lang | te kort | te scherp | te hard | te soft | te vaag | typo | typefout | typfout | tikfout | spelfout | spelfouten | taalfout | taalfouten | herzien | herziening | bijwerken | andere | ander | anderen | minder | meer | langer | korter | echter | hoewel | alhoewel | op een punt na | kleine | kleinigheid | opmerking | puntje | puntjes | twee dingen | een ding | wel nog | mist | ontbreekt | vergeten | in het engels | in het frans | in het duits | nakijken | nalezen | nagekeken | checken | check | controleren | controleer | kijk | kijken | overlezen | meelezen | meekijken | nogal | eruit | erin | cc | bcc | kopie | tekst | datum | bedrag | bijlage | aanhef | zin | alinea | naam | doorstuur | behoedzaam | verbeter | verbeteren | tweede lezing | laatste zin | eerste zin | zin eruit | afgesproken bedrag
BUT: maar
TAKE: pak | pakken | oppak | oppakken | opgepakt | pik | oppikken | neem | nemen | aanneem | aannemen | overneem | overnemen | overgenomen | op me nemen | op me | op mij nemen | behandel | behandelen | afhandel | afhandelen | handel | handelen | regel | regelen | doe | doen | do | fix | fixen | verzorg | verzorgen | draag zorg | ontferm | ontfermen | bekommer | bekommeren | pluk | trek | claim | claimen | adopteer | bemoei | zorg | zorgen | zorg ervoor | klaar | klaren | pakte | buig | werk | volg op | opvolgen | volg | neem op me | schiet | onderzoek | uitzoek
TAKE-3: pakt | oppakt | neemt | overneemt | behandelt | handelt | regelt | doet | fixt | verzorgt | ontfermt | bekommert | krijgt | volgt | zorgt | pikt | trekt | klaart | doe
PICK: opgepakt | overgenomen | oppakken | oppak | overnemen | behandelen | afhandelen | op me nemen | op mij nemen | ga oppakken
SHOULDER: pak | neem | oppakken | overnemen | behandel | pik | fix | regel | claim | pluk | afhandelen
OVER: overnemen | neem over | overneem | overgenomen
BUSY: bijt me hier in vast | bijt me erin vast | bijt me vast in | zet mijn tanden in | zet mijn tanden erin | achteraan | hier achteraan | hierachteraan | er achteraan | erachteraan | achterheen | hier achterheen | er achterheen | aan de slag | mee aan de slag | aan het werk | bezig | mee bezig | bezig mee | er bovenop | erbovenop | mee aan de gang | aan de gang | aan de bak | mee door | achter de vodden | bovenop | zit erop | zit er op | er tussen | ertussen | aan de slag mee | mee aan het werk | verdiep | duik | duik erin | duik er in | bijt | bijt me vast | bijten
GOT-IT: deze heb ik | die heb ik
JOB: afhandeling | de afhandeling | als behandelaar | behandelaar | de behandelaar | behandeling | de behandeling | behandeling van | eigenaar | de eigenaar | eigenaarschap | verantwoordelijke | verantwoordelijk | verantwoordelijkheid | casemanager | dossierhouder | klachtbehandelaar | trekker | coordinator | aanspreekpunt | eerste aanspreekpunt | behandelend partner | contactpersoon
ASSIGN-WORD: toewijzen | toegewezen | toewijzing
GIVE: markeer | markeren | merk aan | aanmerken | geef | geven | gegeven | toewijzen | toegewezen | toewijs | toekennen | toebedelen | overdragen | overgedragen | overdraag | doorgeven | doorzetten | doorzet | zet door | doorschuiven | schuif | schuif door | schuiven | zet | zetten | gezet | leg | leggen | leg neer | neerleggen | wijs | wijs toe | draag | stuur door | doorsturen | doorgestuurd | speel door | doorspelen | ligt | hoort | hoort thuis | thuis | noteer | noteren | schrijf | inschrijven | registreer | maak | benoem | hang | verplaats | verplaatsen | gooi | passeer | speel
GIVE-3: geeft | zet | krijgt
LEAVE: laat | laten | overlaten | laat over
ASK-WHO: wie | iemand | wie kan | wie wil | wie gaat | iemand die
INFO: ter info | ter informatie | ter kennisgeving | tk | ti | fyi | ter kennisname | cc | zie | weet | info | kennisgeving | op de hoogte
BACK: terug | teruggeven | terug geven | teruggegeven | terug gegeven | retour | terugleggen
RELEASE: geef terug | teruggeven | terug geven | teruggegeven | geef retour | terug naar partners | terug naar de partners | terug in de pot | terug in de groep | terug naar de groep | terug op de stapel | leg terug | terugleggen | haal mij eraf | haal mij er af | haal me eraf | haal me er af | haal mijn naam eraf | haal mijn naam er af | mij eraf | me eraf | mij er af | zet mij eraf | terug aan de partners | terug bij de partners | moet hem teruggeven | moet deze teruggeven | moet dit teruggeven | moet het teruggeven | moet ik teruggeven | wil ik teruggeven | kan iemand anders | moet iemand anders | wie neemt het over | wie neemt hem over | wie neemt over | wie neemt deze over | wie kan hem overnemen | wie kan het overnemen | wie kan deze overnemen | kan iemand het overnemen | kan iemand deze overnemen | kan iemand hem overnemen | iemand anders | een ander | iemand anders doen | los | laat los | loslaten | geef ik op | afgeven
CANT-WEAK: geen tijd | geen tijd voor | geen ruimte | geen capaciteit | zit vol | zit tjokvol | zit helemaal vol | te druk | heb het druk | het druk
CANT: lukt niet | lukt mij niet | lukt me niet | lukt ons niet | lukt toch niet | gaat niet lukken | gaat mij niet lukken | gaat me niet lukken | gaat 'm niet worden | gaat hem niet worden | kom er niet aan toe | kom hier niet aan toe | kom er niet aan | niet aan toe | niet aan toe kom | red ik niet | redden niet | red het niet | red dit niet | red deze niet | trek ik niet | trek het niet | kan ik niet doen | kan het niet doen | kan dit niet doen | kan deze niet doen | kan hem niet doen | kan niet oppakken | kan deze niet oppakken | kan dit niet oppakken | kan het niet oppakken | kan deze niet behandelen | kan het niet behandelen | kan dit niet behandelen | niet haalbaar | kan deze niet meer doen | kan dit niet meer doen | kan het niet meer doen | niet meer doen | niet verder behandelen
SERIOUS: ingrijpend | ingrijpende | ingrijpend genoeg | zeer ingrijpend | erg ingrijpend | heel ingrijpend | best ingrijpend | behoorlijk ingrijpend | vrij ingrijpend
SERIOUS-WEAK: ernstig | ernstige | heftig | heftige | zwaar | zware | zwaarwegend | pittig | pittige | stevig | stevige | gevoelig | gevoelige | serieus | serieuze | spoed | urgent | escaleert | belangrijk | impactvol
AGENDA-ON: op de agenda | op agenda | agenderen | agendapunt | op de agenda van | op de agenda voor | agendeer | naar de agenda | op de agenda zetten | bovenaan de agenda | hoog op de agenda | voor het overleg | voor het partneroverleg | naar het overleg | naar het partneroverleg | voor de partnervergadering | op het overleg | voor maandag in het overleg | op de rol
AGENDA: agenda | de agenda
MEETING: overleg | het overleg | partneroverleg | het partneroverleg | partnervergadering | vergadering | partnermeeting | maandagoverleg | weekoverleg | het maandagoverleg | partnersoverleg | partner overleg | mt | het mt | volgend overleg | het volgende overleg | partnerdag
DISCUSS: besproken worden | worden besproken | besproken te worden | bespreken | bespreek | overleggen | bespreekpunt | bespreking | behandelen in | ter sprake | doorspreken | doornemen | inbrengen | brengen | breng in
OFF: van de agenda | van de agenda af | haal van | niet op de agenda | van agenda
CONTACT: teamsoverleg | teamsmeeting | teamscall | teamsgesprek | videobellen | hing aan de telefoon | hing aan de lijn | gebeld | gebelt | gebld | geblet | teruggebeld | terug gebeld | terug gebelt | opgebeld | nagebeld | gesproken | gesproke | gesprook | uitgesproken | gemaild | gemaileld | gemailt | gemeild | geappt | geapt | gewhatsappt | gesmst | ge-sms't | geschreven | teruggemaild | teruggeschreven | beantwoord | sprak | sprak met | belde | belde terug | telefoneerde | getelefoneerd | gebeeld | gesprek | gesprek gehad | gesprekje | gesprek gevoerd | goed gesprek gehad | contact gehad | contact gelegd | contact opgenomen | contact geweest | contact | telefonisch contact | tel contact | tel. contact | mailcontact | mail contact | telefoontje gehad | telefoontje | telefoongesprek | telefoongesprek gehad | telefoongesprek gevoerd | aan de lijn gehad | aan de lijn | aan de telefoon gehad | aan de tel gehad | aan de telefoon | aan de tel | aan lijn gehad | aan telefoon gehad | telefonisch gesproken | telefonisch te woord gestaan | te woord gestaan | telefonisch onderhoud | onderhoud gehad | mail gestuurd | mailtje gestuurd | een mail gestuurd | een mailtje gestuurd | e-mail gestuurd | mail verstuurd | mail verzonden | mail gezonden | mail teruggestuurd | bericht gestuurd | berichtje gestuurd | een bericht gestuurd | een berichtje gestuurd | bericht teruggestuurd | appje gestuurd | app gestuurd | een appje gestuurd | sms gestuurd | een app gestuurd | brief geschreven | langsgegaan | langs gegaan | langsgeweest | langs geweest | op bezoek geweest | bezocht | opgezocht | op kantoor gehad | ontvangen op kantoor | koffie gedronken | kop koffie gedronken | bakkie gedaan | afspraak gehad | om de tafel gezeten | aan tafel gezeten | zitten praten | gepraat | praatje gemaakt | uitgepraat | bijgepraat | teams gehad | teamsgesprek | via teams | teams overleg gehad | videogesprek | videogesprek gehad | videocall gehad | gechat | getikt | bel gedaan | belletje gedaan | belletje gepleegd | telefoontje gepleegd | aan de hoorn gehad | te pakken gekregen | bereikt | te spreken gekregen | verbinding gehad | nabellen gedaan | gehoord van | even langs | ontmoet | aan de lijn gekregen | alles besproken | alles doorgesproken | doorgesproken | doorgenomen
CONTACT-ABOUT: besproken
CALL: bellen | bel | belt | opbellen | nabellen | terugbellen | mailen | mail | schrijven | spreken | appen | contacteren | bereiken
PHONE: telefonisch | per telefoon | via de telefoon | mobiel | per mail | via de mail | via mail | per app | via whatsapp | mondeling | in persoon | face to face | f2f | op locatie | op kantoor | tel | tel. | per e-mail | via e-mail | per mobiel | live | telefoon | digitaal | schriftelijk | via app
NO-REACH: geen gehor | geen gehoo | hangt op | geen gehoor | geen gehoord | geen gehoor gekregen | kreeg geen gehoor | krijg geen gehoor | niet opgenomen | niet op genomen | nam niet op | neemt niet op | nemen niet op | werd niet opgenomen | wordt niet opgenomen | namen niet op | neemt nie op | nam nie op | voicemail | de voicemail | voice mail | antwoordapparaat | vm | niet bereikt | niet te bereiken | niet kunnen bereiken | niet bereiken | niet kunnen spreken | niet te spreken gekregen | niet te spreken | niet te pakken | niet te pakken gekregen | niet kunnen pakken | niet aan de lijn gekregen | niet aan de lijn | niet aan de telefoon gekregen | niet gesproken | geen contact gekregen | geen contact kunnen krijgen | krijg geen contact | kreeg geen contact | niemand thuis | niet thuis | was er niet | is er niet | afwezig was | in gesprek | in gesprektoon | ingesproken | ingesproken op | boodschap achtergelaten | bericht achtergelaten | boodschap ingesproken | bericht ingesproken | voicemail ingesproken | voicemail achtergelaten | tevergeefs | vergeefs | voor niks gebeld | telefoon stond uit | telefoon staat uit | telefoon uit | mobiel staat uit | gaat over maar | ging over | blijft overgaan | bleef overgaan | weggedrukt | drukte weg | drukt weg | hangt op | nam niemand op | neemt niemand op | niemand nam op | niemand neemt op | niemand die opneemt | geen antwoord | geen reactie | geen respons | niemand bereikt | niemand gesproken | niemand aan de lijn | geen mens aan de lijn | kreeg hem niet te pakken | kreeg haar niet te pakken | krijg hem niet te pakken | krijg haar niet te pakken | krijg ze niet te pakken | kan hem niet bereiken | kan haar niet bereiken | kon haar niet bereiken | kon hem niet bereiken | niet kunnen bellen | nie bereikt | ni opgenomen | pakt niet op | pakte niet op | ze pakt niet op | ze pakt nie op | geen contact mogelijk | onbereikbaar gebleken | zonder resultaat | zonder succes | geen succes | geen geluk | niemand opgenomen
NO-REACH-WEAK: niemand | bezet | bezettoon | mislukt | niet gelukt | niets | nada
WRONG-NUMBER: verkeerd nummer | fout nummer | nummer klopt niet | nummer niet in gebruik | nummer bestaat niet | nummer is niet in gebruik | verkeerde nummer | nummer is fout | nummer werkt niet | nummer doet het niet | nummer onbekend | geen geldig nummer | ongeldig nummer | telefoonnummer klopt niet | nummer bleek fout
TRIED: geprobeerd | probeerde | poging | pogingen | getracht | gepoogd | poogde | poging gedaan | heb geprobeerd
PICK-UP: neemt op | nam op | opgenomen
GROUNDED: gegrond | gegronde | gegrond verklaard | gegron | gegrondt
GROUNDED-WEAK: terecht | terechte | heeft gelijk | heeft groot gelijk | had gelijk | groot gelijk
UNGROUNDED: ongegrond | ongegronde | ongegrond verklaard | ongegrondt
UNGROUNDED-WEAK: onterecht | onterechte | onterechte klacht | niet terecht
PARTLY: deels | gedeeltelijk | half | ten dele | voor een deel | voor een gedeelte | voor de helft | partieel | grotendeels
PARTLY-FULL: deels gegrond | gedeeltelijk gegrond | deels terecht | deels ongegrond | voor een deel gegrond | voor een gedeelte gegrond | voor de helft gegrond | gedeeltelijk terecht | deels wel deels niet | deels gegrond deels ongegrond | ten dele gegrond | half gegrond | half terecht | partieel gegrond | grotendeels gegrond | gedeeltelijk ongegrond
VERDICT: oordeel | het oordeel | ons oordeel | mijn oordeel | oordeel ik | eindoordeel | ons eindoordeel
JUDGE: vrees ik | ben ik bang | ben ik van oordeel dat | zijn wij van oordeel dat | van oordeel dat | van oordeel | van mening dat | van mening | naar mijn mening | naar ons oordeel | naar mijn oordeel | na ampel beraad | na onderzoek | na rijp beraad | kom tot het oordeel dat | kom tot de conclusie dat | mijn conclusie | is mij gebleken dat | mij is gebleken dat | gebleken | de klacht | klacht | verklaar | verklaren | acht | achten | beoordeel | beoordeeld | beoordelen | verdict | vind | vinden | vind ik | vinden we | vinden wij | wat mij betreft | wat ons betreft | wmb | volgens ons | mijns inziens | m.i | m.i. | mi | bevonden | is de klacht | conclusie | als | aangemerkt als
STRUCTURAL: structureel | structurele | structureel probleem | structureel van aard | structuele | strucureel | structureel issue | structurele fout | structureel punt | structurele aard | systematisch | systeemfout
INCIDENT: eenmalig foutje | eenmalige fout | incident | incidenteel | eenmalig | eenmalige | eenmalig iets | uitzondering | toevalstreffer | op zichzelf staand | op zichzelf staand incident | op zichzelf staande | eenmalige fout | incidentele fout | eenmalig incident | een eenmalig incident | een incident | losstaand incident | los incident | uitzonderlijk | uitzonderlijk geval | uitglijder | eenmalige uitglijder
FAULT: fout | probleem | issue | punt | kwestie | iets | zaak | van aard | geval | ding | aard
YES: ja | jawel | jazeker | zeker | wel | jep | jup | inderdaad | klopt
NO: nee | neen | niet | nope
AGREE-WORD: akkoord | accoord | akoord | accord | akkord | gaat akkoord | ging akkoord | gaat ermee akkoord | gaat er mee akkoord | gaat hiermee akkoord | ermee eens | mee eens | er mee eens | het ermee eens | het er mee eens
AGREE: akkoord | accoord | akoord | accord | akkord | tevreden | blij | eens | mee eens | ermee eens | er mee eens | het er mee eens | het ermee eens | het eens | hiermee eens | accepteert | accepteren | geaccepteerd | accepteerde | aanvaardt | aanvaard | aanvaarden | gaat akkoord | ging akkoord | neemt genoegen | genoegen | genoegen mee | kan zich vinden | kan zich erin vinden | kan zich daarin vinden | kan zich hierin vinden | kan ermee leven | kan er mee leven | kan hiermee leven | kan daarmee leven | vindt het goed | vindt het prima | vindt het ok | vindt het oke | vindt het best | vindt dit goed | vindt dit prima | vindt het een goede oplossing | vindt het voorstel goed | vindt het voorstel prima | stemt in | stemde in | stemt ermee in | stemt toe | ingestemd | instemt | doet het ermee | is eruit | is voldaan | voldaan | oke | ok | om | helemaal om | positief | content | gelukkig | opgelucht en akkoord | happy | is er blij mee | tevreden gesteld | tevredengesteld | tevreden mee | blij mee | erg tevreden | heel tevreden | heel blij | erg blij | zeer tevreden | dik tevreden | gaat ermee akkoord | gaat er mee akkoord | gaat hiermee akkoord
REJECT-WORD: niet akkoord | gaat niet akkoord | niet akoord | niet accoord | geen akkoord | niet mee eens | gaat er niet mee akkoord | ging niet akkoord
REJECT: weigert | weigerde | weigeren | wijst af | wees af | afgewezen | ontevreden | wijst het af | wijst het voorstel af | verwerpt | niet akkoord | oneens | niet mee eens | niet tevreden | niet blij | accepteert niet | accepteert het niet | accepteert dit niet | neemt geen genoegen | geen genoegen | geen akkoord | gaat niet akkoord | gaat er niet mee akkoord | gaat hier niet mee akkoord | is het er niet mee eens | is het hier niet mee eens | niet akoord | niet accoord | kan zich niet vinden | kan zich er niet in vinden | vindt het niet genoeg | vindt het te weinig | vindt dit te weinig | vindt het onvoldoende | vindt het voorstel te mager | vindt het voorstel onvoldoende | onacceptabel | niet acceptabel | not happy | laat het er niet bij | neemt er geen genoegen mee | neemt hier geen genoegen mee | gaat niet in op | ging niet akkoord | stemt niet in | slaat af | slaat het af | slaat het voorstel af
WITH-IT: met het voorstel | met de uitkomst | met de oplossing | met ons voorstel | met onze oplossing | met dit voorstel | met het aanbod | met ons aanbod | met de regeling | het voorstel | ons voorstel | het aanbod | ons aanbod | de uitkomst | de oplossing | voorstel | erin | hierin | daarin | hiermee | ermee | daarmee | over de uitkomst | over het voorstel | over de oplossing | met hoe het is opgelost | met de afhandeling | over de afhandeling
APPEAL-WORD: beroep | in beroep
APPEAL: beroep | in beroep | hoger beroep | in hoger beroep | geschillencommissie | de geschillencommissie | naar de geschillencommissie | geschillencie | geschillenbeslechter | onafhankelijke derde | de onafhankelijke derde | naar de onafhankelijke derde | beroepscommissie | bij de geschillencommissie | bij de onafhankelijke derde | beroep ingesteld | in beroep gegaan | beroep aangetekend | beroep aantekenen | tekent beroep aan | stelt beroep in | gaat in beroep | naar de geschillencie | beroepsprocedure | bezwaar
GOES: gaat | ging | gegaan | stapt | gestapt | stapte | naar | ingesteld | ingediend | aangetekend | tekent | tekende | stelt | dient | ingeschakeld | schakelt | legt | gelegd | voorgelegd | legt voor | ingang | brengt | bij | in
WITHDRAW: ingetrokken | trekt in | trok in | heeft ingetrokken | introk
WITHDRAW-WEAK: intrekken | intrekt | trekt zich terug | trekt terug | teruggetrokken | ziet ervan af | ziet er van af | ziet af van | ziet af | ziet ervanaf | zag ervan af | zag er van af | afgezien van | laat het erbij | laat het er bij | laat het er verder bij | laat het hierbij | wil niet verder | wil het hierbij laten | wil geen klacht meer | laat de klacht vallen | laat klacht vallen | heeft de klacht laten vallen | stopt ermee
COMPLAINT-NOUN: klacht | de klacht | haar klacht | zijn klacht | hun klacht | deze klacht | de haar klacht
NO-COMPLAINT: geen klacht | geen echte klacht | geen officiele klacht | geen formele klacht | is geen klacht | dit is geen klacht | niet echt een klacht | niet als klacht bedoeld | helemaal geen klacht | toch geen klacht | niet een klacht | geen klagt
SPAM: spam | reclame | phishing | spammail | spambericht | junk | ongewenste mail | nepmail | oplichting | reclamemail | reclamefolder | acquisitie | scam | ongewenste reclame | marketingmail
QUESTION-KIND: vraag | een vraag | gewone vraag | informatieve vraag | vraagje | informatieverzoek | informatieaanvraag | infovraag | verzoek om informatie | vraag om informatie | algemene vraag | een gewone vraag | meer een vraag | gewoon een vraag
COMPLIMENT: compliment | complimenten | een compliment | complimentje | bedankje | bedankmail | dankmail | positieve feedback | dankwoord
KIND-OTHER: suggestie | een suggestie | tip | een tip | feedback | idee | opmerking | mededeling | sollicitatie | factuur | afmelding
COMPLAINT: klacht | toch een klacht | wel een klacht | is een klacht | een klacht | echte klacht | als klacht | toch wel een klacht | toch klacht | wel klacht | wel degelijk een klacht | alsnog een klacht | officiele klacht | een klacht van | klagt
MAKE: maak | maken | registreer | registreren | behandelen | opnemen | in behandeling | opvoeren | boeken | beschouw | beschouwen | zien | neem | wordt
TOLD: gemeld | doorgegeven | verteld | meegedeeld | medegedeeld | verteld aan | besproken | toegelicht | uitgelegd | laten weten | gecommuniceerd | overgebracht | vertelt | doorgebeld
OUTCOME-NOUN: uitkomst | de uitkomst | onze uitkomst | uitslag | conclusie | resultaat | het resultaat | het besluit | besluit | beslissing | de beslissing | ons besluit | onze beslissing | bevindingen | onze bevindingen | oplossing | ons standpunt
REMEDY: geld | geld terug | haar geld terug | zijn geld terug | korting | excuus | excuses | excuusbrief | restitutie | vergoeding | schadevergoeding | compensatie | nieuwe datum | andere datum | andere trainer | nieuwe trainer | terugbetaling | creditnota | gratis | opnieuw | genoegdoening | tegemoetkoming | tegoedbon | voucher | certificaat | herkansing
WANT: wil | wenst | wilt | vraagt | vraagt om | eist | verlangt | wil graag | zou graag | zou graag willen | wenste | vroeg | vroeg om | hoopt op | verwacht | wilde | wilde graag | had graag
MEASURE: maatregel | verbetermaatregel | maatregelen | de maatregel | verbeteractie | actiepunt | verbeterpunt | maatregel nr | maatregel nummer
PROMISE: toezegging | de toezegging | belofte
TO-ALL: aan allen | aan iedereen | aan alle klagers | aan alle klanten
NEW-COMPLAINT: nieuw | nieuwe klacht | een nieuwe klacht
KEPT: nagekomen | betaald | overgemaakt | teruggestort
DONE: gereed | klaar | gedaan | uitgevoerd | afgerond | af | voltooid | geregeld | gefixt | doorgevoerd | ingevoerd | geimplementeerd | opgepakt en klaar | afgehandeld | rond | gebeurd | in orde | op orde | genomen | staat | afgevinkt | gerealiseerd | volbracht
WORKS: werkt | helpt | gewerkt | geholpen | effectief | werkt goed | heeft gewerkt | heeft geholpen | werkt prima | effect gehad | heeft effect | effect | hielp | werkte
WORKS-NOT: werkt niet | helpt niet | niet gewerkt | niet geholpen | niet effectief | geen effect | werkt onvoldoende | werkt averechts | hielp niet | werkte niet | heeft geen zin | werkt voor geen meter | helpt voor geen meter
SEND: verstuur | versturen | verstuurt | verzend | verzenden | verstuuren | versturem | mag verstuurd | mag verstuurd worden | mag worden verstuurd | mag verzonden worden | mag worden verzonden | kan verstuurd worden | kan worden verstuurd | kan verzonden worden | kan worden verzonden | verstuurd worden | verzonden worden
SEND-WEAK: stuur | sturen | stuur op | opsturen | stuur uit | uitsturen | stuur weg | wegsturen | verstuuren | versturem | verstuur hem | verstuur deze | verstuur dit | stuur de brief | stuur deze | mag weg | mag de deur uit | mag eruit | mag er uit | mag verstuurd | mag verstuurd worden | mag worden verstuurd | mag verzonden worden | mag worden verzonden | mag zo weg | mag zo de deur uit | mag zo eruit | mag verzonden | mag op de post | mag uit | kan weg | kan de deur uit | kan eruit | kan er uit | kan zo weg | kan zo de deur uit | kan zo eruit | kan verstuurd worden | kan worden verstuurd | kan verzonden worden | kan worden verzonden | kan verstuurd | kan verzonden | kan uit | de deur uit | laat maar gaan | laat gaan | laat maar uitgaan | doe maar weg | doe maar de deur uit | doe hem de deur uit | mail maar | mail hem weg | gooi maar op de post | zend | zenden | zend uit | toesturen | toezenden | mag de post op | kan naar de klant | mag naar de klant | mag naar mevrouw | mag naar meneer | mag naar haar | mag naar hem | kan naar mevrouw | kan naar meneer | kan naar haar | kan naar hem | verstuurd worden | verzonden worden | mag gestuurd worden | mag gestuurd | kan gestuurd worden | mail de deur uit | verstuur het | versturen maar
LETTER: brief | de brief | concept | het concept | mail | de mail | mailtje | antwoord | het antwoord | bericht | het bericht | conceptbrief | de conceptbrief | brief naar | dit concept | deze brief | dit bericht | dit antwoord | deze mail | conceptmail | tekst zo | uitkomstbrief | de uitkomst | de reactie | reactie | uitstelbrief | de uitstelbrief | excuusbrief | de excuusbrief | e-mail | de e-mail | die brief | ie | versie | deze versie
ZO: zo | zoals het is | zoals hij is | zoals dit | zoals hij nu is | ongewijzigd | zo maar | op deze manier | zoals het er staat | zoals hij er staat | zonder wijzigingen | zoals het staat
CLOSE-WEAK: dicht | toe
CLOSE: sluit | sluiten | sluit af | afsluiten | afsluit | dichtdoen | dichtgooien | dichtzetten | gesloten worden | worden gesloten | afgesloten worden | worden afgesloten | kan dicht | mag dicht | kan gesloten | mag gesloten | kan gesloten worden | mag gesloten worden | mag afgesloten | kan afgesloten | mag afgesloten worden | kan afgesloten worden | kan worden gesloten | mag worden gesloten | kan worden afgesloten | mag worden afgesloten | mag toe | kan toe | doe maar dicht | gooi maar dicht | doe dicht | gooi dicht | zet maar dicht | archiveren | archiveer | kan naar het archief | mag naar het archief | kan het archief in | afronden en sluiten | slui
CLOSED-WEAK: geregeld | alles geregeld | alles is geregeld | afgehandeld | afgerond | klaar | opgelost | gesloten | afgesloten | afronden | rond af | afgewikkeld | zaak gesloten | einde oefening | hiermee afgehandeld | kan afgerond worden | mag afgerond worden | kan worden afgerond | is rond | klaar mee | kunnen we afronden | hiermee afgerond
REOPEN: heropen | heropenen | heropend worden | opnieuw openen | weer openen | weer open | terug openen | heropent | opnieuw open | open weer | open opnieuw | terug opendoen | weer opendoen | weer opengooien | opnieuw opengooien | weer in behandeling | weer in behandeling nemen
OPEN: open | openen | opendoen | openzetten | opengooien
MERGE: samenvoegen | voeg samen | samengevoegd worden | samen voegen | samenvoegen met | voeg samen met | samen met | voeg bij | voegen bij | toevoegen aan | bij elkaar | bundelen | bundel | combineren | combineer | koppelen aan | koppel aan | koppel met | koppelen | koppel | samengevoegd | kan bij | mag bij | mag samen met | kan samen met
SAME: dezelfde als | hetzelfde als | zelfde als | dezelfde klacht als | dezelfde | hetzelfde | zelfde | zelfde klacht als | dubbel met | dubbel | dubbele | duplicaat | duplicaat van | dubbele van | dubbele klacht | dubbeling | zelfde mail als | zelfde verhaal als | gelijk aan | is gelijk aan | hoort bij | hoort bij klacht | twee keer hetzelfde
SEE: zie | zie ook | van | met | bij | als | klacht | nummer | nr | aan | hoort
UNDO: ongedaan | ongedaan maken | maak ongedaan | terugdraaien | draai terug | teruggedraaid worden | draai om | undo | herroep | herroepen | zet terug | maak dat ongedaan | herstel vorige | annuleer | annuleren | draai maar terug
OOPS: oeps | foutje | vergissing | sorry | fout | verkeerd | verkeerde | oeps foutje | per ongeluk | mijn fout | verkeerd gedrukt | verkeerde knop | foute knop | oei
DISCARD: gooi weg | weggooien | verwijder | verwijderen | prullenbak | wis | wissen | delete
POSTPONE: uitstel | uitstellen | stel uit | uitstel vragen | uitstel geven | uitgesteld | verleng | verlengen | verlenging | later antwoord | respijt | termijn verlengen
SURE-WORD: zeker
UNTIL: tot | t/m | tm | tot en met | naar | tot aan | tot de | tot uiterlijk | tot en met de
ABOUT: betreft | gaat over | klacht over | gericht tegen | betrekking op | gaat om | klacht tegen | klacht gaat over
ABSENT-WORD: afwezig
ABSENT: afwezig | vakantie | op vakantie | met vakantie | verlof | met verlof | vrij | weg | ziek | er niet | niet aanwezig | niet op kantoor | out of office | met zwangerschapsverlof | buitenlands | niet bereikbaar | op reis
BACK-AGAIN: weer terug | aanwezig | er weer | weer aanwezig | terug van vakantie | weer aan het werk | ben terug | weer beter | weer op kantoor | weer beschikbaar | weer bereikbaar
STANDS-IN: neemt waar | neemt voor mij waar | neemt voor me waar | waarnemer | waarneming | vervanger | vervanging | vervangt | vervangt mij | vervangt me | waarneemt | mijn vervanger | mijn waarnemer | neem jij waar | neem je waar | backup | achterwacht
MOVED: verplaatst | verzet | verschoven | verplaatsen | verzetten | verplaats | verplaatst naar | wordt verplaatst | verschuift | schuift | verschuif | naar
CANCELLED: vervalt | vervallen | niet door | gaat niet door | afgelast | geannuleerd | komt te vervallen | geschrapt | is er niet | geen overleg
HELD: gehouden | geweest | gehad | heeft plaatsgevonden | plaatsgevonden
STATUS: status | stand | stand van zaken | de stand | hoe staat | hoever | hoe ver | hoe staat het | hoe ver zijn we | laatste stand | update | wat is de stand | wat is de status | wat is de stand van zaken
WHO-HAS: wie heeft | wie doet | wie behandelt | wie is behandelaar | wie is de behandelaar | bij wie ligt | wie pakt | van wie is | wie heeft opgepakt | wie is ermee bezig | wie is er mee bezig | wie zit hierop | wie zit hier op
HELP: help | hulp | hoe werkt dit | hoe werkt het | hoe moet dit | hoe moet dat | hoe doe ik dit | hoe werkt dat | wat kan ik | wat moet ik | wat kan ik typen | wat kan ik doen | wat moet ik doen | wat moet ik typen | wat kan ik antwoorden | welke opdrachten | welke commando's | gebruiksaanwijzing | handleiding | uitleg | wat zijn de opties | welke opties
ORAL: mondeling | mondelinge klacht | formulier | formulier mondelinge klacht | mondelinge melding
ACK: bevestig | bevestigen | ontvangstbevestiging | bevestiging | bevestiging van ontvangst | bevestig de ontvangst | ontvangst bevestigen | bevestiging sturen | stuur een ontvangstbevestiging | stuur de ontvangstbevestiging | stuur een bevestiging | ontvangstbevestiging sturen | ontvangstbevestiging versturen | ontvangstbrief
POST-IT: op de post | op de bus | met de post mee
POSTED: gepost | op de post gedaan | op de bus gedaan | in de brievenbus gedaan | met de post verstuurd | per post verstuurd | op de post gegooid | in de bus gedaan | brief gepost
LIST: overzicht | lijst | wat ligt er open | wat staat er open | wat ligt er nog open | wat staat er nog open | wat ligt er allemaal open
GIVE-ME: stuur mij | stuur me | mag ik | krijg ik | kan ik krijgen | laat mij zien | laat zien | toon | mail mij | mail me | mag ik zien | kan ik zien | stuur
WHOLE: hele | volledige | complete | gehele | geheel
SPARE: druk | te druk | het druk | ziek
HEDGE: neem aan dat | neem ik aan dat | ga ervan uit | ga er van uit | ga er vanuit | neem ik aan | als het goed is
THIS: erover | hier over
ADVERB: elkaar | ondertussen al | nogal eens
SAYING: met de vraag | met het verzoek | met de mededeling | met uitleg | met excuses | met de boodschap | om te vragen | om uit te leggen | om te zeggen | om te horen | om excuses aan te bieden | waarin
MAY: moogt | moogd | meugt | moog
PART: van mij over | van me over
AS-NAME: op naam van | op de naam van | ten name van
CONTACT: aan den tel | gehoord via telefoon | gemailed | gewhatsapped | ge-appt | geappd
HEARD: gehoord
REACH: bereiken | bereikt | te pakken gekregen | te pakken | te pakken krijgen | te spreken | te spreken gekregen | te spreken krijgen | aan de lijn | aan de lijn gekregen | aan de lijn krijgen | aan de telefoon gekregen | aan de telefoon krijgen | kunnen spreken | kunnen bereiken
TRIED: proberen te | geprobeerd te | probeer te | pogen te
NO-REACH: niet gelukt om te bereiken | gaat niet over | niemand aan de lijn | niemand aan de lijn gekregen | niemand te pakken | niemand kunnen bereiken | niemand gehoord | krijg niemand te pakken | kreeg niemand te pakken | geen verbinding | schakelt door naar voicemail | in de wacht gehangen
WANT: nodig
POSTPONE: verlengd | opgeschoven | meer tijd | extra tijd | uitsteltermijn
WITHDRAW-WEAK: ziet er vanaf | laat het erbij zitten | laat het er bij zitten | zit er niet meer mee | hoeft niet verder | wil er niet mee verder | wil er niet verder mee
AGENDA-IN: in het overleg | in het partneroverleg | in partneroverleg | in overleg | in de vergadering | in de partnervergadering
AGREED: afgesproken | overeengekomen | besproken dat
GOT: ontvangen | binnen | gekregen
PART: neer | ervoor
BUSY: bijt me er in vast | zet me hier aan | ga hiermee aan de gang
TRIED: bij poging | derde poging | tweede poging | eerste poging
READ: gelezen | gezien | doorgelezen | bekeken | doorgestuurd | ontvangen | nagelezen
HEARSAY: ik hoor | ik zie | ik lees | ik merk dat
NOT-YET: nog niemand
HEDGE: overweegt | overwegen | denkt erover | denkt na | denkt | twijfelt | beraadt zich
FOR-ME: onder mijn hoede | onder mijn verantwoordelijkheid | onder mijn vleugels
COURTESY: awel | allez | soit | ter informatie | ter info | jullie hoeven niks te doen | jullie hoeven niets te doen | jullie hoeven niks meer te doen | namens mij
JOB: opdracht | de opdracht
BUT: mar | ma
CLIENT: die mens | dat mens | deze persoon | die persoon | die man | die vrouw
ADVERB: slechts | geheel | volkomen | compleet | ronduit | totaal | simpelweg
SAYS: laat weten dat | laat weten | heeft laten weten dat | heeft laten weten | liet weten dat | liet weten | heeft gemeld dat | heeft gemeld | meldt dat | geeft aan dat | heeft aangegeven dat | heeft aangegeven | schrijft dat | mailt dat | bevestigt dat | heeft bevestigd dat | per mail laten weten dat | laten weten dat
PRAISE: geen opmerkingen | geen aanmerkingen | geen op- of aanmerkingen | geen verdere opmerkingen | goed bevonden | gelezen en goed bevonden | stem in met het concept | stem in met de brief | stem in met de tekst | stem hiermee in | ga akkoord met de brief | gaan akkoord met de brief | ga akkoord met deze brief | gaan akkoord met deze brief | ga akkoord met het concept | gaan akkoord met het concept | ga akkoord met de tekst | keurige tekst
ADVERB: daarjuist | juist daarnet | zopas | net nog
COURTESY: merci | doei | doeg | ciao | joe | jo | yo | gelieve | dankzij jullie | goed bezig | heel erg bedankt
PLEASE: gelieve
LOOK: kijk | kijken | check | checken | nakijken | meekijken | controleren | controleer
TAKE: oplossen | uitvoeren | afmaken | bekijk | bekijken
TAKE-3: bekijkt
PICK: oplossen | voor zijn rekening nemen | voor haar rekening nemen | op zich nemen
TAKE: voor zijn rekening nemen | voor haar rekening nemen | op zich nemen
PART: voor zijn rekening | voor haar rekening | op zich
NO-REACH: ingesprektoon | in-gesprektoon | ingesprekstoon | in gesprek toon
CALL: als ik bel | als ik hem bel | als ik haar bel | als ik ze bel | als ik die bel | als ik probeer te bellen
PARTLY-FULL: deels terecht deels niet | deels wel en deels niet | deels terecht en deels niet | deels gegrond deels niet | deels gegrond en deels niet | half om half terecht
PRAISE: voor mij is het in orde | voor mij in orde | voor mij is het goed | voor mij is hij goed | voor mij is hij in orde | voor mij goed | voor mij is het prima | voor mij prima | voor mij is het akkoord | voor mij akkoord | voor mij ok | voor mij oke | voor mij is het oke | van mij mag het | van mij mag hij | van mij mag ie | van mij mag die | van mij mag deze | van mij mag dit
MAY-GO: mag | kan | mogen | kunnen
THIS: die handel | de handel | de boel | het boeltje | dat zaakje | dat gedoe | dit gedoe | die mail
REJECT: af te wijzen | afwijzen | afwijst | af te slaan | niet te accepteren | niet te aanvaarden | niet in te stemmen | niet akkoord te gaan | niet akkoord te zijn
AGREE: akkoord te gaan | akkoord te zijn | in te stemmen | te accepteren | te aanvaarden
TOO-LITTLE: te weinig | te mager | te laag | onvoldoende | niet genoeg | niet voldoende
STATUS: waar staan we | waar staan we met | waar staat dit | hoe staat het met | hoe zit het met | hoe loopt het met | hoe loopt dit | stand van zaken van | stand van zaken met | stand van zaken bij
LAST: mijn vorige | mijn laatste | vorige bericht | mijn vorige bericht | mijn laatste bericht | mijn vorige mail | mijn laatste mail | vorige mail | vorige opdracht | laatste opdracht | mijn vorige opdracht | mijn laatste opdracht | vorige actie | laatste actie | mijn vorige actie
DOSSIER: oorspronkelijke mail | de oorspronkelijke mail | originele mail | de originele mail | oorspronkelijke klacht | de oorspronkelijke klacht | originele klacht | de originele klacht | het oorspronkelijke bericht | het originele bericht | de eerste mail | hele mailwisseling | de mailwisseling | de hele mailwisseling | alle mails | alle stukken | de stukken
GIVE: genoteerd | afgevinkt | geboekt
SAYS: laten weten
MERGE: bij elkaar voegen | voeg bij elkaar | doe bij elkaar | gooi bij elkaar | maak er een van
AS-DONE: als uitgevoerd | als gereed | als klaar | als afgerond | als gedaan | op gereed | op klaar | op uitgevoerd | op afgerond | op groen
HEDGE: althans | tenminste | beter gezegd | of beter | liever gezegd
AFTER-TALK: in overleg met | na overleg met | in samenspraak met | in afstemming met | na afstemming met
IF: in samenspraak met | in afstemming met | na afstemming met | na overleg met
COURTESY: zoals beloofd | zoals afgesproken | zoals gezegd | zoals besproken | conform afspraak | volgens afspraak | zoals vanmorgen gezegd | komt wel goed | dat komt goed | dat komt wel goed | komp wel goed | klaar is kees | gelet op de aard van de klacht | gezien de aard van de klacht | gezien de inhoud | gezien het onderwerp | gezien de klacht | zoals gewenst | zoals verzocht | met dank | warme groet | warme groeten | hartelijks | laat mij weten wanneer hij weg is | laat me weten wanneer hij weg is | laat weten wanneer hij weg is
ADVERB: thans | heden | netjes | mijnerzijds | onzerzijds | vanaf vandaag | met ingang van vandaag | per direct | gaarne | gaarne even | rustig aan
PLEASE: gaarne | verzoek ik u | verzoek ik je
LIES: komt | loopt | komt te liggen | te liggen | te staan | komt te staan | terecht | komt terecht
FOR-ME: via mij | over mij | op mijn bureau | bij mij terecht
THIS: eentje | er eentje | die kar | de kar | dat karretje | deze brief
BE: bleek | blijkt | bleken | optreden | optreed | treed op | fungeren | fungeer
TAKE: trekken
GIVE: zette | zetting | op te dragen | opdragen | over te dragen | toe te wijzen | toe te bedelen | toe te kennen | over te laten | door te zetten
JOB: ter behandeling | ter afhandeling | ter afdoening
THEIR-NAME: op haar naam | op zijn naam | op z'n naam | op hun naam | z'n naam | zijn naam | haar naam | zn naam | op zn naam | d'r naam
NO-REACH: in vergadering | in een vergadering | in bespreking | in een bespreking | zat in vergadering | zit in vergadering | zat in een vergadering | zit in een vergadering | zat in bespreking | zit in bespreking | terugbelverzoek | terugbelverzoek achtergelaten | terugbelverzoek gedaan | alleen het antwoordapparaat | alleen voicemail | alleen de voicemail | enkel de voicemail | alleen een voicemail | geen mens die opnam | geen mens die opneemt | geen hond die opneemt
PICK-UP: opnam | opneemt
NO-REACH-STATE: niet bereikbaar | onbereikbaar | niet aanwezig | is niet aanwezig | was niet aanwezig
WRONG-NUMBER: nummer bleek | nummer blijkt | nummer is van | nummer hoort bij | verkeerd verbonden | nummer van iemand anders | nummer van een ander | nummer afgesloten | nummer buiten gebruik | nummer bestaat niet meer | bleek een verkeerd nummer | kreeg iemand anders
BUT: doch
WOULD: had | hadden | had graag | had het | zou graag
CANT-WEAK: mijn handen vol | tot mijn oren in
REJECT: is er niet blij mee | is er niet blij met | er niet blij mee | er niet blij met | er niet tevreden mee | er niet tevreden over | is er niet tevreden over | is er niet tevreden mee | er niet over te spreken | er niet gelukkig mee | hoeft ons voorstel niet | hoeft het voorstel niet | hoeft het niet | wil het voorstel niet
STRUCTURAL: structurele fout in
JUDGE: naar mijn overtuiging | naar mijn vaste overtuiging | naar mijn stellige overtuiging | sprake van | er is sprake van | is sprake van | naar mijn idee
PRAISE: verleen ik mijn goedkeuring aan | verleen mijn goedkeuring aan | verleen ik goedkeuring aan | ik verleen goedkeuring aan | mijn goedkeuring | goedkeuring | akkoord met de inhoud | akkoord met de brief | akkoord met de tekst | akkoord met het concept | akkoord met deze brief | niks op aan te merken | niets op aan te merken | niks aan te merken | niets aan te merken | er niks op aan te merken | er niets op aan te merken | niks meer aan doen | niets meer aan doen | niks aan toe te voegen | niets aan toe te voegen | niets toe te voegen | geen letter aan veranderen | geen letter aan te veranderen | beter wordt ie niet | beter wordt het niet | beter kan niet | kan niet beter
SEND: tot verzending overgaan | overgaan tot verzending | tot verzending over te gaan | ter verzending | ter verzending aanbieden
CLOSED-WEAK: alles rond | rond | helemaal rond | hij is klaar | hij is rond | hij is af | alles klaar
AGREE: ingestemd met | heeft ingestemd
AS-DONE: afvinken | afgevinkt worden | als gereed melden | afmelden
REMEDY: volledige restitutie | het hele bedrag | het volle bedrag | reiskosten | de reiskosten | zijn reiskosten | haar reiskosten | cursusgeld | het cursusgeld | haar cursusgeld | zijn cursusgeld
CONTACT: prettig gesprek | fijn gesprek | lang gesprek | kort gesprek | prima gesprek | stevig gesprek | lastig gesprek | pittig gesprek | uitgebreid gesprek
PRAISE: goed verhaal | mooi verhaal | keurig verhaal | prima verhaal | mooie tekst | nette tekst | goeie tekst | goed stuk
APPEAL-WORD: in beroep gegaan | beroep ingesteld | beroep aangetekend
COURTESY: ga je gang | ga uw gang | doe je ding | gaat u gang
TAKE: behandeld
LIES: liggen | ligt
FOR-ME: onder me | onder mij
JOB: de aangewezen persoon | aangewezen persoon | de juiste persoon
CONTACT: aan de telefoon gezeten | aan de lijn gezeten | aan de telefoon gehangen
SAYING: met onze excuses | met mijn excuses | met verontschuldigingen
NO-REACH: tel staat uit | tel stond uit | telefoon uitgeschakeld | toestel uit | gsm staat uit | gsm uit
SEND: kan zo verstuurd | mag zo verstuurd | kan zo verzonden | mag zo verzonden | kan zo verstuurd worden | mag zo verstuurd worden | akkoord voor verzending | goedgekeurd voor verzending | vrijgegeven voor verzending
CLOSED-WEAK: alles is afgehandeld | alles afgehandeld | alles is klaar | alles is opgelost | alles opgelost | alles is rond
WITH-IT: met voorstel | met uitkomst | met oplossing | met aanbod | met het bedrag | met de korting | met de vergoeding
REJECT: nog steeds ontevreden | nog altijd ontevreden | nog steeds niet tevreden | nog altijd niet tevreden | nog steeds niet akkoord
QUESTION-KIND: alleen een vraag | enkel een vraag | alleen maar een vraag | slechts een vraag
"""

SEPARABLE: Final = """
TAKE: los op | pak op | neem over | neem aan | handel af | pik op | neem op | trek toe | trek naar
TAKE-3: lost op | pakt op | neemt over | handelt af | neemt aan | pikt op
OVER: neem over | neemt over
GIVE: wijs toe | draag over | zet door | schuif door | stuur door | geef door | geef over | leg neer | speel door
RELEASE: geef terug | geeft terug | leg terug | haal eraf | haal af | geven terug
CANT-WEAK: zit vol
GIVE: merk aan
CANT: red niet | lukt niet
OFF: haal af | haal eraf
WITHDRAW: trekt in | trok in | trekt terug | ziet af
CLOSE: sluit af | doe dicht | gooi dicht | zet dicht | mag dicht | kan dicht | mag toe | kan toe | doen dicht
CLOSED-WEAK: rond af
REJECT: wijst af | slaat af | wees af
NO-REACH: nam niet op | neemt niet op | krijg niet te pakken | kreeg niet te pakken | kan niet bereiken | kon niet bereiken | kan niet te pakken | heb niet gesproken | pakt niet op | hangt op | hing op
SEND-WEAK: stuur op | stuur weg | stuur uit | mag weg | mag uit | kan weg | kan uit | mag eruit | kan eruit | mag verstuurd | kan verstuurd | mag verzonden | kan verzonden
UNDO: draai terug | draai om | maak ongedaan | zet terug
MERGE: voeg samen | voeg bij | doe bij | gooi bij | zet bij | koppel aan | mag samen | kan samen
ACK: bevestig ontvangst
POSTPONE: stel uit
REOPEN: open weer | open opnieuw
DISCARD: gooi weg
CHANGE: pas aan | voeg toe | haal uit | haal eruit
CANCELLED: gaat door niet | gaat niet door
RELEASE: trek terug
"""

# What stands before a person gives him his part in it.
PREPOSITIONS: Final = """
TO: aan | naar | voor | richting | op | op naam van | op de naam van | ten name van
WITH: met | samen met | bij
FROM: van
ABOUT: over | tegen | omtrent | inzake | om
BY: door
"""

KEYS: Final = """
contact: klant gebeld | klant gesproken | klant gemaild | klager gebeld | klager gesproken | mevrouw gebeld | mevrouw gesproken | meneer gebeld | meneer gesproken | gebeld met klager | gesproken met klant | contactmoment | datum contact | contact | gebeld | gesproken | gemaild | telefonisch contact | contact gehad | contact met klant | contact klant | gebeld met klant | gesprek | contact met de klant
no_answer: geen gehoor | niet bereikt
remedy: wens | wens klant | wens klager | wens van de klant | wens van de klager | wens van klant | klant wil | klager wil | gewenste oplossing | wat de klant wil
judgement: oordeel | ons oordeel | eindoordeel | beoordeling
cause: oorzaak gevonden | oorzaak achterhaald | oorzaak bekend | oorzaak | oorzaken | de oorzaak van de klacht | oorzaak van de klacht | reden van de klacht
classify: soort | soort klacht
structural: structureel | structureel probleem | structurele fout
measure: verbetering | verbeterpunt | maatregel | verbetermaatregel | maatregelen | verbetermaatregelen | verbeteractie
measure_internal: maatregel intern | interne maatregel | verbetermaatregel intern | interne verbetermaatregel | maatregel (intern)
promise: toezegging | toezegging aan klant | toezegging aan de klant | toezegging aan de klager | toegezegd
group: groep | groepeer
representative: gemachtigde | de gemachtigde | gemachtigde is
hear: vraag | vraag aan | wederhoor
statutory: avg
answer: vraag aan klant | vraag aan de klant | vraag aan klager | vraag aan de klager | vraag aan mevrouw | vraag aan meneer | vraag voor de klant | vraag voor klant | reactie klant | reactie richting klant | antwoord richting klant | antwoord | bericht aan allen | antwoord aan klant | antwoord aan de klant | antwoord aan klager | antwoord aan de klager | bericht aan klant | bericht aan de klant | bericht aan de klager | bericht aan klager | reactie aan klant | reactie aan de klant | antwoord aan mevrouw | antwoord aan meneer | mail aan klant | mail aan de klant | antwoord klant
outcome: uitkomst
proposal: voorstel | voorstel aan klant | voorstel aan de klant | ons voorstel aan de klant
told: uitkomst gemeld | uitkomst is gemeld | uitkomst doorgegeven | uitkomst verteld | uitkomst meegedeeld | uitkomst telefonisch gemeld | uitkomst mondeling gemeld
postpone: uitstel | uitstellen | uitstel tot | uitstellen tot
declined: niet akkoord | klant niet akkoord | klager niet akkoord | klant gaat niet akkoord
accepted: akkoord klant | klant akkoord | klager akkoord
appeal: beroep
ruling: uitspraak | uitspraak geschillencommissie | uitspraak van de geschillencommissie | uitspraak van de onafhankelijke derde
withdrawn: ingetrokken | klacht ingetrokken | klacht is ingetrokken
no_complaint: geen klacht | is geen klacht | dit is geen klacht | het is geen klacht
serious: ingrijpend
discussed: in het overleg besproken | in overleg besproken | in het partneroverleg besproken | in partneroverleg besproken | besproken | besproken in het overleg | besproken in overleg | besproken in het partneroverleg | besproken in partneroverleg | besproken en besloten | besloten | besluit | besproken met partners | besproken in de vergadering
give_back: geef terug | teruggeven
assign: behandeling | de behandeling | klachtbehandelaar | actiehouder | eigenaar | dossierhouder | verantwoordelijke | toewijzen | toewijzen aan | behandelaar | toegewezen aan
about: betreft
complainant: klager | klaagster | klager is | naam klager | klant
merge: samenvoegen | samenvoegen met
meeting: overleg | partneroverleg
note: notitie | aantekening | opmerking | nb | notitie dossier
search: zoek | zoek naar
access: inzage | inzage in | inzage van
forget: vergeet
keep: bewaar langer | langer bewaren
"""

# A sign is not needed behind these: 'oorzaak was dat …', 'besluit is …'.
LINKS: Final = r"(?:was dat|is dat|was de|was het|was een|is een|is de|is het|was|is|:)"
NO_LINK: Final = frozenset(
    "van nog niet mij mij? onbekend duidelijk onduidelijk volgt ons hier dit er morgen en of".split()
)

# Spellings of a word that stand for it in every phrase: Flemish, and what a telephone makes of it.
SPELLINGS: Final = {
    "nie": "niet",
    "ni": "niet",
    "nit": "niet",
    "niett": "niet",
    "nt": "niet",
    "dees": "deze",
    "m'n": "mijn",
    "mn": "mijn",
    "z'n": "zijn",
    "zn": "zijn",
    "d'r": "haar",
    "effe": "even",
    "effen": "even",
    "ff": "even",
    "efkes": "even",
    "eventjes": "even",
    "wa": "wat",
    "da": "dat",
    "is't": "is het",
}
# What may stand inside a phrase without changing it: 'bijt me er wel in vast'. No word that may take something back.
GAPS: Final = frozenset(
    "maar wel ook even nu net dan hier er gewoon helaas weer vandaag al toch zelf echt direct meteen graag".split()
)
# What is written onto the next word in a hurry: 'ikpak het op', 'kzal dit doen'.
GLUED: Final = ("ik", "k", "heb", "pak", "neem", "geef", "geen", "niet", "klant")

NO_VALUE: Final = frozenset(
    """
    nee neen ja nog niet geen nvt n.v.t n.v.t. volgt onbekend weet ik moet uitzoeken morgen hoor hoort later straks misschien wellicht
    nnb n.n.b pm p.m todo tba invullen bedenken overleggen navragen checken bekijken volgend komt nader te bepalen tbd ntb n.t.b idee geen? ? - x xxx … ... uitgezocht worden wordt we het is dat eerst even maandag dinsdag
    woensdag donderdag vrijdag niets niks nihil zoek aan het uit mee bezig ben nadenken denk over na mij me wie wat zal daar op terug
    kom terugkomen binnenkort onduidelijk wachten wacht afwachten zie boven hierboven dito idem bovenstaande eerder vorige vandaag vanmiddag
    """.split()
)
EXAMPLES: Final = frozenset(
    """
    tekst besluit reden iets uitkomst voorstel naam text reason decision name
    """.split()
)
REFUSES: Final = (
    r"(?:valt (?:\w+ )?mee|nog (?!een\b|eens\b|steeds\b|altijd\b|nooit\b|1\b|twee\b)|(?:dat |dit |het )?(?:moet|moeten|zal|zou|gaat|gaan) (?:\w+ ){0,3}?nog\b|staat (?:nog )?(?:op|voor|gepland|geagendeerd)\b.{0,30}\b(?:agenda|overleg|vergadering|week|maand|maandag|dinsdag|woensdag|donderdag|vrijdag)\b|(?:is |staat )?(?:gepland|geagendeerd)\b|(?:komt|komen|doen|gaan|bespreken|volgt) (?:we |wij |er )?(?:nog|volgende|aan de orde|later)\b|nee|neen|misschien|wellicht|nog niet\b|zie (?:boven|onder|hier|mail|vorige|dossier)|niet nodig|wordt nog|weet (?:ik|nog|niet)|geen idee|nog (?:uit|te|onbekend|geen idee)|onbekend"
    r"|onduidelijk\b|volgt\b|moet (?:nog|ik|nog)|hoor ik|n\.?v\.?t|ntb|tbd|niet van toepassing|komt nog|zoek ik|ben ik (?:mee|nog)|(?:straks|later|morgen|binnenkort)\b(?:\W+\w+){0,3}\W*$)"
)

# Says who will find it out, and so not what it is: 'moet Piet uitzoeken', 'weten we morgen'.
FINDS_OUT: Final = (
    r"(?:weten|horen|zien|krijgen|bespreken) (?:we|wij|ik)\b"
    r"|(?:(?:dat |dit )?(?:moet|moeten|gaat|ga|gaan|zal|zullen|kan|laat) (?:\w+ ){1,3})?(?:uitzoeken|navragen|nakijken|bepalen|uitvragen)\W*$"
    r"|\w+ (?:zoekt|gaat|kijkt|vraagt|zoek|kijk|vraag) (?:\w+ ){0,3}(?:uit|na|ernaar|naar|uitzoeken|navragen|nakijken)\W*$|(?:vraag|vragen) (?:\w+ )?aan \w+\W*$"
)

# Begins as a question and states something: 'zal ik doen', 'kan deze niet doen'.
STATES: Final = (
    r"(?:ja |ok |oke |prima |goed |is goed )?(?:zal|ga|kan|wil) ik (?:wel |zeker |natuurlijk |graag |even )?(?:doen|oppakken|regelen|behandelen|afhandelen|fixen|verzorgen|uitzoeken)\b"
    r"|kan (?:dit|deze|het|hem|'m|m|dat|die) (?:\w+ ){0,2}?niet\b"
)

WONDERS: Final = r"(?:en |maar |dus )?(?:waarom|hoezo|hoe|wat|wanneer|waar)\b"

QUESTION: Final = r"(?:en |maar |wacht |hm+ |zeg |dus )?(?:wie|wat(?! (?:mij|ons) betreft)|waar|waarom|hoe|hoezo|welke|wanneer|waarvoor|klopt het|weet (?:jij|je|iemand))\b"
VERB_FIRST: Final = (
    r"(?:en |maar |zeg |hm+ |dus )?(?:(?:heb|pak|ben|neem|doe) (?:jij|je|u|jullie|xmx)|(?:kan|zal|moet|mag|zou) ik|(?:is|heeft|moet|was|zijn) de|(?:is|heeft|gaat|wil|was|kan|mag|komt|krijgt) (?:mevrouw|meneer|klant)|(?:kan|kun|kunt|kunnen|zal|zullen|moet|moeten|mag|mogen|wil|willen|heeft|hebben"
    r"|hebt|is|zijn|zou|zouden|gaat|gaan|pakt|doet|weet|bent|wordt|worden|neemt|was|had|komt|krijgt)"
    r" (?:jij|je|u|we|wij|hij|zij|ze|iemand|dit|het|deze|die|er|dat|jullie|xmx))\b"
)

# A sentence that gives a value without its key: 'Het kwam doordat …'.
SENTENCE_KEYS: Final = """
cause: (?:het |'t |dat |dit )?(?:kwam|komt|lag|ligt) (?:allemaal )?(?:door ?dat|door|aan het feit dat|aan)|(?:het |dit )?(?:is |werd )?veroorzaakt door|(?:het |dit )?(?:is )?ontstaan door(?:dat)?
cause: (?:.{0,70}\\b)?(?:blijkt|bleek|is gebleken) (?:dat )?(?:de )?oorzaak (?:te zijn|te liggen|te zitten|gelegen|is|was|ligt|lag|zit|zat)(?: in| bij)?(?: het feit)?(?: dat)?
cause: (?:.{0,70}\\b(?:dat|is|na) )?(?:de )?oorzaak (?:is |was |ligt |lag |zit |zat )?(?:gelegen )?(?:is |was )?(?:in|bij)(?: het feit dat)?|(?:de )?reden (?:was|is) dat
measure: als (?:verbeter)?maatregel (?:gaan (?:we|wij)|zullen we|ga ik|willen we|stel ik vast|stellen wij vast|stellen we vast|spreken we af|leg ik vast|geldt|stel ik voor|stellen wij voor|stellen we voor|nemen we|neem ik)(?: dat|:)?|(?:we|wij|ik) (?:nemen|neem) als maatregel(?: dat|:)?
cause: (?:de )?(?:fout|probleem|misser) (?:zat|zit|lag|ligt|ontstond) (?:in|bij|door)
measure: (?:de |onze )?(?:verbeter)?maatregel (?:is|wordt) (?:dat|om)
outcome: (?:de |onze )?uitkomst is dat
discussed: besproken (?:in|met|tijdens|op) .{3,40}?[,;.] ?(?:het |ons )?(?:besluit|besloten|uitkomst|conclusie)(?: is| was)?(?: om| dat)?:?
proposal: (?:ons |mijn |het )?voorstel is (?:om|dat)
"""
