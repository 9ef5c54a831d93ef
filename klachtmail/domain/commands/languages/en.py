"""English: what each word does in a member's mail (see `nl`). A word that Dutch has too means in both languages what it may mean in either."""

from typing import Final

WORDS: Final = """
I: i | i'll | i'm | i've | i'd | myself
ME: me
FOR-ME: mine | for me | to me | on me | is mine | all mine | on my plate | my name | in my name | to my name
WE: we | we'll | we've
YOU: you | your | yours
PLEASE: please | pls | plz
FROM-WORD: from
TELL: tell
LAST: last | the last
FOR-YOU: for you | your turn | all yours | yours
THIS: it | this | this one | that | that one | this complaint | the complaint | this case | the case | that case | complaint | this matter | the matter | this file | that matter
THIS: this case file | the above matter | the above complaint | the aforementioned complaint | the aforementioned matter | the above-mentioned complaint | said complaint
THIS: this issue
BOTH: both | both of them | all of them | all
YEAR-REPORT: year report | annual report
QUARTER: quarter
MY-COMPLAINTS: my complaints | my cases
REGISTER: the register
SAMPLE: sample
EVIDENCE: evidence
DOSSIER: file | the file | dossier
CLIENT: she's | he's | client | the client | customer | the customer | complainant | the complainant | she | he | they | her | him | them | the lady | the gentleman | madam | participant
CLIENT: the participant
WAS: was | were
BE: is | are | am | be | was | were | been | being | it's | that's
HAVE: have | has | had | 've
MAY: can | may | will | 'll | shall | let | let me | going | going to | gonna | want to | would like to | let's | wish to | i wish to | intend to | i intend to | propose to
MAY: am willing to | am prepared to | am happy to | would be happy to | would be pleased to | am pleased to | shall be | will be | i'll be
MUST: must | should | has to | have to | needs to | need to | ought
TO: to
DET: a | an | the | some
MY: my | our
PART: on | over | up | in | out | off | away | care | care of | with
SELF: personally | myself
IN: in | during
BY-DATE: by | before | due
HENCEFORTH: from now on | in future | in the future | going forward | from here on | henceforth | from here
TRY: try | trying
COURTESY: happy to | glad to | please | pls | plz | thanks | thank you | thx | many thanks | ty | hi | hello | hey | dear | all | everyone | team | folks | ok | okay | yes | yeah | yep | sure
COURTESY: great | fine | good | perfect | super | cool | nice | regards | kind regards | best regards | best | cheers | good morning | good afternoon | no problem | of course | certainly
COURTESY: sounds good | will do | understood | noted | lovely | hi team | hi guys | guys | hiya | morning | afternoon | evening | ta | many thx | best wishes | no worries | sounds great
COURTESY: makes sense | got it | gotcha | roger | ack'd | copy that | alright | all right | right | cool cool | please be advised that | please note that | kindly note that
COURTESY: i am writing to confirm that | i write to confirm that | i hereby confirm that | i can confirm that | this is to confirm that | for the avoidance of doubt | hereby
COURTESY: kindly | dear colleagues | dear colleague | dear all | yours sincerely | yours faithfully | sincerely | with kind regards | respectfully | for the record | to confirm
COURTESY: accordingly | i am pleased to report that | i am pleased to inform you that | please be informed that | i would like to inform you that | i wish to inform you that
COURTESY: may i inform you that
CONTACT: had a quick call | quick call | had a call with | a call with | called | phoned | rang | spoke | spoken | talked | emailed | e-mailed | mailed | texted | wrote | written | spoke to
CONTACT: spoke with | talked to | talked with | contacted | in touch | had contact | been in touch | called back | had a call | had a chat | sent an email | sent a mail | sent a message
CONTACT: sent an e-mail | visited | reached | got hold of | got off the phone | off the phone | been on the phone | got through | had a good talk | had a talk | convo | a convo | a good convo
CONTACT: good convo | conversation | a conversation | a good conversation | a long conversation | a good call | good call with | had contact with | spoken with | have spoken
CONTACT: a good chat | good chat | a chat with | chat with | got her on the phone | got him on the phone | got them on the phone | wrote back | replied to | messaged | pinged | visited the client | met with
CONTACT: had a conversation with | a conversation with | had a conversation | had a telephone conversation | a telephone conversation | had a discussion with | a discussion with
CONTACT: have been in contact with | have contacted | corresponded with | liaised with | have written to | discussed the matter with | had a word with | spoken to | met in person
CONTACT: have met with | held a meeting with
CONTACT-ABOUT: discussed | went over | talked through | talked it through | discussed it | discussed the matter
BECAUSE: because | due to
ADVERB: just | now | also | then | already | again | right away | straight away | immediately | quickly | indeed | here | well | so | go ahead and | today | at once | as is | shortly ago
ADVERB: briefly | finally | just now | as well | too | kindly | straightaway | promptly | shortly before | earlier
PRAISE: looks good | looks great | looks fine | looks good to me | all good | good | great | fine | perfect | approved | good to go | fine by me | fine with me | okay | ok | excellent
PRAISE: nice letter | good letter | well written | spot on | lgtm | looks perfect | great letter | that's fine | agreed | no comments | no remarks | no changes needed | all good from my side
PRAISE: no comments from me | reads well | nicely written | good stuff | happy with it | happy with this | happy with the letter | fine as is | i hereby approve | i approve
PRAISE: approve | i approve of | approved for | is approved | i am happy with | meets with my approval | has my approval | you have my approval | my approval | in order
PRAISE: all in order
NOT: not | no | don't | dont | do not | won't | wont | will not | never | can't | cant | cannot | isn't | isnt | hasn't | haven't | didn't | didnt | doesn't | doesnt | without | neither | nor
NOT: shouldn't | wouldn't | nothing
NOT-YET: yet | not yet | almost | soon | later | nearly | pending | still | eventually | for now | in a while | shortly
IF: if | unless | once | after | when | until | till | first | before | as soon as | provided | on condition | subject to | otherwise | except if | in case | depending | as long as
HEDGE: maybe | perhaps | probably | possibly | think | i think | guess | i guess | might | could | not sure | unsure | presumably | suppose | seems | seem | appears | i believe | likely | would
HEDGE: assume | apparently | hopefully | doubt | kind of | sort of | wonder
OR: or | either | or else
RETRACT: wait | hold on | hold | stop | never mind | nevermind | cancel | scratch that | forget it | forget that | ignore | oops | sorry no | my mistake | mistake | on second thought
RETRACT: on second thoughts | hang on | disregard | my bad | wrong one | just kidding | not anymore | on hold | recall
CHANGE: change | changed | edit | except | only | instead | replace | add | remove | wrong | incorrect | typo | typos | fix the | but only | but first | but not | different | other | amount
CHANGE: correct the | without the | delete the | review | check | with a | too much | too little | too long | adjust | adjusted | rewrite | update the | missing | attach | attached | cc
BUT: but | however | though | although
TAKE: take | taking | handle | handling | pick | picking | deal | dealing | do | look after | looking after | own | grab | get | sort | tackle | manage | claim | take care | take care of
TAKE: look into | looking into | pick up | follow up | following up | handled | treat | treated | run with | deal with
TAKE-3: takes | handles | picks | deals | does | owns | gets | looks after | takes care | manages | is on it | is gonna take | gonna take | will take | will do | will handle
PICK: take | pick up | taking
SHOULDER: take
BUSY: on it | on this | on the case
GOT-IT: on it | i got this | i got it | i've got this | i've got it | got this one | i got this one | i've got this one | got it covered | i'll do it
GOT-IT: i'll do this | i'll do this one | count me in | leave it with me | leave this with me | leave this one with me
GOT-IT: putting my name on it | putting my name on this | putting my name on this one | put my name on it | put my name on this | put my name down | put me down | put me down for this
GOT-IT: put me on it | put me on this | happy to take this | happy to take it | happy to take this one | happy to pick this up | happy to pick it up | happy to do this one | i can do this one
GOT-IT: i'm your man | i volunteer | my one | dibs
JOB: handler | the handler | owner | the owner | responsible | case handler | in charge
ASSIGN-WORD: assign | assigned | reassign | re-assign | reassigned | allocate | delegate | designate
GIVE: assign | give | hand | pass | assigned | handed | put | leave | transfer | forward | reassign | re-assign | over to | redirect | route | best for | allocate | allocated
GIVE: delegate | delegated | entrust | entrusted | designate | appoint | appointed | refer | referred | be assigned | be allocated | be transferred
LEAVE: leave
INFO: fyi | for your information | for info | for information
BACK: back
RELEASE: give back | hand back | give it back | giving it back | give this back | hand it back | can't do this one | not able to do this | somebody else | someone else | unassign | release
RELEASE: take me off | someone else take | somebody else take | hand this one back | giving this back | give this one back | i'm out | take this off me | off my plate
RELEASE: reassign it to somebody else
CANT: can't do | can't do it | can't do this | can't handle | no time | too busy | can't manage | cannot do | cannot do this | cannot handle
SERIOUS: serious | severe | very serious | quite serious | this is a serious one
AGENDA-ON: on the agenda | for the agenda | for the meeting | to the meeting | to the agenda | bring to the meeting | at the meeting
AGENDA: agenda | the agenda
MEETING: meeting | the meeting | partner meeting | the partner meeting
DISCUSS: discuss
OFF: off the agenda
CALL: call | ring | phone | calling | phoning | ringing
PHONE: by phone | on the phone | by email | by mail | in person | by telephone | over the phone | over the telephone | via telephone | in writing | on a call | via email
PHONE: via phone
NO-REACH: no answer | no reply | no response | voicemail | left a message | left a voicemail | left voicemail | left message | didn't answer | did not answer | didn't pick up | did not pick up
NO-REACH: not available | not reachable | unreachable | couldn't reach | could not reach | can't reach | not reached | did not reach | didn't reach | line busy | busy signal | engaged
NO-REACH: not home | not at home | no luck | went to voicemail | not in | doesn't pick up | does not answer | doesn't answer | nobody answered | no one answered | not answering | no pickup
NO-REACH: no pick up | no pick-up | left a vm | left vm | vm left | straight to voicemail | went straight to voicemail | goes to voicemail | no joy | couldn't get hold | couldn't get hold of
NO-REACH: could not get hold of | can't get hold of | cannot get hold of | didn't get through | couldn't get through | could not get through | can't get through | no success | without success
NO-REACH: to no avail | isn't answering | not picking up | isn't picking up | didn't respond | no luck reaching | unable to reach | was unable to reach | not able to reach | nobody picks up
NO-REACH: nobody picked up | number rings out | rang out | not available by phone
WRONG-NUMBER: wrong number | number not in use | number doesn't work
TRIED: tried | attempt | attempted
GROUNDED: justified | founded | well-founded | well founded | upheld | valid | grounded | justified complaint | well justified | fully justified | to be justified
GROUNDED: to be well founded | be justified | to be founded | is upheld | to be upheld | has merit | with merit | substantiated | to be substantiated
UNGROUNDED: unfounded | unjustified | not upheld | ungrounded | unjustified complaint | not justified | not founded | rejected | to be unfounded | without merit | has no merit
UNGROUNDED: unsubstantiated | without foundation | groundless | to be unjustified | no merit | without grounds | is dismissed | baseless
PARTLY: partly | partially | in part
PARTLY-FULL: partly justified | partially justified | partly upheld | partially upheld | partly founded | partially founded | partially valid | partly valid | partially legit | half justified
VERDICT: judgement | judgment | verdict
JUDGE: complaint | the complaint | in my opinion | find | we find | judge | as far as i'm concerned | imo | imho | in my view | in our view | we consider | i consider | we think it is
JUDGE: having considered the matter | having considered everything | having reviewed the file | having reviewed the matter | i find | i deem | i judge | i hold
JUDGE: it is my opinion that | i am of the opinion that | it is my view that | in my judgement | in my judgment | on balance | upon review | upon consideration | i conclude that
JUDGE: we conclude that | i regard | we regard
STRUCTURAL: structural | systemic | structural problem | structural issue | structural fault | keeps happening | structural flaw | structural error | a pattern | recurring | recurring problem
STRUCTURAL: recurring issue | of a structural nature | structural in nature | systemic in nature
INCIDENT: one-off | one off | isolated incident | incident | an incident | isolated | a one-off | just a one-off | one time thing | a one time thing | one-time thing | one-time mistake
INCIDENT: a one-time mistake | human error | a human error | an isolated incident | an isolated case | isolated case | a single incident | single incident
FAULT: problem | issue | fault | error
YES: yes | yeah
NO: no | nope
AGREE-WORD: accepted | agreed | agrees | accepts
AGREE: agrees | agreed | agree | accepts | accepted | accept | happy | satisfied | content | is fine with it | is ok with it | happy with it | okay with it | fine with it | fine with that
AGREE: ok with it | ok with that | okay with that | good with it | good with that | happy with that | happy with the outcome | happy with our proposal | agreed to it | said yes | said ok
AGREE: said okay | takes the offer | took the offer | has accepted | pleased | satisfied with | has agreed | have agreed | agreed to | have accepted | is satisfied with
AGREE: has confirmed acceptance | confirmed acceptance | is content with | content with | is pleased with | expressed satisfaction | has expressed satisfaction
REJECT-WORD: declined | not agreed | not accepted
REJECT: disagrees | declined | declines | rejects | rejected | refuses | refused | does not agree | doesn't agree | does not accept | doesn't accept | not happy | unhappy | not satisfied
REJECT: dissatisfied | didn't accept | did not accept | did not agree | didn't agree | not accepted | turned it down | turned down | not agreed | won't accept | will not accept
REJECT: wouldn't accept | would not accept | not happy with | said no | says no | not ok with it | not okay with it | not fine with it | does not want it | doesn't want it | not satisfied with
REJECT: rejects it | turned our offer down | refused our offer | refuses our offer | has rejected | has declined | has refused | is not satisfied with | remains dissatisfied
REJECT: is dissatisfied | is dissatisfied with | unsatisfied
WITH-IT: with the proposal | the proposal | with the outcome | with it | to it | our proposal | the offer | our offer | with our proposal | with our offer | with the offer | the deal
WITH-IT: our outcome | with the result | to the proposed resolution | the proposed resolution | to the proposal | to our proposal | with the proposed resolution | the resolution
WITH-IT: with the resolution | to the outcome | our proposed resolution | the settlement | to the settlement | our decision | with our decision | the decision | to our offer
WITH-IT: to the offer
APPEAL-WORD: appeal
APPEAL: appeal | appeals | appealed | appealing | disputes committee | the disputes committee | to the disputes committee | arbitration
GOES: goes | went | going | is | has | to | filed | lodged
WITHDRAW: withdrawn | withdraws | withdrew
WITHDRAW-WEAK: withdraw | drops the complaint | dropped the complaint | takes back
COMPLAINT-NOUN: complaint | the complaint | her complaint | his complaint | their complaint
NO-COMPLAINT: no complaint | not a complaint | isn't a complaint | is not a complaint | not really a complaint | this is not a complaint
SPAM: spam | junk | phishing | advertisement | advertising
QUESTION-KIND: question | a question | just a question
COMPLIMENT: compliment | a compliment | praise
KIND-OTHER: other | suggestion | feedback
COMPLAINT: complaint | a complaint | is a complaint | as a complaint | a complaint after all | it is a complaint
MAKE: make | register | treat
TOLD: told | informed | communicated | explained
OUTCOME-NOUN: outcome | the outcome | result | the result | decision | the decision
REMEDY: full refund | a full refund | a refund | money | refund | money back | discount | apology | compensation
WANT: wants | want | asks | asks for | demands | would like | requests | is asking for | wanted
MEASURE: measure | corrective measure | action
PROMISE: promise | the promise
KEPT: kept | paid
DONE: done | ready | completed | finished | implemented | complete
WORKS: works | worked | helps | helped | effective
WORKS-NOT: does not work | doesn't work | didn't work | did not work | not effective | didn't help | does not help | doesn't help
SEND: send | send it | send this | send it off | send it out | send out | can be sent | may be sent | send away | fire away | go ahead and send | please send it out | ok to send | okay to send
SEND: good to be sent | feel free to send | mail out | post it
SEND-WEAK: can go | can go out | may go | may go out | go ahead | release it | ship it | good to send | ready to send | mail this letter | mail the letter | mail it | email it
SEND-WEAK: email this letter | email the letter | email this | mail this | send this letter | off it goes | out it goes | let it go out | get it out | out the door | can go out the door
SEND-WEAK: email out
LETTER: letter | the letter | draft | the draft | email | the email | mail | message | the message | reply | the reply | answer
ZO: as is | as it is | like this
CLOSE: close | close it | can be closed | may be closed | close this | close the file | close the case | close the complaint | closing | case closed | close out | close this case
CLOSE: close that case | close this one | close this file | close this complaint | wrap it up | wrap this up | can close | close out please | wrap up | close that one | case can be closed
CLOSE: we can close this | we can close it | we can close
LOOK: check | review
CLOSED-WEAK: done | all done | sorted | closed | resolved | solved | finished | done and dusted
REOPEN: reopen | re-open | open again | reopen it
OPEN: open
MERGE: merge | merge with | merge into | combine | combine with | join with
SAME: same as | the same as | duplicate | duplicate of | double | is the same as
SEE: see | of | with | as | into
SURVEY: survey | the survey | a survey | satisfaction | satisfaction survey | satisfaction letter | satisfaction mail | satisfaction question | the satisfaction letter | questionnaire | how it went | how we did
SURVEY: send the survey | send a survey | send her a survey | send him a survey | send them a survey | send her the survey | send him the survey | send them the survey | send the satisfaction letter
SURVEY: evaluation | feedback request | feedback form
ASK: ask | asking | be asked
ASK-CLIENT: ask her | ask him | ask them | ask the client | ask this client | ask the customer | ask the complainant
SKIP: skip | leave out | omit
UNDO: undo | revert | undo that | undo this | take that back | take it back | roll back | rollback | reverse that | please undo | undo please | undo the last | undo last | go back
OOPS: oops | mistake | my mistake | wrong | my bad
DISCARD: discard | delete | bin | trash
POSTPONE: postpone | extension | extend | delay
SURE-WORD: sure
UNTIL: until | till | to | through | up to
ABOUT: about | concerns | is about | against
ABSENT-WORD: absent
ABSENT: absent | away | on holiday | on leave | out of office | holiday | ill | sick | off
BACK-AGAIN: back | i'm back | back again | back at work | back in the office
STANDS-IN: stands in | substitute | stand-in | replaces me | covers | covers for me | covering
MOVED: moved | rescheduled
CANCELLED: cancelled | canceled | is off
HELD: held | took place
STATUS: status | how does it stand | what is the status | what's the status | state of play
WHO-HAS: who has | who handles | who is handling | who's handling | who took
HELP: help | how does this work | how does it work | what can i do | what can i type
ORAL: oral | oral complaint | form
ACK: acknowledge | acknowledgement | acknowledgment | confirm receipt | send the acknowledgement | send an acknowledgement | send acknowledgement
POSTED: posted
LIST: overview | list
GIVE-ME: send me | give me | show me | may i have | can i have | can i see
WHOLE: whole | complete | full | entire
NIET: not | isn't | isnt | is not
ON-PHONE: on the phone | on the line
GROUNDED-WEAK: fair | fair complaint | a fair complaint | fair point | a fair point | valid point | has a point | is right | legit | legitimate | correct to complain
"""

SEPARABLE: Final = """
TAKE: pick up | take over | take on | take up | assume | assuming | undertake | undertaking | assume responsibility | assume responsibility for | take responsibility
TAKE: take responsibility for | take charge | take charge of | taking charge of | be handling | be dealing with | be looking after | take this one on | take ownership
TAKE: take ownership of | taking over | attend to | attending to | see to | process | address | addressing | will take charge of | will take charge | will take responsibility for
TAKE: shall take charge of | shall take responsibility for | will assume | will be taking | will take ownership of | will be handling
OVER: take over | taking over
RELEASE: give back | hand back
CLOSE: close out | be closed | may now be closed | can now be closed | close the matter | archived | be archived | archive | conclude
SEND: send out | send off | dispatch | dispatched | for dispatch | issue | to be sent | be sent | proceed to send | proceed with sending | mail it | release | go out
"""

PREPOSITIONS: Final = """
TO: to | for
WITH: with
FROM: from | of
ABOUT: about | against | regarding
BY: by
"""

KEYS: Final = """
contact: called | contact | spoke
no_answer: no answer
remedy: remedy | wish | wants
judgement: judgement | judgment | verdict
cause: cause | root cause
classify: class | classification
elsewhere: elsewhere
firm_measure: general measure
review: management review
structural: structural
measure: measure | corrective measure | action
measure_internal: internal measure | measure internal
promise: promise
group: group
answer: answer | reply | reply to client | answer to client
outcome: outcome
proposal: proposal
told: outcome told
told_later: delay told | postponement told
postpone: postpone | postpone to | postpone until
declined: declined | not accepted
ruling: ruling
withdrawn: withdrawn
no_complaint: no complaint | not a complaint
serious: serious
discussed: discussed | decision | decided
give_back: give back
assign: assign | assign to | handler
about: about
complainant: complainant
merge: merge | merge with | merge into
meeting: meeting
note: note
search: search | search for
keep: keep | keep longer
no_survey: no survey | no satisfaction letter
"""

LINKS: Final = r"(?:was that|is that|was the|was a|is a|is the|was|is)"
NO_LINK: Final = frozenset("of not unclear unknown to".split())

SPELLINGS: Final = {
    "w/": "with",
    "w": "with",
    "pls": "please",
    "plz": "please",
    "ive": "i've",
    "im": "i'm",
    "didnt": "didn't",
}
GAPS: Final = frozenset("just also now again really".split())
GLUED: Final = ()

NO_VALUE: Final = frozenset(
    "no not yet none n/a na unknown tbd later maybe perhaps i don't know dont tomorrow nothing pending wait see above will follow still to be determined".split()
)
EXAMPLES: Final = frozenset("text reason decision name".split())
UNKNOWN: Final = r"\b(?:no (?:idea|clue)|beats me|who knows|to be seen|remains to be seen|not (?:yet )?(?:known|clear|sure)|working on it|to be continued|i wish|still open|in progress)\b"
DEFERS: Final = r"(?:i'?ll|i will|we'?ll|we will|will|let me|going to|have to|need to|must) (?:check|ask|look|find|see|call|discuss|think)\b|ask \w+|see (?:my|the|your) |who knows"
REFUSES: Final = r"(?:no\b|not yet|maybe|perhaps|unknown|tbd|n/a|see (?:above|below)|don't know|i don't know|not needed|to be|will follow|later\b)"

FINDS_OUT: Final = r"(?:\w+ )?(?:will|is going to|has to|must|needs to) (?:find out|look into it|check)\b"

STATES: Final = r"(?!)"

WONDERS: Final = r"(?:and |but |so )?(?:why|how|what|when|where)\b"

QUESTION: Final = r"(?:and |but |so )?(?:who|what|where|why|how|which|when)\b"
VERB_FIRST: Final = (
    r"(?:and |but |so )?(?:can|could|shall|should|may|might|did|do|does|are|is|was|has|have|will|would|must)"
    r" (?:i|you|he|she|it|this|that|we|they|anyone|somebody|someone|the|xmx|xkx)\b"
)

SENTENCE_KEYS: Final = """
cause: (?:the )?(?:reason|cause) (?:was|is) that|(?:it was )?caused by|(?:it )?(?:was|is) due to
"""

# Beside an instruction that cannot be taken back (commands.small_talk).
PLAIN: Final = "i you we she he it the a an and is was were been has have had this that very so all really just now already of in my our her his"
VERDICTS: Final = (
    "good great nice lovely perfect fine checked read reviewed reread approved happy excellent wonderful well"
)
OF_A_LETTER: Final = "letter mail email text draft tone amount date facts content wording reply answer"
ENDED: Final = (
    "done finished paid refunded sent settled solved resolved completed handled transferred received confirmed thankful"
)
OF_A_DOSSIER: Final = (
    "file case complaint money amount invoice refund client customer steps actions measures everything"
)
WILL_BE: Final = r"(?:(?:it|that|this|we|i|they) )?(?:will|is going to|are going to|am going to|'ll|shall|to be|planned|scheduled|comes|is on)\b"
WRITTEN: Final = "written worded phrased"
WAITING: Final = "waits waiting days weeks long for"
SMALL_TALK: Final = tuple(
    rf"(?:and )?(?:{shape})(?: (?:xmx|all|everyone|everybody|guys|team|folks|though|by the way|btw))*"
    for shape in (
        r"(?:many |again )?(?:thanks|thank you|thx|cheers)(?: (?:so much|a lot|again|xmx|very much)){0,4}(?: for (?:the |your |all |this |that )*(?:quick |good |great |nice )?(?:drafting|writing|preparing|help|work|letter|draft|effort|reply|response|patience|text)(?: (?:it|this|up))*)?",
        r"(?:have|enjoy) (?:a |your |the )?(?:nice |good |great |lovely |rest of the )*(?:weekend|day|evening|week|holiday|holidays|one|break)|(?:nice|good|great|happy|lovely) (?:weekend|day|evening|week|holidays)",
        r"(?:did you have|hope you had|i hope you had) a (?:nice|good|great|lovely) weekend|how was your (?:weekend|holiday)",
        r"see you (?:tomorrow|later|soon|on monday|monday|next week)",
        r"(?:i am|i'm|im) (?:away|off|out|out of office|on leave|on holiday|on the train|travelling|in a meeting|in meetings)(?: (?:now|today|tomorrow|this week|next week|this afternoon|all day|on monday))?",
        r"sorry for the (?:late|slow) (?:reply|response)|sent from my phone",
        r"(?:nice|great|good|excellent|lovely) (?:work|job|letter|draft|text)|(?:very )?(?:nicely|well) (?:done|written|put|worded|phrased)(?: by xmx)?",
        r"(?:i )?hope (?:she|he|the client)(?: is|'s|s) (?:happy|satisfied|pleased)(?: now| with (?:it|this))?",
    )
)
