"""Real words that begin with P to S."""

from typing import Final

WORDS: Final = """
    pa paalt paart paatje paats pace pacht pachten pachter pack packed packing packs pad padden paf pafte pager paging
    pails pains paint pakes pakje pakkend pakker pakket pakten pal palace palate palen palk palled pallen palletje
    palling pam pamper pan panden pander panders panding pandje pangs panier panken pannen pannetje panted pants pap
    papen papje pappen papte par pareer paren pareren parijs park parkeert parken parker parkerend parson parten
    participants partiele partijdag partijdige partikel partner partners party passeert passer paste pasted pat pate
    pater patron patroons patten patter patterns patters patting pauk pauken paukte paw pax pay paz peace peach peak
    pealing peals pearly pease pecked pecking pecks peel peelde peels peelt peentje peeps peest pegel pegelen pegelt
    peggen peies peigerde peigeren pein peinst peis pek pekken pekte pelde pelden pellen pelletje penden penen penis
    pennen penning pens pensen peons perdon peren perfecta perfecte perfects perken perking perkt perkte perron persen
    person persona persons persoon persoonlijke persoonlijks persoontjes persson perst perste persyn pertly perton
    perwijs peten peter petjes petten petter petting peurt pezen pezig phones phoney phonied phony phonying picket
    pickings pickled pickling pickups picky piekte piens pierson piets pigged pijken pijne pijnen pijntjes pijs piked
    piking pikken pikkie pikte pilde piled pillen pimpel pinde pinden pined pingel pingen pinion pinked pinking pinks
    pinned pinnen pins pint pinten pintje pintjes piraten pirson pissen pisser pissing piste pitten pittiger pitting pk
    plaat plaatje plaatse plaatsend plaatser plaatsgebonden plaatst plaatste plaatsten place placed placer places placet
    placht plachten plager plagers plagt plaice plaits plakken plakte planden plane plant plante planten plantje plants
    plaste plat plate plated platel platen plates platje plato plats platte pleaded pleas pleasen pleases pleated pleats
    plecht pleier pleizier plekker pletter plevier pleziert plicht plint ploeg ploemen plompt plone pluijm pluimt pluis
    plukken plukte plum plunder plusje poach pocht pocking pocks poeder poeltje poemen poen poenen poeten poffer pogen
    pogend poger pogode pogoen pointe points pok poke poken poking pokken pokte polen poling polken polle pompt ponden
    ponder ponen pont ponten pontje pontjes poogden poogt pooide pooien pooit poolde poort poorts poosde popen popjes
    poppel porden poring porte ported portefeuilles porter porting portly posed posen posing posited positie positiefs
    posities positieven positiever positive possible postbak poste postel posten postend poster postpak postponed
    postpones posturen postvat postzak poten poteren potted potting pouch pounded pounds pours pouted pover pozen praag
    praai praaien praatjes praatte prachten praised praises prak prakken prakte prakten praktisch praktischer pralen
    pramen prate prated pratend prater prates preach preached preaching prees prefect preken premise presumable prettige
    prettigs preview pricked pricking pricks pried pries prijk prijn prijst prijt prim primal prime primo primp princiep
    principes principle prins print prisma prius probable probe probed probeerden probeert proberend probes problems
    proet promised promises prompte prompts prone prong pront pronte proper proposals propped props propt protesteer
    provably provide provider provides pruijs pruiken pruim prying pucks puften puim puist puite puiten puitje puitjes
    puk pukken pukkie pulle pullen punte punted punter punting puntte puntten puper pussen pusten putje putjes putten
    puttings puttying quack questions quiet quik quirk quist quit quito quits quitte quote raad raadt raag raagt raai
    raaien raait raak raakst raakte raamt raapt raast raat raatje rabbel raden rader rafel raft rafter ragen railed
    railing rails rainer raining raise rak raken raker rakes raking rakken rallen rally ramen rames rammel rammelen
    randen randje range rangen ranger ranging rankt rans ranted rants rappen raren rash rasher raten ratten ratum
    rauwelijks reaches react reacted reactief reacties reacting reactive reactiverend read reads reals realty reams
    reaps rears rebbe rebben rebel rebellen rebuses recalls receipts recept receptief receptien recepties receptionist
    receptionisten receptionistes receptionists receptive receptje recht rechte rechten rechter rechters rechts rechtser
    reclamefolders reclamemails reclames reclined reclines redactie redan redde redden reddend reddens redder rede
    redenen redens reder redert redes redirects reds reed reedden reede reedt reedy reeel reeen reefs reeft reeg reeks
    reel reeling reels reen rees reest refactie refuges refunds refuse refuted refutes regal regalen regaling regally
    regard regden regeer regelden regelend regelgen regelink regels regen regenen regens regent regeren regering regest
    reggen registeren registers registert registreert reide reiden reien reiger reinig reins reintje reisje reject rekel
    reken rekende rekenden rekenend rekent reker rekken rekker rekt rekwest relaas relay relde relden released releasen
    releases relen relied relieve rellen relletje rely remand remands remark remden remote removed remover removes
    renden rending rends renen reng renier rennen rense rensen renten reopens repay repel repelen repen replaced
    replaces replay repliek replies reports reppen request reschedule reschedules resister resolve resolver resolves
    resort respond responds respons response responses responsibly responsie restart resten restituties resultant
    results retards retch retched retching retel reten retor retort retours reuen reused reuses revel revelen reveling
    revelt reven revere reveres reverie revers reversed reverses reverts revery revet revier reviert reviews revolved
    rewards rewrites rewrote rezen rheden rhone riads rich richter ricking ricks ridden ridding ridging ried rieden
    riekte riets rigel rigging rights rigs rijg rijgen rijgt rijken rijnen rijns rijntjes rijs rijst rijten rijzen
    rijzig rilde riled rillen rimpel rinds ringed ringen ringo ringt rinis rinks rins rinsing rinus risen rissen riste
    risten ritsel ritten roach roached roads rober roden roder rodger roede roeden roeken roemen roep roepen roepie roer
    roest roet roeten roetjes roeven rogers rogier rojer roker rokte rollbacks romen romer romme rommelden rommelend
    rommelt rommen rommes ronden ronder rondrit rondslag ronduite rondzit rong rongen rooie rooien rooit rooking rooks
    root ropte rosse roste rosten rote roteer roteren rotte rouge rounded rounds rouse rout routed routen router routes
    routs rouw rouwe roved rovend rovende rover rovers rovert rowel rudge ruften ruigte ruiken ruimde ruime ruimste
    ruimt ruimten ruimtes ruist ruiste ruisten ruit ruiten ruiterlijk ruitjes ruitte rukken rukt rukte rukten rulle
    rullen rummer rungs runnen rushen russen ruste rusted rustend rustic rustige rusting rustten rutten rutting saat
    sabbel sadden saeeds sagen sager sailed sailing sails sak sakes sakken salet salt salute saluut salved saman same
    samengevoegde samenpakten samenvoegden samenvoegend sames sampled samplen sampler samples samplet samsen sand sanded
    sandel sander sanders sands sangen sannen sans sapje sappen sappy saste satan sate sater satisfies saven saxen scans
    scat scha schaap schab schaf schaft schakel schakelden schakels schakende schal schalt schap schappen schar schart
    schats scheef scheep scheers scheet scheijven scheld schelp schep scherf scherm scherpe scherps scherpt schers
    scheten schie schiep schiepen schier schietend schieter schieven schift schiften schijf schijn schijns schijntjes
    schijt schijten schijven schikt schikten schild schill schilt schist schoe schoen schold schond schonen schoner
    schonk schoo schoof schooi schook school schoone schoons schoont schoop schoor schoot schore schot schouder
    schoudert schouwers schra schraa schraap schrab schram schrapen schrapper schrapt schrapten schreed schrift
    schriftelijke schrijd schrijden schrijdt schrijen schrijft schrijn schrijnen schrijnt schrijntje schrijve schrijvend
    schrijver schroef schud schuijt schuil schuilen schuilt schuim schuimen schuimt schuin schuinen schuint schuit
    schuiten schuivend schuivens schuiver schul schulp schulz schurft schut scone scrap scratcht scratchy scuff sealing
    seals seamen seams seans sebel seconde seconds secretaressen secretaresses secretariat seeded seeds seek seeks seeps
    seers sees segaar segeren seinde seintje sekse sekst selder sellen semen semiet sempel sems senden sending senne
    sens sensed sensei senseo senses senten serge series serieust serieux serieuzer sering serous setjes setter setting
    seuren seven sevens sever severed severer severs sezer shale shalt shank shanks shans shawl sheers shell shill shoed
    shone shoon shoppen shopt short shorted sicked sicking sicks siems siepel sieve sight signa signaal signals sijpel
    sijzen sill sillen simbel simen simmer simpele simpels simpen simple singed singer singing sings siring sissen
    sisser sissing siste situate situatief situatien situaties sjaan sjahs sjapt sjons sjort skaat skate skidding skill
    slaa slaaf slaaft slaag slaagt slaak slaakt slaan slaand slaande slaap slaapt slaat slaats slacht slachten
    slachtoffers slachtoffert slager slagers slagt slain slant slapt slapte slat slate slecht slechte slechtst sleek
    sleg sleggen sleven slibt slicht sliet slijt slik slikte slinkt slipt slist slit slodder sloef sloep slog sloken
    slokt sloopt sloppen slort slovend slovende sluicing sluif sluik sluiken sluikt sluip sluipen sluipt sluis sluist
    sluitend sluiter sluiven sluizen slut smaken small smeek smelt smidt smit smoest smoke smoken smukken snapt snapte
    sneek snelt snikt snort snorted snuff snuit snuiten sodden soede soera soest soeten soled solied sollicitaties
    soloed solve solver solves someones sonder sonse soort soppen sopt soren sorteer sorter sorting souads sought sound
    sounded souper souren sours spaak spaan spaande spaat spake spaken spammails spans sparing spark spate speak specht
    specified specifieke specifieks specifier specifies sped spee speed speeds speek speels speelt speen speer speet
    speken spel spell spelt spending spenen sper spied spieken spiel spijt spike spill spoedige spoedigst spoedt spoel
    spogen spokend spokes spore spored sporen sporken sport sported spoten spraak sprakel spraken sprang sprank sprat
    spray spreen spreien spreke sprekend spreker spreng spreuken sprig sprik springs springt springy sprint sproke
    sproken sprong sprung spuit spuiten spying staaf staafde staaft staag staagde staagt staak staaks staakt staal
    staalde staalt staan staand staande staander staar staarde staart staas staatje staats stabel stad stade stads staff
    stage staid stain stak stake stakel stakes staking stakker stale stalked stall stalt staman stamde stamel stamen
    stammen stampt stampte stamt stan standen stands stang stank stans stante stap stapele stapels stapelt stapeltjes
    staph stapje staple stappen stapten stare staren stark start stat state stated staten stater states statie stats
    statte statu statue statues stave steads steak steaks steams stede stee steed steedse steef steefs steeg steegs
    steekt steel steels steelt steen steens steep steeps steer steers steffens stegen stek stekende steker stekken
    stekkers stekt stelde stele stelfouten stellage stellig stelliger stelp stelpt stem stemden stemmed stemmend stemmer
    stems stemt stenig stenige stent steppen stept stepte steren sterk sterker stet steur steuren steurt stevens stevie
    steviger stevigs stevin stiel stiff stijl stik stikken stikker stikt stil stile stille stills stilt stippen stipt
    stipte stoat stoelt stoepen stoept stoet stoft stoke stoken stokken stokt stoll stolpen stolpt stolt stommen stompen
    stompt stond stonde stone stoned stonk stony stood stoopen stoort stoot stopen stopped stoppel stoppend stopper
    stops stopt stopte stopten stor store storen stork storm stormt stort story stout straaltje straat straatjes straf
    straights strainer straining strakst stram strand strands strap straps stras stratus straus straw straws stray
    strays streak streaks streed streek strek streken strekken streks strekt stremde stremmen stremt strick strijk strik
    strike strikt string strip stroppen stropt strot structure structured structureels structureer structureler
    structuren structures struik stuart studenten studentes students stuf stuffs stuffy stuft stuif stuik stuiken stuit
    stuiten stuiting stuken stukke stukker stulen sturend stuurs stuurt stuut stuwen subiete subjects sublet subset
    substituted substituten substitutes substitutie success suer suggestief suggesties suggestions suggestive suist suit
    suite suiting suits sullen summer sunless superb supers supper supposed supposes surer sussen susten suture suur
    swaan swans swill swishes systematische systemics systemisch
"""
