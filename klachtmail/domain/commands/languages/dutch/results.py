"""Dutch: what the client says of the outcome, what was found and done."""

from typing import Final

WORDS: Final = """
AGREE-WORD: akkoord | accoord | akoord | accord | akkord | gaat akkoord | ging akkoord | gaat ermee akkoord | gaat er mee akkoord | gaat hiermee akkoord | ermee eens | mee eens | er mee eens
AGREE-WORD: het ermee eens | het er mee eens | akkoord gekregen | akkoord ontvangen | akkoord binnen | akkoord is binnen
AGREE: naar tevredenheid | naar volle tevredenheid | tot tevredenheid | tot volle tevredenheid
AGREE: akkoord | accoord | akoord | accord | akkord | tevreden | blij | eens | mee eens | ermee eens | er mee eens | het er mee eens | het ermee eens | het eens | hiermee eens | accepteert
AGREE: accepteren | geaccepteerd | accepteerde | aanvaardt | aanvaard | aanvaarden | gaat akkoord | ging akkoord | neemt genoegen | genoegen | genoegen mee | kan zich vinden
AGREE: kan zich erin vinden | kan zich daarin vinden | kan zich hierin vinden | kan ermee leven | kan er mee leven | kan hiermee leven | kan daarmee leven | vindt het goed | vindt het prima
AGREE: vindt het ok | vindt het oke | vindt het best | vindt dit goed | vindt dit prima | vindt het een goede oplossing | vindt het voorstel goed | vindt het voorstel prima | stemt in
AGREE: stemde in | stemt ermee in | stemt toe | ingestemd | instemt | doet het ermee | is eruit | is voldaan | voldaan | oke | ok | om | helemaal om | positief | content | gelukkig
AGREE: opgelucht en akkoord | happy | is er blij mee | tevreden gesteld | tevredengesteld | tevreden mee | blij mee | erg tevreden | heel tevreden | heel blij | erg blij | zeer tevreden
AGREE: dik tevreden | gaat ermee akkoord | gaat er mee akkoord | gaat hiermee akkoord | akkoord te gaan | akkoord te zijn | in te stemmen | te accepteren | te aanvaarden | ingestemd met
AGREE: heeft ingestemd | akkoort | akkoordt | akkoord mee | akkoord verklaard | zich akkoord verklaard | zich akkoord | verklaart zich akkoord | kan zich verenigen | zich kan verenigen
AGREE: zich kunnen vinden | zich te kunnen vinden | te kunnen vinden | zich verenigen | legt zich erbij neer | legt zich hierbij neer | legt zich neer bij | berust erin | berust in
AGREE: berust hierin | neemt het aan | neemt het voorstel aan | nam het voorstel aan | neemt ons voorstel aan | neemt ons aanbod aan | neemt aanbod aan | neemt voorstel aan | neemt dit aan
AGREE: neemt er genoegen mee | neemt genoegen met | neemt hiermee genoegen | genoegen genomen | zegt ja | zei ja | zegt oke | zegt ok | zegt akkoord | zei akkoord | zei oke | ja gezegd
AGREE: gaf akkoord | geeft akkoord | gaf haar akkoord | gaf zijn akkoord | geeft haar akkoord | geeft zijn akkoord | akkoord gegeven | akkoord gekregen | akkoord bevonden | fiat gegeven
AGREE: heeft geen bezwaar | geen bezwaar | geen bezwaren | kan er mee instemmen | kan instemmen | is om | gaat ervoor | gaat er voor | gaat erin mee | gaat mee | gaat hierin mee
AGREE: gaat ermee door | slikt het | vindt het fijn zo | vindt het goed zo | vindt het prima zo | vindt het okee | vindt t goed | vindt t prima | vond het goed | vond het prima | vond het ok
AGREE: vond het een goede oplossing | vindt het top | vindt het super | vindt dat prima | vindt dat goed | is ermee geholpen | is tevreden gesteld | tevreden gestemd | kan hier mee leven
AGREE: is in haar nopjes | is in zijn nopjes | is in de wolken | helemaal blij | super blij | superblij | dolblij | supertevreden | helemaal tevreden | is helemaal om
AGREE: kan zich hiermee verenigen | kan zich daarmee verenigen | kan zich ermee verenigen | doet mee | stemt er mee in | stemt hiermee in | stemde ermee in | heeft geaccepteerd | heeft aanvaard
AGREE: conformeert zich | zegt is goed | zegt dat het goed is | zei dat het goed was | zegt dat is goed | vindt is goed | zegt prima | zei prima | zei goed | zegt goed | zegt top
AGREE: vindt alles goed | is het eens | is eens | stemt daarmee in | heeft ja gezegd | akkoord gezegd | ja tegen ons voorstel | gezegd ja | vond alles goed | zei dat het goed is
AGREE: vindt het een prima voorstel | vindt het een goed voorstel | vindt het een mooi voorstel | vindt het een nette oplossing | vindt het een prima oplossing | vindt het een fijne oplossing
AGREE: vindt het een eerlijk voorstel | vindt het een redelijk voorstel | vindt het redelijk | vond het redelijk | vindt het eerlijk | vindt het netjes | vindt het netjes opgelost
AGREE: is er gelukkig mee | instemmen | mee instemmen | ermee instemmen | zich vinden | mee akkoord gaan | vindt het dik in orde | dik in orde | vindt het in orde
AGREE: vindt het dik in orde zo | in orde zo | vindt het wel best | heeft er vrede mee | er vrede mee | vrede mee | vrede hebben met | legt zich er bij neer | kan leven met
AGREE: kan er mee uit de voeten | is helemaal happy | happy mee | gelukkig mee | verguld | in zijn sas | in haar sas | in haar schik | in zijn schik | in zijn nopjes
AGREE: kan ermee uit de voeten | zegt dat hij akkoord is | tekent ervoor | tekent er voor | heeft getekend voor akkoord | getekend retour | neemt het zo aan | laat het hierbij
AGREE: opgelucht | berust | heeft akkoord gegeven | akkoord bevestigd | akkoord per mail | is er content mee | content mee | akkoordverklaring | slaat toe | hapt toe
AGREE: noemt het top | goedgekeurd | instemming betuigd | betuigt instemming | heeft zijn instemming betuigd | heeft haar instemming betuigd
REJECT-WORD: niet akkoord | gaat niet akkoord | niet akoord | niet accoord | geen akkoord | niet mee eens | gaat er niet mee akkoord | ging niet akkoord
REJECT: weigert | geweigerd | weigerde | weigeren | wijst af | wees af | afgewezen | ontevreden | wijst het af | wijst het voorstel af | verwerpt | niet akkoord | oneens | niet mee eens | niet tevreden
REJECT: niet blij | accepteert niet | accepteert het niet | accepteert dit niet | neemt geen genoegen | geen genoegen | geen akkoord | gaat niet akkoord | gaat er niet mee akkoord
REJECT: gaat hier niet mee akkoord | is het er niet mee eens | is het hier niet mee eens | niet akoord | niet accoord | kan zich niet vinden | kan zich er niet in vinden | vindt het niet genoeg
REJECT: vindt het te weinig | vindt dit te weinig | vindt het onvoldoende | vindt het voorstel te mager | vindt het voorstel onvoldoende | onacceptabel | niet acceptabel | not happy
REJECT: laat het er niet bij | neemt er geen genoegen mee | neemt hier geen genoegen mee | gaat niet in op | ging niet akkoord | stemt niet in | slaat af | slaat het af | slaat het voorstel af
REJECT: af te wijzen | afwijzen | afwijst | af te slaan | niet te accepteren | niet te aanvaarden | niet in te stemmen | niet akkoord te gaan | niet akkoord te zijn | is er niet blij mee
REJECT: is er niet blij met | er niet blij mee | er niet blij met | er niet tevreden mee | er niet tevreden over | is er niet tevreden over | is er niet tevreden mee | er niet over te spreken
REJECT: er niet gelukkig mee | hoeft ons voorstel niet | hoeft het voorstel niet | hoeft het niet | wil het voorstel niet | nog steeds ontevreden | nog altijd ontevreden
REJECT: nog steeds niet tevreden | nog altijd niet tevreden | nog steeds niet akkoord | niet akkoord verklaard | kan zich niet verenigen | zich niet verenigen | kan zich hier niet in vinden
REJECT: kan zich hierin niet vinden | kan zich daar niet in vinden | kan zich daarin niet vinden | pikt het niet | pikt dit niet | pikt dat niet | slikt het niet | slikt dit niet
REJECT: neemt het niet aan | neemt dit niet | neemt het niet | neemt voorstel niet aan | neemt het voorstel niet aan | neemt ons voorstel niet aan | wil er niet aan | wil er niks van weten
REJECT: wil er niets van weten | wil niet akkoord gaan | zegt nee | zei nee | nee gezegd | vindt het niks | vindt het niets | vindt dit niks | vond het niks | vond het niets
REJECT: vindt het een belachelijk voorstel | vindt het belachelijk | vindt het een lachertje | vindt het een schijntje | vindt het een fooi | niet mee akkoord | er niet mee akkoord
REJECT: moet er niks van hebben | moet er niets van hebben | gaat er niet in mee | gaat hier niet in mee | gaat niet mee | gaat hierin niet mee | legt zich er niet bij neer
REJECT: legt zich hier niet bij neer | legt zich niet neer bij | berust niet | verwerpt het | verwerpt dit | verwerpt ons voorstel | van de hand gewezen | wijst van de hand
REJECT: wijst het voorstel van de hand | wijst voorstel af | wees het voorstel af | wees het af | wijst aanbod af | slaat aanbod af | sloeg af | sloeg het aanbod af | stemt er niet mee in
REJECT: stemt hier niet mee in | gaf geen akkoord | geeft geen akkoord | heeft bezwaren | heeft bezwaar | tekent bezwaar aan | is het oneens | is niet happy | is niet om | is nog steeds boos
REJECT: nog steeds boos | nog altijd boos | is teleurgesteld in het voorstel | niet tevredengesteld | vindt het beneden de maat | betwist de uitkomst | verzet zich | protesteert | vecht het aan
REJECT: verworpen | is niet eens | niet eens | afgeslagen | verworpen worden | wil het zo niet | wil dit niet | wil dat niet | wijst het aanbod af | wijst ons aanbod af
REJECT: wijst het bod af | lacht ons uit | weigert pertinent | kan er niet mee leven | kan hier niet mee leven | gaat er niet voor | er niet voor tekenen | tekent niet
REJECT: neemt geen genoegen met | geen genoegen met | zegt dat het niet genoeg is | voelt zich afgescheept | afgescheept | vindt het een aanfluiting | aanfluiting | schandalig
REJECT: vindt het schandalig | veegt het van tafel | van tafel geveegd | veegt ons voorstel van tafel | kan er niet in meegaan | kan hier niet in meegaan | niet in meegaan
TOO-LITTLE: te weinig | te mager | te laag | onvoldoende | niet genoeg | niet voldoende | te karig | te min | niet toereikend | ontoereikend | een schijntje | een fooi | een lachertje
TOO-LITTLE: beneden de maat | wil meer | wil meer geld | meer geld
WITH-IT: met het voorstel | met de uitkomst | met de oplossing | met ons voorstel | met onze oplossing | met dit voorstel | met het aanbod | met ons aanbod | met de regeling | het voorstel
WITH-IT: ons voorstel | het aanbod | ons aanbod | de uitkomst | de oplossing | voorstel | erin | hierin | daarin | hiermee | ermee | daarmee | over de uitkomst | over het voorstel
WITH-IT: over de oplossing | met hoe het is opgelost | met de afhandeling | over de afhandeling | met voorstel | met uitkomst | met oplossing | met aanbod | met het bedrag | met de korting
WITH-IT: met de vergoeding | hier mee | met de beslissing | met ons besluit | met het besluit | met de conclusie | met onze conclusie | met de brief | met het bod | met ons bod
WITH-IT: met onze uitkomst | met de voorgestelde oplossing | met de aangeboden oplossing | met wat we voorstellen | met het resultaat | over ons voorstel | in de uitkomst | in het voorstel
WITH-IT: in ons voorstel | in de oplossing | het bod | ons bod | aanbod | bij de uitkomst | bij het voorstel | bij de beslissing | bij ons besluit | tegen ons voorstel | tegen het voorstel
WITH-IT: op ons voorstel | op het voorstel | tegen voorstel | op ons aanbod | op het aanbod | tegen ons aanbod
APPEAL-WORD: beroep | in beroep | in beroep gegaan | beroep ingesteld | beroep aangetekend
APPEAL: beroep | in beroep | hoger beroep | in hoger beroep | geschillencommissie | de geschillencommissie | naar de geschillencommissie | geschillencie | geschillenbeslechter
APPEAL: onafhankelijke derde | de onafhankelijke derde | naar de onafhankelijke derde | beroepscommissie | bij de geschillencommissie | bij de onafhankelijke derde | beroep ingesteld
APPEAL: in beroep gegaan | beroep aangetekend | beroep aantekenen | tekent beroep aan | stelt beroep in | gaat in beroep | naar de geschillencie | beroepsprocedure | bezwaar
APPEAL: gaat het hogerop zoeken | zoekt het hogerop | hogerop | naar de commissie | geschillen commissie | de geschillen commissie | naar de geschillen commissie | geschilcommissie
APPEAL: de geschilcommissie | naar de rechter | naar een onafhankelijke derde | bij een onafhankelijke derde | externe instantie | beroep aangetekent | beroep ingediend | een beroep ingediend
APPEAL: bezwaar ingediend | klacht voorgelegd aan de commissie | in hogerberoep | tot de geschillencommissie | tot een geschillencommissie | tot de onafhankelijke derde
APPEAL: tot een onafhankelijke derde | tot de rechter | raadsman | een raadsman | advocaat ingeschakeld | legt de zaak voor aan de geschillencommissie
APPEAL: voor aan de geschillencommissie | aan de geschillencommissie | stapt naar de commissie | zaak voorgelegd aan | hogerop gaan | naar de ombudsman | ombudsman
APPEAL: bij de ombudsman | beroepsschrift | beroepschrift | beroepschrift ingediend | beroepschrift ontvangen | geschillen cie | de geschillencie
GOES: gaat | ging | gegaan | stapt | gestapt | stapte | naar | ingesteld | ingediend | aangetekend | tekent | tekende | stelt | dient | ingeschakeld | schakelt | legt | gelegd | voorgelegd
GOES: legt voor | ingang | brengt | bij | in | zoekt | wendt | wendt zich tot | wend | meldt zich bij | komt | schakelde | gewend | wendde | gericht | benaderd | richt | aanhangig
GOES: aanhangig gemaakt | gemaakt
WITHDRAW: ingetrokken | trekt in | trok in | heeft ingetrokken | introk | introkken | ingetroken | ingetrokke | heeft klacht ingetrokken | heeft haar klacht ingetrokken
WITHDRAW: heeft zijn klacht ingetrokken | trekt haar klacht in | trekt zijn klacht in | trekt zijne klacht in | trekt de klacht in | trekt klacht in | trok klacht in
WITHDRAW-WEAK: intrekken | intrekt | trekt zich terug | trekt terug | teruggetrokken | ziet ervan af | ziet er van af | ziet af van | ziet af | ziet ervanaf | zag ervan af | zag er van af
WITHDRAW-WEAK: afgezien van | laat het erbij | laat het er bij | laat het er verder bij | laat het hierbij | wil niet verder | wil het hierbij laten | wil geen klacht meer
WITHDRAW-WEAK: laat de klacht vallen | laat klacht vallen | heeft de klacht laten vallen | stopt ermee | ziet er vanaf | laat het erbij zitten | laat het er bij zitten | zit er niet meer mee
WITHDRAW-WEAK: hoeft niet verder | wil er niet mee verder | wil er niet verder mee | ziet af van verdere behandeling | ziet af van behandeling | afziet van | wil ermee stoppen
WITHDRAW-WEAK: wil er mee stoppen | wil stoppen | wil ervan af | laat het zitten | laat het maar zitten | laat de zaak rusten | laat het rusten | laat het varen | hoeft al niet meer
WITHDRAW-WEAK: vindt het niet meer nodig | geen prijs meer op | stelt geen prijs meer op | niet langer prijs op | wenst niet verder | wenst geen verdere behandeling | wil de klacht laten vallen
WITHDRAW-WEAK: wil klacht intrekken | wil de klacht intrekken | wil haar klacht intrekken | wil zijn klacht intrekken | zet er een punt achter | trekt de stekker eruit | in te trekken
WITHDRAW-WEAK: de klacht in te trekken | haar klacht in te trekken | zijn klacht in te trekken | wenst in te trekken | wil intrekken
COMPLAINT-NOUN: klacht | de klacht | haar klacht | zijn klacht | hun klacht | deze klacht | de haar klacht | de ingediende klacht | ingediende klacht | haar bezwaren | zijn bezwaren
NO-COMPLAINT: geen klacht | geen echte klacht | geen officiele klacht | geen formele klacht | is geen klacht | dit is geen klacht | niet echt een klacht | niet als klacht bedoeld
NO-COMPLAINT: helemaal geen klacht | toch geen klacht | niet een klacht | geen klagt | betreft geen klacht | gaat niet om een klacht | niet om een klacht | kan je geen klacht noemen
NO-COMPLAINT: is niet echt een klacht | is eigenlijk geen klacht | ni echt een klacht | nie echt een klacht | geen klacht te noemen
SPAM: spam | reclame | phishing | spammail | spambericht | junk | ongewenste mail | nepmail | oplichting | reclamemail | reclamefolder | acquisitie | scam | ongewenste reclame | marketingmail
SPAM: nieuwsbrief | advertentie | reclamespul | troep | rommel | verkooppraatje | verkoopmail | cold mail | mailing | reclame voor | drukwerk | reclame voor drukwerk
QUESTION-KIND: vraag | een vraag | gewone vraag | informatieve vraag | vraagje | informatieverzoek | informatieaanvraag | infovraag | verzoek om informatie | vraag om informatie
QUESTION-KIND: algemene vraag | een gewone vraag | meer een vraag | gewoon een vraag | alleen een vraag | enkel een vraag | alleen maar een vraag | slechts een vraag | een informatieverzoek
QUESTION-KIND: informatie verzoek | offerteaanvraag | een offerteaanvraag | praktische vraag | een praktische vraag | administratieve vraag | een administratieve vraag | een vraag om informatie
QUESTION-KIND: een verzoek om informatie | inhoudelijke vraag | vraagske | een vraagje | gewoon vraag | een vraag mbt | vraag mbt | vraag over | een vraag over | een vraag betreffende
QUESTION-KIND: vraag inzake | wil gewoon weten | wil alleen weten | wil enkel weten | wil gewoon iets weten | wil alleen iets weten
QUESTION-KIND: wil alleen een | wil enkel een | wil gewoon een | vraagt alleen om | vraagt alleen een | vraagt alleen naar | wil alleen een offerte | wil alleen een kopie | wil alleen informatie | wil alleen maar weten | vraagt alleen maar
COMPLIMENT: compliment | complimenten | een compliment | complimentje | bedankje | bedankmail | dankmail | positieve feedback | dankwoord | lof | pluim | een pluim | felicitatie | complimentjes
COMPLIMENT: een bedankje | een compliment voor | bedankmailtje | bedankbriefje | lovende woorden | lovend bericht | dankbetuiging
KIND-OTHER: suggestie | een suggestie | tip | een tip | feedback | idee | opmerking | mededeling | sollicitatie | factuur | afmelding | melding van een fout
COMPLAINT: klacht | toch een klacht | wel een klacht | is een klacht | een klacht | echte klacht | als klacht | toch wel een klacht | toch klacht | wel klacht | wel degelijk een klacht
COMPLAINT: alsnog een klacht | officiele klacht | een klacht van | klagt | als klacht te worden | als een klacht | wel als klacht | betreft wel degelijk een klacht
COMPLAINT: is wel degelijk een klacht | toch echt een klacht | wel een echte klacht | wel degelijk klacht | dit is wel een klacht
NEW-COMPLAINT: nieuw | nieuwe klacht | een nieuwe klacht
TOLD: gemeld | doorgegeven | verteld | meegedeeld | medegedeeld | verteld aan | besproken | toegelicht | uitgelegd | laten weten | gecommuniceerd | overgebracht | vertelt | doorgebeld
TOLD: verwittigd | overgemaakt aan de klant | verteld gekregen | gezegd | meegegeven | gemeld aan | overgebracht aan | verteld dat | ter kennis gebracht | kenbaar gemaakt
OUTCOME-NOUN: uitkomst | de uitkomst | onze uitkomst | uitslag | conclusie | resultaat | het resultaat | het besluit | besluit | beslissing | de beslissing | ons besluit | onze beslissing
OUTCOME-NOUN: bevindingen | onze bevindingen | oplossing | ons standpunt | ons oordeel | het oordeel | het eindoordeel | eindoordeel | de uitslag | onze conclusie | de conclusie
OUTCOME-NOUN: het resultaat van het onderzoek | bevinding
TO-ALL: aan allen | aan iedereen | aan alle klagers | aan alle klanten
REMEDY: geld | geld terug | haar geld terug | zijn geld terug | korting | excuus | excuses | excuusbrief | restitutie | vergoeding | schadevergoeding | compensatie | nieuwe datum | andere datum
REMEDY: andere trainer | nieuwe trainer | terugbetaling | creditnota | gratis | opnieuw | genoegdoening | tegemoetkoming | tegoedbon | voucher | certificaat | herkansing | volledige restitutie
REMEDY: het hele bedrag | het volle bedrag | reiskosten | de reiskosten | zijn reiskosten | haar reiskosten | cursusgeld | het cursusgeld | haar cursusgeld | zijn cursusgeld
REMEDY: restitutie van het cursusgeld | terugbetaling van het cursusgeld | teruggave | teruggave van het cursusgeld | geld retour | centen terug | haar centen terug | zijn centen terug
REMEDY: cursusgeld retour | andere coach | andere adviseur | nieuwe training | nieuwe cursus | nieuwe cursusdag | inhaaldag | inhaalles | inhaalcursus | gratis inhaalsessie | herexamen
REMEDY: kwijtschelding | korting op de factuur | creditfactuur | de kosten vergoed | kosten vergoed | de kosten terug | kosten terug | een bos bloemen | bloemen | een excuusbrief | een gesprek
REMEDY: persoonlijk gesprek | het bedrag terug | bedrag terug | de helft terug | helft terug | terugbetaald worden | terugbetaald | een deel terug | een andere datum | een nieuwe datum
REMEDY: een andere trainer | een nieuwe trainer | een vervangende training | vervangende training | een bewijs van deelname
REMEDY: gecompenseerd | gecompenseerd worden | vergoed worden | schadeloos gesteld | schadeloos gesteld worden | tegemoetgekomen worden
WANT: wil | wenst | wilt | vraagt | vraagt om | eist | verlangt | wil graag | zou graag | zou graag willen | wenste | vroeg | vroeg om | hoopt op | verwacht | wilde | wilde graag | had graag
WANT: nodig | eisen | vordert | wenst te ontvangen | ziet graag | zou willen | zou graag zien | vroeg of | verzoekt | verzoekt om | verzocht | verzocht om | wil alleen maar | heeft recht op
WANT: staat erop | wou | wou graag | wilt graag | zoekt | wil het liefst | wil het liefste | zou het liefst | eiste | claimt | vind dat ze recht heeft op
MEASURE: maatregel | verbetermaatregel | maatregelen | de maatregel | verbeteractie | actiepunt | verbeterpunt | maatregel nr | maatregel nummer | de verbetermaatregel | de verbeteractie
MEASURE: actie | de actie | verbetermaatregelen
PROMISE: toezegging | de toezegging | belofte
KEPT: nagekomen | betaald | overgemaakt | teruggestort
DONE: gereed | klaar | gedaan | uitgevoerd | afgerond | af | voltooid | geregeld | gefixt | doorgevoerd | ingevoerd | geimplementeerd | opgepakt en klaar | afgehandeld | rond | gebeurd
DONE: in orde | op orde | genomen | staat | afgevinkt | gerealiseerd | volbracht | doorgevoert | in werking | is er door | opgezet | ingericht | operationeel | live | gemaakt | aangepast
DONE: geinstalleerd | ingeregeld | ingepland en gedaan | helemaal klaar | uitgevoert | afgewerkt | in orde gebracht | opgelost | ok nu | actief
AS-DONE: als uitgevoerd | als gereed | als klaar | als afgerond | als gedaan | op gereed | op klaar | op uitgevoerd | op afgerond | op groen | afvinken | afgevinkt worden | als gereed melden
AS-DONE: afmelden
WORKS: werkt | helpt | gewerkt | geholpen | effectief | werkt goed | heeft gewerkt | heeft geholpen | werkt prima | effect gehad | heeft effect | effect | hielp | werkte | werkt goed nu
WORKS: slaat aan | heeft zijn werk gedaan | helpt wel | heeft zin | blijkt te werken | doet zijn werk | is effectief gebleken | effectief gebleken | doeltreffend
WORKS-NOT: werkt niet | helpt niet | niet gewerkt | niet geholpen | niet effectief | geen effect | werkt onvoldoende | werkt averechts | hielp niet | werkte niet | heeft geen zin
WORKS-NOT: werkt voor geen meter | helpt voor geen meter | werkt nie | werkt ni | werkt niet goed | sorteert geen effect | haalt niks uit | haalt niets uit | heeft niks geholpen
WORKS-NOT: heeft niets geholpen | heeft niet geholpen | werkt niet zoals gehoopt | helpt niks | helpt niets | niet doeltreffend | ineffectief
"""
