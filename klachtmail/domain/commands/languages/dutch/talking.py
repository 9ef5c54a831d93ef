"""Dutch: whether the client was spoken to, or only called."""

from typing import Final

WORDS: Final = """
AT-PLACE: bij de koffie | bij de lunch | bij de thee | bij de receptie | bij de balie | aan de balie | bij de ingang | bij het koffieapparaat | bij de borrel | in de pauze | tijdens de pauze | tijdens de lunch | tijdens de cursus | tijdens de training | op de cursus | op de training | bij de cursus | bij de training | op de gang | in de gang | in de wandelgangen | in de hal | op kantoor | op locatie | op de locatie | in de kantine
ROUTED: ging | sprong | springt | kwam | komt | kwam uit | komt uit | belandde | beland | viel | doorgeschakeld | schakelde | schakelt | doorgezet | doorgestuurd | doorverbonden | rechtstreeks | terechtgekomen | uitgekomen
ASKED: gevraagd | verzocht | gevraagd om | verzocht om
MISSED: gemist | oproep gemist | gemiste oproep | misgelopen | niet gehoord dat | niet zelf gesproken
CONTACT: aan de telefoon gehangen | aan de telefoon gezeten | aan de lijn gehangen | aan de telefoon doorgebracht | een telefoongesprek gevoerd | een gesprek gevoerd
CONTACT: teamsoverleg | teamsmeeting | teamscall | teamsgesprek | videobellen | hing aan de telefoon | hing aan de lijn | gebeld | gebelt | gebld | geblet | teruggebeld | terug gebeld
CONTACT: terug gebelt | opgebeld | nagebeld | gesproken | gesproke | gesprook | uitgesproken | gemaild | gemaileld | gemailt | gemeild | geappt | geapt | gewhatsappt | gesmst | ge-sms't
CONTACT: geschreven | teruggemaild | teruggeschreven | beantwoord | sprak | sprak met | belde | belde terug | telefoneerde | getelefoneerd | gebeeld | gesprek | gesprek gehad | gesprekje
CONTACT: gesprek gevoerd | goed gesprek gehad | contact gehad | contact gelegd | contact opgenomen | contact geweest | contact | telefonisch contact | tel contact | tel. contact | mailcontact
CONTACT: mail contact | telefoontje gehad | telefoontje | telefoongesprek | telefoongesprek gehad | telefoongesprek gevoerd | aan de lijn gehad | aan de lijn | aan de telefoon gehad
CONTACT: aan de tel gehad | aan de telefoon | aan de tel | aan lijn gehad | aan telefoon gehad | telefonisch gesproken | telefonisch te woord gestaan | te woord gestaan | telefonisch onderhoud
CONTACT: onderhoud gehad | mail gestuurd | mailtje gestuurd | een mail gestuurd | een mailtje gestuurd | e-mail gestuurd | mail verstuurd | mail verzonden | mail gezonden | mail teruggestuurd
CONTACT: bericht gestuurd | berichtje gestuurd | een bericht gestuurd | een berichtje gestuurd | bericht teruggestuurd | appje gestuurd | app gestuurd | een appje gestuurd | sms gestuurd
CONTACT: een app gestuurd | brief geschreven | langsgegaan | langs gegaan | langsgeweest | langs geweest | op bezoek geweest | bezocht | opgezocht | op kantoor gehad | ontvangen op kantoor
CONTACT: koffie gedronken | kop koffie gedronken | bakkie gedaan | afspraak gehad | om de tafel gezeten | aan tafel gezeten | zitten praten | gepraat | praatje gemaakt | uitgepraat
CONTACT: teams gehad | via teams | teams overleg gehad | videogesprek | videogesprek gehad | videocall gehad | gechat | getikt | bel gedaan | belletje gedaan | belletje gepleegd
CONTACT: telefoontje gepleegd | aan de hoorn gehad | te pakken gekregen | bereikt | te spreken gekregen | verbinding gehad | nabellen gedaan | gehoord van | even langs | ontmoet
CONTACT: aan de lijn gekregen | alles besproken | alles doorgesproken | doorgesproken | doorgenomen | aan den tel | gehoord via telefoon | gemailed | gewhatsapped | ge-appt | geappd
CONTACT: prettig gesprek | fijn gesprek | lang gesprek | kort gesprek | prima gesprek | stevig gesprek | lastig gesprek | pittig gesprek | uitgebreid gesprek | aan de telefoon gezeten
CONTACT: aan de lijn gezeten | aan de telefoon gehangen | gebel | gebellen | gebbeld | gebeld gehad | gebelt gehad | geappet | gewhatsapt | whatsapp gestuurd | whatsappje gestuurd
CONTACT: een whatsapp gestuurd | een whatsappje gestuurd | sms'je gestuurd | smsje gestuurd | een sms gestuurd | bericht gedaan | berichtje gedaan | mailtje gedaan | mail gedaan
CONTACT: mail geschreven | een mail geschreven | mailtje geschreven | een mailtje geschreven | reactie gestuurd | een reactie gestuurd | per mail geantwoord | beantwoord per mail
CONTACT: per mail gereageerd | bericht teruggedaan | gebabbeld | geklets | gekletst | bijgekletst | babbeltje gedaan | babbel gehad | een babbel gehad | klapke gedaan | geklapt
CONTACT: een klapke gedaan | geluld | geouwehoerd | praatje gehad | een praatje gehad | goed gepraat | lang gepraat | doorgepraat | nagepraat | te praten gehad | in gesprek geweest
CONTACT: in gesprek gegaan | gesprek met | hoorgesprek | hoorgesprek gevoerd | hoorgesprek gehouden | hoorzitting gehad | gehoor gehad | gehoord in | telefonisch gehoord
CONTACT: telefonisch onderhouden | contact gezocht en gekregen | contact gelukt | contact is gelegd | contact gemaakt | contact gekregen | contact tot stand | contact tot stand gebracht
CONTACT: contact gevonden | contact gezocht en gehad | in contact geweest | in contact gekomen | contact hersteld | contact is opgenomen | contact opgenomen met | contact is gelukt
CONTACT: te pakken gehad | eindelijk te pakken | eindelijk bereikt | telefonisch bereikt | wel bereikt | wel te pakken gekregen | aan de draad gehad | aan den draad gehad | aan de draad
CONTACT: aan de tillefoon gehad | aan de tillefoon | aan tel gehad | tel gehad | tel gesprek gehad | tel gesprek | tel. gesprek | telefonisch gesprek | telefonisch gesprek gehad
CONTACT: een telefonisch gesprek gehad | telefoon gehad met | getelefoneert | opgebelt | gebeld geworden | teruggebelt | terugbellen gedaan | teruggebeld gekregen | teruggehoord | terug gehoord
CONTACT: call gehad | calletje gehad | een call gehad | een call | teams call gehad | teams call | zoom gehad | zoomgesprek | zoomgesprek gehad | via zoom | gezoomd | gefacetimed
CONTACT: face-to-face gesproken | beeldgebeld | gebeeldbeld | videocall | langsgekomen | langs gekomen | is langsgekomen | kwam langs | langsgereden | thuis bezocht | bezoek gebracht
CONTACT: een bezoek gebracht | op de koffie geweest | koffie mee gedronken | koffie gedaan | om tafel gezeten | rond de tafel gezeten | rond de tafel | om de tafel | afgesproken en gesproken
CONTACT: ontvangen op gesprek | uitgenodigd en gesproken | kunnen spreken | heb kunnen spreken | heb kunnen bereiken | hem kunnen spreken | haar kunnen spreken | hem kunnen bereiken
CONTACT: haar kunnen bereiken | kunnen bereiken | weten te bereiken | weten te spreken | gelukt te bereiken | gelukt te spreken | aan de telefoon gezeten met | gezeten aan de telefoon
CONTACT: gepraten | gebellen met | heb belt | heb bellen | had gesprek | gespr | gespr. | gespreken | gesproken gehad | bellen gedaan | tel gesproken | geb | geb. | gebedl | gebled | gebelld
CONTACT: mail verst. | mail verst | mail gest | gesprk | zoomcall | een zoomcall | videocallen | belgesprek | een belgesprek | klantgesprek | een klantgesprek | videobelgesprek
CONTACT: telefoongesprekje | belafspraak gehad | terugbelafspraak gehad | online gesproken | digitaal gesproken | uitgebreid gesproken | aan de lijn gesproken | aangehoord
CONTACT: telefonisch overleg | telefonisch overleg gehad | teams gesprek | teams-gesprek | teams gesprek gehad | zoom gesprek | videogesprek | videogesprek gehad | telefoontje gehad | telefoontje gepleegd | belletje gepleegd
CONTACT: zitten bellen met | hangen bellen met | aan de telefoon gekletst | aan de lijn gekletst | aan de telefoon gezeten | ge-whatsappt | ge-sms't | appte | appten
CONTACT: juist aan de lijn gehad | juist gebeld | juist gesproken | juist gehoord | net opgehangen | zojuist opgehangen | opgehangen met | aan de tel gehangen | aan tel gehangen
CONTACT: aan de tel gezeten | op de stoep gestaan | bij hem op de stoep | bij haar op de stoep | bakkie gedronken | bakje gedronken | bak koffie gedronken
CONTACT: bakkie koffie gedronken | kop thee gedronken | lucht geklaard | de lucht geklaard | plooien gladgestreken | de plooien gladgestreken | zitten bellen | zitten kletsen
CONTACT: een onderhoud gehad | onderhoud gevoerd | een onderhoud gevoerd | telefonisch te woord | mondeling gesproken | een belletje gedaan | even een belletje gedaan
CONTACT: nog even gebeld | kort gesproken | heb gesproken | heb gebeld | hebben gebeld | contact onderhouden | brief gestuurd | een brief gestuurd | persoonlijk gesproken
CONTACT: met hem gezeten | met haar gezeten | heb geluisterd | naar haar geluisterd | naar hem geluisterd | getroffen en gesproken | heb aangehoord | gebelt met | gebeld mt
CONTACT: gebeld mt hem | gesproken mt | telefonaat gehad | gespraaid | proat | proat had | even proat | bepraat | oan de lien had | aan de lien had | skypegesprek
CONTACT: op de thee geweest | op de thee | bij hem op de stoep gestaan | bij haar op de stoep gestaan | bij de klant op de stoep gestaan | bij mevrouw op de stoep gestaan
CONTACT-ABOUT: besproken | doorgenomen | doorgesproken | gehad over | besproke | excuses aangeboden | excuus aangeboden | excuses gemaakt | excuus gemaakt | mijn excuses aangeboden
CONTACT-ABOUT: onze excuses aangeboden | sorry gezegd | toelichting gegeven | uitleg gegeven | tekst en uitleg gegeven | het uitgelegd | ingelicht | geinformeerd | op de hoogte gesteld
CONTACT-ABOUT: op de hoogte gebracht | gerustgesteld | bijgepraat | gereageerd | geantwoord | gezeten met | benaderd | aangeschreven | aangesproken | telefonisch benaderd
CONTACT-ABOUT: schriftelijk benaderd
CALL: bellen | bel | belt | opbellen | nabellen | terugbellen | mailen | mail | schrijven | spreken | appen | contacteren | bereiken | als ik bel | als ik hem bel | als ik haar bel
CALL: als ik ze bel | als ik die bel | als ik probeer te bellen | bel je | belde ik | te bellen | gaan bellen
PHONE: telefonisch | per telefoon | via de telefoon | mobiel | per mail | via de mail | via mail | per app | via whatsapp | mondeling | in persoon | face to face | f2f | op locatie | op kantoor
PHONE: tel | tel. | per e-mail | via e-mail | per mobiel | live | telefoon | digitaal | schriftelijk | via app | middels telefoon | middels email | via telefoon | via teams | via zoom
PHONE: via de app | in levenden lijve | aan de deur | bij ons op kantoor | bij haar thuis | bij hem thuis | bij de klant | onderweg | vanuit de auto | met beeld | middels de telefoon
ON-PHONE: aan de lijn | aan de telefoon | aan de tel | aan de draad | aan den draad | aan de tillefoon | aan de hoorn
HEARD: gehoord | gehoord van | aangehoord
REACH: bereiken | bereikt | te pakken gekregen | te pakken | te pakken krijgen | te spreken | te spreken gekregen | te spreken krijgen | aan de lijn | aan de lijn gekregen | aan de lijn krijgen
REACH: aan de telefoon gekregen | aan de telefoon krijgen | kunnen spreken | kunnen bereiken | getroffen | treffen | te bereiken | contact krijgen | contact gekregen | contact te krijgen
REACH: contact krijgen met | in contact | in contact gekomen | in contact te komen | in contact komen | spreken | aan de lijn te krijgen | te vinden | te treffen | vangen | pakken gekregen
REACH: aan de telefoon | aan de tel | aan de hoorn
PICK-UP: neemt op | nam op | opgenomen | opnam | opneemt | opnemen | op te nemen | neemt de telefoon op | op genomen | opgepakt | pakt op | beantwoordt | beantwoord | antwoordt | antwoordde
PICK-UP: antwoorden | afneemt | neemt af | nam af
TRIED: geprobeerd | probeerde | poging | pogingen | getracht | gepoogd | poogde | poging gedaan | heb geprobeerd | proberen te | geprobeerd te | probeer te | pogen te | bij poging
TRIED: derde poging | tweede poging | eerste poging | trachten | trachtte | trachten te | getracht te | gepoogd te | geprobeert | geprobeerd om | gepoogd om | pogingen gedaan
TRIED: pogingen ondernomen | poging ondernomen | poging gewaagd | bel poging | belpoging | belpogingen | herhaalde pogingen | diverse pogingen | meerdere pogingen | verschillende pogingen
TRIED: ondanks herhaalde pogingen | ondanks diverse pogingen | ondanks meerdere pogingen | ondanks verschillende pogingen | poging 1 | poging 2 | poging 3 | poging 4 | tweede keer geprobeerd
TRIED: geprobeerd contact | prober | probeerde te | hengelen | nogmaals geprobeerd | weer geprobeerd | een paar keer geprobeerd | al drie keer gebeld
NO-REACH: geen gehor | geen gehoo | hangt op | geen gehoor | geen gehoord | geen gehoor gekregen | kreeg geen gehoor | krijg geen gehoor | niet opgenomen | niet op genomen | nam niet op
NO-REACH: neemt niet op | nemen niet op | werd niet opgenomen | wordt niet opgenomen | namen niet op | neemt nie op | nam nie op | voicemail | de voicemail | voice mail | antwoordapparaat | vm
NO-REACH: niet bereikt | niet te bereiken | niet kunnen bereiken | niet bereiken | niet kunnen spreken | niet te spreken gekregen | niet te spreken | niet te pakken | niet te pakken gekregen
NO-REACH: niet kunnen pakken | niet aan de lijn gekregen | niet aan de lijn | niet aan de telefoon gekregen | niet gesproken | geen contact gekregen | geen contact kunnen krijgen
NO-REACH: krijg geen contact | kreeg geen contact | niemand thuis | niet thuis | was er niet | is er niet | afwezig was | in gesprek | in gesprektoon | ingesproken | ingesproken op
NO-REACH: boodschap achtergelaten | bericht achtergelaten | boodschap ingesproken | bericht ingesproken | voicemail ingesproken | voicemail achtergelaten | tevergeefs | vergeefs
NO-REACH: voor niks gebeld | telefoon stond uit | telefoon staat uit | telefoon uit | mobiel staat uit | gaat over maar | ging over | blijft overgaan | bleef overgaan | weggedrukt | drukte weg
NO-REACH: drukt weg | nam niemand op | neemt niemand op | niemand nam op | niemand neemt op | niemand die opneemt | geen antwoord | geen reactie | geen respons | niemand bereikt
NO-REACH: niemand gesproken | niemand aan de lijn | geen mens aan de lijn | kreeg hem niet te pakken | kreeg haar niet te pakken | krijg hem niet te pakken | krijg haar niet te pakken
NO-REACH: krijg ze niet te pakken | kan hem niet bereiken | kan haar niet bereiken | kon haar niet bereiken | kon hem niet bereiken | niet kunnen bellen | nie bereikt | ni opgenomen
NO-REACH: pakt niet op | pakte niet op | ze pakt niet op | ze pakt nie op | geen contact mogelijk | onbereikbaar gebleken | zonder resultaat | zonder succes | geen succes | geen geluk
NO-REACH: niemand opgenomen | niet gelukt om te bereiken | gaat niet over | niemand aan de lijn gekregen | niemand te pakken | niemand kunnen bereiken | niemand gehoord
NO-REACH: krijg niemand te pakken | kreeg niemand te pakken | geen verbinding | schakelt door naar voicemail | in de wacht gehangen | ingesprektoon | in-gesprektoon | ingesprekstoon
NO-REACH: in gesprek toon | in vergadering | in een vergadering | in bespreking | in een bespreking | zat in vergadering | zit in vergadering | zat in een vergadering | zit in een vergadering
NO-REACH: zat in bespreking | zit in bespreking | terugbelverzoek | terugbelverzoek achtergelaten | terugbelverzoek gedaan | alleen het antwoordapparaat | alleen voicemail | alleen de voicemail
NO-REACH: enkel de voicemail | alleen een voicemail | geen mens die opnam | geen mens die opneemt | geen hond die opneemt | tel staat uit | tel stond uit | telefoon uitgeschakeld | toestel uit
NO-REACH: gsm staat uit | gsm uit | voicemail gekregen | kreeg voicemail | kreeg de voicemail | krijg voicemail | krijg de voicemail | voicemale | voicemeel | voismail | voicmail | voice-mail
NO-REACH: boodschap op | bericht op voicemail | bericht ingesproken op | een bericht achtergelaten | een boodschap achtergelaten | bericht achter gelaten | berichtje achtergelaten
NO-REACH: terugbelbericht | gevraagd terug te bellen | om terugbellen gevraagd | verzoek om terug te bellen | ingespoken | ingesproke | antwoord apparaat | antwoordaparaat | antwoordapperaat
NO-REACH: beantwoorder | antwoordmachine | drukt me weg | drukte me weg | drukt mij weg | drukte mij weg | druk me weg | word weggedrukt | werd weggedrukt | gsm staat af | gsm af
NO-REACH: telefoon staat af | staat uit | stond uit | staat af | toestel staat uit | mobieltje staat uit | lijn bezet | lijn is bezet | lijn was bezet | in gesprek zijn | bezettoon gekregen
NO-REACH: bezet gekregen | het was bezet | de lijn is bezet | niet bereikt kunnen worden | niet opnemen | telefoon niet opnemen | telefoon niet opgenomen | neemt telefoon niet op
NO-REACH: nam telefoon niet op | niet beschikbaar | niet thuis getroffen | niet getroffen | niet aangetroffen | trof niemand | trof niemand thuis | trof haar niet | trof hem niet
NO-REACH: tref haar niet | tref hem niet | geen gehoor bij | gehoor uitgebleven | bleef zonder gehoor | zonder gehoor | gehoorloos | zonder antwoord | niemand antwoordt | niemand antwoordde
NO-REACH: geen contact | geen contact gehad | geen contact tot stand | niet in contact | niet in contact gekomen | niet in contact komen | nog steeds niet bereikt | nog steeds niemand
NO-REACH: nog altijd niet bereikt | nog altijd geen gehoor | nog geen gehoor | weer geen gehoor | wederom geen gehoor | weer niet bereikt | weer niets | weer niks | weer niemand
NO-REACH: weer voicemail | weer mis | wederom niet bereikt | opnieuw geen gehoor | geen sjans | vruchteloos | zonder effect | vergeefse moeite | vergeefs geprobeerd | tevergeefs geprobeerd
NO-REACH: nul op het rekest | zonder resultaat gebleven | lukt niet om haar te bereiken | lukt niet om hem te bereiken | lukt niet om te bereiken | lukte niet om te bereiken
NO-REACH: lukte niet om haar te bereiken | lukte niet om hem te bereiken | niet gelukt haar te bereiken | niet gelukt hem te bereiken | niet gelukt om haar te bereiken
NO-REACH: niet gelukt om hem te bereiken | niet gelukt haar te spreken | niet gelukt hem te spreken | niet gelukt om haar te spreken | niet gelukt om hem te spreken
NO-REACH: niet gelukt om contact te krijgen | niet gelukt contact te krijgen | niet gelukt te bellen | niet gelukt klager te bereiken | niet gelukt klant te bereiken
NO-REACH: niet gelukt mevrouw te bereiken | niet gelukt mevrouw te spreken | niet gelukt de klant te bereiken | niet gelukt de klager te bereiken | ging over zonder | krijg er niemand te pakken
NO-REACH: kreeg er niemand te pakken | voicemail vol | voicemail is vol | vm vol | vm is vol | mailbox vol | inbox vol | krijg ik niet te pakken | krijg ik niet aan de lijn
NO-REACH: krijg ik niet te spreken | kreeg ik niet te pakken | kan ik niet bereiken | kon ik niet bereiken | krijg ik maar niet te pakken | krijg ik niet bereikt | kreeg ik niet aan de lijn
NO-REACH: krijg ik geen gehoor | kreeg ik geen gehoor | krijg ik niet aan de telefoon | geeft geen antwoord | gaf geen antwoord | gaf niet thuis | geeft niet thuis | neemt niet de telefoon
NO-REACH: nam niet de telefoon | niet bereikt worden | niet worden bereikt | vruchteloos gebleven | vruchteloos geweest | g.g | g.g. | gg | niet ber | niet ber. | niet op gen. | gen gehoor
NO-REACH: geen gehoro | geen geh | geen geh. | gehoor nihil | neemt niet aan | nam niet aan | niet aangenomen | hing op | hing meteen op | hangt meteen op | ze hing op
NO-REACH: hij hing op | hangt steeds op | hing weer op | legt neer | legde neer
NO-REACH: gsm op voicemail | kreeg de bandjes | kreeg een bandje
NO-REACH: een bandje | bandje | rinkelde door | bleef rinkelen | rinkelt maar door | telefoon ging over | toeter | telefoon dood | niet opgepakt | wordt niet opgepakt
NO-REACH: werd niet opgepakt | niet teruggebeld | gin gehoor | gien gehoor | giet niet over | mocht niet baten
NO-REACH-WEAK: niemand | bezet | bezettoon | mislukt | niet gelukt | niets | nada | noppes | nop | nakkes | zero | geen hond | geen kip | nul | niks | geen mens | geen levende ziel
NO-REACH-STATE: niet bereikbaar | onbereikbaar | niet aanwezig | is niet aanwezig | was niet aanwezig | telefonisch onbereikbaar | telefonisch niet bereikbaar | niet telefonisch bereikbaar
NO-REACH-STATE: op vakantie blijkbaar | slecht bereikbaar | moeilijk te bereiken | lastig te bereiken | niet aan het werk
WRONG-NUMBER: verkeerd nummer | fout nummer | nummer klopt niet | nummer niet in gebruik | nummer bestaat niet | nummer is niet in gebruik | verkeerde nummer | nummer is fout
WRONG-NUMBER: nummer werkt niet | nummer doet het niet | nummer onbekend | geen geldig nummer | ongeldig nummer | telefoonnummer klopt niet | nummer bleek fout | nummer bleek | nummer blijkt
WRONG-NUMBER: nummer is van | nummer hoort bij | verkeerd verbonden | nummer van iemand anders | nummer van een ander | nummer afgesloten | nummer buiten gebruik | nummer bestaat niet meer
WRONG-NUMBER: bleek een verkeerd nummer | kreeg iemand anders | nummer onjuist | onjuist nummer | telefoonnummer onjuist | niet het juiste nummer | telefoonnummer is niet juist
WRONG-NUMBER: nummer is niet juist | nummer niet juist
WITH-THING: met een paar vragen | met wat vragen | met vragen | met de vraag | met een vraag | met het verzoek | met de mededeling | met excuses | met onze excuses | met mijn excuses | met excuus | met uitleg | met een uitleg | met een toelichting | met een update | met de stand van zaken | met onze vragen | met mijn vragen | met informatie | met de informatie | met een reactie | met antwoorden | met een terugbelverzoek | with a few questions | with some questions | with an apology
"""
