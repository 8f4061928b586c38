package stem

import "strings"

// stopWords returns the words of a language that tell nothing of what a text is
// about: articles, pronouns, prepositions, conjunctions, the verbs that stand beside
// others, and in English the everyday words that a small portal would take for rare
// ("both speak of going and said").
func stopWords(language string) map[string]bool {
	stop := map[string]bool{}
	for word := range strings.FieldsSeq(functionWords(language)) {
		stop[word] = true
	}
	return stop
}

func functionWords(language string) string {
	switch language {
	case "en":
		return `a about above across after again all almost also always am an and another any anybody anyone anything are as at away
			be because been before being below between both but by can cannot could did do does doing done down during each either else
			ever every everybody everyone everything few for from further get gets got had has have having he her here hers him himself
			his how i if in into is it its itself just less like ll many may me might mine more most much must my myself neither never no
			nobody none nor not nothing now of off often on once one only or other others our ours out over own per rather re same she
			should since so some somebody someone something soon still such than that the their theirs them themselves then there these
			they this those through to too under until up upon us ve very was we were what when where whether which while who whom whose
			why will with within without would yes yet you your yours yourself
			actually already anyway around ask asked asking asks back bit came come comes coming day days even gave give given gives
			giving go goes going gone got keep keeping keeps kept kind knew know knowing known knows let lets look looked looking looks
			lot lots made make makes making mean means month months put puts quite really said saw say saying says see seeing seen sees
			sometimes sort sure take taken takes taking tell telling tells thing things think thinking thinks thought time times told
			took tried tries try trying want wanted wanting wants way ways week weeks went whatever year years
			two three four five six seven eight nine ten eleven twelve twenty thirty hundred half second third`
	case "es":
		return `a al algo alguien alguna algunas alguno algunos ante antes así aun aunque cada casi como con contra cual cuales cuando
			cuyo de del desde donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas
			este esto estos estoy fue fueron ha hace hacia han has hasta hay he la las le les lo los más me mi mí mis mismo mucha muchas
			mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que qué
			quien quién se sea ser si sí sido siempre sin sino sobre somos son soy su sus también tan tanto te tengo ti tiene todo todos
			todas tu tú tus un una unas uno unos usted y ya yo`
	case "fr":
		return `à afin ai ainsi alors après as au aucun aussi autre autres aux avant avec avez avoir avons c ça car ce ceci cela celle
			celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des donc dont du elle elles en encore entre es est
			et étais était étant été être eu eux fait faire il ils j je jusque l la le les leur leurs lors lui m ma mais me même mes moi
			mon n ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi qu quand que quel quelle quelles
			quels qui quoi s sa sans se sera ses si son sont sous suis sur t ta tandis te tes toi ton tous tout toute toutes très tu un
			une vers vos votre vous y`
	case "pt":
		return `a à ao aos aquela aquelas aquele aqueles aquilo as às até cada com como contra da das de dela delas dele deles depois
			desde do dos e é ela elas ele eles em entre era eram essa essas esse esses esta está estão estas este estes estou eu foi foram
			há isso isto já la lhe lhes lo mais mas me mesmo meu meus minha minhas muito na não nas nem no nos nós nossa nosso num numa o
			onde os ou para pela pelas pelo pelos por porque pouco qual quando quanto que quem são se sem ser seu seus si sob sobre só
			sou sua suas também te tem têm tenho ter teu toda todas todo todos tu tua um uma umas uns você vocês`
	case "de":
		return `aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bin bis bist da dabei dadurch
			damit dann das dass dein deine dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort
			du durch ein eine einem einen einer eines er es etwas euch euer für gegen gern hab habe haben hat hatte hatten hier hin ich
			ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinen können
			man manche mehr mein meine meinem meinen meiner mich mir mit muss nach nicht nichts noch nun nur ob oder ohne schon sehr sei
			sein seine seinem seinen seiner seit sich sie sind so solche sondern über um und uns unser unsere unter viel viele vom von vor
			war waren warum was weil wenn wer werde werden wie wieder wir wird wo wurde wurden zu zum zur zwar zwischen`
	case "it":
		return `a ad agli ai al alla alle allo anche ancora avere c che chi ci ciò col come con contro cui d da dagli dai dal dalla dalle
			dallo degli dei del della delle dello di dopo dove due e è ed era erano essere fa fra gli ha hai hanno ho i il in io l la le
			lei li lo loro lui ma me mi mia mie miei mio molta molte molti molto ne negli nei nel nella nelle nello no noi non nostra
			nostro o ogni per perché più poco prima può qual quale quali quando quanto quella quelle quelli quello questa queste questi
			questo qui se sei senza si sia siamo siete sono sopra sotto sta stata stato su sua sue sugli sui sul sulla sulle suo suoi
			tra tu tua tue tuo tuoi tutta tutte tutti tutto un una uno vi voi vostra vostro`
	case "nl":
		return `aan achter al alle alles als altijd ander andere anders bij ben daar dan dat de deze die dit doen door dus een en er ergens
			ga geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jou jouw jullie kan kon
			kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons onze ook op over reeds sinds te tegen
			toch toen tot tussen u uit uw van veel voor waar wanneer waren was wat we wel werd wie wij wil worden wordt zal ze zelf zich
			zij zijn zo zonder zou`
	}
	return ""
}
