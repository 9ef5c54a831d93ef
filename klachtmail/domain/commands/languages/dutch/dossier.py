"""Dutch: the letter, the dossier, the firm's own affairs."""

from typing import Final

WORDS: Final = """
SEND: verstuur | versturen | verstuurt | verzend | verzenden | verstuuren | versturem | mag verstuurd | mag verstuurd worden | mag worden verstuurd | mag verzonden worden | mag worden verzonden
SEND: kan verstuurd worden | kan worden verstuurd | kan verzonden worden | kan worden verzonden | verstuurd worden | verzonden worden | tot verzending overgaan | overgaan tot verzending
SEND: tot verzending over te gaan | ter verzending | ter verzending aanbieden | kan zo verstuurd | mag zo verstuurd | kan zo verzonden | mag zo verzonden | kan zo verstuurd worden
SEND: mag zo verstuurd worden | akkoord voor verzending | goedgekeurd voor verzending | vrijgegeven voor verzending | vertsuur | verstur | verstuure | verzendt | uit te sturen | te verzenden
SEND: te versturen | verzonden te worden | verstuurd te worden | verzending | doe versturen | graag versturen | laten versturen | doen toekomen | kan uitgestuurd worden | mag uitgestuurd worden
SEND: kan worden uitgestuurd | mag worden uitgestuurd | uitgestuurd worden | mag verzonden | op de bus | tot verzending worden overgegaan | tot verzending overgegaan worden
SEND: kan tot verzending worden overgegaan | ter post | uitzenden | verst | u gelieve deze te versturen | gelieve deze te versturen | gelieve te versturen | gelieve te verzenden
SEND: te doen uitgaan | doe maar versturen | moogt hem laten gaan | mag je laten gaan | laat hem gaan | laat maar gaan | hem laten gaan | ga over tot verzending | kunt u verzenden
SEND: kan de deur uit | mag de deur uit | de deur uit | de post op | mag de post op | kan de post op | op de post | mag op de bus | post maar | naar buiten ermee | ga maar posten
SEND: mag richting klant | laat uitgaan | laten uitgaan | doe uitgaan | uitgaan | worden verzonden | worden verstuurd | naar mevrouw ermee | naar meneer ermee
SEND: naar die meneer ermee | naar die mevrouw ermee | naar de klant ermee | naar de klant toe ermee | verstuur mr | stuur mr
SEND-WEAK: stuur | sturen | stuur op | opsturen | stuur uit | uitsturen | stuur weg | wegsturen | verstuuren | versturem | verstuur hem | verstuur deze | verstuur dit | stuur de brief
SEND-WEAK: stuur deze | mag weg | mag de deur uit | mag eruit | mag er uit | mag verstuurd | mag verstuurd worden | mag worden verstuurd | mag verzonden worden | mag worden verzonden
SEND-WEAK: mag zo weg | mag zo de deur uit | mag zo eruit | mag verzonden | mag op de post | mag uit | kan weg | kan de deur uit | kan eruit | kan er uit | kan zo weg | kan zo de deur uit
SEND-WEAK: kan zo eruit | kan verstuurd worden | kan worden verstuurd | kan verzonden worden | kan worden verzonden | kan verstuurd | kan verzonden | kan uit | de deur uit | laat maar gaan
SEND-WEAK: laat gaan | laat maar uitgaan | doe maar weg | doe maar de deur uit | doe hem de deur uit | mail maar | mail hem weg | gooi maar op de post | zend | zenden | zend uit | toesturen
SEND-WEAK: toezenden | mag de post op | kan naar de klant | mag naar de klant | mag naar mevrouw | mag naar meneer | mag naar haar | mag naar hem | kan naar mevrouw | kan naar meneer
SEND-WEAK: kan naar haar | kan naar hem | verstuurd worden | verzonden worden | mag gestuurd worden | mag gestuurd | kan gestuurd worden | mail de deur uit | verstuur het | versturen maar
SEND-WEAK: kan zo uit | mag zo uit | mag er zo uit | kan er zo uit | mag zo de lucht in | de lucht in | mag de lucht in | kan de lucht in | doe maar op de post | naar buiten | mag naar buiten
SEND-WEAK: kan naar buiten | doen uitgaan | mag uitgaan | kan uitgaan | stuur maar uit | laat uitgaan | laat vertrekken | mag vertrekken | kan vertrekken | jaag maar weg | knal maar weg
SEND-WEAK: knal eruit | gooi eruit | gooi maar eruit | mail maar weg | mail maar door | mail de klant maar | jij mag sturen | op de mail | op de mail gooien | maar wegsturen
SEND-WEAK: kan zo gestuurd worden | mag zo gestuurd worden | mag doorgestuurd | kan doorgestuurd | toezenden aan | zenden aan | mag heen | mag d'r uit | kan d'r uit | mag dr uit | kan dr uit
SEND-WEAK: laat maar vertrekken | laat hem vertrekken | laat hem maar vertrekken | laat ze maar vertrekken | laat maar buiten | laat maar uit | laat hem maar gaan | laat hem gaan | laat ze gaan
SEND-WEAK: laat die maar gaan | laat dit maar gaan | gooi hem eruit | gooi hem maar eruit | doe hem maar weg | doe hem weg | doe maar buiten | smijt maar weg | smijt buiten | bonjour hem weg
SEND-WEAK: stuurt maar op | stuurt maar weg | stuurt maar door | stuurt maar | verstuurt u maar | verstuurt u | verzendt u | verzendt u maar | mag er nu uit | laat maar de deur uit gaan
SEND-WEAK: laat maar weggaan | mag wegwezen | kan wegwezen
MAY-GO: mag | kan | mogen | kunnen
LETTER: brief | de brief | concept | het concept | mail | de mail | mailtje | antwoord | het antwoord | bericht | het bericht | conceptbrief | de conceptbrief | brief naar | dit concept
LETTER: deze brief | dit bericht | dit antwoord | deze mail | conceptmail | tekst zo | uitkomstbrief | de uitkomst | de reactie | reactie | uitstelbrief | de uitstelbrief | excuusbrief
LETTER: de excuusbrief | e-mail | de e-mail | die brief | ie | versie | deze versie | schrijven | dit schrijven | het schrijven | bijgaand schrijven | briefje | het briefje | dit briefje
LETTER: conceptje | voorstelbrief | antwoordbrief | de antwoordbrief | conceptbericht | de uitkomstbrief | het stuk | dit stuk | epistel
ZO: in deze vorm | in de huidige vorm | in zijn huidige vorm | in de voorliggende vorm | in deze versie | zoals thans opgesteld | zoals voorligt | zoals deze voorligt | zo | zoals het is | zoals hij is | zoals dit | zoals hij nu is | ongewijzigd | zo maar | op deze manier | zoals het er staat | zoals hij er staat | zonder wijzigingen | zoals het staat
ZO: zoals ie is | zoals hij nu staat | zoals die er staat | zoals het nu is | zoals voorgesteld | zoals opgesteld | zoals bijgevoegd | zo zoals
CLOSE-WEAK: dicht | toe | klaar
CLOSE: sluit | sluiten | sluit af | afsluiten | afsluit | dichtdoen | dichtgooien | dichtzetten | gesloten worden | worden gesloten | afgesloten worden | worden afgesloten | kan dicht
CLOSE: mag dicht | kan gesloten | mag gesloten | kan gesloten worden | mag gesloten worden | mag afgesloten | kan afgesloten | mag afgesloten worden | kan afgesloten worden
CLOSE: kan worden gesloten | mag worden gesloten | kan worden afgesloten | mag worden afgesloten | mag toe | kan toe | doe maar dicht | gooi maar dicht | doe dicht | gooi dicht | zet maar dicht
CLOSE: archiveren | archiveer | kan naar het archief | mag naar het archief | kan het archief in | afronden en sluiten | slui | slot erop | deksel erop | punt erachter | punt er achter
CLOSE: strik eromheen | strik erom | boek dicht | dicht maar | dicht ermee | dicht dat ding | sluit hem | sluit 'm | sluit m | sluit dit | sluit deze | sluit die | te sluiten | af te sluiten
CLOSE: sluiting | slot er op | toe ermee | te archiveren | gearchiveerd worden | ad acta | opbergen | mag de la in | kan de la in | kan het dossier in | dicht doen | toe doen | toedoen
CLOSE: doe toe | doe maar toe | klaar en dicht | afsluiten maar | afboeken | klasseren | klasseer | mag geklasseerd worden | kan geklasseerd worden | seponeren | afvinken en sluiten
CLOSE: tot sluiting over te gaan | tot sluiting van het dossier over te gaan | tot sluiting | mag dicht doen | kan dicht doen | sluiten van het dossier | sluiting van het dossier
CLOSE: tot sluiting overgaan | hij kan dicht | hij mag dicht | die kan dicht | die mag dicht | ie kan dicht | ie mag dicht | ze mag dicht | hij kan gesloten worden | hij mag gesloten worden
CLOSE: naar het archief | in het archief | het archief in | dan het archief in | deur dicht | boek toe | strikje erom | een strik om | kan de kast in | mag de kast in | de kast in
CLOSE: kap dichtslaan | dichtklappen | dossier toe
CLOSED-WEAK: geregeld | alles geregeld | alles is geregeld | afgehandeld | afgerond | klaar | opgelost | gesloten | afgesloten | afronden | rond af | afgewikkeld | zaak gesloten
CLOSED-WEAK: einde oefening | hiermee afgehandeld | kan afgerond worden | mag afgerond worden | kan worden afgerond | is rond | klaar mee | kunnen we afronden | hiermee afgerond | alles rond
CLOSED-WEAK: rond | helemaal rond | hij is klaar | hij is rond | hij is af | alles klaar | alles is afgehandeld | alles afgehandeld | alles is klaar | alles is opgelost | alles opgelost
CLOSED-WEAK: alles is rond | helemaal klaar | zaak afgedaan | afgedaan | alles is in orde | alles in orde | in kannen en kruiken | hiermee is de kous af | kous af | is de kous af
CLOSED-WEAK: uit de wereld | beklonken | beslecht | ten einde | hiermee klaar | klaar voor sluiting | klaar om te sluiten | alles gedaan | alles is gedaan | alles af | alles is af
CLOSED-WEAK: alle acties zijn afgerond | alle acties afgerond | alle acties zijn gedaan | alle acties gedaan | alle afspraken zijn nagekomen | de afspraken zijn nagekomen | afspraken nagekomen
CLOSED-WEAK: alle afspraken nagekomen | alle stappen zijn gezet | alle stappen zijn doorlopen | alle punten zijn afgehandeld | alle punten zijn afgerond | alle maatregelen zijn genomen
CLOSED-WEAK: alle zaken zijn geregeld | alles is nagekomen | alles is besproken en afgerond | alles is klaar nu | niets meer open | niks meer open | staat niets meer open | staat niks meer open
CLOSED-WEAK: er staat niets meer open | er staat niks meer open | er is niets meer te doen | alle acties zijn afgehandeld | alle acties zijn klaar
REOPEN: heropen | heropenen | heropend worden | opnieuw openen | weer openen | weer open | terug openen | heropent | opnieuw open | open weer | open opnieuw | terug opendoen | weer opendoen
REOPEN: weer opengooien | opnieuw opengooien | weer in behandeling | weer in behandeling nemen | herop | her openen | her-openen | heropend | weer openzetten | open zetten | weer opnieuw openen
REOPEN: zet open | weer activeren | activeer weer | reactiveren | reactiveer | weer oppakken en openen | haal uit het archief | uit het archief | uit het archief halen | terug in behandeling
REOPEN: openbreken | opnieuw in behandeling nemen | terug opengooien | terug open | terug openzetten | doe weer open | opnieuw openzetten | maak weer open | moet weer open | moet terug open
REOPEN: weer oprakelen | toch weer open | toch weer in behandeling | opnieuw in behandeling
OPEN: open | openen | opendoen | openzetten | opengooien
MERGE: samenvoegen | voeg samen | samengevoegd worden | samen voegen | samenvoegen met | voeg samen met | samen met | voeg bij | voegen bij | toevoegen aan | bij elkaar | bundelen | bundel
MERGE: combineren | combineer | koppelen aan | koppel aan | koppel met | koppelen | koppel | samengevoegd | kan bij | mag bij | mag samen met | kan samen met | bij elkaar voegen
MERGE: voeg bij elkaar | doe bij elkaar | gooi bij elkaar | maak er een van | bij voegen | bijvoegen | toevoegen bij | samennemen | neem samen | pak samen | samenpakken | doe samen | zet samen
MERGE: ineenschuiven | schuif ineen | koppelen met | onderbrengen bij | bij elkaar zetten | bij elkaar nemen | een dossier maken | kunnen samen | hoort samen | horen bij elkaar | hoort erbij
MERGE: een geheel | smijt samen | smijt maar samen | smijt ze maar samen | smijt bij elkaar | gooi samen | gooi maar samen | gooi ze maar samen | gooi ze samen | doe ze maar samen
MERGE: doe ze samen | zet ze samen | zet ze maar samen | steek samen | steek ze samen | leg samen | leg ze samen | die twee maar bij elkaar | voeg die twee maar bij elkaar
MERGE: voeg die twee bij elkaar | voeg die bij elkaar | voeg ze bij elkaar | voeg die twee samen | voeg deze samen | voegen samen | op een hoop | gooi op een hoop
MERGE: veeg bij elkaar | veeg op een hoop | tot een dossier | samensmelten | verenigen met | ineen | plak aan | plak vast aan
SAME: dezelfde als | hetzelfde als | zelfde als | dezelfde klacht als | dezelfde | hetzelfde | zelfde | zelfde klacht als | dubbel met | dubbel | dubbele | duplicaat | duplicaat van
SAME: dubbele van | dubbele klacht | dubbeling | zelfde mail als | zelfde verhaal als | gelijk aan | is gelijk aan | hoort bij | hoort bij klacht | twee keer hetzelfde | identiek | identiek aan
SAME: gelijk met | zelfde zaak | zelfde zaak als | dezelfde zaak | dezelfde zaak als | zelfde onderwerp als | komt overeen met | overlapt met | nogmaals hetzelfde | kopie van
SAME: hetzelfde verhaal als | hetzelfde als bij | idem aan | tzelfde mens | tzelfde gezeur | tzelfde gezeur als | tzelfde als | tzelfde mens als | tzelfde | zelfde gezeur als
SAME: zelfde gedoe als | hetzelfde gezeur als | zelfde mens als | zelfde persoon als | dezelfde persoon als | dezelfde mevrouw als | dezelfde meneer als | dezelfde kwestie als
SAME: zelfde kwestie als | zelfde liedje als | dezelfde afzender als | hetzelfde geval als
SURVEY: tevredenheid | tevredenheidsvraag | tevredenheidsbrief | tevredenheidsmail | tevredenheidsmailtje | tevredenheidsbericht | tevredenheidsonderzoek | tevredenheidsenquete | tevredenheidsmeting
SURVEY: klanttevredenheid | klanttevredenheidsvraag | klanttevredenheidsonderzoek | klanttevredenheidsmail | enquete | enquetes | evaluatie | evaluatiemail | evaluatieverzoek | evaluatieformulier | vragenlijst
SURVEY: vragenlijstje | hoe het ging | hoe het is gegaan | hoe het gegaan is | hoe wij het deden | hoe we het deden | hoe zij het vond | hoe ze het vond | hoe hij het vond | hoe ze het vonden | hoe het was
SURVEY: hoe tevreden ze is | hoe tevreden hij is | of ze tevreden is | of hij tevreden is | de vraag hoe het ging | naar tevredenheid vragen | feedbackverzoek | beoordelingsverzoek
ASK: vragen | te vragen | bevragen | bevraagd worden | worden bevraagd | gevraagd worden | worden gevraagd | gevraagd te worden | bevraagd te worden | enqueteren
NO-ASK: niet meer vragen | niets meer vragen | niks meer vragen | niet meer bevragen | niet verder vragen
ASK-CLIENT: vraag haar | vraag hem | vraag hen | vraag ze | vraag mevrouw | vraag meneer | vraag de klant | vraag deze mevrouw | vraag deze meneer
ASK-CLIENT: vraag deze klant | vraag de klager | vraag klant | vraag klager | vraag dhr | vraag mw
SKIP: sla over | overslaan | achterwege laten | laat achterwege | laat maar zitten | laat zitten | sla maar over | achterwege
UNDO: ongedaan | ongedaan maken | maak ongedaan | terugdraaien | draai terug | teruggedraaid worden | draai om | undo | herroep | herroepen | zet terug | maak dat ongedaan | herstel vorige
UNDO: annuleer | annuleren | draai maar terug | dat ongedaan maken | ongedaan graag | maak het ongedaan | maak dit ongedaan | maak maar ongedaan | keer terug | draai het terug | draai dat terug
UNDO: draai dit terug | draai dat om | zet dat terug | trek dat terug | neem dat terug | terug draaien | haal die actie terug | rol terug | ctrl z | ctrl-z | control z | herstel mijn vorige
UNDO: zet maar weer zoals het was | zet maar weer zoals t was | weer zoals het was | zoals het was | zoals t was | zet weer terug | zet het weer terug | doe dat maar weer weg
UNDO: maak dat weer ongedaan | haal dat weer weg
DISCARD: gooi weg | weggooien | verwijder | verwijderen | prullenbak | wis | wissen | delete | kan weg | kunnen weg | kan de prullenbak in | in de prullenbak | prullenbak in
DISCARD: prullenmand | in de prullenmand | in de prullebak | prullebak | vernietig | vernietigen | schrap | schrappen | weg met | verscheur | verscheuren | gooi dit concept weg
DISCARD: gooi deze brief weg | gooi die brief weg | gooi het concept weg | vergeet dit concept | vergeet deze brief | doe dit concept maar niet | doe deze brief maar niet
POSTPONE: uitstel | uitstellen | stel uit | uitstel vragen | uitstel geven | uitgesteld | verleng | verlengen | verlenging | later antwoord | respijt | termijn verlengen | verlengd
POSTPONE: opgeschoven | meer tijd | extra tijd | uitsteltermijn | verzet de einddatum | verzet de deadline | verzet de termijn | schuif de einddatum op | schuif de deadline op
POSTPONE: einddatum verzetten | deadline verzetten | deadline verschuiven | einddatum verschuiven | termijn verschuiven | uitsel | uistel | uitstellen tot | verdaag | verdagen | verdaging
POSTPONE: verdaagd | verschuif de deadline | verschuif de einddatum | verschuif de termijn | verleng de termijn | verleng de antwoordtermijn | meer tijd nodig | extra tijd nodig | opschuiven
POSTPONE: schuif op | nieuwe termijn | nieuwe deadline | opschorten | aanhouding | opgeschort | later antwoorden
TERM: termijn | de termijn | deadline | de deadline | einddatum | de einddatum | antwoordtermijn | beantwoording | de beantwoording | de antwoordtermijn | behandeltermijn | de behandeltermijn
TERM: reactietermijn | de reactietermijn
SURE-WORD: zeker
ABOUT: betreft | gaat over | klacht over | gericht tegen | betrekking op | gaat om | klacht tegen | klacht gaat over | klacht betreft | gericht aan het adres van | heeft betrekking op
ABOUT: aan het adres van | handelt over | gaat specifiek over | richt zich tegen | is gericht op | slaat op | klacht slaat op
ABSENT-WORD: afwezig
ABSENT: afwezig | vakantie | op vakantie | met vakantie | verlof | met verlof | vrij | weg | ziek | er niet | niet aanwezig | niet op kantoor | out of office | met zwangerschapsverlof
ABSENT: buitenlands | niet bereikbaar | op reis
BACK-AGAIN: weer terug | aanwezig | er weer | weer aanwezig | terug van vakantie | weer aan het werk | ben terug | weer beter | weer op kantoor | weer beschikbaar | weer bereikbaar
STANDS-IN: neemt waar | neemt voor mij waar | neemt voor me waar | waarnemer | waarneming | vervanger | vervanging | vervangt | vervangt mij | vervangt me | waarneemt | mijn vervanger
STANDS-IN: mijn waarnemer | neem jij waar | neem je waar | backup | achterwacht
STATUS: status | stand | stand van zaken | de stand | hoe staat | hoever | hoe ver | hoe staat het | hoe ver zijn we | laatste stand | update | wat is de stand | wat is de status
STATUS: wat is de stand van zaken | waar staan we | waar staan we met | waar staat dit | hoe staat het met | hoe zit het met | hoe loopt het met | hoe loopt dit | stand van zaken van
STATUS: stand van zaken met | stand van zaken bij | hoe loopt het | hoe gaat het met | hoe ver ben je | hoe ver staat | hoe ver zitten we | wat is de voortgang | voortgang | wat is de situatie
STATUS: waar zijn we gebleven | is er al nieuws | nieuws over | hoe staan we er voor | hoe staan we ervoor | hoe staat het ervoor | hoe staat het er voor
STATUS: hoe staan we er eigenlijk voor | spoor bijster | het spoor een beetje bijster | hoe zit het hiermee | hoever zijn we
WHO-HAS: wie heeft | wie doet | wie behandelt | wie is behandelaar | wie is de behandelaar | bij wie ligt | wie pakt | van wie is | wie heeft opgepakt | wie is ermee bezig | wie is er mee bezig
WHO-HAS: wie zit hierop | wie zit hier op
HELP: help | hulp | hoe werkt dit | hoe werkt het | hoe moet dit | hoe moet dat | hoe doe ik dit | hoe werkt dat | wat kan ik | wat moet ik | wat kan ik typen | wat kan ik doen
HELP: wat moet ik doen | wat moet ik typen | wat kan ik antwoorden | welke opdrachten | welke commando's | gebruiksaanwijzing | handleiding | uitleg | wat zijn de opties | welke opties
ORAL: mondeling | mondelinge klacht | formulier | formulier mondelinge klacht | mondelinge melding
ACK: bevestig | bevestigen | ontvangstbevestiging | bevestiging | bevestiging van ontvangst | bevestig de ontvangst | ontvangst bevestigen | bevestiging sturen | stuur een ontvangstbevestiging
ACK: stuur de ontvangstbevestiging | stuur een bevestiging | ontvangstbevestiging sturen | ontvangstbevestiging versturen | ontvangstbrief | ontvangstbevestiging graag | bevestiging graag
ACK: stuur bevestiging | ontvangstmelding
POST-IT: op de post | op de bus | met de post mee
POSTED: is op de post | is al op de post | is de post op | is de deur uit | is al de deur uit | is nu de deur uit | is op de bus
POSTED: gepost | op de post gedaan | op de bus gedaan | in de brievenbus gedaan | met de post verstuurd | per post verstuurd | op de post gegooid | in de bus gedaan | brief gepost
POSTED: op de bus gestoken | gepost geworden | op de brievenbus gedaan | per post verzonden | aangetekend verstuurd
LIST: overzicht | lijst | wat ligt er open | wat staat er open | wat ligt er nog open | wat staat er nog open | wat ligt er allemaal open
GIVE-ME: stuur mij | stuur me | mag ik | krijg ik | kan ik krijgen | laat mij zien | laat zien | toon | mail mij | mail me | mag ik zien | kan ik zien | stuur
DOSSIER: dossier | het dossier | klachtdossier | klachtendossier | dossiers | oorspronkelijke mail | de oorspronkelijke mail | originele mail | de originele mail | oorspronkelijke klacht
DOSSIER: de oorspronkelijke klacht | originele klacht | de originele klacht | het oorspronkelijke bericht | het originele bericht | de eerste mail | hele mailwisseling | de mailwisseling
DOSSIER: de hele mailwisseling | alle mails | alle stukken | de stukken
YEAR-REPORT: jaarverslag | het jaarverslag | jaarrapport | jaarverslag van | jaarverslag over | het jaarverslag van | het jaarverslag over
QUARTER: kwartaal | kwartaalverslag | kwartaalcijfers | kwartaalblad | het kwartaal
MY-COMPLAINTS: mijn klachten | mijn dossiers | mijn zaken
REGISTER: register | het register | klachtenregister | het klachtenregister | register van | register over | het register van | het register over
SAMPLE: steekproef | steekproef van | een steekproef van
EVIDENCE: bewijs | bewijsdossier
"""
