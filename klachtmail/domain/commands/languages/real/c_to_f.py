"""Real words that begin with C to F."""

from typing import Final

WORDS: Final = """
    cabled cabling cackle cak cakes caking calked calking callen caller callings calmed calming calved camper cancelde
    cancelen cancels cancelt cancer candle candled candles candling cannon canted canto cants caren carlier carte
    casemanagers cases casks casseer caste casts cater cation cellen celletje cello center centje certainty cevens chaim
    chance chanced chancel chances chandler chang changes chanted charge charged chargen charger charges charget charme
    chat checked checkend checker checks checkt checkten cheek cheeks cheeps cheer cheery chers chewers chick chicken
    chiel chijl child chile chili chilli chills chilly ching chink chock chole chose chuck cijns cinder cissen claimden
    claimed claims clair clam clanged clangs cleave cleef cleven clients clint cloe cloes clone cloned cloning closer
    closes closet clove clovers cloyed cloying coacht coals coarse codering coers coffer coffie cohered cohering cold
    collegae college colleges collegia colletje combined combineert combinerend combines combing comers commends comment
    commissies committed committeer committees communicate communicates compensate compensaties compensations compete
    competed complain complainants complains complaints complaisant complected complement complementen complet completen
    completer completes complets complexe compliant complimented compliments conceit conceptie concepts concern concert
    concerted concertje concerts concludeert concluderend conclusies conclusive conditien conditio conditions condo
    confirm confirmeert confirms conform conforme conformeer conforms congo consent considers consulent consulente
    consumenten contacten contacterend contacts contacturen contant contd conte contend contente contents contest
    context conti conto contract contracted contracteren controle controleert controlerend controleur controller
    controls convent convers conversations convoy cooking cooks coordinators coordinerend coort corked corks corning
    correcte correctief correcties correctieve corrective correctives corrects corries corrigeert corrigerend corry
    corte costed couch counts county coupt cours coursed courser courses court coute covens cover coverde coveren
    coverings covert coverts coves coveted coveting covets coveys cowered cowering cowers craft crans crash created
    creed creeds cried cringing cropped crops crying culled culling curing curse curses cursisten customers cutting daad
    daag daalen daals daalt daaraan daarmede daarop dacha dachten dadelijke daden dader daems daenen daft dafter dage
    dagen dagend dager daggen dak daken dakje dalen dales daling dallen dalles dalletje dame damen damns damper damps
    dams dander dandle dandles dandling danen danes danger daniel dankt dankte dansje darde dares daring daten dates
    datums daves dazen dazes deactiveren deadlines dealde dealen dealings dealt deans dearly dears deben debiet decals
    decay decent deceptie decisions decline dedden dede deden deeded deeds deel deelden deelder deelnam deelnamen
    deelnames deelneemsters deelnemen deelnemers deelt deems deen deens deeps deer deerde deerlijk deerlijke deers deert
    deest deet defending defer definitie definitiefs definities deftig deftige defused defuses degel degelijk degelijke
    degelijks degeling degels degen degens deinde deinen deins deint dejected dejects deken dekker deksels dekt delays
    delden delegeert delegerend delen deler deleted deleten deletes deletet deletie delfde delft deling dellen delletje
    delling dells demand demandt demen denen denier denke dennen dennis dense dent deplete deponeren deport derden
    derdes deren derfde dergelijk deride derision dessel deter detour deugt deukt deukte deuling deuring dezelfden dezer
    dezes dialing dials dichtdoe dichtdoet dichte dichter dichtgooiden dichts dichtzitten dicks dieben diede dieden
    dieet diefde diefje dieft dieke dieken diekte dielen diels diemen diena dienden diender diene dienend
    dienovereenkomstige diens dienst diepe diepen diept diere dieren diest diet dieten diets dieven diever dieverse
    dieze diezelfde differente digital dijken dijkt dijst dillen dimes dimmer dinged dingena dingend dinges dings dipje
    directe directief directies directive directs direst disagree disagreed discards discord discounts discus discuses
    dishes dismount dispute disputed disputen disregards dissatisfies dissen dissing diste distel dither ditje dits
    diunt diverge divers diversen diverser diving doable dobbel doble docente docents docht dochten dochters docter
    dodelijk dodged doede doeken doekt doelde doelt doeltje doeltreffende doemen doende doest doeven doezen doffer dogen
    doing dolblije dolken dolle domen domes dommel dommelen donder dongen dongens donna doodgepraat doodgewoons dooie
    dooien dooit doopt doorat dooreet doorgaven doorgebelde doorgegeten doorgekomen doorgelegen doorgemeld doorgeroerd
    doorgeschoten doorgestuurde doorgeteld doorgevend doorgever doorgevoerde doorgeweven doorleven doormat doorn
    doornamen doornat doorschuivend doorspeelt doorspoel doorspoelen doorspraken doorstuurt doorverwijzend doorweven
    doorzat doorzette doorzettend doorzetter doorzeven doorziet doorzit doorzitten dopjes dorde dorden dordt doren dorks
    dormaal dorps dosten dotaal doted doteer doteren doubled doubles doublet doubly doubts douch douwe douwt dovend
    dovende dover dowel downer dozen draad draaf draaft draagt draai draaiden draaiend draaier draait draak draal dracht
    drachten drachter draden draf drafts drafty drag dragan dragee dragen dragend drager dragon dragt drainer draining
    draken dralen dralend draler dramt drang drankje drast draven dread dreads drecht drees dreft drenkt drent dres
    dried driegen driesen driezen drift dring dringen dripped drips driven droeg droes drogen droger drommel drong
    drooped droops droos droppel droppen dropper dropsy dropt dros dross drubbel druip drukje drukke drukst drukste
    drukt drukte drukten drumt drupt drupte drying dubbed dubbeld dubbelde dubbelen dubbels dubbelt dubben dubt ducht
    ducts duding duels duets duidelijke duidelijker duidt duigen duijs duijts duikt duis duist duit duiten duitjes
    duitse dully duman dumber dungen dunk dunks dunkt dunkte dunne dunnen dunst dunt duping duplicated duplicaten
    duplicates duplicatie dussen duster dusts duts dwalen dwaling dwelt dwingen each eager early eaten eater eave ebbe
    ebben echie echte echten echtere echtgenoten echtgenotes echts echtte edelen edels eden edingen edmee eefkes eekes
    eelde eelke eels eelt eems eendaags eendelijk eenden eender eendje eenmaligs eentalig eentalige eentjes eerde eerden
    eerder eerdere eerier eerken eerlijke eerste eersten eerstes eerstvolgend eert eest effectieve effects effent egards
    egel egels eggels eggen ehren eigen eigenaars eigenlijke eigenlijks eigens eiger eight eijken eikel eiken eikenaar
    eind eindconclusies einddatums eindde einden einder eindes eindje eindt eine eins einze eisden eise eisend eiser
    eises eisten ejected ejects eker ekes ekkel ekker eksel elanden elate elden elder eleven elfde elfen elft elkaars
    elke elkes ellen elles elletje elsen elven emailing emails emerge emil emkes empel enable ende enden ending engage
    engages engel engelse enkele enkels enken enne ennis enraged ensure enten entend entice entjes entte enver epistels
    erachten erbens ercan erdoor eregeld eren erevan erge ergers erkan erken erlangt ermen ermes ernstiger ernstigs
    errol errors erupt ervan erven ervin ervoer esen eskes esmee essen estate esther estrik eten etend etentje etentjes
    eter ethans ether etsen etste ette etten etter eussen evan eveleens evenings evenmens evens eventuele ever evere
    everse evert evertjes evidenced evidences evidente excellente excepts excerpt excises excuse excused expend extends
    extensions extent extern externen extras faalt facteur factie faction failed failing fails fairst faken fakes faking
    falen fallen falling fallow fallowing fangs fans father fatten fatum faults faulty faust faut faxen fedde feeds
    feels feest feitelijk feitelijks felicitaties fellow fending fenne fennis fetter feuten fever fiefs field fien fiene
    fientjes fierst fies fiets fight fijen fijne fijnen fijner fijns fijnte fijntes fijten fikst files filet filled
    filly filmed finbox finder fined fingeer finger fingeren finishen finisher finishes finnen firat fired firs firsts
    fishes fissen fisser fist fistel fitst fitten fixe fixed fixer fixes fladder flange flans flater fled flied flies
    flikt flodders floddert flooder flopt fluim fluit fluiten fluitjes flute foals fodder foeken foiled foks fokte
    fokten folds folk folksy folky follega followings follows folly foment fonder fooien foppes fopte fopten force fore
    foren fores forge forged forger forges forgets forgot forked forks formeel formelen formeler formule formuleer
    forser forst forte forten forwards fought founder founds fount fours fouter foutjes fouts foxen fraai fractuur frags
    fran franc francs frank franks franse fransz franx franz frats frays freed frees frens fried fries fright fringing
    frings frist froger frommel frommelen frond frons fruit frusten frutje frying fudge fulls funded fundeer funderen
    fungeert fungerend fusten futen futures
"""
