"""Dutch: greetings and thanks, and praise for a letter. What stands in COURTESY is explained in every frame."""

from typing import Final

WORDS: Final = """
COURTESY: aub | a.u.b | a.u.b. | ajb | svp | s.v.p | s.v.p. | alsjeblieft | alstublieft | alstu | graag | bedankt | dank | dankjewel | dankje | dank je | dank je wel | dank u | dank u wel
COURTESY: dankuwel | dank jullie wel | alvast bedankt | alvast dank | bvd | b.v.d | b.v.d. | mvg | gr | grt | grtz | groet | groeten | groetjes | met vriendelijke groet
COURTESY: met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | hartelijke groet | hartelijke groeten | hierbij deel ik mede dat | deel ik mede dat | deel ik u mede dat
COURTESY: hierbij meld ik dat | hierbij meld ik | hierbij laat ik weten dat | hierbij bericht ik dat | hierbij verzoek ik u | ik verzoek u | verzoek ik u | hierbij verzoek ik
COURTESY: ik kan melden dat | kan melden dat | met genoegen meld ik dat | ter info | voor jullie info | voor de goede orde | bij deze meld ik dat | meld ik dat | akkoord | hoera | joepie
COURTESY: eindelijk | zie ook hieronder | amen | hoi | hallo | hey | hee | hi | hai | dag | goedemorgen | goedemiddag | goedenavond | goeiemorgen | goeiedag | goeiemiddag | morgen allemaal
COURTESY: beste | lieve | allen | allemaal | iedereen | collega | collega's | collegas | team | mensen | dames | heren | jongens | luitjes | ok | oke | okay | okee | oki | okido | okidoki
COURTESY: okiedokie | k | ja | jaa | jaja | jazeker | jep | jup | jawel | yep | yes | yess | top | toppie | prima | mooi | mooi zo | fijn | super | perfect | geweldig | natuurlijk | uiteraard
COURTESY: tuurlijk | zeker | zeker weten | sorry | excuses | helder | duidelijk | begrepen | gezien | gelezen | is goed | goed | goed zo | dat is goed | komt goed | komt in orde
COURTESY: komt voor elkaar | doe maar | succes | fijne dag | fijne avond | fijn weekend | prettig weekend | goed weekend | tot maandag | tot straks | tot zo | tot snel | geen probleem
COURTESY: geen punt | met plezier | met alle plezier | met liefde | voila | amai | ja hoor | ja graag | graag gedaan | geregeld | in orde | fijne dag nog | liefs | x | xx | xxx | cheers | thx
COURTESY: tnx | thnx | awel | allez | soit | ter informatie | jullie hoeven niks te doen | jullie hoeven niets te doen | jullie hoeven niks meer te doen | namens mij | merci | doei | doeg
COURTESY: ciao | joe | jo | yo | gelieve | dankzij jullie | goed bezig | heel erg bedankt | zoals beloofd | zoals afgesproken | zoals gezegd | zoals besproken | conform afspraak
COURTESY: volgens afspraak | zoals vanmorgen gezegd | komt wel goed | dat komt goed | dat komt wel goed | komp wel goed | klaar is kees | gelet op de aard van de klacht
COURTESY: gezien de aard van de klacht | gezien de inhoud | gezien het onderwerp | gezien de klacht | zoals gewenst | zoals verzocht | met dank | warme groet | warme groeten | hartelijks
COURTESY: laat mij weten wanneer hij weg is | laat me weten wanneer hij weg is | laat weten wanneer hij weg is | ga je gang | ga uw gang | doe je ding | gaat u gang | vooruit dan maar | vooruit
COURTESY: vooruit maar | hup | kom maar door | kom maar op | toe maar | goedemorgen allemaal | goedemorgen collega's | hallo allemaal | hoi allemaal | dag allemaal | dag collega's
COURTESY: beste collega's | beste allemaal | ha | haai | heey | heeej | hoihoi | halloo | hallootjes | goeie | moin | moi | houdoe | hedde | salut | morgen mensen | morge | heej | groetjes van
COURTESY: grtjes | mvrgr | fijne week | nog een fijne dag | alles goed | cool | nice | vet | chill | lekker bezig | mooi werk | netjes gedaan | ja prima | ja is goed | ja goed | ja oke | ja ok
COURTESY: okee dan | oke dan | nou goed | goed dan | dat is prima | in gods naam | zeker doen | doe ik graag | met veel plezier | geen moeite | ter kennisgeving | volledigheidshalve | met vr gr
COURTESY: met vriendelijke gr | conform het concept | conform concept | moin moin | goeden dag | goeiendag | beste mensen | hoi hoi | dag mensen | verzoeke | verzoek u | ik verzoek
COURTESY: verzoeken u | wij verzoeken u | u wordt verzocht | gelieve u | wil je zo goed zijn om | wees zo vriendelijk om | zou u willen | hehe | he he | hè hè | hehe eindelijk | poeh | poe
COURTESY: pfoe | oke oke | ok ok | ja ja prima | jeetje | tjonge | goh | ach | och | nou ja | amice | waarde collega | waarde collegae | waarde collega's | waarde | collegae | confrater | m.c.g
COURTESY: m.c.g. | mcg | hgr | hgr. | met collegiale groet | met collegiale groeten | wat vervelend | wat naar | wat erg | wat sneu | arme vrouw | arme man | wat jammer
COURTESY: wat een gedoe | wat een toestand | wat een verhaal | ook dat nog | jammer | vervelend zeg | balen | vanzelfsprekend
COURTESY: hierbij bericht ik u dat | bericht ik u dat | hierbij meld ik u dat | meld ik u dat | hierbij deel ik mee dat | hierbij deel ik u mee dat | deel ik u mee dat | deel ik jullie mee dat
COURTESY: hierbij bevestig ik dat | ik bevestig dat | bevestig ik dat | hierbij laat ik u weten dat | ah | aha | o ja | oja | wauw | met dank voor ieders inspanningen
COURTESY: met dank voor ieders inzet | met dank voor de inspanningen | met dank voor de moeite | dank voor ieders inzet | met dank aan allen | met dank aan iedereen
COURTESY: wat heb je dat keurig verwoord | wat heb je dat mooi verwoord | wat heb je dat mooi geschreven | wat heb je dat keurig geschreven | wat heb je dat goed verwoord
COURTESY: zulks ter kennisname | volledigheidshalve meld ik | wilt u het zo noteren | wil je het zo noteren | noteer het zo | ik dank u | ik dank jullie | goed goan | goed gaan
COURTESY: alaaf | goeiemoggel | goedemorgen samen | hoi samen | dag samen | hallo samen | heb ik gelezen | hejo | dagdag | yoo | hiya | hulde
PLEASE: graag | aub | a.u.b | a.u.b. | ajb | svp | s.v.p | s.v.p. | alsjeblieft | alstublieft | alstu | bvd | gelieve | gaarne | verzoek ik u | verzoek ik je | verzoeke
PRAISE: ziet er goed uit | ziet er prima uit | ziet er mooi uit | ziet er netjes uit | ziet er keurig uit | ziet er top uit | ziet er helemaal goed uit | dit ziet er goed uit | zo is het goed
PRAISE: is goed zo | goed zo | prima zo | prima | top | mooi | mooi zo | mooie brief | goede brief | top brief | prima brief | nette brief | keurige brief | goede tekst | prima tekst | perfect
PRAISE: helemaal goed | helemaal prima | helemaal akkoord | akkoord | akkoord zo | accoord | goed | in orde | klopt | klopt helemaal | klopt zo | goed geschreven | mooi geschreven
PRAISE: mooi verwoord | goed verwoord | netjes | keurig | uitstekend | super | geweldig | helemaal mee eens | mee eens | kan zo | kan zo weg | tekst is goed | tekst is prima | tekst is akkoord
PRAISE: brief is goed | brief is prima | brief is akkoord | concept is goed | concept is akkoord | gelezen en akkoord | gelezen en goedgekeurd | goedgekeurd | fiat | wat mij betreft
PRAISE: wat mij betreft akkoord | helder | duidelijk | groen licht | lijkt me goed | lijkt me prima | lijkt mij goed | lijkt mij prima | vind ik goed | vind ik prima | fijn | helder verhaal
PRAISE: duidelijk verhaal | strak | heel goed | heel mooi | erg goed | goeie brief | ziet er heel goed uit | spot on | geen opmerkingen | geen aanmerkingen | geen op- of aanmerkingen
PRAISE: geen verdere opmerkingen | goed bevonden | gelezen en goed bevonden | stem in met het concept | stem in met de brief | stem in met de tekst | stem hiermee in | ga akkoord met de brief
PRAISE: gaan akkoord met de brief | ga akkoord met deze brief | gaan akkoord met deze brief | ga akkoord met het concept | gaan akkoord met het concept | ga akkoord met de tekst | keurige tekst
PRAISE: voor mij is het in orde | voor mij in orde | voor mij is het goed | voor mij is hij goed | voor mij is hij in orde | voor mij goed | voor mij is het prima | voor mij prima
PRAISE: voor mij is het akkoord | voor mij akkoord | voor mij ok | voor mij oke | voor mij is het oke | van mij mag het | van mij mag hij | van mij mag ie | van mij mag die | van mij mag deze
PRAISE: van mij mag dit | verleen ik mijn goedkeuring aan | verleen mijn goedkeuring aan | verleen ik goedkeuring aan | ik verleen goedkeuring aan | mijn goedkeuring | goedkeuring
PRAISE: akkoord met de inhoud | akkoord met de brief | akkoord met de tekst | akkoord met het concept | akkoord met deze brief | niks op aan te merken | niets op aan te merken
PRAISE: niks aan te merken | niets aan te merken | er niks op aan te merken | er niets op aan te merken | niks meer aan doen | niets meer aan doen | niks aan toe te voegen
PRAISE: niets aan toe te voegen | niets toe te voegen | geen letter aan veranderen | geen letter aan te veranderen | beter wordt ie niet | beter wordt het niet | beter kan niet | kan niet beter
PRAISE: goed verhaal | mooi verhaal | keurig verhaal | prima verhaal | mooie tekst | nette tekst | goeie tekst | goed stuk | keur ik goed | keur goed | keur het goed | keur dit goed
PRAISE: keur deze goed | keur hem goed | keur het concept goed | keur de brief goed | ik keur goed | ik ben akkoord | ik ga akkoord | ben akkoord | ga akkoord | ben het eens | ben ermee eens
PRAISE: kan ik mij in vinden | kan ik me in vinden | kan me erin vinden | kan mij erin vinden | sta hierachter | sta ik achter | top gedaan | prima gedaan | goed gedaan | netjes geschreven
PRAISE: keurig geschreven | netjes verwoord | keurig verwoord | mooi opgesteld | goed opgesteld | prima opgesteld | keurig opgesteld | ziet er picobello uit | ziet er super uit
PRAISE: ziet er strak uit | ziet er oke uit | ziet er ok uit | ziet er fijn uit | ziet er heel netjes uit | ziet er perfect uit | picobello | tiptop | tip top | dik in orde | dik oke
PRAISE: helemaal top | helemaal ok | helemaal oke | niks mis mee | niets mis mee | niets meer aan toe te voegen | leest goed | leest lekker | leest prettig | loopt lekker | prima verwoord
PRAISE: sluit goed aan | duidelijke brief | heldere brief | fijne brief | heerlijke brief | bravo | lgtm | in orde bevonden | geaccordeerd | accordeer | accordeer ik | ik accordeer
PRAISE: akkoord bevonden | akkoord hiermee | akkoord mee | gezien en akkoord | gezien en goed | met de inhoud kan ik mij verenigen | kan ik mij verenigen | kan ik me verenigen
PRAISE: kan ik mij geheel verenigen | kan mij verenigen | ik kan mij verenigen | met de inhoud van het concept | met de inhoud van de brief | met de inhoud | met het concept | 't is goed zo
PRAISE: tis goed zo | 't is goe | is goe | is goe zo | goe zo | goe | tis goe | zeer goed | heel schoon | schone brief | schoon geschreven | schoon | in orde zo | kan ermee door
PRAISE: kan er mee door | prachtig | prachtige brief | schitterend | fantastisch | keurig gesteld | goed gesteld | mooi gesteld | heeft mijn instemming | heeft mijn goedkeuring
PRAISE: heeft mijn fiat | heeft mijn zegen | mijn zegen | draagt mijn goedkeuring weg | goede toon | nette toon | juiste toon | mooie toon | is gewoon goed | gewoon goed | hij is goed
PRAISE: helemaal prima zo | helemaal mee akkoord | geheel akkoord | akkoord met dit concept | akkoord met dit schrijven | bedrag klopt | alles klopt | het klopt allemaal | klopt allemaal
PRAISE: feiten kloppen | inhoud klopt | ziet er gewoon goed uit | helemaal tof | tof | tof gedaan | geweldige brief | lief geschreven | warm geschreven | spijker op zijn kop | zo laten
PRAISE: prima geschreven | fijn geschreven | top geschreven | sterk geschreven | heel goed geschreven | lekker geschreven | knap geschreven | niks toe te voegen
PRAISE: heeft mijn volledige instemming | mijn volledige instemming | volledige instemming | geniet mijn instemming | geniet mijn volledige instemming
PRAISE: geen komma meer aan veranderen | geen komma aan veranderen | geen komma aan te veranderen | ik zou er geen komma meer aan veranderen
PRAISE: zou er geen komma meer aan veranderen | zou er geen komma aan veranderen | heeft mijn volledige goedkeuring | mijn volle instemming | is dik in orde | dik voor mekaar
PRAISE: voor mekaar | keurig zo | helemaal naar wens | naar wens | naar mijn zin | tot mijn tevredenheid | sluit als een bus | kan de toets der kritiek doorstaan
PRAISE: kan ik achter staan | daar sta ik achter | sta ik volledig achter | volledig achter
INFO: ter info | ter informatie | ter kennisgeving | tk | ti | fyi | ter kennisname | cc | zie | weet | info | kennisgeving | op de hoogte | hiervan op de hoogte | is op de hoogte | weet ervan
INFO: weet het al | is ingelicht | is geinformeerd
"""
