"""What people called by a given name are called by others: short names, Spanish hypocoristics, spellings of one name.

Each line of the tables is one circle: every word of it may stand for every other. They are everyday knowledge of the
languages, written down for this project; a short form that several names share stands in several circles.
"""

from __future__ import annotations

from functools import cache

from redactor.resolve.names import fold

_SPANISH = """
jose chepe pepe jose pepito chepito chepillo joselito
josefina chepa pepa fina josefa chepina
maria mari mary maru mariquita marucha
guadalupe lupe lupita pita
francisco paco pancho paquito panchito kiko cisco frank chico
francisca paca pancha paquita panchita
ignacio nacho nachito
guillermo memo memito guille willy
alberto beto betito tito
roberto beto robertito bobby
norberto beto
humberto beto
gilberto beto
heriberto beto
rigoberto beto rigo
adalberto beto
concepcion concha conchita conchis chona
rosario chayo charo chayito
antonio tono toño tonito tony antoñito
antonia tona toña toñita
jesus chuy chucho chuyito suso
jesusa chuya chucha
enrique kike quique
ricardo rica richi cayo ricky
eduardo lalo eddie edu
fernando nando fer
fernanda fer nanda
manuel manolo manny meme lito manolito
manuela manola
rafael rafa rafita
gabriel gabo gabi
gabriela gaby gabi
alejandro alex ale jandro sandro
alejandra ale alex jandra sandra
graciela chela gracie
consuelo chelo
mercedes meche merche mechita
dolores lola lolita
luisa lucha luchita
luis lucho luisito wicho
isabel chabela isa chavela chabelita
salvador chava salva
gustavo tavo gus
octavio tavo
gregorio goyo
vicente chente vicentito
vicenta chenta
refugio cuca cuco
socorro coco
rosa rosita rosy chita
ana anita
elena nena lena elenita
magdalena magda lena malena
teresa tere teresita
beatriz betty bety
leticia lety leti
patricia pati paty pat
margarita mago rita margo
catalina cata cati
carolina caro
carmen carmelita menchu carmencita
esperanza lancha pelancha espe
juan juancho juanito
juana juanita
pedro perico pedrito
pablo pablito
miguel migue miguelito mike
carlos carlitos charlie
jorge coque jorgito george
javier javi
daniel dani danny danilo
daniela dani
andres andy andresito
joaquin quino joaco
sergio checo
cesar checha
edgar edgarito
domingo mingo
leonardo leo nardo
leopoldo polo
hipolito polo
marcos marquitos
mario mayito
marisol mari sol
maribel mari
mauricio mauri
felipe pipe felo
rodolfo rodo fito
adolfo fito
rodrigo rodri
santiago chago santi yago
sebastian seba sebas
ernesto neto
modesto neto
armando mando
arturo turo
benjamin benja ben
bernardo nardo
cristina cris tina
cristian cris chris
cristobal cris toba
diego dieguito
emilio milo
evangelina eva lina
eulalia lala
florencia flor
genaro naro
hortensia tencha
inocencia chencha
cresencia chencha
crescencio chencho
florencio lencho
lorenzo lencho
hector tito
ignacia nacha
natividad nati
soledad chole
trinidad trini
ramon moncho mon
raymundo mundo
edmundo mundo
raul rulo
tomas tommy tomasito
valentina vale
victoria vicky toya
xiomara xio
yolanda yoli
rosalba alba
rosalia chalia
silvia chiva
susana susy
verónica vero
veronica vero
yesenia yesi
esteban teban
estela tela
eugenia geña
eugenio geño
delfina fina
rufina fina
amelia meli
ofelia feli
dulce dulcita
"""

_ENGLISH = """
alexander alex sandy xander al
andrew andy drew
anthony tony
barbara barb babs
benjamin ben benny
catherine kathy cathy kate katie
katherine kathy kate katie kat
charles charlie chuck
christopher chris kit
christine chris tina
daniel dan danny
david dave davey
deborah deb debbie
donald don donnie
dorothy dot dottie
edward ed eddie ted ned
elizabeth liz lizzie beth betty eliza betsy
frederick fred freddie
gerald gerry jerry
gregory greg
harold harry hal
henry hank harry
jacob jake
james jim jimmy jamie
jennifer jen jenny
jeffrey jeff
jessica jess jessie
john johnny jack
jonathan jon johnny
joseph joe joey
joshua josh
kenneth ken kenny
lawrence larry
leonard leo len lenny
margaret maggie meg peggy marge
matthew matt
michael mike mikey mick
nathaniel nate nat
nicholas nick nicky
nicole nikki
pamela pam
patrick pat paddy
peter pete
philip phil
rebecca becky becca
richard rick ricky dick rich
robert bob bobby rob robbie
ronald ron ronnie
samuel sam sammy
samantha sam
stephen steve
steven steve
susan sue susie
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim
victoria vicky tori
vincent vince vinny
walter walt wally
william bill billy will willie liam
zachary zach
"""

_ELSEWHERE = """
mohammad mohammed muhammad mohamed muhammed mohamad mohd md mohamadou mamadou mohamud
mosammat mst mosammad musammat
ahmed ahmad ahamed amadou ahmadou
hussein hussain husein hossain hossein husain
hasan hassan hassane
youssef yusuf yousef yousuf youssouf joseph
ibrahim ibrahima ebrahim
fatima fatma fatimah fatoumata fatou fatoumatou fatimata
aisha aïcha aicha ayesha aissatou aissata
khadija khadijah kadiatou khady kadija
abdul abdoul abd abdou
mustafa moustapha mustapha mostafa
omar umar oumar
usman ousmane osman othman
ali aly
aleksandr alexander sasha sascha alex
aleksandra alexandra sasha
aleksei alexei alexey lyosha alyosha
dmitri dmitry dmytro dima mitya
ivan vanya
mikhail misha mykhailo
mykola kolya nikolai
nikolai nikolay kolya
olena lena elena
elena lena
olga olya olha
natalia nataliya natasha natalya
oksana ksenia ksusha
sergei sergey serhii seryozha
tatiana tatyana tanya tetiana
vladimir volodymyr vova volodya
yekaterina ekaterina kateryna katya
yevgeny evgeny yevhen zhenya
pavel pavlo pasha
anastasia nastya anastasiia
joão joao joaozinho
jose ze zezinho
antonio toninho tonho
francisco chico chiquinho
luiz luis luizinho
maria mariazinha
jean jn
pierre pyè piè
marie mari
emmanuel manno manu
emmanuel emanuel
wilner wil
"""


@cache
def _circles() -> dict[str, frozenset[str]]:
    """For each word, all words of the circles that it begins or is in."""
    known: dict[str, set[str]] = {}
    for line in (_SPANISH + _ENGLISH + _ELSEWHERE).splitlines():
        circle = {fold(word) for word in line.split()}
        for word in circle:
            known.setdefault(word, set()).update(circle - {word})
    return {word: frozenset(others) for word, others in known.items()}


def also_called(given: str) -> frozenset[str]:
    """Other forms of a folded given name: "jose" is also "pepe" and "chepe". Empty where the tables know none."""
    return _circles().get(given, frozenset())
