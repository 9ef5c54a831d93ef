"""Words that are no slips of the finger, though one letter would make them a word of the lexicon.

A selection from the word lists of OpenTaal (the Dutch words, BSD licence, copyright the OpenTaal foundation) and of SCOWL
(the English ones, public domain): those within one letter of a word of the lexicon. A new word of the lexicon may want more:
`deploy/real-words.py` makes the list anew from such word lists. The licence of OpenTaal is in LICENSE-OpenTaal.txt.
"""

from typing import Final

REAL_WORDS: Final = frozenset(
    """
    aanaard aanaarden aanbad aanbid aanbond aanbood aandelen aangelast aangemerkte aangepakt aangepapt aangepaste
    aangerekend aangetast aangetekende aangewerkt aanheb aanheft aanhief aanholden aanhoudend aanhouder aanlassen
    aanmeren aanmerkten aannamen aanneemt aannemend aannemer aanpassend aanpasten aanrekenen aansluiten aansluitende
    aanstond aantekenden aanvaardden aanvaarde aanvaardend aanvaart aanwassen aanwerken aanwezige aapje abort abous
    absente absents absint accent accented accents acceptabele acceptable accepteer accepteerden accepten accepterend
    accords achier achter achterban achterbeen achtereen achtergaan achterlaan achterleen achterman achtten
    acknowledged acknowledgements acknowledges acknowledgments acquisities acquisitive actief actien acties actio
    actions active acton acuter adapteer adder adderen adders aderde aderen aders adjuster adjusts adopteert adopter
    advertisements aelen affect affectief affluit affluiten afgaven afgefloten afgehandelde afgelakt afgelapt
    afgelaste afgelezen afgelost afgepast afgerand afgerend afgerezen afgerold afgeronde afgesleten afgeslopen
    afgesnoten afgespoten afgesproten afgestoten afgetast afgevend afgevezen afgevinkte afgewandeld afgeweken
    afgewezene afgewikkelde afgrond afgronden afhandelden afhandelend afhandelt afhangeling afhankelijke afkes
    aflachten aflicht afpen afreed afrenden afrolden afrondden afrondend afsluipen afsluipt afsluitend afsluiter
    afsprak afspuit afspuiten afstuit afstuiten aftar aftel aften afternoons afwachtend afwachtten afwandel
    afwandelen afwezige afzeven agendas agendeert ahmad ahuis ailed aileen airees aissen alain alant albast alben
    alder alders aleven algemeen algemenen algemener algen alien alies alina alinda aline alined alines alken allan
    allee aller allerminste allers alley alleys allies allon almen aloes alpen alree alsjeblief alsnu altemaal alten
    alter alves amber ameer amendeer amenderen amier amoer amounts ampel ampele ampere ampex ample ampler ampul andel
    andersen andes andoren andre andree andres anette angels anger angeren angers anjer anjers anker ankeren ankers
    annuleert annulerend answers anted antwoordden antwoordt appal appals appear appeared appearing appeased
    appeasing appel appels append appie appjes apple approve approves appte apter arans archiveert aright armee artie
    ashing aspen asper assent assigns assistant assistenten assistentes assistentie assum assumed assumes assure
    astaat aster attaca attache attachee attaches attack attacked attempts auctie auction aught avast averecht
    averechte averechtse averechtst aversie avoid avonds aware awhile axles backups backus bader badje baelde bailed
    baken bakes baking bakjes bakken bakkie bakkies bakoe bakte balde balked balkje balled ballen balletje balvast
    banded bandel banden bandje bange banger bangs banier bankje baren basking baste baten batje baukje bazig beach
    beached beady beams beantwoorde beantwoordt beate beater bebonden bedank bedankjes bedankte bedde bedden bedeeld
    beden bedenkt beding bedoel bedoelde bedoelt bedraad bedraag bedrage bedrog bedronken bedrukt beeft beelen beerst
    beert beestig beffen befte begaan begeer begeren beget begeven beging behalves behandelaars behandelbaar
    behandeld behandelden behandelend behandelende behave behing beholpen behoor behoord behoorlijke behoorlijks
    behouden behoudend behoudenis behouders beidde beiden beider beidt beier beige beije beilen beings beken bekende
    bekent beker bekje bekker bekocht bekoeld bekommerd bekommerden bekoorlijk bekoort bekte belaad belangrijke
    belangrijks belay belden belder beleef beleen belegd belen belet belezen belgen belicht belie believed believen
    believer believes belle belled bellem bellend beller belles belletjes bello belommeren belommert beloof belten
    bemand bemer bemoeid bemoeit bende benden bending beneem bengels bengt benieuw benieuwde benieuwt benig benoemd
    benoemt benomen bente beoordeelde beoordeelt beoordelend bepraat bepreek bepreken bepte bequests beraadt beraam
    beraamd beraap berde berecht berechte bereed bereft beregeld bereidbaar bereiden bereidt bereik bereikend
    bereikte bereikten bereisbaar bereist bereizen bereken beren beret berge bergens berichte berichtjes berichtte
    beriep bering beroem beroeps beroept beroer beroet berst berucht beruikt beschouwd beschouwden beschouwend
    beschouwer beschouwt beschreven beset beside besje beslaat besloten besluip besluipt besluite bespoken bespraken
    bespreekt besprek besprekend bespreker besprokene bespuit besse besta bestaan bested bestek bestel besteld bestem
    besten bester bestes bestraat bestreek bestreken bests bestse bestuurd betel beten beter betere beters betert
    beticht betide betjes betonden betracht betref betreffend betrekt bette betten better beugt beukt beulde beulen
    beult beunt beurs beurst beute beval beveel beven bever bevere beverse bevestigd bevestigden bevestigend
    bevestigt bevinden beving bevocht bevoeld bevoordeel bevoordeeld bevoordelen bewaar bewandel bewandelen
    bewandelend bewandelt bewerkt bewoon beyer bezag bezat bezem bezemt bezeten bezie bezien beziet bezige bezigt
    bezin bezing bezit bezochte bezoekt bezonk bezwaard bezwaart bidding bieten biets bight bijeen bijen bijlag
    bijlagen bijlages bijlen bijma bijnam bijnen bijtel bijtend bijter bijtten bijwerkend bijwerkten bijzig bikten
    bilde billen billetje binden binder bindt binnenkomt binten bissen biste bitten blaar blaart blaat blaren blaten
    bleak bleed bleef bleek bleekt bleep blees bleke bleken bleven blief bliefde blieft bliek blija blijd blije blijk
    blijken blijkt blijst bling blurt bocht bocken bodden boede boegen boeide boeien boeing boeke boekee boekel
    boekend boeker boeket boekten boelen boenen boeren boeten boeter boeven boezen boffer bogen bokje bokken bolde
    bolken bollen bolletje bondel bonder boney bonken boodschapt boogde booking books boord boorde boordje boort
    bordeel borden bordjes borgen borgt borsje bossier boste boter boteren bother bought bounded bounds boute bouten
    boutje bouwe bovenkop bovenom bovenstaand bowel bozig braad braai braan braise brans brash breach breached breden
    breek brees bregt breide breken breng brengend brenger brent bride briefs brieft briek briel brier bries briet
    bright bring britten broeken broen brouw brundel bubbel budel budge buide buidel buidelen buitenland buitenlandse
    buitenslands buitjes bukken bullen bulletje bummer bunde bundelden bundels bundelt bunder bundle bungel bungelen
    bunnen bunuel buring burned bussen buste busted buter buurma buurmans buurt buurtje cabled cackle cakes caking
    calked callen caller calmed calved camper cancelde cancelen cancels cancelt cancer candle candles candling cannon
    canted canto cants caren casemanagers cases casks casseer caste casts cater cation cellen celletje cello
    certainty chaim chance chanced chancel chandler chang changes chanted charge charged chargen charger charges
    charget charme checked checkend checker checks checkt checkten cheek cheeks cheeps cheer cheery chers chewers
    chick chicken chile chink chock chole chose chuck cijns cinder cissen claimden claimed claims claimt clair
    clanged clangs cleave cleef cleven clients clint cloes clone cloned cloning closer closes closet clove clovers
    cloyed cloying coals coarse codering coers coffer coffie cohered cohering collegae college colleges collegia
    combined combineert combinerend combines combing comers committed committeer committees communicate communicates
    compensate compensaties compensations compete competed complain complainants complains complaints complaisant
    complected compleet complement complementen complet completen completer completes complets complexe compliant
    complimented complimentjes compliments conceit concepts concern concert concerted concerts conclusies conclusive
    conditien conditio conditions condo confirms conform congo consent contacten contacterend contacts contacturen
    contant contd conte contend contente contents contest context conti contract contracted contracteren controleert
    controlerend controleur controller convent convers cooking cooks coordinators coort corked corks corning correcte
    correctief correcties correctieve corrective correctives corrects corrigeert corrigerend corry costed couch cours
    coursed courser courses coute covens cover coverde coveren coverings covert coverts coves coveted coveting covets
    coveys cowered cowering cowers craft crans crash cried cropped crops crying culled curing curse cursisten
    customers daals daaraan daarmede dacha dachten dadelijke daden dader daems daenen dafter dagend dager daggen
    daken dakje dalen dales daling dallen dalles damen damns damper damps dander dandle dandles dandling danen danes
    danger daniel dankte dansje darde dares daring daten dates datums daves dazen dazes deadlines dealings dealt
    deans dearly dears deben decals decay decent deceptie decisions decline dedden deden deeds deelneemsters
    deelnemen deelnemers deelt deems deens deeps deerde deers defending defer definitie definitiefs definities deftig
    deftige defused defuses degel degelijke degelijks degeling degels degen degens deinde deinen deins deint dejected
    dejects deken dekker delays delden delen deler deleted deleten deletes deletet deletie delfde delft deling dellen
    delletje delling dells demand demandt demen denen denier deplete derden derdes deren derfde dergelijk deride
    derision deter detour deukt deukte deuling deuring dezelfden dezer dezes dialing dials dichtdoe dichtdoet dichte
    dichter dichtgooiden dichts dichtzitten dicks dieben diede dieden dieet diefde diefje dieft dieke dieken dielen
    diels diemen diena dienden diene dienend diens dienst diepe diepen diept diere dieren diest dieten diets dieven
    dieze diezelfde differente digital dijken dijkt dijst dillen dimes dimmer dinged dingena dingend dinges dipje
    directe directs direst disagree disagreed discards discord discounts discus discuses dismount dispute disputed
    disputen disregards dissatisfies dissen dissing dither ditje diunt diving doable dobbel doble docente docents
    docht dochten dochters docter dodelijk dodged doede doeken doest doeven doezen doffer dogen doing domes donder
    dongen dongens donna dooie dooit doopt doorat dooreet doorgaven doorgebelde doorgegeten doorgekomen doorgemeld
    doorgeroerd doorgestuurde doorgeteld doorgevend doorgever doorgevoerde doorgeweven doorleven doormat doorn
    doornamen doornat doorschuivend doorspoelen doorspraken doorstuurt doorweven doorzat doorzette doorzettend
    doorzetter doorzeven doorziet doorzit doorzitten dorde dorden dordt dorks dormaal dorps doted doteer doteren
    doubled doubles doublet doubly doubts douch douwe douwt dover dowel downer dozen draad draaf draaft draagt draai
    draait draak draal dracht drafts drafty dragen dragt drainer dramt drang drankje drast drees dreft drent dried
    driegen driesen driezen drift dring dringen dripped drips driven droeg droes drong drooped droops droos droppel
    droppen dropper dropsy dropt dross drubbel drukje drukke drukst drukste drukt drukte drukten drumt drupt drupte
    drying dubbed dubbeld dubbelde dubbelen dubbels dubbelt dubben ducht ducts duding duels duets duidelijke duijs
    duijts duist duitjes duitse dumber dungen dunnen duping duplicated duplicaten duplicates duplicatie dussen duster
    dusts dwaling dwingen eager early eaten eater ebben echie echte echten echtere echtgenoten echtgenotes echts
    echtte edels edingen edmee eefkes eekes eelde eelke eendaags eendelijk eenden eenmaligs eentalig eentalige
    eentjes eerde eerder eerste eersten eerstes effectieve effects effent egards egels eggels eggen ehren eigenaars
    eigenlijke eigenlijks eigens eiger eight eijken eikel eikenaar einddatums eindde einden einder eindes eindje
    eindt einze ejected ejects ekkel ekker elate elden elder eleven elfde elfen elkaars elkes ellen elles elletje
    elven emails emerge emkes empel enden ending engage engages engel engelse enkele enkels enken enraged ensure
    entend entice entjes entte enver erbens ercan erdoor eregeld erevan ergers erkan erlangt ermede ermen ermes
    ernstiger ernstigs errol errors erupt ervan erven ervin ervoer eskes esmee estate esther etend etentjes ether
    etten etter eussen eventuele evere everse evert evertjes excellente excepts excerpt excises excuse excused expend
    extends extensions extent faalt facteur factie faction failed fairst faken fakes faking fallen fallow fallowing
    fangs fatum faults faulty faust faxen feeds feels fellow fending fetter feuten fever fiefs field fiene fierst
    fiets fight fijen fijne fijnen fijner fijns fijnte fijten fikst files filet filled filmed finder fined finishen
    finisher finishes firat fired firsts fissen fitst fitten fixed fixer fixes flange flans flater flied flopt fluit
    fluiten fluitjes flute foals foeken foiled fokte fokten folds folksy folky follega followings follows foment
    fonder fopte fopten forge forged forger forges forgets forgot forked forks formeel formelen formeler formule
    formuleer forst forte forten forwards fought founder founds fours fouter foutjes fouts foxen fraai fractuur frags
    franc francs frank franks franse fransz franx franz frats frays frees frens fried fright frist frons fruit frutje
    frying fudge funded futen futures gaapt gakken gakte galled gallen gamen games gander ganders gangs gappen garen
    gaste gaten gaven gazet geaccepteerde geacht geachten geannuleerde geantwoord gebal gebald gebben gebed gebedeld
    gebeefd gebeend gebeerd gebeest gebeft gebeid gebekt gebel gebelde gebelgd gebept gebet gebeten gebeuld gebeur
    gebeurde gebeurt gebid gebikt gebild geblekt gebler gebleten gebleven geblikt gebod geboerd geboet gebold
    gebonden geboogd geboord gebost gebracht gebreken gebruikt gebruis gebukt gebult gebuurd gecoat gecommuniceerde
    gecorrigeerde gedaas gedachte gedankt gedeeld gedeelde gedeeltelijke gedeelten gedeeltes gedeukt gedicht gedikt
    gedoeld gedoogd gedooid gedost gedrag gedrongen gedrukte gedrupt gedweest geeest geegd geels geelt geent geert
    geest gefaxt gefeest gefeild geffen gefit geflikt gefloten gegaap gegapt gegeeld gegeild gegeten gegeurd gegevene
    gegevens geglooid gegooi gegooide gegrepen gegrind gegroend gegroende gegrold gegrom gegromd gegronder gehaakt
    gehak gehand gehapt gehard geheeld geheet geheld gehelen geheten geheven gehikt gehoerd gehol geholden gehoofd
    gehoogd gehooid gehoold gehoon gehoond gehoop gehoor gehoord gehoorde gehoornd gehoosd gehop gehord gehore gehort
    gehos gehost gehot gehouwen gehukt geide geien geimplementeerde geinde geinig geintjes geitje gejukt gekaakt
    gekapt gekeeld gekeft gekegeld gekeild gekende gekerkt gekeurd gekeven gekikt gekker geklakt gekliekt geklik
    geklist geklit geklokt geknikt gekoerd gekomen gekooid gekost gekresen gekreten gekrikt gekrukt gekst gelaakt
    gelakt gelal gelapt gelde gelden gelder geldige gelding geldof geleden geleed geleegd geleen gelegde gelegen
    geleid geleien gelek geleken gelekt geleld gelen gelend gelengd gelet geleurd gelezene gelicht gelieve gelig
    gelijke gelijkt gelik gelikt gelink geloerd gelogd gelok gelokt geloo gelood geloofd gelooft geloogd gelooid
    geloop geloot gelost gelui geluk gelukkige gelukt gelukte gelul gelurkt gelust geluw gemaakte gemaald gemail
    gemald gemand gemankt gemarkt gemarld gemeeld gemelde gemelk gemend gemerkt gemet gemeten gemeurd gemikt gemixt
    gemoerd gemold gemoogd gemoord gemor genaakt genderen geneer geneest genegen genen genet genezen genien genikt
    genoegd genoegens genoegt genome genomes genoten genst gentlemen geode geoogd geoord geoordeeld gepachte gepapt
    gepast gepeeld gepeild gepeld gepen geperkt gepest gepeurd gepikt gepist gepleegde geplengd geplet geploegd
    gepluk geplukt gepoerd gepoft gepokt gepolst geponst gepoogde gepooid gepoold gepoosd gepoot geposte gepot
    geprakt geprobeer geprobeerde gepust geraakt gerapt gerat gerealiseerde gerecht gerechte gered gerede gereefd
    gereend geregd geregel geregelde geregen geregend gereid gereikt gereild gereld geremd geren gerend gerepeld
    gereten gereven gerezen gericht gerichte gerikt gerlof geroep geroerd geroet gerond geronde gerooid geroot gerost
    gerson gerst gerucht geruik geruit geruk gerukt gerven gesast geschat geschraapt geschrapte geschreden
    geschrevene geselt gesist gesjapt geslapt gesleten geslikt gesloken geslopen gesmaakt gesmet gesnapt gesneld
    gesnoten gespeld gespook gespoten gesprekjes gesprokene gesproten gespt gestaag gestaar gestald gestampt gestapo
    gestapte gestart gestat geste gesteeld gestel gestelde gestemd gestept gesteurd gestikt gestild gestipt gestoeld
    gestold gestopt gestoten gestuur gestuurde gesust getaakt getakt getal getapt geteeld geteld getelefoneer
    getelefoneerde geten getik getikte getinkt getint getipt getoerd getokt getooid getost getrachte getukt getuurd
    geurig geurige geurt gevalt gevat geveeld geveerd geveest geveild gevel geveld gevend gevent gever gevet gevezen
    gevierd gevlet gevloerd gevloten gevoed gevoeg gevoegd gevoeld gevoeliger gevoerde gevonden gevost gewaakt
    geweckt geweekt gewekt geweld geweldige geweldigs gewelkt gewen gewenkt gewenst gewerden gewerkte gewest gewet
    geweten geweven gewezen gewicht gewijzigde gewikt gewon gewond gewonde gewonden gewoner gewoond gewoons gewordend
    geworgden geworpen geworven gewricht geyeld gezapt gezegd gezegeld gezegen gezeild gezeken gezel gezellige
    gezelligs gezellin gezer gezetten gezeurd gezicht gezied geziene gezin gezinden gezocht gezoden gezoek gezoen
    gezoenden gezoet gezonde gezondene gezonder gezongen gezonken gezonnen gezoogd gibing giblet gidding giebelt
    gijns gilde giling gillen ginder gingen gissen gissing gitten given glace gnomen goals goanna goblet goede
    goedeavond goededag goedee goeden goeder goedgekeurde goedje goeds goeie goeienavond goeiendag goele goelijk
    goetie goffer gogen goings gomde gonda gooit gooks gorden gordt gorige goring gorter gouden gouwe govers graad
    graaf graai graal graan graas graat graatje graft grape grapjes grapt grapte graten grates gratie gratig gratin
    greats greed green greep greet greetjes greintje grent greta greven grief grien griep griet grieten grietjes
    griot groan groede groef groefjes groeft groei groeien groeit groen groene groenen groens groent groenten
    groentjes groep groepen groepjes groept groepten groes groetend groetten groeven groin grolt gromt groom groos
    groot groote grooten grootjes groots grope grote groten grotendeel grotjes grotten grounder group grout grouw
    grown guest guests gullen gunnen gusted haagt haalbaars hackle hagen hager hailed haken hakes hakje hakken hakte
    halder halle hallen hallow halls hamen hamper handbel handde handden handeg handelden handelend handeling handels
    handen handgel handier handing handje handjes handled handlers handt hanged hangel hanger hangs hankel hanks
    happen hardden harden haren harpy hartelijk hartelijker haste hatelijke haten hater hayden header headline heady
    healing heals heaped heaps heave hebbend hebber hebbes hechte hechter heden heeds heels heelt heeren heers heerst
    heerste heest heffen heftiger heftigs hefting hegel hegen heger heggen heide heien heinde heins heintje heken
    hekker hekst helde helden heldere helders helen heler helft hella helle hellen heller hellos helmer helms helot
    helpe helpen helpend helper helser helst hemen hendel henen hengels henst hepen herben herder herdopen herein
    herent herhaal herin herken hermen hermien herne hernen heroen heron herop heropend heropende heropenden herpen
    herplaats herplaatsen herplaatst herpt herren herriep herriepen herroept herschrijft herschrijver hersel herst
    hersteld herstelt herstem herteld herten heruit hervallen hervalt herwen herxen herzie herziend herziene herziet
    hesen heten heter hette heuft heven hever hicks hidden hidding hield hiele hielt hierdoor hiermede hierom hieven
    hijken hijst hijzelf hilde hillen hinde hinden hinder hingen hippy hissing hither hitten hiving hoeben hoede
    hoeden hoeder hoedt hoefs hoegen hoeken hoeker hoekt hoela hoenen hoepel hoepen hoerde hoeren hoeri hoert hoesen
    hoest hoetel hoeve hoevers hoeves hoezen hoffer hogelijk hogen hogere hogers hoging hogingen holder holger
    holidays hollow hollowing homebody homer honed honey honger hoofde hooft hoogachten hoogachtende hoogde hooge
    hoogste hoogt hoogten hoogtes hooide hooit hooking hooks hoolde hoolt hoonde hoont hoonte hoops hoopt hoopte
    hoorden hoorder hoorn hoorns hoorspelen hoosde hoost hopbellen horde horden hordt horen horige hosted houden
    hounded hounds hours houten houtje hoven hover hovered hovering hovers hoyer huger hukken hullen hummer hunnen
    huren hussen hypen hypos ideals iedereens iegelijk iemands ieren ietjes ignored ignores ijken ijzig immer imogen
    impel implementer inacceptabel inbrengend inbrenger incidentele incidents incorrecte indeel inden indexed indian
    indie indient indier indies indoen indued ineens informatief informaties informatiever informative informer
    ingedaan ingediende ingen ingeschakelde ingespeld ingested ingestelde ingestemde ingevoegd ingevoeld ingevoerde
    inging ingrijpen ingrijpender inreed inschrijvend inschrijver instelt instem insure intrek intrekkend intrest
    intro introkken intron intros invang inzie inzien inziend inziens inziet iphone isolate isolates issued issues
    jacht jachten jagen jager jailed jakes jakken james jappen jaren jaste javel jawed jegens jehad jeinde jeker
    jekker jelke jellie jello jemen jengels jensen jetjes jette jetten jewel jezelf jicht jijzelf jiving joegen
    joepte joerie joffer jongen jongend jonges jongmens jonna jopie jorgen jorgens joude jouke joule joure jours
    jouwde jouwen jouwt judged judgements judges judgments jukken julie junge jussen justifies kaant kaart kaatste
    kader kagen kager kaken kakje kakken kakte kallen kalles kallo kamen kamper kannen kante kants kappel kappen
    karen karting kaste kastoor kater keels keffen kegel kegelen kegelt keggen keker kelder kenden kennelijke kennen
    kepie keppel keren kerkt kerkte kerst kerste keten ketjes ketter keurige keuriger keuring keurt keven kever
    kevert kezen kicken kicking kicks kieken kienen kient kijkend kijker kijkt kijven kikken kilde killen kinder
    kindt kinken kinnen kissen kissing kitten kittig kittige klaaf klaag klaagstem klaagsters klaagt klaarst klaarte
    klaas kladt klagen klagers klakt klakte klamer klank klanten klantje klapt klapte klara klare klaroen klasen
    klasje klater klaven klaver klazen kleef kleene kleide kleien kleijne klein kleinen kleiner kleins kleinte klene
    klept kleren kletter kleurig kleurige kleven kliefde kloet kloffie klokt klont kloot klopte klost klucht kluchten
    kluisje kluit kluiten kluitjes klusjes kluste knopt kocht kodden koeken koepel koest koeten koeter koffer kogen
    koiter kompel konter kooit kooks koopt koord koorde koorn kooter kopij kopje koppe koppelden koppelend koppels
    koppelt koppen kopper kopse kopte kordeel korden korpel korte korten kortere kortink korver korving koster koter
    koteren kotter kousje kouten kouter koutje kouwe kraag kraagje kraai kraan kracht krachten kraft kragen kragt
    krans krant kreek krees kreet kregel kreng krengen krengt krijgend krijger krijgh krijn krijnen krijs krijsen
    krijst krijt krijten kring kringen kroeg kroep kroot kropt kruit krukt krukte kuenen kuijken kullen kunne kunnend
    kuper kusje kussen kuurtje kwant kwartiel kwartiers kwartiertjes kweeen kwesties kweten kwissen laagste laats
    laatst laatsten lacht lachten laden lader laeven lafste lagen lager laken lakes lakken lakker lakte lakten lallen
    lamer lames lamper lance lancer lande landed landen lander landers landje lands lanen lanes langde lange langen
    langere langoer langs langst langt lanker lanser lanter lappen lapte lapten laren large larger laser lasse lasted
    lasten laster lasts latei latend latent latere laters latex lather latin latte latten latter laugs laven laxer
    layer lazen lazer lazing leach leached leapt lease leaved leaven leaves lebben leden leeds leefde leeft leemt
    lefter legden legeer legen legeren legged leggend legger leggin leghen legmen legoen leien leins leitjes leken
    leker lekke lekken lekkere lekkers lekst lelde lelden lelijk lellen lelletje lemen lenden lending lenen lengen
    lening lensen lenst leren lering leste lester leter lether lette letten letters lettert lettre leugen leuker
    leurt leuter leuven levee level leven levend levens leventjes lever levert levin lezen lezer licet licht lichte
    lichts licit licking licks liebe liede liefden liefdes liefje liefst liege lieke liens lierde lierop liers liese
    lieuwe lieven liever lieves lieze liggen light lijden lijdt lijfde lijft lijkbaar lijkend lijkte lijkten lijmen
    lijmt lijnen lijnt lijntje lijsje lijstjes lijstte lijten lijve lijven lijzen lijzig liken likken likker lilde
    lillen linde linden linea linge linger lings linken linkt lissen liter lither litjes littel litter littler lively
    liven living locate locatief locaties locht locking locks lodge lodger lodges loeder loefde loeft loeks loeten
    loeve loeven loever logen logged loggen lokken lokker lonely longed longer longs loods loogde looit looming looms
    loons looping loops loopt loosing looting loots lorden lorry losing loslatend losstaan losstaande loste loten
    loucher louks louwe loved loven lover lovers lozing lucht luijken luiken luikjes luiten luitjens luits luken
    lukkes lukkien lukten lullen lumber lunge lungs luring lurken lusje lussen lusted lustig luten lutjes lutter
    maaier maaltje maandags maandje maatregels macht machten madame madams madden maden magen magere magier maher
    maiden maier mailde mailden mailend mailer mailmen mailtjes maimed makam makel makend maker makes making makken
    makkie malden malen maler malien mallen managed managen manager managers managet mandag mande manden mander
    mandie mandjes manege maneges manen maner mange manger mangier manie manier manies maning mankeer manken mankeren
    manlier manner mantje mappen maren marge markeert marken marker marketen marketer marlen marmeren maskeer masken
    maskeren masking massage masseer massing maten mater mauer mauled maven maybes mayer mayke mazen meager meals
    meaning measured measures medegedeelde meden meeden meeder meeding meegedeelde meeging meekijkend meelazen
    meelden meeleven meelezend meelezer meems meerdaags meesen meest meeter meetings meezing megen meiden meier
    meijne meintje meisen mekker meldden melde melded melder melen melken meloen melsen melting menage menages menden
    mender mending meneert meneertjes menen menge mengen menger menging menie menien meniere meniet menig menken
    mennen menner menning menses mensing menten menting meren merged mergel mergen merger merges merkt merkte merle
    mesen messages messen messing mester mesting meted meten meteor meter meteren meters metes metier meting metjes
    metsen metser mette metten meunier meurt meusen meuter mevrouwt mewing meyer mezen micks miens mient mierop
    mieter mighty mijke mijnde mijnen mijner mijns mijnt mijten milde milder millen minde minded minden mindere
    mindert miner mining minne minsten minten minute minuted minuter minutes mirns miscount misging misluk mislukte
    missen mistaken mistakes misting misusing miter mitten mixen moaning mobiele mobile mocha modder modeling modest
    moede moeders moedert moedt moeer moeien moeit moeiten moeken moelen moenen moeren moert moeste moesten moetend
    mogelijke mogelijkst mogend moist mokten molden molder molding molen molentje molest molten momentjes moments
    mondelinge mondelingen mondje monet monkey mooed mooier mooij moois mooning moord moore moose mooten moped moppie
    morden moreen moren morgan morgen morgens mornings morren morsen morst morten mosey mossier moten mother motie
    motst motten mounded mounds mount mourning mouten movede moven mover movers moves movet movie mowed muilen
    muiltje mummer munier muntje muntjes mussen mussing muter muurtje naber nacht nachten nadal nadar naden nader
    nadere naderen naders nadert nadezen nadir nageteld nailed naken nakijkend nakken nalazen naleven nalezend namat
    named namen namens names nappen nappy naste natellen natjes natte natuurlijke natuurlijks natuurrijk naven
    nawezen nazat neals nearby neatly nebben neder neede needy neefs neeft neels neerlegden neerleggend neerliggen
    neffens negeert negen negenen negens neger negerend negerin neggen nekjes nekte nelen nellen nemend nemer nepen
    nepmails nepte nerds neren nestjes neten nether netje netste netted netten netter nettes nettle netto neumen
    nevel neven newer nicht nicking nicks nieks nieland niels nieman niemands niens nierop niers niest nietes nietjes
    niette nieuw nieuwen nieuwer nieuws night nijst nissen nites nixen nodal nodige nodigt noemen noemt noest nomen
    nonet nonna noodt nooij nooks noopt noord noort norden normal nosed noshing notching noteert noten notes nothings
    noting notter nought nours nuder nudge nukken nullen numbed number numbers nummers nummert nutte oaken oaten
    ocher ochten odder oeken oenen oeren oever offed offers offert officer offices officie officieel officieler
    ogelijk oiled older oleine olijf olles omgedaan omgepakt omkat ompakken omvat omvoeren onacceptabele
    onafhankelijk onafhankelijken onafhankelijker onbekende onbekends onberecht onberechte ondank onder onderen
    ondergetekend ondergetekenden onderhoek onderhoudt onderhout onderstaand ondertassen onderzoekt ondier
    onduidelijke onduidelijks oneer ongebogen ongegronder ongekend ongeldige ongelegen ongelukjes ongesteld ongeval
    ongevoerd ongewenst ongewenster ongewijzigde ongewogen ongezocht onjuiste onkel onmens onmogelijke onmogelijks
    ontbreek ontdoet onteer onteren ontevredene ontfermd ontfermden ontfermend ontmoete ontvangend ontvanger ontvangt
    ontvingen onverlaten onvoldoend onvoldoenden onvoldoendes onwel onzekere onzekers onzer oogde oordeelt oorden
    oordt opaak opbak opbakken opbakt opbelden opbeller opbollen opbrachten opdat opdrachtgevers opeen opeens openden
    opendoe opendoet opened openend opener openzette opeten opgebelde opgebold opgedaan opgehakt opgekocht opgekomen
    opgelast opgelicht opgeloste opgeluchte opgepakte opgepast opgepikt opgeplakt opgeteld opgeweld opgezakt
    opgezochte opging opgingen ophakken ophakt opinio opinions oplikken opluchting opnamen opneem opnemend opnemer
    opnoemen opnoemt oppakkend oppakte oppakten oppas oppast oppik oppikkend oppikt oppikten opplak opplakken opplakt
    opprikken oprichting oproeren opstuwen optellen optics optie optiek opveren opvlogen opvoeden opvoerden opvolgden
    opvolgend opvolger opwel opwellen opwerking opwies opzak opzakken orden order others otter ouden ouder ousted
    outcomes ouwel oventjes overdiep overdraagt overdragend overdrager overeaten overeem overgaaf overgaag overgaand
    overgaar overgaat overgebrachte overgekomen overhaal overigen overladen overlag overlagen overlapten overlasten
    overlatend overlazen overleden overlegd overlegden overleggend overlegger overlegt overleven overlezend overlig
    overliggen overmoed overnamen overnemend overnemer overplaats overplaatsen overplaatst overs overschoven
    overschuif overschuift oversturen overstuur overstuurd overstuurt overtelt overvallen overvalt overviel overviews
    overvraag overvragen overweg overwicht overzend overzenden overzet overzetten owned owners paatje paats pace
    pacht pachten pachter pack packing packs pad padden paf pafte pager paging pains pakes pakje pakkend pakker
    pakket pakten pal palace palate palk palled pallen pam pamper pan panden pander panders panding pandje pangs
    panier panken panted pants pap papen papje pappen papte par pareer paren pareren park parkeert parken parker
    parkerend parson parten participants partiele partikel partner partners party passeert passer paste pasted pat
    pate pater pauk pauken paukte paw pax pay paz peace peach pealing peals pearly pease pecking pecks peels pegel
    pegelen pegelt peggen peies peigerde peigeren peinst pekken pekte pelde pelden pellen pelletje penden penen penis
    penning pensen peons perdon peren perfecta perfecte perfects perkt perkte perron persen person persona persons
    persoon persoonlijke persoonlijks persoontjes persson perst perste persyn pertly perton peten peter petjes petten
    petter peurt pezen pezig phones phoney phonied phony pickings pickling picky piens pierson piets pijken pijne
    piking pikken pikkie pikte pilde piled pillen pinde pinden pingen pinion pinking pinks pintje pintjes piraten
    pirson pissen pissing pitten pittiger pitting plaat plaatje plaatse plaatsgebonden plaatst plaatste place placed
    placer places placet placht plachten plager plagt plaice plaits plakken plakte plane plant plante plants plaste
    plate plated platel platen plates platje plato plats platte pleas pleased pleasen pleases pleats pleier pleizier
    plekker pletter plevier pleziert plicht plone plukken plusje pocht pocking pocks poeder poenen poeten poffer
    pogen poger pogode poken poking pokken pokte poling ponder pontje pontjes poogden pooide pooit poolde poort
    poosde poppel porden poring ported porter porting portly posed posing posited positie positiefs posities
    positieven positiever positive possible poste postel posten postend poster postponed postpones posturen poteren
    potted pouch pounded pounds pours pouted pover praag praai praatjes praatte praised praises prakken prakte
    prakten pralen pramen prate prated pratend prater prates preach preached prees prefect preken presumable prettige
    prettigs preview pricking pricks pried primal prime primo primp princiep principes principle prins prisma
    probable probeerden probeert proberend problems proet prone prong proposals propped props provably provide
    provider provides prying pucks puitje puitjes pukken pukkie pullen punte puntte puper pussen putje putjes quack
    questions quirk quits raagt raatje raden rader rafel rafter ragen railed rainer raise raken rakes raking rakken
    rallen rally ramen rames randen randje range ranger ranted rants rappen raren raten ratum rauwelijks reaches
    react reacted reactief reacties reactive reads reals realty reams rebben rebel rebuses recalls receipts recept
    receptief receptien recepties receptionist receptionisten receptionistes receptionists receptive receptje rechte
    rechter reclamefolders reclamemails reclames reclined reclines redactie redan redde redden reddend reddens redder
    redens reder redert redes reedden reeds reedy reeel reeen reeft reeling reels refactie refuges refunds refuse
    refuted refutes regal regalen regaling regally regard regden regeer regelden regelend regelgen regelink regels
    regen regenen regens regent regeren regering regest reggen registeren registers registert registreert reide
    reiden reien reiger reinig reins reintje reject rekel reken rekende rekent reker rekker relaas relay relde relden
    released releasen releases relen relieve rellen relletje remand remands remden remote removed remover removes
    renden rending renen renier rensen reopens repay repel repelen repen replaced replaces replay reppen request
    reschedule reschedules resister resolve resolver resolves respond responds respons response responses responsibly
    responsie restituties resultant results retards retch retched retel reten retor retours reuen reused reuses revel
    revelen reveling revelt reven revere reveres reverie revers reversed reverses reverts revery revet revier reviert
    reviews revolved rewards rewrites rewrote rezen rheden rhone richt ricking ricks ridden ridding rieden riets
    rigel right rights rijgen rijgt rijken rijns rijst rijten rijzig rilde riled rillen ringen rissen ritten roach
    roached roden roede roeden roeken roepen roepie roest roeten roetjes roeven roger rollbacks ronder rooie rooit
    rooking rooks roteer roteren rounded rounds route routen rouwe roved rover rovers rovert rowel rudge ruigte
    ruimde ruime ruimste ruimt ruimten ruimtes ruiste ruiterlijk ruitjes ruitte rukken rukte rullen rummer runnen
    russen rusted rustic rustige rusting sadden saeeds sagen sager sailed sakes sakken salved saman samengevoegde
    samenvoegden samenvoegend sames samsen sanded sandel sander sanders sands sappen sappy saste sater satisfies
    saven saxen schaap schab schaf schaft schakel schakels schal schalt schap schappen schar schart schats scheep
    scheers scheet scheijven schelp schep scherf scherm scherpe scherps scherpt schers schie schiep schier schift
    schijf schijt schijven schikt schilt schist schot schra schraa schraap schrab schram schrapen schrapper schrapt
    schrapten schrift schriftelijke schrijd schrijden schrijen schrijft schrijn schrijnen schrijve schrijvend
    schrijver schuijt schuil schuilen schuilt schuim schuimen schuimt schuin schuinen schuint schuit schuiten
    schuivend schuivens schuiver schurft schut scrap scratcht scratchy sealing seals seamen seams seconde seconds
    secretaressen secretaresses secretariat seeds seeks seeps seers segeren seinde seintje sekst selder sellen semen
    senden sending serge series serieust serieux serieuzer serous setjes setter seuren seven sever severed severer
    severs sezer shale shalt shank shanks shawl sheers shell shill shoed shone shopt sicking sicks siems sieve sight
    signa signaal signals sillen simen simmer sissen sissing sjapt skaat skate skidding skill slaaf slaaft slaag
    slaagt slaak slaakt slaan slaand slaande slaap slaapt slaat slaats slacht slachten slachtoffers slachtoffert
    slager slagt slant slapt slapte slate sleek sleggen sleven slicht sloken sluif sluik sluiken sluikt sluip sluipen
    sluipt sluis sluist sluitend sluiter sluiven sluizen smaken small smelt smoest smoke smoken snapt snapte snelt
    snuit snuiten sodden soede soera soest soeten soled solied sollicitaties soloed solve solver solves someones
    sonder soort sorter sorting souads sought sound sounded souper souren sours spaak spaande spaat spake spaken
    spammails spark spate speak speed speeds speek speels speelt speen speer speet speken spell spelt spending spenen
    spied spieken spiel spike spill spoedige spoedt spoel spogen spokend spokes spore spored sporen sporken spoten
    spraak sprake sprakel spraken sprank sprat spray spreen spreien spreke sprekend spreker spreuken sprik sproke
    sproken spuit spuiten staaf staafde staaft staag staagde staagt staak staaks staakt staal staalde staalt staan
    staand staande staander staar staarde staart staas staats stabel stade stads stage staid stake stakel stakes
    staking stale stalked stall stalt stamde stamel stamen stampt stampte stamt standen stands stang stank stans
    stante stapele stapels stapelt staph stapje staple stapten stare staren stark start state stated staten stater
    states statie stats statte statu statue statues stave steads steak steaks steams stede steed steedse steefs
    steegs steel steels steelt steens steeps steers steffens stegen stekende stekt stelde stele stelfouten stelp
    stelpt stemden stems stemt stenig stenige stent stept stepte steren steur steuren stevie steviger stevigs stevin
    stiel stijl stile stille stills stilt stipt stipte stoat stoelt stoept stoet stoft stoke stoken stokt stoll
    stolpt stolt stompt stond stonde stone stoned stonk stony stood stoot stops stopt stopte storen stort stout
    straat straf straights strainer strakst stram strand strands strap straps stras stratus straus straw straws stray
    strays streak streaks strek streken streks strekt stremde stremt strik stropt structureels structureer
    structureler stuit stuiten stuken stulen sturend stuurs stuurt stuut stuwen subjects substituted substituten
    substitutes substitutie success suggestief suggesties suggestions suggestive suits sullen summer sunless superb
    supers supper supposed supposes surer sussen suture swill systematische systemics taams taande taanden tabel
    tabellen tacke tacked tackel tacking tackled tackler tackles taekes tafels tafelt tailed takel takels taken
    takens taker takers takings takje takjes takken takte tales taling talker talking tallen tames taming tamper
    tandem tandje tanen tange tangen tanger tangs tanked tanken tanking tankje tanks tapen tapes taping tappen tapte
    tares taring tartly tasked tasking tassen taste tater tates tatum taxes taxing teach teachable teaen teakes teaks
    teals teamoverleg tears teats teems teemt teerst tegel tegelen tegelijk tegens tegoedbons tehuis teken tekenden
    tekening tekens telde telden telefoneerden telefonische telefoonnummers telefoons telefoontjes telen telgen
    tellen temde temen temende tending tenen tengels tensen tented terband teren terende tergen terig terms terror
    terugdraaiden terugdraaiend teruggaven teruggedraaide teruggemeld teruggestuurde teruggevend terugnamen
    terugnemend terugzeggen terwijn terzet terzetten tested tetst tetten tetter teugen teven tevergeefse tevredene
    tevredengestelde texten tezen thais thank thans theeen theia theil theirs thick thine thing thinks thins thole
    thorough thought thoughts thrash threat thuds thugs thuijs thunk thunks ticking tickle ticks tienen tight tijden
    tijken tijmens tijns tikes tilde tiled tillen timmer tinder tired tissen tissue tittle toady tocht todden toddy
    toeft toegedicht toegelichte toegevoegde toegevoerd toeken toekende toekenden toekennend toekent toekomt
    toekunnen toeten toevalstreffers toeven toevoegden toevoegend toevoeren toewenden toewijd toewijden toewijding
    toewijst toezegden toezeiden toezender toffer togen tokes toking tonden tonder tooit toorn topos topple torch
    tossen toted touche toucher touchy tough tours tover towel toying traag traan traatje trailer trained trainee
    traineer trainen trainers trams trans transfers trapje trashy trast tread treas treats treaty treden treed treeen
    trees treft trekkar trekked trekken trekkers treks triad trien triep tries troep trough trouw trouwen trouwers
    trued truing truis tuisen tuitjes tukken tukst tullen tuned turen turend turfed turnde turnen turnend turner
    tweed tweeden tweedes tweeds tweedy tweern tweeten twijfelachtige twijfelt twijzel twink tying tykes typed types
    typten tyros uffen ufkes uitboek uiteindelijke uiterdijk uiterlijke uiterwaard uiterwijk uitgaaf uitgaand uitgaat
    uitgebreide uitgebroeid uitgedonderd uitgelegde uitgeleid uitgelogd uitgesneld uitgespeld uitgesproten uitgestald
    uitgestelde uitgestoeld uitgeteld uitgevierd uitgevloerd uitgevoegd uitgevoerde uitgezonderde uitglijden
    uitglijders uitglijer uithoek uitjes uitkomt uitkotst uitlegt uitlek uitsla uitspellen uitstal uitstallen uitstek
    uitsteken uitstekende uitstelden uitstellend uitsteller uitstelt uittel uittellen uitten uitweg uitziek uitzoekt
    uitzonderlijke uitzonderlijks ukken umber unbounded under unformed untie updated updaten updater updates updatet
    upending uphold uppen upraise uraan urgente urgert uurtjes vaagt vacht vachten vadem vader vaders vadert vagen
    vager vakanties vaker vakje vakken valer valide valig valken vallei vallen vallend valley vallicht valtijd vamen
    vandaag vandaal vandaan vander vanger vangt vanwaar vapid varen vaste vasthoudend vaten vault vechter vechtgenoot
    vedder veder vegen veins velde velden vellen velletje vemen vender vending veneer vening venkel ventjes veracht
    veranderde veranderden veranderend verandert veranker verankerd verankeren verbaal verban verbande verbant
    verbeet verbeten verbeteracties verbeterd verbeterden verbeterend verbetert verbij verbind verblinding verbond
    verbonden verborg verborgen verbrand verdacht verdek verdel verdere verderf verders verdicht verdicts verdien
    verdiept verdikt verdof verdor verdraag verdragen vereelt vereend vereenden vereer vereerd vereerde vereis veren
    verend vereng verengen verenging veres vergaan vergallen vergalt vergas vergassing vergaten verge vergeef
    vergeefse vergeeft vergeelt vergeer vergeld vergelen vergend verges vergetend vergeven vergiet vergieten vergif
    vergist vergisting vergoed vergoten verguis verhaaf verhaag verhaak verhaald verhaalt verhaar verhallen
    verhanging verhangt verhoed verhoek verhoord verier verkeer verkeerden verkeerder verkeerds verkeert verkend
    verkenden verkeurde verklaard verklaarde verklaart verklarend verkonden verlaagt verlang verlangd verlangen
    verlaten verleerd verleerde verleg verlegen verleggen verlegging verlenen verlengd verlengden verlengt verlening
    verlet verletten verlezen verliep verlok verloo verloof verlos vermaal vermand vermeed vermeet vermeld vermeng
    vermengen vermenging vermeten vermetten vermis vermissing vermoede vermoedelijke vermoedt vermoei vermoeid
    vermomd vermoord vernacht verneem verneemt vernemen vernis verpacht verpand verplaatsend verplaatste verplaatsten
    verrel verscholen verschonen verschoten verschreven verschrijf verschrijven verschuil verschuilt verse verser
    versier versies versje verslof verst verste verstel versteld verstelt verstoren versturend verstuurd verstuurde
    verstuurden verstuwen vertaal verte verteerd verteerde vertelde verten vertes verteut vertex vertil vertild
    vertilt vertonden veruit vervaagt vervaet vervaging verval vervalen vervallend vervals vervalsen vervalst vervang
    vervangen vervangers vervat vervel verveld vervellen vervelt vervend verver vervet vervetten vervilt vervoeg
    vervolgd vervolge vervolgen vervolgend vervolgers vervolgt vervullen vervult verwaal verwachte verweerd verweerde
    verweet verwend verwenden verwer verwerft verwerkt verwerp verweten verwijde verwijden verwijderd verwijderden
    verwijderend verwijdert verwijfder verwijmeren verwijzer verwilder verwilderen verwoed verwoerd verwonden
    verwoond verwoorde verwoordt verword verzaal verzacht verzand verzanden verzat verzeg verzegd verzegden verzegt
    verzen verzendend verzender verzendt verzenen verzeng verzengd verzengden verzengen verzenging verzeten verzette
    verzettend verzie verziek verzien verziend verziet verzit verzitten verzoden verzoekt verzoen verzoend verzoenden
    verzoet verzoetten verzond verzonden verzonk verzonken verzonnen verzorgd verzorgden verzorgend verzorger verzot
    verzotten verzwonden veste veten veter vetjes vette vetten vetter vezen vicks videowall viets vieve vijst vilde
    vilden villen vindend vinder vingen vinken vinkt vinnen viola viscount visite visites vissen vissing vitten vixen
    vlaag vlaar vlagen vlagt vlaste vlees vletter vlouw vocatie vocht vodde voedden voeden voeder voegden voege
    voegend voegende voeger voegt voelen voerder voeren voerplaats voerplaatsen voeten voiced voicemails voices voigt
    voile volbrachte volens volgen volgend volgende volgenden volgers volks vollediger vollen volst voltooi voltooide
    voltooit vondeling vondelinge vonden vonder voogt vooraan voorbehoudt voord voorde voordeel voorgaan voorgegeven
    voorgelegde voorgeleid voorgenomen voorgesproken voorgeven voorgezegd voorleer voorlopige voormat voorn voornemen
    voorover voorspel voorspelen voorspreken voorstaan voorste voorstelt voorstem voorster voorstoel voort voortel
    voortgaan voortman voortvaren voortvarende voorwaarden voorzat voorzet voorzetten voorzomer voragen vorden vorder
    vorig vorigen voted voteren vouch vouched vouchers vouches voute vouten vowel vraagde vraagjes vraat vragend
    vrager vraten vreden vredes vreest vreet vrezend vriendelijk vriendelijker vriendelijks vries vrinden vroed
    vroege vroegen vroegh vroem vrouwe vught vullen vurige vuurman vuurtje waarin waarmee waarna waarneem waarnemen
    waarnemers waarschijnlijke waarvan wachtel wachtend wachter wachtten wadden waden wader wafel wafted wafts wagen
    wagens wager wailed waited waits waken wakes waking wakken walde walen walid walked walled wallen walts wamen
    wandel wandelen wandelt wanden wander wanders wands waned wanen wanes wange wangs wanked wanks wanner wanten
    wapen warden warend wares warez warken warmen warong warren warten wartier warts wassen waste wasted water watts
    waven waxen wazen weals weave webben weckt weckte wedden weden weeds weeen weeft weekeind weekends weekendt weekt
    weekte weens weerleggen weerst weest wegel wegeling wegels wegen wegend wegenis weger wegerde wegeren wegers
    wegert weggen weggerukt weggooiden weide weider weien weigerden weigerend weijer weimer weinige weiver weken
    weker wekkend wekker wekte wekten welde welden welder welding welen welfde welft welgaten weliger welken welker
    welks welkt welkte welle wellen welletje welse welte welten wenden wending wendt wenen wening wenkend wenkt
    wenkte wensen wensten werden weren werft werger werkend werkje werkoverleg werkten werpt werson werst westen
    wetend wetens wetjes wette wetten wetter weurt weven wever wezen wezens wezer wezet whale whelped whelps while
    whiled whiles whine white whoever wholes whore whose wicht wichten wicks wieger wiekend wielde wielen wienen
    wiesen wieten wight wijde wijdst wijdt wijken wijkt wijlde wijlen wijlt wijne wijns wijsen wijst wijste wijten
    wijts wijzelf wijzigden wijzigend wijzigt wijzing wilden wilder wilds wiled wilfen wilgen wilke wilken wille
    willed willem willend willens wilten wimmer winde winden winder windt winplaats winssen winst wiphout wisse
    wissel wissend wisser wisses wissing wisten wither witsen witst witten wittig wittige woede woeden woedt woerd
    woerden woest wogen wolden wolke wollen wonde wonden wondere wonders wondert wondt wonted wooden wooed woold
    woorden woort worded wordend words wordy worgden worgen worgt workel worker world wormed wormen worms worpen
    worry worsen worst wouden woudt woulds wound wounded wounder wounds wrang wratten wrekend wright wrikten wring
    write wroeg wroet wroeten wrokte wrongs wroth wrung xander xanders yacht yangs yaren yearly yelde yellen yelped
    yelps yfkes yolks yonder youps youri zacht zachter zaden zagen zager zaken zakje zakken zakte zakten zalen zalfde
    zanden zander zanders zanen zanger zanier zappen zaten zdnet zeden zeefde zeeft zeels zeemt zeerst zeerste zegden
    zegel zegelen zegeling zegelt zegen zegens zeger zeggen zeide zeiden zeiker zeken zekere zekers zekert zelden
    zelder zemen zender zending zenen zengden zengen zeper zesden zeste zetjes zette zettend zetter zeurig zeurige
    zeurt zeven zeventjes zever zevert zicht zieker zienden ziener ziften zijdens zijne zijnen zijnet zijns zijzelf
    zimmer zinde zindelijk zinder zingen zither zitten zittend zitter zocht zoden zoeft zoeken zoeker zoenden zoent
    zoeten zoets zoetten zoeven zogen zogenaamde zohra zolder zomer zonde zonden zondes zoned zonen zones zongen
    zoogde zoogt zopie zorgden zorge zorgend zotten zoude zoute zouten zoutje zowaar zuidelijk zuilen zulle zullend
    zulten zuring zussen zuurtje zwaag zwaai zwaal zwaan zwaard zwaars zwaarwegende zwade zwart zwarte zweten zwoel
    zwoord
    """.split()
)
