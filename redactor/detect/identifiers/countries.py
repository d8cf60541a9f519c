"""Names of countries and of their people, for labels and phrases about nationality, birth and travel documents."""

from __future__ import annotations

_COUNTRIES = """Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain
|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia(?: and Herzegovina)?|Botswana|Brazil|Brasil
|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile
|(?:People's Republic of )?China|Colombia|Comoros|(?:Democratic Republic of (?:the )?)?Congo|Costa Rica
|C[oô]te d'Ivoire|Croatia|Cuba|Cyprus|Czech Republic|Denmark|Djibouti|Dominica(?!n)|Dominican Republic
|Rep[uú]blica Dominicana|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland
|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea(?:-Bissau)?|Guyana|Haiti|Hait[ií]
|Honduras|Hong Kong|Hungary|Iceland|India(?!n)|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica(?!n)
|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania
|Macedonia|Madagascar|Malawi|Malaysia|Mali|Mauritania|Mauritius|Mexico|M[eé]xico|Moldova|Mongolia|Montenegro
|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger(?:ia)?|North Korea|Norway|Oman
|Pakistan|Palestine|Panama|Panam[aá]|Papua New Guinea|Paraguay|Peru|Per[uú]|Philippines|Poland|Portugal|Qatar
|Romania|Russia(?:n Federation)?|Rwanda|Saint Lucia|St\\. Lucia|Saint Vincent|Samoa|Saudi Arabia|Senegal|Serbia
|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|Espa[nñ]a|Sri Lanka
|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad(?: and Tobago)?
|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|Uruguay|Uzbekistan|Venezuela
|Vietnam|Yemen|Zambia|Zimbabwe"""

_PEOPLES = """Afghan|Albanian|Algerian|Argentine|Argentinian|Armenian|Bangladeshi|Belarusian|Belizean|Bolivian
|Brazilian|Burmese|Cambodian|Cameroonian|Canadian|Chilean|Chinese|Colombian|Congolese|Costa Rican|Cuban|Dominican
|Ecuadorian|Ecuadorean|Egyptian|Eritrean|Ethiopian|Filipino|Gambian|Georgian|Ghanaian|Guatemalan|Guinean|Guyanese
|Haitian|Honduran|Indian|Indonesian|Iranian|Iraqi|Israeli|Ivorian|Jamaican|Jordanian|Kazakh|Kenyan|Korean|Kosovar
|Lebanese|Liberian|Malian|Mauritanian|Mexican|Moldovan|Mongolian|Montenegrin|Moroccan|Nepali|Nepalese|Nicaraguan
|Nigerian|Pakistani|Palestinian|Panamanian|Paraguayan|Peruvian|Polish|Portuguese|Romanian|Russian|Rwandan|Salvadoran
|Salvadorian|Senegalese|Serbian|Somali|Sri Lankan|Sudanese|Surinamese|Syrian|Taiwanese|Tajik|Thai|Togolese
|Trinidadian|Tunisian|Turkish|Ugandan|Ukrainian|Uruguayan|Uzbek|Venezuelan|Vietnamese|Yemeni
|Angolan|Bahamian|Barbadian|Beninese|Bhutanese|Bosnian|Burkinab[eé]|Burundian|Cape Verdean|Gabonese|Grenadian
|Indonesian|Kittitian|Kyrgyz|Laotian|Macedonian|Malagasy|Malaysian|Mozambican|Nigerien|Saint Lucian|Saudi
|Sierra Leonean|Tanzanian|Tibetan|Turkmen|Vincentian|Zambian|Zimbabwean|mexican[oa]|guatemaltec[oa]|hondure[nñ][oa]|salvadore[nñ][oa]|nicarag[uü]ense|dominican[oa]|ecuatorian[oa]
|colombian[oa]|venezolan[oa]|peruan[oa]|cuban[oa]|haitian[oa]"""

COUNTRY = "(?:" + _COUNTRIES.replace("\n", "") + ")"
PEOPLE = "(?:" + _PEOPLES.replace("\n", "") + ")"
