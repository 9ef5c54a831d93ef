"""Dutch: who handles it: taking, giving, giving back."""

from typing import Final

WORDS: Final = """
TAKE: pak | pakken | oppak | oppakken | opgepakt | pik | oppikken | neem | nemen | aanneem | aannemen | overneem | overnemen | overgenomen | op me nemen | op me | op mij nemen | behandel
TAKE: behandelen | afhandel | afhandelen | handel | handelen | regel | regelen | doe | doen | do | fix | fixen | verzorg | verzorgen | draag zorg | ontferm | ontfermen | bekommer | bekommeren
TAKE: pluk | trek | claim | claimen | adopteer | bemoei | zorg | zorgen | zorg ervoor | klaar | klaren | pakte | buig | werk | volg op | opvolgen | volg | neem op me | schiet | onderzoek
TAKE: uitzoek | oplossen | uitvoeren | afmaken | bekijk | bekijken | voor zijn rekening nemen | voor haar rekening nemen | op zich nemen | trekken | behandeld | afgehandeld door | aanvatten
TAKE: aanpakken | aanpak | oplos | tackel | tackelen | ter hand | ter hand genomen | ter hand nemen | op me genomen | op mij genomen | aangenomen | in behandeling genomen | in behandeling
TAKE: in behandeling nemen | onder handen | onder handen nemen | uitpluizen | afwikkelen | afwikkel | ontferm me | ontferm mij | beheer | beheren | coordineer | coordineren | begeleid
TAKE: begeleiden | waarnemen | neem waar | oppikt | trek me aan | trek mij aan | aantrekken | vat | vatten | opneem | ter harte | geregeld krijgen | verwerk | verwerken | opgelost krijgen
TAKE: zorg dragen voor | draag zorg voor | zorg dragen | geschieden | geschiedt | aanvaard | aanvaarden | neem over | neem ik over | me bemoeien | buigen | over buigen | ontfermen over
TAKE: opruimen | ruimen | oprapen | klaarspelen | voor mijn rekening nemen | voor m'n rekening nemen | op mijn bordje nemen
TAKE: op te pakken | over te nemen | af te handelen | op zich te nemen | voor zijn rekening te nemen | voor haar rekening te nemen | belast
TAKE: ontferm mij over | ontferm me over | wil trekken | ruim op | ga achteraan | bekommer mij om | doon | doon wal
PICK: op te pakken | over te nemen | af te handelen | op zich te nemen | voor zijn rekening te nemen | voor haar rekening te nemen
TAKE-3: pakt | oppakt | neemt | overneemt | behandelt | handelt | regelt | doet | fixt | verzorgt | ontfermt | bekommert | krijgt | volgt | zorgt | pikt | trekt | klaart | doe | bekijkt
TAKE-3: ontfermt zich | ontfermt zich over | bekommert zich | buigt zich | behandeld | doed | paktt | gaat doen | beheert | coordineert | vat | zal doen | lost | ging doen | zit erop
TAKE-3: zit er op | zit er bovenop | is ermee bezig | is er mee bezig | zit hierop | buigt | ruimt | tackelt | fikst | wikkelt | raapt | begeleidt | gaat zich over | gaat erover | vangt
TAKE-3: pakt op
PICK: opgepakt | overgenomen | oppakken | oppak | overnemen | behandelen | afhandelen | op me nemen | op mij nemen | ga oppakken | oplossen | voor zijn rekening nemen | voor haar rekening nemen
PICK: op zich nemen | in behandeling nemen | ter hand nemen | voor mijn rekening nemen | voor mijn rekening | aanpakken | uitpluizen | tackelen | neem over
SHOULDER: pak | neem | oppakken | overnemen | behandel | pik | fix | regel | claim | pluk | afhandelen | behandelen | regelen | doe | afhandel | beheer
SHOULDER: belast ik mij met de afwikkeling van | belast ik mij met de behandeling van | belast ik mij met de afhandeling van | belast ik mij gaarne met de afwikkeling van
SHOULDER: belast ik mij gaarne met de behandeling van | belast ik mij gaarne met de afhandeling van | belast ik mij graag met de afwikkeling van
SHOULDER: belast ik mij graag met de behandeling van | belast ik mij graag met de afhandeling van | belast ik me met de afwikkeling van | belast ik me met de behandeling van
SHOULDER: belast ik me met de afhandeling van | belast ik me gaarne met de afwikkeling van | belast ik me gaarne met de behandeling van
SHOULDER: belast ik me gaarne met de afhandeling van | belast ik me graag met de afwikkeling van | belast ik me graag met de behandeling van
SHOULDER: belast ik me graag met de afhandeling van
OVER: overnemen | neem over | overneem | overgenomen | zolang over | zolang van haar over | zolang van hem over | zolang waar
BUSY: bijt me hier in vast | bijt me erin vast | bijt me vast in | zet mijn tanden in | zet mijn tanden erin | achteraan | hier achteraan | hierachteraan | er achteraan | erachteraan
BUSY: achterheen | hier achterheen | er achterheen | aan de slag | mee aan de slag | aan het werk | bezig | mee bezig | bezig mee | er bovenop | erbovenop | mee aan de gang | aan de gang
BUSY: aan de bak | mee door | achter de vodden | bovenop | zit erop | zit er op | er tussen | ertussen | aan de slag mee | mee aan het werk | verdiep | duik | duik erin | duik er in | bijt
BUSY: bijt me vast | bijten | bijt me er in vast | zet me hier aan | ga hiermee aan de gang | buig me erover | buig mij erover | me erover buigen | mij erover buigen | buig me hierover
BUSY: buig mij hierover | me hierover buigen | mij hierover buigen | kruip erin | kruip er in | spring erin | spring hier in | spring er in | duik hierin | duik hier in | stort me erop
BUSY: stort me hierop | stort mij hierop | ga erin | schouders eronder | schouders hieronder | mijn schouders onder | hou me bezig | hou mij bezig | houd me bezig | houd mij bezig
BUSY: me bezighouden | mij bezighouden | me mee bezighouden | mij mee bezighouden | bezighouden | mee bezighouden | begonnen | ermee begonnen | al begonnen | mee begonnen | gestart
BUSY: mee gestart | mee aan het rommelen | bekommer me | bekommer mij | bekommeren | om bekommeren | hap toe | ben hem | ben de lul | ben de sigaar | ben de klos | ga er tegenaan | er tegenaan
BUSY: ertegenaan | zet me eraan | aan het uitzoeken | mee in de weer | druk mee | vat hem aan | vat dit aan | vat het aan | steek er tijd in | steek mijn tijd in | stort mij erop
BUSY: zit erbovenop | zit er bovenop | hou de vinger aan de pols | ga ervoor | ga er voor | hiermee bezig | er mee bezig | onder mijn hoede | neem op me | werp me erop | werp mij erop
BUSY: werp me hierop | spring erop | spring er op | spring hierop | offer me op | offer mij op | gooi me erop | bekommer me erom | bekommer me hierom | zet me erachter | ga erachteraan
BUSY: ga er meteen mee aan de slag | achter deze klacht aan | achter deze aan | achter dit aan | achter die klacht aan | hier verder mee | hiermee verder | er verder mee
BUSY: ermee verder | hier mee verder | ermee door | hiermee door | hier mee door | er mee door | belast mij met | belast mij graag met | belast mij gaarne met | me belasten met
BUSY: mij belasten met | belast mij met de afwikkeling van | belast me met de afwikkeling van | belast mij met de behandeling van | buig mij | buig me | schaar me erachter
BUSY: ga er achterheen | zet de tanden erin | ga erachter | klim in de telefoon | klim er in | klim erin | duik er wel in | duik er even in | ga het regelen | ga dit regelen
BUSY: ga deze regelen | ga hem regelen | ga dit oppakken | ga deze doen | ga dit doen
GOT-IT: deze heb ik | die heb ik
JOB: afhandeling | de afhandeling | als behandelaar | behandelaar | de behandelaar | behandeling | de behandeling | behandeling van | eigenaar | de eigenaar | eigenaarschap | verantwoordelijke
JOB: verantwoordelijk | verantwoordelijkheid | casemanager | dossierhouder | klachtbehandelaar | trekker | coordinator | aanspreekpunt | eerste aanspreekpunt | behandelend partner
JOB: contactpersoon | opdracht | de opdracht | ter behandeling | ter afhandeling | ter afdoening | de aangewezen persoon | aangewezen persoon | de juiste persoon | afwikkeling | de afwikkeling
JOB: de behandeling van | de afwikkeling van | de afhandeling van | afhandeling van | als aanspreekpunt | als contactpersoon | als klachtbehandelaar | als trekker | als verantwoordelijke
JOB: beschikbaar | me aan | mij aan | mij hiervoor aan | me hiervoor aan | vrijwilliger | de geschikte persoon | de beste persoon | de logische behandelaar | de juiste man | de juiste vrouw
JOB: de juiste | de aangewezen behandelaar | de zorg voor | zorg voor | in goede handen | goede handen | de beste man | beste man | de beste vrouw | beste vrouw | beste persoon | de beste keuze
JOB: de beste kandidaat | de meest geschikte | geschikt | de meest logische | het meest geschikt | pakkie-an | pakkie an | pakkie aan | pakkie | afdeling | de man hiervoor
JOB: de vrouw hiervoor | de klos | de lul | aan zet | aan de beurt | aan de lat | de lead | lead | pijler | de pineut | de sigaar | de verantwoordelijke hier
ASSIGN-WORD: toewijzen | toegewezen | toewijzing
GIVE: markeer | markeren | merk aan | aanmerken | geef | geven | gegeven | toewijzen | toegewezen | toewijs | toekennen | toebedelen | overdragen | overgedragen | overdraag | doorgeven
GIVE: doorzetten | doorzet | zet door | doorschuiven | schuif | schuif door | schuiven | zet | zetten | gezet | leg | leggen | leg neer | neerleggen | wijs | wijs toe | draag | stuur door
GIVE: doorsturen | doorgestuurd | speel door | doorspelen | ligt | hoort | hoort thuis | thuis | noteer | noteren | schrijf | inschrijven | registreer | maak | benoem | hang | verplaats
GIVE: verplaatsen | gooi | passeer | speel | genoteerd | afgevinkt | geboekt | zette | zetting | op te dragen | opdragen | over te dragen | toe te wijzen | toe te bedelen | toe te kennen
GIVE: over te laten | door te zetten | plaats | plaatsen | geplaatst | bied | stel | meld | toebedeeld | toebedeel | opgedragen | aangewezen | aanwijzen | benoemd | aangesteld | aanstellen
GIVE: overdracht | overdracht naar | overdracht aan | delegeren | delegeer | gedelegeerd | deleger | verwijs | verwijzen | doorverwijzen | doorverwezen | verleg | laat landen | landen
GIVE: parkeren bij | berust | belegd | beleg | beleggen | komt toe | drop | dump | bij leggen | neergelegd | toevertrouwen | toevertrouw | toevertrouwd | doorgezet | doorgeschoven | toegekend
GIVE: stuur door naar | schuif toe | afgestaan | plak | prik | bezorg | speel toe | doorspeel | ligt bij | hoort bij | past bij | past | koppel | uitbesteden | meld aan | bied aan | aangemerkt
GIVE: toe te delen | toedelen | toegedeeld | toedeling aan | neer te leggen | bestempeld | gekwalificeerd | beschouwd als | bestempelen | voorgelegd | voorleggen | geplaatst worden | te plaatsen | zetten op | zet bij | aan te duiden | aanduiden | aangeduid
GIVE: aan te stellen | aan te wijzen | inschakelen | in te schakelen | inzetten | in te zetten | te geven | over laten | overlaten aan | te laten | te laten behandelen
GIVE-3: geeft | zet | krijgt | kreeg | mag | heeft al | heeft opgepakt | heeft overgenomen | heeft deze | heeft die | heeft hem al | heeft deze al | heeft dit al | heeft het al
GIVE-3: krijgt deze van mij | krijgt hem van mij | krijgt van mij | krijgt 'm van mij | krijgt die van mij
GIVE-3: heeft aangeboden | bood aan | biedt aan | wil deze wel | wil hem wel | wil dit wel | wil die wel | wil deze graag | wil hem graag | is aan de beurt | staat aan de lat
GIVE-3: heeft de lead
LEAVE: laat | laten | overlaten | laat over
BACK: terug | teruggeven | terug geven | teruggegeven | terug gegeven | retour | terugleggen
RELEASE: geef terug | teruggeven | terug geven | teruggegeven | geef retour | terug naar partners | terug naar de partners | terug in de pot | terug in de groep | terug naar de groep
RELEASE: terug op de stapel | leg terug | terugleggen | haal mij eraf | haal mij er af | haal me eraf | haal me er af | haal mijn naam eraf | haal mijn naam er af | mij eraf | me eraf
RELEASE: mij er af | zet mij eraf | terug aan de partners | terug bij de partners | moet hem teruggeven | moet deze teruggeven | moet dit teruggeven | moet het teruggeven | moet ik teruggeven
RELEASE: wil ik teruggeven | kan iemand anders | moet iemand anders | wie neemt het over | wie neemt hem over | wie neemt over | wie neemt deze over | wie kan hem overnemen
RELEASE: wie kan het overnemen | wie kan deze overnemen | kan iemand het overnemen | kan iemand deze overnemen | kan iemand hem overnemen | iemand anders | een ander | iemand anders doen
RELEASE: laat los | loslaten | geef ik op | afgeven | laten schieten | laat schieten | laten vallen | leg neer | neerleggen | vanaf | er vanaf | ervanaf | af van | er af | eraf halen
RELEASE: te ontheffen | ontheffen | ontheven | onthef | ontlast | me terug als behandelaar | mij terug als behandelaar | me terugtrekken | mij terugtrekken | trek me terug | trek mij terug
RELEASE: stop ermee | stop er mee | stoppen ermee | stop hiermee | geef over aan een ander | aan een ander | iemand anders vinden | zoek iemand anders | zoek een ander | zoek maar iemand anders
RELEASE: zoek maar een ander | een ander zoeken | iemand anders zoeken | draag ik over | moet een ander doen | moet iemand anders doen | laat een ander | laat iemand anders | mag een ander
RELEASE: mag iemand anders | kan een ander | afstaan | sta af | sta ik af | weer vrij | weer beschikbaar voor een ander | weer in de pot | terug op de hoop | weer op de stapel | laat hem los
RELEASE: laat deze los | laat dit los | laat het los | laat die los | een ander moet | een ander moet hem maar overnemen | een ander moet het maar overnemen | een ander moet het overnemen
RELEASE: een ander moet dit overnemen | een ander het maar doen | een ander moet het doen | een ander moet dit doen | een ander moet maar
RELEASE: neer te leggen | terug te geven | terug te leggen | af te staan | los te laten | neder te leggen | laten lopen | laat lopen | laat ik lopen | moet ik laten lopen | terug in de pool | terug in de poule | terug in de bak | terug naar de pool | in de pool
RELEASE: weer in de groep | weer terug op de stapel | op de stapel | weer op de hoop | op de hoop | terug in het mandje | terug in de mand | wie wel | wie wil hem | wie wil deze
RELEASE: wie wil | wie kan hem doen | wie doet hem | wie doet deze | wie neemt hem | wie neemt deze | wie pakt hem | wie pakt deze | wie pakt hem op | wie pakt dit op
RELEASE: wie wil hem hebben | wie wil deze hebben | weer vrijgeven | vrijgeven | geef ik vrij | stel weer beschikbaar | weer naar de pot | mandaat terug | leg hierbij neer
RELEASE: moet ik laten schieten | moet ik loslaten | leggen maar weer terug | terug naar af | weer terug in de pot
CANT: lukt niet | lukt mij niet | lukt me niet | lukt ons niet | lukt toch niet | gaat niet lukken | gaat mij niet lukken | gaat me niet lukken | gaat 'm niet worden | gaat hem niet worden
CANT: kom er niet aan toe | kom hier niet aan toe | kom er niet aan | niet aan toe | niet aan toe kom | red ik niet | redden niet | red het niet | red dit niet | red deze niet | trek ik niet
CANT: trek het niet | kan ik niet doen | kan het niet doen | kan dit niet doen | kan deze niet doen | kan hem niet doen | kan niet oppakken | kan deze niet oppakken | kan dit niet oppakken
CANT: kan het niet oppakken | kan deze niet behandelen | kan het niet behandelen | kan dit niet behandelen | niet haalbaar | kan deze niet meer doen | kan dit niet meer doen
CANT: kan het niet meer doen | niet meer doen | niet verder behandelen | geen tijd voor vrijmaken | geen tijd vrijmaken | geen tijd voor maken | ben verhinderd | verhinderd | kom er niet toe
CANT: kom hier niet toe | niet toe komen | niet voor elkaar | niet behappen | kan het er niet bij hebben | kan dit er niet bij hebben | kan deze er niet bij hebben | er niet bij hebben
CANT: krijg het niet gedaan | krijg dit niet gedaan | krijg het niet rond | zie dit niet zitten | zie het niet zitten | niet meer behandelen | niet langer doen | niet langer behandelen
CANT: niet voortzetten | niet verder doen | niet meer voortzetten | red ik mij niet mee | red ik me niet mee | red ik het niet mee | red mij niet | red me niet
CANT: niks voor mij | niets voor mij | toch niks voor mij | toch niets voor mij | kan dit dus echt niet doen | kan ik dus niet doen | mag ik niet doen | mag dit niet doen
CANT: mag deze niet doen | hoor ik niet te doen | kan ik niet behandelen | kan ik niet | kan ik echt niet | gaat me boven de pet | gaat mijn pet te boven | past mij niet
CANT: past me niet | komt mij niet uit | komt me niet uit | komt niet uit | kan ik er niet bij hebben | kan ik echt niet bij hebben | schiet er bij in | schiet erbij in
CANT: niet in staat | ben niet in staat | buiten staat | ben buiten staat | kan geen kant op
CANT-WEAK: geen tijd | geen tijd voor | geen ruimte | geen capaciteit | zit vol | zit tjokvol | zit helemaal vol | te druk | heb het druk | het druk | mijn handen vol | tot mijn oren in
CANT-WEAK: overvol | agenda zit vol | agenda is vol | mijn agenda is vol | geen plek | geen plaats | overwerkt | te veel | teveel op mijn bord | te veel op mijn bord | belangenconflict
CANT-WEAK: belangenverstrengeling | bevooroordeeld | partijdig | niet onpartijdig | niet neutraal | ken de klant persoonlijk | ken haar persoonlijk | ken hem persoonlijk | ken klant persoonlijk
CANT-WEAK: te veel op mijn bordje | teveel op mijn bordje | te veel op mijn lijst | te veel op mijn lijstje | teveel op mijn lijstje | te veel te doen | te veel werk | genoeg op mijn bord | genoeg op mijn bordje | al genoeg te doen | te weinig tijd | te krap in mijn tijd | bomvol | propvol
CANT-WEAK: tot over mijn oren in het werk | tot over mijn oren in | tot over mijn oren | over mijn oren | zwem in het werk | verzuip in het werk | verzuip | kom om in het werk
CANT-WEAK: omkomen in het werk | aan mijn taks | mn zwager | mijn zwager | mijn zus | mijn broer | mijn buurvrouw | mijn buurman | mijn vriendin | mijn vriend | mijn neef
CANT-WEAK: mijn nicht | een vriendin van mij | een vriend van mij | een bekende van mij | persoonlijk bevriend | bevriend | familie van mij | familie | goede kennis
CANT-WEAK: een kennis van mij
SPARE: druk | te druk | het druk | ziek
AFTER-TALK: in overleg met | na overleg met | in samenspraak met | in afstemming met | na afstemming met | na enig overleg met | na kort overleg met | na even overleg met | in goed overleg met
AFTER-TALK: na ruggespraak met | in nauw overleg met | na contact met | heb overlegd met
AGREED: afgesproken | overeengekomen | besproken dat | is afgesproken | afgesproken dat | afgesproken om | samen afgesproken | overeengekomen dat | afgestemd dat | afgestemd
AGREED: geruild | besproken | is besproken
CHATTED: aan de koffie | bij de koffie | bij het koffieapparaat | bij de koffieautomaat | aan de lunch | op de gang | aan de lijn | aan de telefoon | onder de lunch | onder de koffie
OFFERS: heeft aangeboden | bood aan | biedt aan | heeft zich aangeboden
TALKED-OVER: overlegd | afgestemd | overleg gehad | overleg gepleegd | kortgesloten | doorgenomen met elkaar | geruild | gewisseld | gesproken erover | eens geworden
TALKED-OVER: samen bekeken
"""
