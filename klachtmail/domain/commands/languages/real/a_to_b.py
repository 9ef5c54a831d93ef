"""Real words that begin with A to B."""

from typing import Final

WORDS: Final = """
    aak aalt aanaard aanaarden aanbad aanbak aanbakken aanbeden aanbid aanbidden aanbiedend aanbieder aanbinden aanbond
    aanbood aandak aandelen aangebeden aangebodene aangebonden aangeboren aangeheven aangekomen aangelast aangemerkte
    aangepakt aangepapt aangepaste aangerekend aangeschreden aangeschrevene aangesneld aangespeld aangesprokene
    aangestelde aangetast aangetekende aangeteld aangevezen aangewerkt aangeweven aangewezene aanhangige aanheb aanheft
    aanhief aanholden aanhoudend aanhouder aankaartten aankakken aanlassen aanmeren aanmerkten aannamen aanneemt
    aannemend aannemer aanpakkend aanpakt aanpakten aanpap aanpas aanpassend aanpasten aanpik aanpikken aanplak
    aanplakken aanrekenen aanrieden aansluiten aansluitende aansnellen aanstelden aanstellend aansteller aanstond
    aantekenden aantellen aantrekkend aantrekker aantrokken aanvaardden aanvaarde aanvaardend aanvaart aanvatte
    aanvatter aanvetten aanvijzen aanwassen aanwerken aanwezige aanwijzend aanwijzer aanzakken aapje aapte aart abort
    abou abous absente absents absint accent accented accents acceptabele acceptable accepteer accepteerden accepten
    accepterend accordeert accords achier achter achterban achterbeen achtereen achtergaan achterlaan achterleen
    achterman achtten acknowledged acknowledgements acknowledges acknowledgments acquisities acquisitive acres acte
    actiefs actien acties actiever actio actions active activeert activerend acton acuter adam adapteer adat adder
    adderen adders ader aderde aderen aders ades adjuster adjusts administrative adopteert adopter adores adries
    advertenties advertisements adviseer adviser adviseurs aelen afbaken afbelden afboekten afboenen afbonken afbreken
    afdaken affect affectief affluit affluiten afgaven afgefloten afgegaan afgehandelde afgelakt afgelapt afgelaste
    afgelezen afgelost afgepast afgeperkt afgerand afgerend afgerezen afgerold afgeronde afgesleten afgeslopen
    afgesnoten afgespoten afgesproten afgestoten afgetast afgevend afgevezen afgevinkte afgewandeld afgeweekt afgeweken
    afgewerkte afgewezene afgewikkelde afgiet afgrond afgronden afhaken afhandelden afhandelend afhandelt afhangeling
    afhankelijke afkes aflachten aflicht afliet afmaai afmakend afmaker afmalen afmeldden afmelken afneem afnemen
    afnemers afpen afraken afreed afrenden afrijst afrijzen afrolden afrondden afrondend afslaan afsluipen afsluipt
    afsluitend afsluiter afsprak afspuit afspuiten afstaand afstaat afstamming afstuit afstuiten aftar aftel aftelden
    aften afternoons afvijzen afvingen afwachtend afwachtten afwandel afwandelen afwezige afwijken afwijkt afwijs
    afwijzend afwikkelden afwikkelt afwist afzet afzeven afzie afzien afzinken afzit afzoeken agendas agendeert ahmad
    ahuis ailed aileen ailing ails airees aires aissen ak aken aker akkes akte alain alant albast alben alder alders
    alen ales aleven algemeen algemenen algemener algen alien alies alight alina alinda aline alined alines alken allan
    alle allege aller allerminste allers alley alleys allies allo allon almede almee almen aloes alpen alree alsjeblief
    alsnu altemaal alten alter alves amati amber ameer amel amendeer amenderen amer amier amkes amoer amounts ampel
    ampele ampere ampex ample ampler ampul anco andel andersen andes andoren andre andree andres anette angels anger
    angeren angers anjer anjers anker ankeren ankers annen annetje annuals annul annuleert annulerend answers anted ants
    antwoordden antwoordje apen apk appal appals appear appeared appearing appeased appeasing appel appellante appels
    append appie appje appjes apple approve approves appte apter arans archiveert aren ares arie aright arme armee
    arretje artie ashing aspecifiek aspen asper assent assigns assistant assistenten assistentes assistentie assum
    assumed assumes assure astaat aster asus aten atie attaca attache attachee attaches attack attacked attempts atten
    auctie auction aught austen avails aval avast averecht averechte averechtse averechtst aversie avoid avon avonden
    avonds aware awhile axles baalt baart babbels babbelt babbeltjes babble babel backups backus bader badje baelde
    bailed bailing bails bak bake baken baker bakes baking bakjes bakken bakkes bakkie bakkies bakoe bakte balde balen
    balked balkje balled ballen balletje balling balloo balvast banco banded bandel banden bandje bange banger bangs
    banier bankje bannen baren baring barretje basking baste baten batje batten baukje bavo bazig beach beached beaching
    beads beady beams beantwoorde beantwoorden beate beater bebonden becht bedank bedankbriefjes bedankjes bedankte
    bedde bedden bede bedeeld bedelden bedelend bedelven beden bedenkt bedijk bedijken bedijkt beding bedoe bedoel
    bedoelde bedoelen bedoelt bedraad bedraag bedrage bedrog bedronken bedrukt bedrust beef beeft beek beeldt beelen
    beemd beenden beentje beer beeren beerling beerst beert beesd beest beestig beet beffen befte begaan begeer begeert
    begeleidden begeleide begeleidend begeleider begeleidt begeren beget begeven beging beginnen behaald behalves
    behandelaars behandelbaar behandelde behandelden behandelend behandelende behangen beharen behave beheerd beheers
    beheerst beheld beherend behind behing beholpen behoor behoord behoorlijke behoorlijks behoren behouden behoudend
    behoudenis behouders beid beidde beiden beider beidt beier beieren beige beije beijk beilen beings bekappen bekeer
    bekeert bekekene beken bekende bekent beker bekeren bekeven bekijf bekijft bekijkend bekijks bekijven bekink bekje
    bekken bekker beklapt beklinken bekocht bekoeld bekomen bekommerd bekommerden bekoorlijk bekoort bekte belaad
    belaadt belachelijke belachelijks belader belagen belanden belangrijke belangrijks belay belazen beld belden belder
    beleden beleed beleef beleen belegde belegden belegen beleger belegeren beleggend belegger belegt beleid belen
    beleren belet belezen belg belgen belicht belichtte belie belieg believe believed believen believer believes belle
    belled bellem bellend beller belles belletjes bello beloften beloftes belommeren belommert beloof beloofde belooft
    beloond belten belust bemaald bemand bemelen bemer bemind bemoeid bemoeit benader benaderde benadert bende benden
    bending beneem benemen benepen beng bengels bengt benieuw benieuwde benieuwt benig benne bennen bennis benoemde
    benoemt benomen bense bente beoordeelde beoordeelt beoordelend bepaald bepraat beprate bepreek bepreken bepte
    bequests beraad beraadt beraam beraamd beraamt beraap beraapt beraden berde berden berecht berechte berechtte
    bereden bereed bereft beregeld bereidbaar bereiden bereidt bereik bereikend bereikte bereikten bereisbaar bereist
    bereizen bereken beren beret berge bergens berichte berichtje berichtjes berichtte berichtten beriep bering berken
    beroem beroemd beroeps beroepscommissies beroepsprocedures beroept beroer beroet beroofd berover berst bert berucht
    beruikt beruste bescheidden beschikte beschouwd beschouwde beschouwden beschouwend beschouwer beschouwt beschreiden
    beschreven beset beside besje beslaat beslechte besloten besluip besluipt besluite besneden bespoken bespraken
    bespreekt besprek besprekend bespreker besprokene bespuit besse besta bestaan bested bestek bestel besteld bestem
    bestemd bestempel bestempelde bestempelden bestempelend bestempelt besten bester bestes bestoken bestraat bestreek
    bestreken bests bestse bestuurd betaal betaalde betaalt betaamd bete beteken betel betelen beten beter betere
    beteren beters betert beticht betichtte betide betist betjes betonden betonnen betracht betref betreffend betrekt
    betroffen betrokken betrokkenen bette betten better betting betwiste beugt beukt beulde beulen beult beunder beunt
    beur beurs beurst beute beval beveel bevelen beven bevend bevende bever bevere beveren beverse bevestigde
    bevestigden bevestigend bevestigt bevinden bevindt beving bevocht bevoeld bevond bevoordeel bevoordeeld bevoordelen
    bevooroordeelde bevraagd bewaar bewandel bewandeld bewandelen bewandelend bewandelt bewaren beweegt beweent beweer
    beweerd beweren bewerkt bewezen bewies bewijst bewind bewoon bewust beyer bezag bezat beze bezeer bezeert bezem
    bezemt bezeren bezeten bezie bezien beziet bezige bezighoudend bezigt bezin bezing bezit bezochte bezoekt bezong
    bezonk bezonnen bezoomd bezorgd bezorgt bezwaard bezwaart bezwarend bezweert bezweren bezworen bidden bidding bide
    biden biedend bieder bief bieren biesen bieten biets biezen bigden biggen bight bigt bijeen bijen bijgaande
    bijgevoed bijgevoegde bijgevoerd bijlag bijlagen bijlages bijlen bijma bijnam bijnen bijtel bijtend bijter bijtten
    bijvoeden bijvoegden bijvoegend bijvoeren bijvoeten bijwerkend bijwerkten bijzig bijzondere bijzonders bikten bilde
    bilden billen billetje binden binder bindt bing bings binken binned binnenkomt binten bissen bisser biste bitten
    blaar blaart blaat bladen blaken blanden blander blaren blaten bleak bleed bleef bleekt bleep blees bleien blek
    bleke blekend bleker blekken blender bleren blerken bleten bleven blezen blief bliefde blieft bliek blieken blija
    blijd blije blijk blijken blijst blikt blinder bling blinkt bloeden bloeien bloemden bloemer bloezen blomen blommen
    blonder blunders blundert blunter blurt bobbel bobbeltje bocht bocken bodden boede boegen boeide boeien boeing boeke
    boekee boekel boekend boeker boeket boekt boekten boelen boeltjes boenen boeren boertje boeten boeter boeven boezen
    boffer bogen boiten bokje bokken bolde bolken bolle bollen bolletje boltje bomen bommel bommelen bondel bonden
    bonder boney bonjourt bonken bonnen boodschapt boogde boogt booking books boord boorde boorden boordje boort bordeel
    bordelen borden bordjes boren borgen borgt boring borsje bosse bossier boste bosten boter boteren bother bought
    bounded bounds bout boute bouten boutje bouwe bovenkop bovenom bovenstaand bowel bozig braad braadt braai braaien
    braakt braan brabbel brabo brachten braining braise brans brash brava brave bravos breach breached breaching breads
    brecht breden breed breeds breek brees breg bregt breide breken bren breng brengend brenger brent breust bride brie
    briefde briefjes briefs brieft briefte briek briel brier bries briesje briet bright brin brine bring bringing brings
    brink briny britten broeken broen brommelen bronder brouw brundel brust bubbel bubbeltje bucht budel budge buide
    buidel buidelen buiden buien buigen buigend buiger buiken builen built buinen buist buit buitel buiten buitenland
    buitenlandse buitens buitenslands buiter buitjes buizen bukken bukte bukten bulle bullen bulletje bully bulten
    bummer bunde bundelden bundels bundelt bunder bundle bungel bungelen bunne bunnen bunuel bureaus bureaux burgen
    buring burned bussen buste busted busten buten buter butting buurma buurmans buurt buurtje buyten
"""
