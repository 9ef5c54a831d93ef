"""Dutch: who is spoken of: the writer, the client, a colleague, somebody else."""

from typing import Final

WORDS: Final = """
PROPOSES: lijkt mij het beste dat | lijkt me het beste dat | lijkt me het beste als | lijkt mij het beste als | lijkt me het handigst als | lijkt mij het handigst als | het beste is dat
PROPOSES: is het beste dat | het is het beste dat | het is het beste als | het beste als | het handigst als | lijkt me handig als | lijkt mij handig als | lijkt me verstandig als
PROPOSES: lijkt mij verstandig dat | lijkt me verstandig dat | lijkt me goed als | lijkt mij goed als | stel voor dat | ik stel voor dat | stel voor om | mijn voorstel is dat | wat mij betreft
PROPOSES: wmb | denk dat het goed is als | vind het goed als | heb liever dat | ik heb liever dat | zou graag zien dat | ik zie graag dat | ik wil graag dat | ik wil dat | zie graag dat
I: ik | ikke | ikzelf | ik zelf | ondergetekende | 'k | k | mijnheer hier | ikzelve | ikkuh | ich | mij persoonlijk
ME: mij | me | mezelf | mijzelf | mijn persoontje
FOR-ME: laat mij maar | laat me maar | laat mij dit maar doen | laat mij deze maar doen | laat mij dit doen | laat mij deze doen | door mij | geef maar hier | geef hier | geef hem maar hier
FOR-ME: doe mij deze | doe mij die | doe mij maar | doe mij deze maar | die is van mij | voor mij | voor me | aan mij | aan me | op mij | op me | naar mij | naar me | bij mij | bij me | mijne
FOR-ME: de mijne | van mij | op mijn naam | op m'n naam | op mn naam | op mijn bord | op mijn bordje | op mijn lijst | op mijn lijstje | voor mijn rekening | voor m'n rekening | voor mijn kap
FOR-ME: in mijn bakje | in mijn bak | op mijn conto | ten laste van mij | mijn klacht | op mezelf | voor mezelf | aan mezelf | op mijzelf | naar me toe | naar mij toe | mijn pakkie an
FOR-ME: op mijn takenlijst | in mijn mandje | met mij als behandelaar | onder mijn hoede | onder mijn verantwoordelijkheid | onder mijn vleugels | via mij | over mij | op mijn bureau
WRITER: ondergetekende
FOR-ME: bij mij terecht | onder me | onder mij | aan deze jongen | aan dit meisje | voor deze jongen | voor ondergetekende | door ondergetekende | aan ondergetekende | voor mijnen tak
FOR-ME: voor mijne tak | op mijn kap | in mijn straatje | mijn straatje | mijn pakkie-an | mijn pakkie | mijn pakkie aan | mijn terrein | mijn portefeuille | in mijn portefeuille | mijn klant
FOR-ME: mijn klantje | een van mijn klanten | bij mij neer | bij mij op | mij maar | op mijn to do | op mijn todo | op mijn takenlijstje | aan mij toe | aan mij over | voor mijn kiezen
FOR-ME: in mijn mapje | op mijn stapel | op mijn stapeltje | in mijn postvak | voor deze hier | mag ik hebben | mag ik deze | ik ben aan zet | ik aan zet | mijn beurt | aan mijne kant
FOR-ME: voor mijn verantwoording | op m'n bordje | in m'n bakje | op m'n lijst | m'n klacht | in mijn handen | bij deze jongen | wil ik wel | wil ik graag | ik wil hem wel | ik wil deze wel
FOR-ME: ik wil m wel | ik wil 'm wel | ik wil deze graag | ik wil hem graag | ik wil die wel | ik wil em wel | moet em hebben | moet hem hebben | wil hem hebben | wil deze hebben
FOR-ME: mijn naam er achter | mijn naam erachter | mijn naam erop | mijn naam erbij | mijn naam er op | mijn naam er bij | mijn naam maar op | mijn naam achter | mijn naam bij | tnv mij
FOR-ME: t.n.v. mij | ten name van mij | op naam van mij | tnv ondergetekende | ik kan deze wel hebben | kan ik wel hebben | ik kan hem wel hebben | ik kan er nog wel een bij hebben
FOR-ME: kan er wel bij | kan er nog wel bij | ik heb ruimte voor deze | ik heb hier ruimte voor | ik heb hier tijd voor | ik heb er tijd voor
FOR-ME: kom maar hier met | doe maar mij | doe mij dan maar | deze kant op | mijn kant op | pik ik eruit | pik ik er uit | pik ik eruit voor mezelf
FOR-ME: vor mij | voo mij | voor mjj | voor mji | kom maar door met | kom maar op met die | doe die maar naar mij | naar mijn bureau | mijn bureau | voor mijn bureau
FOR-ME: komt mij toe | in mijn dossierkast | aan mij overlaten | mij toevertrouwd | mij toekomen | naar mij verhuist | naar mijn bureau verhuist | verhuist naar mij
FOR-ME: bij deze voor mij | des mijnen | is aan mij | mijn zaak | mijn ding | mijn afdeling | mijn winkel | mijn specialiteit | mijn ding wel | past bij mij | op mien bordje
FOR-ME: veur mie | veur mij | doar goa ik achteran
WE: wij | we
YOU: jij | je | jou | jouw | jullie | gij | ge | jouwe
FOR-YOU: voor jou | aan jou | voor u | jouw actie | jouw beurt | jij aan zet | jouw klacht | iets voor jou | naar jou | op jouw naam | jouw kant op | aan jou de eer
U: u | uw | uzelf | geachte | hoogachtend
MY: mijn | mn | m'n | ons | onze
SELF: zelf | persoonlijk | zelluf | hoogstpersoonlijk
INSTEAD: ipv ik | ipv mij | i.p.v. ik | i.p.v. mij | in plaats van mij | in plaats van ik | in mijn plaats | in de plaats van mij | inplaats van mij | inplaats van ik | niet ik maar
INSTEAD: niet ik wel | niet mij maar | niet voor mij maar | niet aan mij maar | niet naar mij maar | niet bij mij maar | rather than me | instead of me | not me but
CLIENT: klant | de klant | klager | de klager | klaagster | de klaagster | client | clienten | cliente | cursist | cursiste | deelnemer | deelneemster | mevrouw | mevr | mevr. | mw | mw. | mvr
CLIENT: meneer | mijnheer | dhr | dhr. | menier | madam | meneertje | klante | zij | ze | hij | hem | haar | hen | hun | hr | de heer | deze klant | deze mevrouw | deze meneer | deze dame
CLIENT: die mevrouw | die meneer | die klant | de dame | die dame | het slachtoffer | klant in kwestie | opdrachtgever | de opdrachtgever | de deelnemer | de cursist | de client | d'r | 'r
CLIENT: zowel klant | mijn klant | onze klant | onze klager | de betreffende klant | contactpersoon van de klant | die mens | dat mens | deze persoon | die persoon | die man | die vrouw
CLIENT: klaagsters | consument | consumente | opdrachtgeefster | de opdrachtgeefster | leerling | student | studente | de student | de consument | klantje | ons klantje | dat vrouwtje
CLIENT: dat mannetje | de betrokkene | betrokkene | reclamant | de reclamant | appellant | verzoeker | verzoekster | mevrouwtje | meneer kwestie | de beste man | de goede man | die goede man
CLIENT: de goede vrouw | de afnemer | afnemer | klager zelf | de vrouw | de man | de klant zelf | klant zelf | 'm | kl | klnt | die vrouw daar | die persoon in kwestie | dat wicht | die kerel
CLIENT: r | die vent | de beste vrouw | die madam | de madam
THIRD: secretaresse | zijn secretaresse | secretariaat | receptie | receptioniste | collega van | haar man | zijn vrouw | haar zoon | haar dochter | zijn zoon | zijn dochter | haar partner
THIRD: buurman | buurvrouw | moeder | haar moeder | zijn moeder | assistent | assistente | echtgenoot | echtgenote | huisgenoot | haar vader | trainer | de trainer | docent
THEIR-NAME: op haar naam | op zijn naam | op z'n naam | op hun naam | z'n naam | zijn naam | haar naam | zn naam | op zn naam | d'r naam | in het mandje | in zijn mandje | in haar mandje
THEIR-NAME: in zn mandje | in zijn bakje | in haar bakje | in zn bakje | in z'n bakje | in het bakje | op zijn bureau | op haar bureau | op zn bureau | op z'n bureau | op zijn bord
THEIR-NAME: op haar bord | op zijn bordje | op haar bordje | op zn bordje | op zijn lijst | op haar lijst | op zijn lijstje | op haar lijstje | in zijn portefeuille | in haar portefeuille
THEIR-NAME: op zijn stapel | op haar stapel | op zijn bureautje
AS-NAME: op naam van | op de naam van | ten name van | tnv | t.n.v. | t.n.v
HEARSAY: begreep van | hoorde van | hoor van | zegt | zei | volgens | ik hoor | ik zie | ik lees | ik merk dat | naar verluidt | schijnt | beweert | claimt | aldus
SAYS: laat weten dat | laat weten | heeft laten weten dat | heeft laten weten | liet weten dat | liet weten | heeft gemeld dat | heeft gemeld | meldt dat | geeft aan dat | heeft aangegeven dat
SAYS: heeft aangegeven | schrijft dat | mailt dat | bevestigt dat | heeft bevestigd dat | per mail laten weten dat | laten weten dat | laten weten | te kennen gegeven | heeft te kennen gegeven
SAYS: gaf te kennen | geeft te kennen | heeft geantwoord dat | antwoordt dat | antwoordde dat | schreef dat | mailde dat | mailde terug dat | mailt terug dat | appt dat | appte dat
SAYS: gaf aan dat | zegt dat | zei dat | vertelde dat | bericht dat | berichtte dat | heeft bericht dat | heeft gemaild dat | heeft geschreven dat | heeft verklaard | verklaart dat
SAYS: deelt mee dat | deelde mee dat | heeft meegedeeld dat | liet me weten dat | liet mij weten dat | laat me weten dat | laat mij weten dat | gezegd dat | heeft gezegd dat | antwoordt
SAYS: geantwoord dat | meegedeeld dat | medegedeeld dat | gemeld dat | geschreven dat | gemaild dat | geappt dat | doorgegeven dat | verteld dat | aangegeven dat | aangegeven | bevestigd dat
SAYS: bevestigd | kenbaar gemaakt dat | te verstaan gegeven dat | te kennen gegeven dat
TELL: mede te delen | mee te delen | te melden | te berichten | te laten weten | te vertellen | te zeggen | mededelen | meedelen | laat weten | vertel | zeg | meld
ASK-WHO: wie | iemand | wie kan | wie wil | wie gaat | iemand die
"""
