"""Dutch: what is thought of it, and whether the partners discuss it."""

from typing import Final

WORDS: Final = """
SITS: zit | zat | loopt | liep | gaat | ging
AMISS: fout | mis | verkeerd | scheef | mank | spaak
SERIOUS: ingrijpend | ingrijpende | ingrijpend genoeg | zeer ingrijpend | erg ingrijpend | heel ingrijpend | best ingrijpend | behoorlijk ingrijpend | vrij ingrijpend | bijzonder ingrijpend
SERIOUS: ingrijpende klacht | ingrijpend van aard | als ingrijpend | ingrijpende zaak
SERIOUS-WEAK: ernstig | ernstige | heftig | heftige | zwaar | zware | zwaarwegend | pittig | pittige | stevig | stevige | gevoelig | gevoelige | serieus | serieuze | spoed | urgent | escaleert
SERIOUS-WEAK: belangrijk | impactvol | fors | forse | stevige zaak | groot | grote | kwalijk | kwalijke | hoog risico | risicovol | beladen | zware jongen | zwaar geval | zware zaak
SERIOUS-WEAK: pittig geval | ernstig geval | rechtszaak | kan een rechtszaak van komen | kan escaleren | explosief | brisant | loopt hoog op | hoog oplopen | kan uit de hand lopen
SERIOUS-WEAK: uit de hand lopen
AGENDA-ON: op de agenda | op agenda | agenderen | agendapunt | op de agenda van | op de agenda voor | agendeer | naar de agenda | op de agenda zetten | bovenaan de agenda | hoog op de agenda
AGENDA-ON: voor het overleg | voor het partneroverleg | naar het overleg | naar het partneroverleg | voor de partnervergadering | op het overleg | voor maandag in het overleg | op de rol
AGENDA-ON: voor het mt | naar het mt | naar de partnervergadering | naar de vergadering | voor de vergadering | voor het volgende overleg | naar het volgende overleg
AGENDA-ON: voor het eerstvolgende overleg | naar het eerstvolgende overleg | agendapunt voor | als agendapunt | op de lijst voor het overleg | op de agenda van het eerstvolgende overleg
AGENDA-ON: op de agenda van het overleg | op de agenda van het partneroverleg | op de agenda van het mt | op de agenda voor het overleg | op de agenda voor het partneroverleg
AGENDA-ON: op de agenda van het volgende overleg | op het partneroverleg | op het maandagoverleg | mee naar het overleg | mee naar maandag | voor het vennotenoverleg
AGENDA-ON: voor de vennotenvergadering | agenderen voor het overleg | agenderen voor | op de agenda plaatsen | te agenderen | inbrengen in het overleg | op tafel | ter tafel
AGENDA-ON: met z'n allen op tafel | met z'n allen over hebben | in de groep gooien | op de lijst van maandag | op de lijst voor maandag | in de groep bespreken | agenderen aub
AGENDA-ON: met ons allen bespreken | voor in het overleg | in het partneroverleg brengen | naar het partnerberaad | in het partnerberaad | partnerberaad | op de agenda gezet
AGENDA-IN: in het overleg | in het partneroverleg | in partneroverleg | in overleg | in de vergadering | in de partnervergadering | in het mt | in het maandagoverleg | in het volgende overleg
AGENDA-IN: in het eerstvolgende overleg | op de vergadering | in ons overleg | tijdens het overleg | tijdens de vergadering | met alle partners | met de partners | in de groep
AGENDA-IN: met z'n allen in het overleg
AGENDA: agenda | de agenda
MEETING: overleg | het overleg | partneroverleg | het partneroverleg | partnervergadering | vergadering | partnermeeting | maandagoverleg | weekoverleg | het maandagoverleg | partnersoverleg
MEETING: partner overleg | het mt | volgend overleg | het volgende overleg | partnerdag | eerstvolgende overleg | het eerstvolgende overleg | het partnersoverleg | directieoverleg
MEETING: teamoverleg | directie | volgende overleg | vennotenoverleg | vennotenvergadering | maatschapsoverleg | maatschapsvergadering | het vennotenoverleg | bestuursoverleg
MEETING: managementoverleg | staf | stafoverleg | bestuur
DISCUSS: besproken worden | worden besproken | besproken te worden | bespreken | bespreek | overleggen | bespreekpunt | bespreking | behandelen in | ter sprake | doorspreken | doornemen
DISCUSS: inbrengen | brengen | breng in | aankaarten | kaart aan | bepraten | over hebben | overleg over | voorleggen | ter tafel | op tafel | opnemen
OFF: van de agenda | van de agenda af | haal van | niet op de agenda | van agenda
MOVED: verplaatst | verzet | verschoven | verplaatsen | verzetten | verplaats | verplaatst naar | wordt verplaatst | verschuift | schuift | verschuif | naar
CANCELLED: vervalt | vervallen | niet door | gaat niet door | afgelast | geannuleerd | komt te vervallen | geschrapt | is er niet | geen overleg
HELD: gehouden | geweest | gehad | heeft plaatsgevonden | plaatsgevonden | stond
GROUNDED: gegrond | gegronde | gegrond verklaard | gegron | gegrondt | gegront | gegrond bevonden | gegrond geacht | gegrond te verklaren | gegrond te achten | als gegrond
GROUNDED: gegrond te worden verklaard | gegrond verklaren | volledig gegrond | klacht gegrond | volkomen gegrond | ge grond | gegr. | zonder meer gegrond | terecht geklaagd
GROUNDED: in het gelijk gesteld | het gelijk aan zijn kant | het gelijk aan haar kant
GROUNDED-WEAK: terecht | terechte | heeft gelijk | heeft groot gelijk | had gelijk | groot gelijk | een terechte klacht | terechte klacht | een punt | heeft een punt | had een punt | gelijk
GROUNDED-WEAK: in haar recht | in zijn recht | onze schuld | onze fout | ons aan te rekenen | hebben het fout gedaan | overschot van gelijk | heeft overschot van gelijk | gelijk als een kar
GROUNDED-WEAK: heeft volkomen gelijk | heeft helemaal gelijk | staat in haar recht | staat in zijn recht | terecht boos | heeft wel een punt
UNGROUNDED: ongegrond | ongegronde | ongegrond verklaard | ongegrondt | ongegront | ongegrond bevonden | ongegrond te verklaren | ongegrond te achten | als ongegrond
UNGROUNDED: ongegrond te worden verklaard | ongegrond verklaren | ongegrond geacht | afgewezen als ongegrond | kennelijk ongegrond | manifest ongegrond | on gegrond | mist feitelijke grondslag
UNGROUNDED: ontbeert iedere grond | ontbeert grond | mist iedere grond | ongegrond dus | gewoon ongegrond | klopt niks van | klopt niets van | klopt helemaal niks van
UNGROUNDED: slaat nergens op | snijdt geen hout | houdt geen stand | mist grond | mist elke grond | ongerond | grondeloos | zonder grond | zonder enige grond | niet houdbaar
UNGROUNDED: onhoudbaar | op niets gebaseerd | nergens op gebaseerd
UNGROUNDED-WEAK: onterecht | onterechte | onterechte klacht | niet terecht | slaat nergens op | raakt kant noch wal | klopt niet wat zij zegt | onzin | flauwekul | larie | niets van waar
UNGROUNDED-WEAK: heeft geen gelijk | geen gelijk | geen punt | uit de lucht gegrepen | nergens op gebaseerd
PARTLY: deels | gedeeltelijk | half | ten dele | voor een deel | voor een gedeelte | voor de helft | partieel | grotendeels | enigszins | in zekere mate | dels | dls | gedltl
PARTLY-FULL: deels gegrond | gedeeltelijk gegrond | deels terecht | deels ongegrond | voor een deel gegrond | voor een gedeelte gegrond | voor de helft gegrond | gedeeltelijk terecht
PARTLY-FULL: deels wel deels niet | deels gegrond deels ongegrond | ten dele gegrond | half gegrond | half terecht | partieel gegrond | grotendeels gegrond | gedeeltelijk ongegrond
PARTLY-FULL: deels terecht deels niet | deels wel en deels niet | deels terecht en deels niet | deels gegrond deels niet | deels gegrond en deels niet | half om half terecht | deels wel terecht
PARTLY-FULL: half om half | deels gegrond bevonden | ten dele terecht | voor een deel terecht | voor een stuk gegrond | voor een stuk terecht | gedeeltelijk gegrond verklaard
PARTLY-FULL: deels gegrond verklaard | deels gegrond te verklaren | gedeeltelijk gegrond te verklaren | partieel terecht | grotendeels terecht | half-half gegrond | op onderdelen gegrond
PARTLY-FULL: op punten gegrond | op een punt gegrond | deels gelijk | gedeeltelijk gelijk | voor de helft terecht | in zoverre gegrond
VERDICT: oordeel | het oordeel | ons oordeel | mijn oordeel | oordeel ik | eindoordeel | ons eindoordeel | mijn oordeel is | ons oordeel is | oordeel is | eindconclusie | uitspraak is
VERDICT: oord | oord.
JUDGE: vrees ik | ben ik bang | ben ik van oordeel dat | zijn wij van oordeel dat | van oordeel dat | van oordeel | van mening dat | van mening | naar mijn mening | naar ons oordeel
JUDGE: naar mijn oordeel | na ampel beraad | na onderzoek | na rijp beraad | kom tot het oordeel dat | kom tot de conclusie dat | mijn conclusie | is mij gebleken dat | mij is gebleken dat
JUDGE: gebleken | de klacht | klacht | verklaar | verklaren | acht | achten | beoordeel | beoordeeld | beoordelen | verdict | vind | vinden | vind ik | vinden we | vinden wij | wat mij betreft
JUDGE: wat ons betreft | wmb | volgens ons | mijns inziens | m.i | m.i. | mi | bevonden | is de klacht | conclusie | als | aangemerkt als | naar mijn overtuiging | naar mijn vaste overtuiging
JUDGE: naar mijn stellige overtuiging | sprake van | er is sprake van | is sprake van | naar mijn idee | luidt | luidt ons oordeel | dunkt mij | dunkt me | kwam uit op | komt uit op
JUDGE: uitkomend op | komen uit op | kom uit op | kom ik op | komen we op | geacht | oordelen wij | concludeer | concluderen | conclusie is | onze conclusie | vonden | vonden we | bevind ik
JUDGE: beschouw ik als | beschouwen wij als | beschouwen we als | beschouw | zie ik als | zien we als | zien wij als | merk ik aan als | dient te worden | moet worden | te worden
JUDGE: worden verklaard | naar mijn bescheiden mening | imo | als ik eerlijk ben | eerlijk gezegd | sprake | geen sprake van | overschot van gelijk | in overweging nemende | aangemerkt
JUDGE: na afweging | na afweging van hoor en wederhoor | na hoor en wederhoor | na toepassing van hoor en wederhoor | na afweging van alle feiten | na afweging van de feiten | na afweging van alle belangen
JUDGE: na afweging van de belangen | na zorgvuldige afweging | na zorgvuldig beraad | na bestudering van het dossier | na beoordeling van het dossier | gehoord beide partijen | alles afwegende | alles afwegend
JUDGE: kom ik tot het oordeel dat | komen wij tot het oordeel dat | kom ik tot de conclusie dat | komen wij tot de conclusie dat | kom ik tot de slotsom dat | kom tot de slotsom dat
JUDGE: komen wij tot de slotsom dat | is mijn slotsom | bestempeld | gekwalificeerd | aan te merken | te beschouwen | komt mij | komt me | komt ons | komt mij voor | in het gelijk | mitsdien | daarom
STRUCTURAL: structureel | structurele | structureel probleem | structureel van aard | structuele | strucureel | structureel issue | structurele fout | structureel punt | structurele aard
STRUCTURAL: systematisch | systeemfout | structurele fout in | structureele | structurel | structereel | structureell | stuctureel | structurele tekortkoming | structureel gebrek
STRUCTURAL: structurele zaak | structurele kwestie | structureel karakter | structureel karakter heeft | structureel mankement | van structurele aard | terugkerend | terugkerend probleem
STRUCTURAL: structureel tekort | structurele gebreken | terugkerende fout | systemische fout | patroon | een patroon | structurele tekortkomingen | structurele oorzaak
STRUCTURAL: schering en inslag | een terugkerend iets | gebeurt vaker | komt vaker voor | gebeurt te vaak | keer op keer | steeds hetzelfde | telkens weer | telkens terug
STRUCTURAL: komt telkens terug | iedere keer weer | elke keer weer
INCIDENT: eenmalig foutje | eenmalige fout | incident | incidenteel | eenmalig | eenmalige | eenmalig iets | uitzondering | toevalstreffer | op zichzelf staand | op zichzelf staand incident
INCIDENT: op zichzelf staande | incidentele fout | eenmalig incident | een eenmalig incident | een incident | losstaand incident | los incident | uitzonderlijk | uitzonderlijk geval
INCIDENT: uitglijder | eenmalige uitglijder | een eenmalig iets | eenmalig voorval | voorval | een voorval | stom toeval | incidenteel geval | incidenteel van aard | van incidentele aard
INCIDENT: incidentele aard | een eenmalige fout | menselijke fout | een menselijke fout | menselijk foutje | geisoleerd incident | geisoleerd geval | op zich staand | op zichzelfstaand
INCIDENT: op zichzelfstaand incident | losse flodder | eenmalige gebeurtenis | een eenmalige gebeurtenis | eenmalige zaak | eenmalige misser | eenmalige vergissing | betreft een incident
INCIDENT: puur toeval
INCIDENT: gaat om een incident | betreft een incident | om een incident | ging om een incident | gaat om iets eenmaligs | gewoon een incident | ongelukkige samenloop
INCIDENT: samenloop van omstandigheden | pech | dikke pech | domme pech | toeval | bedrijfsongeval | ongelukkig toeval | een uitzondering | op zichzelf staand geval | losstaand
INCIDENT: losstaand geval
BLAME: maar wel slordig | wel slordig | maar wel vervelend | wel vervelend | maar wel dom | wel dom | maar wel jammer | wel jammer | maar wel pijnlijk | wel pijnlijk
BLAME: maar wel onhandig | wel onhandig | maar wel lastig | wel lastig | maar wel vreemd | wel vreemd | maar wel ernstig | wel ernstig | maar wel stom | wel stom
BLAME: maar wel knullig | wel knullig | maar wel beschamend | wel beschamend | maar wel zuur | wel zuur | maar wel naar | wel naar | maar wel begrijpelijk | wel begrijpelijk
BLAME: maar wel irritant | wel irritant | maar wel onzorgvuldig | wel onzorgvuldig | maar wel storend | wel storend | maar wel kwalijk | wel kwalijk
"""
