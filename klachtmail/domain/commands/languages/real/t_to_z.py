"""Real words that begin with T to Z."""

from typing import Final

WORDS: Final = """
    taakje taakt taalt taams taan taande taanden taart taat tabel tabellen tacke tacked tackelt tacken tacking tackled
    tackler tackles taekes tael tafels tafelt tailed tailing tails tak takel takelen takels taken takenlijstjes takens
    taker takers takings takje takjes takken taks takte talen tales taling talker talking tallen tames taming tamper
    tand tandem tanden tandje tanen tange tangen tanger tangs tank tanked tanken tanking tankje tanks tannetje tans
    tapen tapes taping tappen tapt tapte tares taring tartly tasked tasking tassen taste tater tates tatum taxes taxing
    teach teachable teaching teaen teakes teaks teals tears teas teat teats teckel tedere teed teek teelde teelt teems
    teemt teen teens teentje teerder teerling teerst tegel tegelen tegengaan tegens tegoedbons tehuis teken tekenden
    tekenen tekening tekens telde telden telefoneerden telefonische telefoonnummers telefoons telefoontjes telen
    teleurgestelde telgen tellen telt temde temen temende temmen tems temt tending tenen tengels tennis tense tensen
    tented tenten tentje terband teren terende terg tergen terig terms terover terrain terror terugbetaal terugbetaalde
    terugbetaalt terugdraaiden terugdraaiend teruggaven teruggedraaide teruggegaan teruggemeld teruggestopt
    teruggestorte teruggestuurde teruggevend terugkeren terugkerende terugnamen terugnemend terugtrekkend terugtrokken
    terugverend terugverende terugzeggen terwijn terzet terzetten test tested tetst tetten tetter teug teugen teven
    tevergeefse tevredene tevredengestelde texten tezen thais thalen than thank thaws theeen theia theil theirs thick
    thin thine thing things thinks thins thole thong thorough thought thoughts thrash threat thuds thugs thuijs thunk
    thunks thus tians ticked ticking tickle ticks tied tiende tienen tight tijden tijdsgebrek tijken tijmens tijns tikes
    tilde tiled tillen timmer tinder ting tinged tinging tings tink tinnen tiptoe tired tissen tissue tittle toady tocht
    todden toddy toebedeelde toebedeelt toedien toedoe toedoet toeft toegedeeld toegedicht toegekende toegekund
    toegelichte toegerend toegevend toegevoegde toegevoerd toegewend toeken toekende toekenden toekennend toekent
    toekomend toekomt toekunnen toemen toep toereiken toereikende toesnel toestem toetel toeten toeva toevalstreffers
    toevalt toeven toevertrouwde toevertrouwden toevertrouwt toevoegden toevoegend toevoeren toewenden toewijd toewijden
    toewijding toewijst toezegden toezeiden toezender toffer togen tokes toking tolken tomen tommel tonaal tonden tonder
    tongen tooien tooit toorn toorts topas topjes topos toppen topple topt torch toren tossen tosten total toted touche
    toucher touchy tough tours tover towel toying traag traan traatje trachtend trachtten trailer trailing trained
    trainee traineer trainen trainers trams trans transfers trapje tras trashy trast tread treads treas treats treaty
    trechter tred trede treden tree treed treedt treeen treef treek treem treep trees treffend treffer treft treken
    trekkar trekked trekkend trekkers trekpen treks trend triad tricht trien triep tries trijs troef troel troffen
    trokken trommel trommelen tromp trompt troop trough trouw trouwen trouwers trued truing truis tucht tuigen tuigt
    tuis tuisen tuist tuiste tuiten tuitjes tukken tukst tukte tullen tuned turen turend turfed turnde turnen turnend
    turner tuur tuurt twans tweed tweeden tweedes tweeds tweedy tweern tweeten twijfelachtige twijzel twink tying tykes
    type typed types typten tyros uffen ufkes uitbel uitbestede uitbestedend uitbesteder uitboek uitboeken uiteindelijke
    uiten uiterdijk uiterlijke uiterwaard uiterwijk uitgaaf uitgaand uitgaat uitgebreide uitgebroeid uitgedonderd
    uitgelegde uitgeleid uitgelogd uitgenodigde uitgeschakelde uitgesneld uitgespeld uitgesproten uitgestald uitgestelde
    uitgestoeld uitgestuurde uitgeteld uitgevierd uitgevloerd uitgevoegd uitgevoerde uitgezonderde uitglijden
    uitglijders uitglijer uithoek uithoeken uitjes uitkomen uitkomende uitkomt uitkotst uitlegt uitlek uitpel uitpluizer
    uitsla uitspellen uitsprak uitstal uitstallen uitstek uitsteken uitstekende uitstelden uitstellend uitsteller
    uitstelt uittel uittellen uitten uitvieren uitvloeren uitvoegen uitvoerden uitvoerend uitweg uitzendend uitzender
    uitziek uitzieken uitzoekt uitzonden uitzonderlijke uitzonderlijks ukken ulaan umber unbounded under unformed untie
    updated updaten updater updates updatet upending uphold uppen upraise uraan urgente urgert usable uurtjes vaag vaagt
    vaalt vaart vacht vachten vadem vader vaders vadert vagen vager vak vakanties vake vaker vakje vakken valer valide
    valig valken vallei vallen vallend valletje valley vallicht valling valste valtijd vamen vandaag vandaal vandaan
    vander vaneen vanen vanger vangt vannen vanwaar vapid vare varen varend varens varken varren varretje varsen vase
    vasen vaske vasse vaste vasten vaster vasthoudend vasts vastte vastten vaten vatte vatted vattend vault vazen vecht
    vechter vechtgenoot vedder vedelen veder veelde veelt veening vees veest vegen veins velde velden veldt vellen
    velletje vemen vender vending veneer vening venkel vennen venten ventje ventjes veracht verachter veranderde
    veranderden veranderend verandert veranker verankerd verankeren verantwoordelijken verantwoordelijker verast verbaal
    verban verbande verbanden verbant verbeen verbeet verberk verbeten verbeteracties verbeterd verbeterden verbeterend
    verbetert verbij verbind verbinden verblinding verbocht verboden verbond verbonden verbondene verborg verborgen
    verbrand verdaagde verdaagt verdaan verdaas verdacht verdek verdel verdere verderf verders verdicht verdicts verdien
    verdiept verdikt verdoeken verdoekt verdof verdor verdraag verdrag verdragen vereelt vereen vereend vereenden vereer
    vereerd vereerde vereis veren verend vereng verengd verengen verenging verenigden veres verest verft verfwerk
    verfwerken vergaan vergallen vergalt vergas vergassing vergaten verge verged vergeef vergeefse vergeeft vergeelt
    vergeer vergeld vergelen vergend verges vergetend vergeven vergiet vergieten vergif vergist vergisting vergode
    vergoed vergoede vergoedt vergold vergood vergoten vergt verguis verhaaf verhaag verhaak verhaald verhaalde verhaalt
    verhaar verhagen verhallen verhanging verhangt verhinder verhinderde verhindert verhoed verhoek verhoord verier
    verijs verijzen verjaag verjaagd verjagen verjaging verkaart verkeer verkeerden verkeerder verkeerds verkeert verken
    verkend verkenden verkerk verkeurde verklaard verklaarde verklaart verklarend verkocht verkonden verkooppraatjes
    verlaag verlaagd verlaagt verlag verlagen verlaging verlang verlangd verlangen verlangende verlapt verlaten verleden
    verlee verleed verleend verleent verleer verleerd verleerde verlees verlegd verlegen verleggen verlegging verlegh
    verlegt verleidt verleien verlenen verlengde verlengden verlengt verlening verlep verleren verlet verletten verleun
    verlezen verliep verlig verlok verloo verloof verlos verluid vermaal vermand vermeed vermeen vermeet vermeld
    vermelde vermeng vermengd vermengen vermenging vermeten vermetten verminderd vermis vermissing vermocht vermoede
    vermoedelijke vermoedt vermoei vermoeid vermomd vermoord vernacht verneem verneemt vernemen vernis verover verpacht
    verpand verplaatsend verplaatste verplaatsten verrekken verrel verrijs verrijzen vers versa versaag versaagd
    versagen verschillend verschillenden verschillends verscholen verschonen verschot verschoten verschreven verschrijf
    verschrijven verschuil verschuilen verschuilt verse verser versier versies versje verslaan verslof verso versta
    verstaal verstaat verstandige verstandigs verstar verste verstel versteld verstelde verstelt verstond verstoren
    verstrekken versturend verstuurd verstuurde verstuurden verstuwen vertaal verte verteerd verteerde vertelde
    vertelden verten vertes verteut vertex vertil vertild vertilde vertilt vertonden vertrekkend vertrekker vertrokken
    veruit vervaag vervaagd vervaagt vervaet vervagen vervagende vervaging verval vervalen vervallend vervals vervalsen
    vervalst vervang vervangen vervangend vervangers vervat verveen vervel verveld vervelde vervellen vervelt vervend
    verver vervet vervetten vervilt vervoeg vervolgd vervolge vervolgen vervolgend vervolgers vervolgt vervullen vervult
    verwaal verwachte verweegt verweek verweerd verweerde verweet verweg verwegen verwek verweken verwekken verwelk
    verwelken verwend verwenden verwer verwerd verwerden verweren verwerf verwerft verwerkend verwerker verwerkt
    verwerkten verwerp verwerpen verwerven verweten verwies verwijd verwijde verwijden verwijderd verwijderden
    verwijderend verwijdert verwijf verwijfder verwijk verwijl verwijlen verwijmeren verwijst verwijt verwijten
    verwijven verwijzend verwijzer verwilder verwilderen verwittig verwittigde verwittigt verwoed verwoerd verwonden
    verwoond verwoorde verwoordt verword verworden verworpene verworven verzaag verzaagd verzaal verzacht verzagen
    verzand verzanden verzanding verzandt verzat verzeg verzegd verzegden verzegt verzeker verzen verzendend verzender
    verzenen verzeng verzengd verzengden verzengen verzenging verzengt verzeten verzette verzettend verzie verziek
    verzieken verziekt verzien verziend verziet verzit verzitten verzochte verzoden verzoek verzoeken verzoekend
    verzoekers verzoekje verzoeksters verzoen verzoend verzoenden verzoenen verzoener verzoent verzoet verzoete
    verzoeten verzoetten verzond verzonden verzonk verzonken verzonnen verzorgd verzorgden verzorgend verzorger verzot
    verzotten verzucht verzwonden vest veste veten veter vetjes vetst vette vetten vetter vetting vezen vice vicks
    videowall viefst vierdagen viets vieve viever vijst vijzen vila vilde vilden villen vindend vinder vingen vingers
    vingert vinken vinker vinkt vinnen viola viscount visite visites vissen visser vissing viste vitten vixen vlaag
    vlaar vlagen vlagt vlaste vlecht vlees vleest vlegels vletter vleugel vlouw vlucht vocatie voce vocht vodde vodden
    voedden voeden voeder voedert voeg voegden voege voegend voegende voeger voegt voelen voerder voeren voerplaats
    voerplaatsen voeten vogt voiced voicemails voices voigt voile volbrachte volde voldoend voldoenden voldoendes volens
    volgen volgend volgende volgenden volgers volken volkoren volks voll vollediger vollen voller volley volst volt
    volte voltooi voltooide voltooit volunteers vond vondel vondeling vondelinge vonder vonderweg vonken vonten voogd
    voogt vooraan vooral vooras voorbehoudt voord voorde voordeel voordelen voorden voorgaan voorgang voorgegeven
    voorgelegde voorgeleid voorgelezen voorgenomen voorgepraat voorgespeld voorgespelde voorgesprek voorgesproken
    voorgesteld voorgestelde voorgestemd voorgestemde voorgeteld voorgetelde voorgeven voorgezegd voorgezet voorhal
    voorleer voorlegden voorleggend voorliggen voorlopige voormat voormeld voorn voornemen voornoemd voorns voorover
    voorruit voors voorspeel voorspel voorspelen voorspellen voorspreken voorst voorstaan voorste voorstelden
    voorstellend voorsteller voorstelt voorstem voorster voorstoel voorsts voort voortel voortelde voortellen voortgaan
    voortgekomen voortging voortman voortvaren voortvarende voortzette voortzetter voorvak voorvalt voorwaarden voorwal
    voorzat voorzeggen voorzet voorzetten voorzit voorzitting voorzomer voragen vorden vorder voren vorig vorigen vorst
    vosse voted voteren vouch vouched vouchers vouches voute vouten vouw vouwtje vowel vraagde vraagjes vraat vrachten
    vragen vragend vrager vraten vreden vredes vree vreest vreet vrekken vrezend vriendelijk vriendelijke vriendelijker
    vriendelijks vries vrijmakend vrijs vrijwillige vrijwilligere vrijwilligers vrinden vringer vroed vroege vroegen
    vroegh vroem vrouwe vrouwtjes vruchteloost vruchtloos vucht vught vuist vullen vuren vurige vutten vuurman vuurtje
    waakt waar waardin waarmee waarna waarnamen waarneem waarnemend waarnemers waarom waarover waarschijnlijke waart
    waarvan wachtel wachtend wachter wachtten wadden waden wader wafel wafted wafts wagen wagens wager wailed wailing
    wails waited waits wak waken waker wakes waking wakken walde walen walid walked walken walled wallen walletje
    walling walts wamen wandel wandelen wandelt wanden wander wanders wands waned wanen wanes wange wangen wangs wanked
    wanks wannen wanner wans wanten wapen warde warden ware warend wares warez warken warm warmde warmed warmen warmer
    warms warmt warmte warn warong warre warren warten wartier warts washes wassen waste wasted water watten watts waven
    waxen wazen weaken weals weave webbe webben wecken weckt weckte wedde wedden weden wederkom wedren wedt weeded weeds
    weeen weeft weekeind weekends weekendt weekt weekte weelde ween weens weeps weerden weerleggen weerom weerst weest
    wegel wegeling wegels wegen wegend wegenis weger wegerde wegeren wegers wegert weggen weggerukt weggooiden weidde
    weide weiden weider weidt weien weigerden weigerend weijer weijzen weimer weinige weiver weke weken weker wekere
    wekerom wekken wekkend wekker wekking wekt wekte wekten welde welden welder welding welen welfde welft welgaten
    weliger welk welken welker welks welkt welkte welle wellen welletje welse welte welten welzen wendden wende wenden
    wending wendy wenen wening wenken wenkend wenkt wenkte wennen wens wenselijk wenselijke wensen wensten werelds weren
    werft werger wering werken werkend werker werkje werkoverleg werkten werpen werping werpt werring werson werst
    werven werving west westen weten wetend wetens wetjes wette wetten wetter wetting weurt weven wevende wever weyden
    weze wezel wezend wezens wezep wezer wezet whale whelped whelps while whiled whiles whine white whoever wholes whore
    whose wich wicht wichten wicked wicks wide wieden wieger wiekend wiekte wielde wielen wienen wierden wiesen wieten
    wiggen wight wijde wijden wijdst wijdt wijen wijken wijkt wijlde wijlen wijlt wijne wijnen wijns wijntjes wijsen
    wijst wijste wijt wijten wijts wijven wijze wijzelf wijzend wijzer wijzigden wijzigend wijzigt wijzing wild wilden
    wilder wilds wiled wilfen wilgen wilke wilken wille willed willem willend willens wilten wimmer wimpel winde winden
    winder windt winged winging wings winnen winplaats winssen winst wiphout wirken wises wished wisse wissel wissend
    wisser wisses wissing wist wiste wisten wither witsel witsen witst witten wittig wittige witzen woede woeden woedt
    woerd woerden woest wogen woken wokken woks wolden wolke wolkend wollen wolven women wondde wonde wonden wondere
    wonders wondert wondt wong wonted wood wooden wooed woold woonden woorden woort worded wordend words wordy worgden
    worgen worgt work workel worker working world wormed wormen worms worpen worried worry worse worsen worst wort woud
    wouden woudt woulds wound wounded wounder wounds wraakt wrang wratten wreed wreken wrekend wreking wren wright
    wrikten wring wringing wrings write wroeg wroet wroeten wrokte wrongs wroth wrung wuite wuiten wulken xander xanders
    yacht yak yangs yaren yearly yelde yellen yelped yelps yfkes yings yolks yonder youps youri yous zaadje zaakjes
    zabbel zacht zachter zaden zagen zager zak zake zaken zakje zakken zakte zakten zalen zalfde zanden zander zanders
    zandig zanen zangen zanger zanier zappen zaten zatte zdnet zeden zeefde zeeft zeels zeelt zeemt zeentje zeerder
    zeerst zeerste zegden zegel zegelen zegeling zegelt zegen zegens zeger zegge zeggen zeggend zegger zeide zeiden
    zeiker zeikte zeisen zeken zekerde zekere zekeren zekers zekert zelden zelder zemen zender zending zendt zenen
    zengden zengen zennes zeper zerken zesden zeste zetje zetjes zettend zetter zeugen zeurig zeurige zeurt zeven
    zevende zevenden zevens zeventjes zever zevert zicht zieden zieke zieken zieker ziekere ziekste ziekt ziekten
    ziektes ziende zienden ziener ziften zijde zijdens zijnd zijnde zijne zijnen zijner zijnerzijds zijnet zijns zijpe
    zijzelf zimmer zinde zindelijk zinder zingen zinger zinnen zither zitten zittend zitter zitting zoal zocht zoden
    zoeaven zoeft zoek zoeken zoekend zoeker zoel zoelen zoemen zoemt zoenden zoenen zoent zoer zoet zoeten zoets zoette
    zoetten zogen zogenaamde zohra zolder zomen zomer zonde zonden zondes zone zoned zonen zones zongen zonken zonne
    zont zoogde zoogt zooien zopie zora zorgden zorge zorgend zotte zotten zoude zoute zouten zoutje zowaar zucht
    zuidelijk zuidelijke zuigen zuigt zuilen zulke zullend zulte zulten zuring zussen zuurtje zwaag zwaai zwaal zwaan
    zwaard zwaars zwaarwegende zwade zwart zwarte zwel zweten zweven zwicht zwoel zwoord zwoorden
"""
