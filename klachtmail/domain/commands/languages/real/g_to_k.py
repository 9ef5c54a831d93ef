"""Real words that begin with G to K."""

from typing import Final

WORDS: Final = """
    gaapt gaarde gaart gabel gails gain gak gakken gakte galen galled gallen galling gamen games gander ganders gangen
    gangs gappen gapt garen gaste gasteren gaten gather gatten gaven gazet geaccepteerde geaccordeerde geachten
    geannuleerde geantwoorde gearchiveerde geat gebabbel gebabbelde gebak gebal gebald gebaseerde gebbe gebben gebed
    gebedel gebedeld gebeefd gebeend gebeerd gebeest gebeft gebeid gebekt gebelde gebelden gebelgd gebep gebept gebet
    gebeten gebeukt gebeuld gebeur gebeurde gebeurden gebeurend gebeurens gebeurt gebid gebied gebikt gebild geblaseerd
    geblekt geblend gebler geblerd gebleten gebleven geblikt gebloed gebobbeld gebod geboekte geboerd geboet gebokt
    gebold gebonden gebonkt geboogd geboomd geboord gebost gebraakt gebrabbeld gebracht gebrachte gebreke gebreken
    gebroek gebroekt gebruikt gebruis gebubbeld gebukt gebult geburen gebust gebuurd gebuurt gecoat gecommuniceerde
    gecorrigeerde gedaagd gedaas gedacht gedachte gedankt gedeeld gedeelde gedeeltelijke gedeelten gedeeltes
    gedelegeerde gedeukt gedicht gedikt gedocht gedode gedoeld gedoogd gedooid gedoomd gedoopt gedost gedoteerd gedrag
    gedrongen gedrukte gedrupt geduld gedweest geecht geeest geegd geel geelde geels geelt geent geerling geert geest
    gefaseerd gefaxt gefeest gefeild geffen gefit geflapt geflikt gefloten gegaap gegak gegapt gegeeld gegeild gegeten
    gegeurd gegevene gegevens geglooid gegooi gegooide gegrepen gegrind gegrint gegroend gegroende gegroet gegrold
    gegrom gegromd gegronder gehaagd gehaakt gehak gehand gehandeld gehangene gehapt gehard geheeld geheet geheld
    gehelen geheten geheven gehikt gehoekt gehoerd gehol geholden gehoofd gehoogd gehooid gehoold gehoon gehoond gehoop
    gehoopte gehoor gehoorde gehoornd gehoosd gehop gehopt gehord gehore gehort gehos gehost gehot gehouwen gehukt
    gehuld geide geien geimplementeerde geinde geinformeerde geinig geinstalleerde geintjes geisoleerde geitje gejaagd
    gejacht gejend gejukt gekaakt gekaapt gekabbeld gekapt gekeeld gekeft gekegeld gekeild gekeken gekend gekende
    gekerkt geketst gekeurd gekeven gekikt gekker geklakt geklampt geklap geklapte geklasseerde geklept gekliekt geklik
    geklist geklit geklokt geklonken geklopt geklots geklotst geklutst geknapt geknikt gekocht gekoekt gekoerd gekoetst
    gekomen gekooid gekost gekozen gekraagd gekraakt gekresen gekreten gekrikt gekrukt gekst gekuld gekust
    gekwalificeerde gekwets gekwetst gelaagd gelaakt geladen gelagen gelakt gelakten gelal gelald gelapt gelapten
    gelasten gelat gelatin gelde gelden gelder geldige gelding geldof geldt gele geleden gelee geleed geleegd geleen
    gelegde gelegen gelei geleid geleien gelek geleken gelekt geleld gelen gelend gelengd gelept geler gelest gelet
    geleurd gelezene gelicht gelieven gelig gelijke gelijkt gelik gelikt gelild gelink geloerd gelofte gelogd gelok
    gelokt gelold geloo gelood geloofd gelooft geloogd gelooid geloop geloot gelost gelt gelten gelubd gelui geluid
    geluk gelukkige gelukt gelukte gelul gelule gelurkt gelust geluw geluwd gemaakte gemaald gemail gemald gemand
    gemankt gemarkt gemarld gemat gemeeld gemelde gemelk gemend gemende gemerkt gemet gemeten gemeurd gemikt gemixt
    gemocht gemoerd gemok gemold gemoogd gemoord gemor genaakt genaderd genderen gendt geneer geneest genegen genen
    genet genezen genien genikt genoegd genoegens genoegt genoemd genome genomes genoopt genoteerde genoten genst genten
    gentlemen geode geoogd geoord geoordeeld geouwehoer gepacht gepachte gepak gepapt gepast gepeeld gepeild gepeld
    gepen gepend geperkt gepest gepeurd gepikt gepist geplaatste gepleegde geplengd geplet gepletst geploegd gepluk
    geplukt gepocht gepoerd gepoft gepokt gepolst geponst gepoogde gepooid gepoold gepoosd gepoot geposte gepot geprakt
    geprate geprobeer geprobeerde gepust geraagd geraak geraakte geraapt gerabbeld gerankt gerapt geraseerd gerat
    gerealiseerde gerecht gerechte gered gerede gereefd gereend geregd geregeerd geregel geregelde geregen geregend
    gereid gereikt gereild gerel gereld geremd geren gerend gerepeld gerest gereten gereven gerezen gerichte gerieve
    gerikt gerist gerlof geroep geroerd geroet gerond geronde gerooid geroomd geroot gerost geroteerd gerson gerst
    gerucht geruft geruik geruist geruit geruk gerukt geruste gerustgestelde gerven gesabbeld gesar gesast geschat
    gescheiden geschied geschiedden geschiede geschiet geschifte geschikt geschikten geschikter geschilden
    geschillencommissies geschokte geschouwd geschraapt geschrapte geschreden geschrevene gesel geselt gesist gesjapt
    geslapt geslecht gesleten geslikt gesloken geslopen gesmaakt gesmak gesmart gesmet gesnapt gesneld gesnoten
    gesoleerd gesp gespeld gespook gespoten gesprekjes gesprekken gesprokene gesproten gespt gestaag gestaar gestald
    gestamd gestampt gestapo gestapte gestarte gestat geste gesteeld gestel gesteld gestelde gestemd gestemde gestempeld
    gestept gesteurd gestikt gestild gestipt gestoeld gestold gestolen gestonken gestopt gestort gestoten gestoven
    gestreken gestremd gestuur gestuurde gesuld gesust getaakt getaald getakt getal getalletje getapt getart geteeld
    geteld getelefoneer getelefoneerde getemd geten getik getikte getinkt getint getipt getocht getoerd getokt getooid
    getoomd getopt getost getrachte getrek getroffene getting getukt getuurd getwist getypte geurig geurige geurt
    gevaagd gevalletjes gevalt gevangen gevat geve geveeld geveerd geveest geveild gevel geveld gevend gevende gevent
    gever gevestigd gevet gevezen gevierd gevind gevlet gevloerd gevloten gevocht gevoed gevoeden gevoeg gevoegd gevoeld
    gevoeliger gevoerde gevonden gevondene gevost gevoteerd gevraag gevraagde gevuld gewaad gewaag gewaagde gewaagt
    gewaaid gewaakt gewaald gewaand gewaard gewacht gewalgd gewand geweckt gewed geweekt geween geweend geweid geweien
    geweken gewekt geweld geweldige geweldigs gewelkt gewen gewende gewenkt gewenst gewenste gewent gewerd gewerden
    geweren gewerkte gewest gewet geweten geweven gewezen gewicht gewijs gewijzigde gewikt gewon gewond gewonde gewonden
    gewoner gewoond gewoons gewordend geworgden geworpen geworven gewraakt gewricht geyeld gezaagd gezabbeld gezangen
    gezapt gezegde gezegeld gezegen gezeild gezeken gezel gezellen gezellige gezelligs gezellin gezengd gezer gezetten
    gezeurd gezicht gezied geziene gezin gezinden gezocht gezochte gezoden gezoek gezoemd gezoen gezoenden gezoet
    gezonde gezonden gezondene gezonder gezongen gezonken gezonnen gezoogd gezoold gezoomde gezucht gibing giblet
    gidding giebel giebelt gieteren giezen giggen gijnen gijns gijzen gilde gilet giling gillen ginder gingen ginger
    gissen gissing giste gistel gitten given glace glarie gleden glooien glosse glunder gnomen goals goanna goblet goden
    goede goedeavond goededag goedee goeden goedendag goeder goedgekeurde goedje goeds goei goeienavond goele goelijk
    goetie goffer gogen goings golden gomde gomden gonda gong gooiden gooiend gooier gooit gooks goorden gooren goorts
    goosen goot gordelen gorden gordt gorge gorige goring gorter gosse gouden gouwe govers graad graaf graai graaien
    graal graan graas graat graatje gracht grachten graft grand grape grapjes grapt grapte grate graten grates gratie
    gratig gratin greats greed green greep greet greetjes greintje grent greta greven grief grien griep griet grieten
    grietjes grijs grind griot groan groede groef groefjes groeft groei groeien groeit groen groene groenen groens
    groent groenten groentjes groep groepen groepjes groept groepten groes groetend groetten groeven grofte grohe groin
    grolt grommel grommelen gromt gronde grondt groom groos groote grooten grootjes groots grope grot grotel groten
    grotendeel groter grotje grotjes grotten ground grounder group grout grouw grove grover grown grund grutjes gucht
    guest guests guiten gulle gullen gully gunnen gusted gutting haagt haait haakje haakt haalbaars haart haast haat
    hackle haelen haen hagen hager hailed hailing hails hak haken haker hakes hakje hakken hakte halder hale haled
    halend haler hales haley hall halle hallen halletje hallow halls halmen halo halon halte halten halzen hamen hamper
    handbel handde handden handeg handelden handelend handeling handels handen handgel handier handiest handige handigs
    handigste handing handje handjes handlers handt hanen hanged hangel hangen hanger hangs hanig hanigst hank hankel
    hanks hannen hans hansen hanzen hapje happen happenings hapte hardden harde harden hare haren harig harke harkte
    harpe harpte harpy harre harretje hart hartelijk hartelijke hartelijker hartelijkst harten hartje harts haste hate
    hatelijke haten hater haute haven hayden hazen head header headline heads heady healen healing heals heaped heaps
    heave hebbend hebber hebbes hebe hecht hechte hechter heck hedda heddes hedel hedge hedgen hedie heeded heeds heelde
    heels heelt heen heerder heeren heerlijk heerlijker heerlijks heers heerst heerste heest heet heffen heft heftiger
    heftigs hefting hegel hegen heger heggen heide heiden heien heinde heins heintje heir heken hekker hekst helde
    helden helderde heldere helders helen heler helft hell hella helle hellen heller hellos helmer helms helot helpe
    helpen helpend helper hels helser helst helt hemde hemden hemen hendel henen hengels hennen hennis henst hepen hera
    herben herder herdopen herein herenigen herent herexamens herhaal herhaald herhaalden herin herken hermen hermien
    herne hernen hero heroen heron heropende heropenden heros herover herpen herplaats herplaatsen herplaatst herpt
    herren herriep herriepen herroept herschrijft herschrijver hersel herst hersteld herstelde herstelt herstem herstemd
    hertaalde herteld hertelde herten heruit hervallen hervalt herwen herwerken herxen herzie herziend herziene herziet
    hesen heten heter hette heuft heugt heven hever heyden hicks hidde hidden hidding hiel hield hiele hielt hiep hierom
    hieuw hieven hijken hijst hijzelf hilde hill hillen hinde hinden hinder hing hinged hingen hinging hink hinnen hippy
    hissing hither hitten hiving hoebe hoeben hoed hoedde hoede hoeden hoeder hoedje hoedt hoef hoefde hoefs hoegen
    hoeke hoeken hoeker hoekt hoela hoen hoenen hoepel hoepen hoer hoerde hoeren hoeri hoert hoesen hoest hoet hoetel
    hoeve hoevers hoeves hoezen hoffer hoft hoge hogelijk hogen hoger hogere hogers hoging hogingen holde holden holder
    hole holen holger holidays holle hollow hollowing homan homebody homer hommel honden hone honed honen honey honger
    honing hoofde hooft hoogachten hoogachtende hoogde hooge hoogste hoogstpersoonlijke hoogt hoogten hoogtes hooide
    hooien hooit hooking hooks hoolde hoolt hoon hoonde hoont hoonte hoop hoops hoopt hoopte hoorden hoorder hoorn
    hoorns hoorspelen hoosde hoost hoot hopbellen hopen hopjes hopt hora horde horden hordt horen horend horens horige
    horken horn horren horse horsen hort horten horzen hosted hosten houben houden houdend houder hounded hounds hours
    housen houten houtje houwen hoven hover hovered hovering hovers hoyer hozen huger huigen huis huist hukken hukte
    hullen hulman humaan humane humans hummer hunne hunnen hunten huren hussen hutting hypen hypos ideals identieke
    iebel ieder iedereens ieders iegelijk iemands ieren ietjes ignored ignores ijken ijkt ijst ijzen ijzig immer imogen
    impel implementer inacceptabel inbrengend inbrenger incidentele incidents incorrecte inde indeel inden indexed
    indian indie indient indier indies indoen indued ineens informatief informaties informatiever informative informer
    ingebroken ingedaan ingediende ingeland ingelichte ingen ingeplande ingeplant inger ingeregend ingerichte
    ingeschakelde ingespeld ingespoten ingested ingestelde ingestemde ingestoken ingevoegd ingevoeld ingevoerde inging
    ingrijpen ingrijpender inhoudelijk inhoudelijks inhoudt inhout inhouw inkoud innen inox inreed inren inschrijvend
    inschrijver instanties instelt instem instemden instemmend insure intake intrek intrekkend intrest intro intron
    intros invang inzage inzak inzakt inzakte inzie inzien inziend inziens inziet iphone ireen isolate isolates isse
    issued issues jacht jachten jael jagen jager jailed jailing jails jak jakes jakken jakkes james janco jannen
    jannetje jans jappen jaren jarig jaste jatten javel jawed jawl jeeps jegens jehad jeinde jeker jekker jelke jellie
    jello jemen jengels jenne jennen jense jensen jentje jerking jetjes jette jetten jetting jewel jezelf jicht jijzelf
    jings jiving joegen joepte joerie joffer joggen joint jolle jonen jongden jonge jongen jongend jonger jonges
    jongmens jonken jonna jonnen jopie joppes joren jorge jorgen jorgens josse josten joude jouke joule joure jours
    jouwde jouwen jouwt judged judgements judges judgments juist juiste juister jukken jukte julie junge jungen junne
    jurist juriste jussen justifies jutting kaait kaakje kaakt kaamt kaant kaantje kaapt kaar kaard kaardt kaars kaart
    kaast kaat kaatste kabbel kader kagen kager kak kaken kaker kakje kakken kakte kalen kalig kallen kalles kalletje
    kallo kamen kamig kamper kanen kanne kannen kannetje kanoen kansen kant kante kanten kantje kants kapje kappel
    kappen karakters karat karel karen karg kari karige karim karin karis karnen karretjes kart karting kaste kasten
    kastoor kater katten kedde keel keelde keels keelt keens keentje keep keept keers kees keest keffen kegel kegelen
    kegelt keggen keker kelder kemel kemps kenden kenen kengen kennel kennelijke kennen kennend kenner kennes kepel
    kepie keppel kerels kerem keren kerken kerkt kerkte kernel kernen kerpel kerst kerste kervel ketel keten ketjes
    ketter ketting keunen keurige keuriger keuring keurt kevel keven kever kevert kezen kicked kicken kicking kicks
    kieken kiekte kielen kiemen kiende kienen kient kiepen kieren kieuw kiezel kiezend kiezer kijkend kijker kijkt
    kijven kikken kilde killen kinder kindle kindt kings kinken kinnen kissen kissing kiste kisten kitten kittig kittige
    kitzen klaaf klaag klaagstem klaagt klaarst klaarte klaas kladt klagen klagers klakt klakte klakten klamer klank
    klanken klanten klantjes klappe klapt klapte klapten klara klare klaroen klasen klasje klaske klasseert klasserend
    klater klaven klaver klavers klazen kleef kleene kleide kleien kleijne klein kleinen kleiner kleins kleinte klene
    klept kleren kletter kleurig kleurige kleven klevende kliefde klikt klodder kloeg kloet kloffie klokt klont klonten
    klontje kloot klop klopte klost klosten klucht kluchten kluisje kluit kluiten kluitjes klunder klusjes kluste
    kniezen knopjes knopt kocht kodden koeken koekt koeltje koen koepel koest koeten koeter koffer kogen koiter koken
    kolen kolken kolle koman komend komens kommen kompel komsten konden konen konten konter kooien kooit kooks koomen
    koopt koord koorde koorden koorn koorts koote kooten kooter kopen kopij kopje kopjes koppe koppelden koppelend
    koppels koppelt koppen kopper kopse kopt kopte kopten korde kordeel kordelen korden koren korpel korre korse korsten
    korte korten kortere kortink kortte korver korving kosse kossen koste kostend koster kostten koten koter koteren
    kotsen kotsten kotte kotten kotter kousje kouten kouter koutje kouwe koven kozen kraag kraagje kraai kraaien kraakt
    kraan kracht krachten kraft kragen kragt kralen krans krant kranten krantje kreek krees kreet kregel kreken kreng
    krengen krengt kresen kreten krijgend krijger krijgh krijn krijnen krijs krijsen krijst krijt krijten kring kringen
    krings krip kroeg kroegen kroep kroot kropt krui kruid kruiden kruien kruif kruik kruim kruimen kruin kruinen
    kruipen kruipt kruis kruisen kruit kruiven kruizen krukken krukt krukte krupp kucht kuenen kuijken kuiken kuip kuist
    kuiste kuiten kullen kunne kunnend kuper kusje kussen kusten kuurtje kwadijk kwalijker kwalijks kwant kwanten kwart
    kwartiel kwartiers kwartiertjes kweeen kwesties kweten kwissen
"""
