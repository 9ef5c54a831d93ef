"""Real words that begin with L to O."""

from typing import Final

WORDS: Final = """
    laagste laaie laakt laan laar laarne laats laatst laatsten labrie lace lachertjes lacht lachten lacie laden lader
    laer laeven lafste lage lagen lager lagers lags lak laken lakes lakken lakker lakte lakten lalden lallen lamens
    lamer lames lamper lance lancer landden lande landed landend lander landers landje lands lane lanen lanes langde
    langden lange langen langere langoer langs langst langt lanker lans lansen lanser lanter lapje lappen lapte lapten
    laren large larger larve laser lasse laste lasted lasten laster lastige lasting lasts late latei latend latent
    latere laters latex lather latin latte latten latter lauden laugs laurie laven lavende laxer layer lazen lazer
    lazing leach leached leads leapt lease leased least leaved leaven leaves lebbe lebben leden leeds leedst leef leefde
    leeft leegst leegt leek leekt leemt leen leende leenden leent leentje leepst leering leerlinge leert lees leet
    leever lefter legden legeer legen legende legenden legeren leget legged leggend legger leggin leghen legio
    legitimated legitimates legitimatie legmen legoen leguit leidt leien leins leitjes leken leker lekke lekken lekkere
    lekkers lekst lekte lelde lelden lelijk lellen lelletje lemen lenden lending lenen lenende lengen lening lenne
    lensen lenst lenten leren lerende lering lerop lest leste lester leter lether lette letten letters lettert letting
    lettre leugen leuker leurt leuter leuven leve levee level leven levend levende levenden levender levens leventjes
    lever leverde leverden levert levin lezen lezende lezer licet lich licht lichte lichts licit licked licking licks
    liebe liede lieden lief liefden liefdes liefje liefst liefste liefsten liege liegen lieke liens lierde lierop liers
    lies liese lieuw lieuwe lieven liever lieverd lievere lievers lieves lieze liezen liggend ligger light lijden lijdt
    lijf lijfde lijft lijk lijkbaar lijkend lijkte lijkten lijmen lijmt lijnen lijnt lijntje lijntjes lijpe lijs lijsje
    lijstjes lijstte lijten lijve lijven lijzen lijzig liken likken likker likt likte lilde lillen linde linden linea
    linge linger lings linken linkt linnen lisse lissen lisser listig liter lither litjes littel litter littler lively
    liven liver living locate locatief locaties locht locking locks lodder lodge lodger lodges loeder loefde loeft loeks
    loeten loeve loeven loever logen logged loggen logisch logischer lokken lokker loks lokte lommel londen lonely
    lonend lonende longed longen longer longs loods loodt looft loogde loogt looien looit look looming looms loons loont
    loop looping loops loopst loos loose loosing loost loot looting loots lopend lopende lorden loren lorries lorry lose
    loses losing loslatend loss lossen losser losses lossie losstaan losstaande loste losten loten loucher louks louse
    louwe loved loven lovend lovende lover lovers lozend lozing lucht luid luide luidst luijken luijt luiken luikjes
    luikt luim luimt luist luiste luit luiten luiting luitjens luits luke luken lukkes lukkien lukt lukten lullen lumber
    luncht lunge lungs luring lurken lurkte lusje lussen lusted lusten lustig lute luten lutjes lutke lutte lutter luwte
    maai maaier maakt maalde maalt maaltje maandags maandje maankaarten maart maatregels maces macht machten madame
    madams madden maden mades maes mafje magen magere magier maher maiden maids maier maikes maiks mailbom mailde
    mailden mailend mailer mailings mailmen mails mailt mailtjes maimed maiming maims mains mais mak makam makel makend
    maker makers makes making makken makkes makkie maks malde malden malen maler males malien maling mallee mallen
    malletje malls mals malt managed managen manager managers managet mandag mande mandement manden mander mandie
    mandjes manege maneges manen maner manes mange manger mangier mango manie manier manies manifeste manifesto
    manifests maning mankeer manken mankeren manlier mannen manner mannetjes mano mantje mapjes maple mappen marco maren
    mares marge marie markeert marken marker marketen marketer marlde marlen marling marlt marmeren marretje marte
    maskeer masken maskeren masking massage massaged masseer massing maten mater mates matilde matje matten mauer mauled
    mauling mauls maven maybes mayer mayke maykes mazen mazes meager meals meaning measured measures medegedeelde meden
    meeden meeder meeding meegedeelde meegegeten meeging meekijkend meelazen meelde meelden meeleven meelezend meelezer
    meelt meems meerdaags meerder meerderde meerderen meerdert meerling meesen meest meeter meetgegeven meetings meezing
    megen meiden meier meije meijne meijnen meiling meintje meise meisen meisjes meiske mekes mekken mekker meldden
    melde melded melder melen melken melkt meloen melsen melt melting menage menages menden mender mending meneert
    meneertjes menen menge mengen menger menging mengt menie menien meniere meniet menig menken mennen menner menning
    menselijk menselijke menselijker menselijks menses mensing mensje menten menting menuutjes mercy mere merel meren
    merg merged mergel mergen merger merges merkel merkem merken merkens merker merkt merkte merkten merle mesen mesje
    mesken messages messen messing mest mester mesting mete meted meten meteor meter meteren meters metes metier meting
    metjes metsen metser mette metten meug meuken meukt meunier meurt meusen meuter mevrouwt mevrouwtjes mewing meyer
    mezen micks middel middelt middens middles miens mient mierop mieter mighty mijden mijke mijlen mijnde mijnden
    mijnen mijnent mijner mijns mijnt mijnten mijntjes mijs mijt mijten mijzen mikes milde milder millen mils milt minde
    minded minden mindere mindert miner mings mining minne minnen minnetje mins minsten minten minuet minute minuted
    minuter minutes minuutje mirns miscount miser misging miskleur misluk mislukte misse missed missen missers misses
    mistaken mistakes miste mistel mister misting misusing miter mitten mixen moaning mobiele mobieltjes mobile mocha
    modder modeling modest moed moede moeders moedert moedt moeer moeide moeien moeilijke moeilijks moeit moeiten moeken
    moelen moen moenen moeren moert moes moeste moesten moetend moge mogelijke mogelijkst mogend moist mokten molden
    molder molding molen molentje molest molken molle molten momentjes moments mommel mommelen mondelinge mondelingen
    monden mondje monet monkey mood mooed mooier mooij moois mooning moord moorden moore moose moot mooten moped mopje
    mopjes moppie morde morden more moreen moren morgan morgen morgens morgue mornings morren morse morsen morst morten
    mosey mossier most moten mother motie motst motten mounded mounds mount mourning mouten move movede moven mover
    movers moves movet movie mowed muilen muiltje muisje muist muite muiten mulle mummer munier munne munten muntje
    muntjes mureau mussen mussing muter muurtje naakt naber nacht nachten nadal nadar naden nader nadere naderen naders
    nadert nadezen nadir nageteld nagewezen nailed nailing nails nak naken nakies nakijkend nakken nalazen naleven
    nalezend namat name named namen namens names nannen napje napjes nappen nappy narretje naste natellen natjes natte
    natten natuurlijke natuurlijks natuurrijk naven nawezen nazat neals nearby neatly nebbe nebben neder need neede
    needled needs needy neefs neeft neels neergelegde neerlegden neerleggend neerliggen neet neffens negeert negen
    negende negenen negens neger negerend negerin neggen nekjes nekte nelen nellen neme nemend nemer nepen nepmails
    nepte nerden nerds neren nestjes neten nether netje nets netste nette netted netten netter nettes netting nettle
    netto neumen neuraal neutraals neutral neve nevel neven nevens newer nicety nicht nicked nicking nicks nieks nieland
    niels nieman niemands niens nierop niers nies niest nietes nietjes niette nieuwe nieuwen nieuwer nieuws nieuwst
    niezen night nijst nipjes nissen nites nits nixen noach nodal nodige nodigt noemden noemen noemend noemende noemer
    noemt noest noga nolle nomen nonet nonna noodt nooij nooks noomen noopt noord noorden noort noot nopjes noppe noppen
    noppers norden noren normal normen norse nosed noshing notching note noteert noten notes nothings noting notter
    nought nours nuder nudge nuiten nukken nullen numan numbed number numbers nummers nummert nutte nutting oak oaken
    oaten ocher ochten odder oder oeken oenen oeren oever offed offers offert officer offices officie officieel
    officieler ogelijk ogen oiled older oleine olijf olijve olle olles omdragen omen omgedaan omgedragen omgepakt
    omgezet omkat ommel ompakken omvat omvoeren onacceptabele onafhankelijk onafhankelijken onafhankelijker onbekende
    onbekends onberecht onberechte ondank onder onderbrengend onderdeden onderdeken onderen ondergetekend
    ondergetekenden onderhavig onderhavige onderhevig onderhevige onderhoek onderhoudend onderhouder onderhoudt
    onderhout onderkomen ondernamen ondernemen ondernomene onderstaand ondertassen onderwerk onderwerpt onderwierp
    onderzoekt ondier onduidelijke onduidelijks oneer ongebogen ongedragen ongegronder ongekend ongeldige ongelegen
    ongelukjes ongepland ongeregeld ongericht ongesteld ongeval ongevoerd ongewenst ongewenster ongewijzigde ongewogen
    ongezocht onjuiste onkel onmens onmiddellijke onmin onmogelijke onmogelijks onna onpartijdige ontbeer ontbeerd
    ontbeet ontbreek ontdoet onteer onteert onteren ontevredene ontfermd ontfermden ontfermend ontgast ontgeven ontheft
    onthief onthieven ontlaste ontleert ontmast ontmoete onto ontoereikende ontrol ontvangend ontvanger ontvangt
    ontvingen ontwast onverlaten onverwerkt onverwijlde onvoldoend onvoldoenden onvoldoendes onwel onzekere onzekers
    onzen onzer oogde oogt ooien oomen oord oordeelt oordelend oorden oordt oorspronkelijk oorspronkelijker
    oorspronkelijks oort oosse oosten opaak opbak opbakken opbakt opbelden opbeller opbollen opborgen opbracht
    opbrachten opdagen opdam opdat opdrachtgeefsters opdrachtgevers opdragend opdraven opdrogen opeen opeens openbraken
    openden opendoe opendoet opened openend opener openzette operationele opeten opgebelde opgebold opgedaan opgehakt
    opgekocht opgekomen opgelast opgelet opgelicht opgeloste opgeluchte opgepakte opgepast opgepikt opgeplakt opgeschopt
    opgeschoren opgeschorst opgeschorte opgeschoten opgespeld opgestelde opgeteld opgeweld opgezakt opgezochte opging
    opgingen ophakken ophakt opinio opinions opkam oplas oplassen oplikken oploo oplossend oplosser oplost oplosten
    opluchting opname opnamen opnemend opnemer opnoem opnoemen opnoemt oppakkend oppakte oppakten oppas oppast oppik
    oppikkend oppikte oppikten opplak opplakken opplakt opprikken opprikt opreden opreed oprichting oprijs oproeren
    opschorsen opschortten opschoten opstreden opstuwen optellen optics optie optiek optraden optrede optredend
    optredens optree optreedt optreeen optrees opveren opvlogen opvoeden opvoerden opvolgden opvolgend opvolger opvragen
    opwel opwellen opwerking opwies opzak opzakken orden order oren origineel originelen origineler osse others otter
    ouch ouden ouder ours ousted outcomes outlast ouwe ouwel oventjes overbracht overdacht overdiep overdraagt
    overdragend overdrager overeaten overeem overeenkomstige overeet overeten overgaaf overgaag overgaand overgaar
    overgaat overgebrachte overgedaan overgekomen overgemaakte overhaal overheen overigen overkapt overlaat overladen
    overlag overlagen overlap overlaps overlapte overlapten overlast overlasten overlatend overlazen overleden overleed
    overlegd overlegde overlegden overleggend overlegger overlegt overleven overlezend overlig overliggen overmeen
    overmoed overnamen overnemend overnemer overplaats overplaatsen overplaatst overs overschat overschoot overschoven
    overschuif overschuift overschuiven overseen overshot overstaan oversturen overstuur overstuurd overstuurt overtapt
    overtelde overtelt overtrekken overval overvallen overvalt overveen overviel overviews overvraag overvracht
    overvragen overweeg overweg overwegend overwerk overwerken overwerkte overwicht overwogen overzend overzenden
    overzending overzendt overzet overzetten owned owners
"""
