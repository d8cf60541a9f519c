"""Words of text messages that are nobody's names: everyday Spanish, and English as thumbs write it. Folded."""

from __future__ import annotations

_SPANISH = """
a al algo alla ahi ahora aqui asi aun ayer bien cada casi como con cual cuando da dale dame de decia decir del desde dice
dicen dije dijo dime dio dios donde dos dile el ella ellas ellos en entonces era eran eres es esa ese eso esta estaba estaban
estamos estan estar estas este esto estoy fue fueron ha habla hablar hace hacer hasta hay hoy iba ir ja jaja la las le les lo
los luego lleva llevan llevo llego llega llegue llegaste llama llame llamo llamar llamaron mal manana mas me mi mia mio mis
mucho muy nada ni no nos nosotros nuevo nueva numero nunca o otra otro otros para pero por porque pues puede puedo que quien
quiere quiero sabe sabes salio sali salir se sea sera si sin sobre son su sus tambien tan tarde te tenia tiene tienen tienes
tengo tenemos todo todos tu un una uno unos va vamos van vas ven venga ver vez vi vino vio vive vivo viene vienen y ya yo
abogada abogado audiencia bendiga bueno buena casa caso carro chica chico corte cosas cuidado cuida dia dias dinero escuela
favor gente gracias hija hijas hijo hijos hola hora horas hermana hermano hermanos jefe juez juzgado licenciada licenciado
llegando lunes martes miercoles jueves viernes sabado domingo mama mami marido menos mensaje mes mira migra miedo muchacha
nadie nena nene nino nina ninos noche ojala oye papa papi papeles parece pasa paso perdon perdona pobre policia prima primo
primos problema quieren quedo rato seguro senor senora siempre sigue sola solo suerte tarde telefono testigo tia tio tios
trabajo trabaja trabajar tranquila tranquilo triste verdad vecina vecino vida viste amor amigo amiga beso besos contesta
contesto conmigo contigo carta cita dolor entiendo espera espero esperando estoy feliz foto gusto ayuda ayudo ayudar busca
buscan buscando cerca lejos calle camino comida mismo misma mejor mucha muchas muchos poco poca primera primero segunda fiscal
"""
_THUMBS = """
u ur r im ill ive id dont doesnt didnt cant wont isnt wasnt arent couldnt wouldnt shouldnt havent hasnt hes shes theyre youre
were thats whats wheres whos lets gonna wanna gotta tmrw tmw tomo tonite thx thnx ty pls plz ok okay k kk lol lmao omg idk ikr
btw bc cuz coz tho thru msg txt w wit wout neg pos kid kids rn asap smh yea yeah yep nah nope hey hi hello hmm uh um ya yo bro
sis fam bae q xq tmb pq d x tb tqm bn stoy toy ta tas pa na nd aja ah oh ay pm am lf info atty atn dob ssn nypd ice bf gf sec
"""
ORDINARY = frozenset((_SPANISH + _THUMBS).split())
