"""The people of the demo matter. Every one is invented; telephone numbers are 555-01xx, addresses do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def us(day: date) -> str:
    """``01/21/2020``."""
    return f"{day:%m/%d/%Y}"


def long(day: date) -> str:
    """``January 21, 2020``."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


@dataclass(frozen=True, slots=True)
class Courthouse:
    """A New York courthouse: public, and produced."""

    name: str
    street: str
    town: str

    @property
    def address(self) -> str:
        return f"{self.street}, {self.town}"


KINGS_FAMILY = Courthouse("Kings County Family Court", "330 Jay Street", "Brooklyn, NY 11201")
KINGS_CRIMINAL = Courthouse("Kings County Criminal Court", "120 Schermerhorn Street", "Brooklyn, NY 11201")
KINGS_SUPREME = Courthouse("Kings County Supreme Court", "320 Jay Street", "Brooklyn, NY 11201")
QUEENS_CRIMINAL = Courthouse("Queens County Criminal Court", "125-01 Queens Boulevard", "Kew Gardens, NY 11415")
QUEENS_FAMILY = Courthouse("Queens County Family Court", "151-20 Jamaica Avenue", "Jamaica, NY 11432")
BRONX_HALL = Courthouse("Bronx County Hall of Justice", "265 East 161st Street", "Bronx, NY 10451")
BRONX_FAMILY = Courthouse("Bronx County Family Court", "900 Sheridan Avenue", "Bronx, NY 10451")
MANHATTAN_CRIMINAL = Courthouse("New York County Criminal Court", "100 Centre Street", "New York, NY 10013")
RICHMOND_FAMILY = Courthouse("Richmond County Family Court", "100 Richmond Terrace", "Staten Island, NY 10301")
NASSAU_DISTRICT = Courthouse("Nassau County District Court", "99 Main Street", "Hempstead, NY 11550")


@dataclass(frozen=True, slots=True)
class Noncitizen:
    """A person whom an enforcement action concerned, with the numbers that follow such a person through the files."""

    last: str
    first: str
    a_digits: str
    born: date
    country: str
    birthplace: str
    event: str
    fins: str
    subject_id: str
    street: str
    town: str
    phone: str
    arrested: date
    hour: str
    court: Courthouse
    docket: str
    entered: date
    hearing: date

    @property
    def last_first(self) -> str:
        return f"{self.last}, {self.first}"

    @property
    def caps(self) -> str:
        return f"{self.first} {self.last}".upper()

    @property
    def file_no(self) -> str:
        return f"{self.a_digits[:3]} {self.a_digits[3:6]} {self.a_digits[6:]}"

    @property
    def a_spaced(self) -> str:
        return f"A{self.file_no}"

    @property
    def a_dashed(self) -> str:
        return "A" + self.file_no.replace(" ", "-")

    @property
    def home(self) -> str:
        return f"{self.street}, {self.town}"


EJEMPLO = Noncitizen(
    "EJEMPLO LOPEZ", "Maria Elena", "200123456", date(1991, 3, 14), "HONDURAS", "Tegucigalpa, Francisco Morazán",
    "NYC2001000123", "1105489735", "352145678", "1423 Fiction Ave Apt 3B", "Brooklyn, New York 11299",
    "(718) 555-0142", date(2020, 1, 21), "0935", KINGS_FAMILY, "O-01234-20", date(2014, 6, 2), date(2020, 3, 30),
)  # fmt: skip
ZHUANG = Noncitizen(
    "ZHUANG", "Wenling", "213456789", date(1987, 10, 2), "CHINA", "Fuding, Fujian",
    "NYC1911000456", "1123045581", "361220947", "41-88 Imaginary Street Unit 2R", "Flushing, New York 11399",
    "(347) 555-0117", date(2019, 11, 13), "1010", QUEENS_CRIMINAL, "CR-018842-19QN", date(2016, 4, 19),
    date(2020, 2, 25),
)  # fmt: skip
MASRUQI = Noncitizen(
    "AL-MASRUQI", "Yusuf Abdirahman", "206345678", date(1979, 7, 30), "YEMEN", "Ibb, Ibb Governorate",
    "NYC1909000231", "1098812207", "349901226", "77 Nonesuch Terrace Fl 2", "Brooklyn, New York 11298",
    "(929) 555-0163", date(2019, 9, 10), "1125", KINGS_CRIMINAL, "CR-027715-19KN", date(2015, 12, 8),
    date(2020, 1, 16),
)  # fmt: skip
ADEBIMPE = Noncitizen(
    "ADEBIMPE-OKONJOLA", "Oluwaseun", "209876543", date(1993, 1, 9), "NIGERIA", "Abeokuta, Ogun State",
    "NYC1912000088", "1130067714", "366048215", "2210 Invented Parkway Apt 9F", "Bronx, New York 10499",
    "(646) 555-0129", date(2019, 12, 4), "0950", BRONX_HALL, "CR-031126-19BX", date(2018, 8, 23), date(2020, 3, 12),
)  # fmt: skip
HOSSAIN = Noncitizen(
    "HOSSAIN TALUKDAR", "Md. Rafiqul", "211908172", date(1984, 5, 27), "BANGLADESH", "Sylhet",
    "NYC1910000719", "1117720938", "358817340", "88-19 Makebelieve Road Bsmt", "Jamaica, New York 11499",
    "(917) 555-0174", date(2019, 10, 22), "1420", QUEENS_FAMILY, "V-06611-19", date(2017, 2, 11), date(2020, 2, 6),
)  # fmt: skip
BEGUM = Noncitizen(
    "BEGUM", "Mst. Shahnaz Parvin", "211908173", date(1990, 11, 18), "BANGLADESH", "Moulvibazar",
    "NYC2002000034", "1117720951", "358817355", "88-19 Makebelieve Road Bsmt", "Jamaica, New York 11499",
    "(917) 555-0175", date(2020, 2, 5), "1045", QUEENS_FAMILY, "O-00877-20", date(2017, 2, 11), date(2020, 4, 21),
)  # fmt: skip
DESIRAL = Noncitizen(
    "DÉSIRAL JEAN-CHARLOT", "Marie-Ange", "207651904", date(1982, 12, 24), "HAITI", "Jacmel, Sud-Est",
    "NYC1908000390", "1090233476", "347702119", "560 Storybook Lane Apt 1C", "Brooklyn, New York 11297",
    "(718) 555-0155", date(2019, 8, 15), "1330", MANHATTAN_CRIMINAL, "CR-016020-19NY", date(2010, 3, 6),
    date(2020, 1, 9),
)  # fmt: skip
HRYTSENKOVA = Noncitizen(
    "HRYTSENKOVA", "Oksana Petrivna", "214770368", date(1995, 2, 28), "UKRAINE", "Berdychiv, Zhytomyr Oblast",
    "NYC2001000041", "1139910258", "369455021", "15 Phantom Court Apt 6", "Staten Island, New York 10399",
    "(929) 555-0108", date(2020, 1, 8), "0905", RICHMOND_FAMILY, "O-00112-20", date(2018, 6, 15), date(2020, 3, 24),
)  # fmt: skip
PHUNG = Noncitizen(
    "PHUNG", "Thi Bich Lieu", "212330975", date(1988, 9, 6), "VIETNAM", "Can Tho",
    "NYC1912000502", "1131185590", "367310884", "3307 Unreal Avenue Apt 12D", "Bronx, New York 10498",
    "(347) 555-0136", date(2019, 12, 17), "1115", BRONX_FAMILY, "V-10223-4/19", date(2016, 10, 30), date(2020, 3, 5),
)  # fmt: skip
CONCEICAO = Noncitizen(
    "D'AVILA CONCEIÇÃO", "João Batista", "205119846", date(1976, 6, 19), "BRAZIL",
    "Governador Valadares, Minas Gerais", "NYC1907000265", "1081174463", "344190738", "204 Fable Road",
    "Hempstead, New York 11599", "(516) 555-0190", date(2019, 7, 18), "0940", NASSAU_DISTRICT, "CR-009937-19NA",
    date(2005, 1, 27), date(2020, 1, 23),
)  # fmt: skip
CHUC = Noncitizen(
    "CHUC IXMATUL", "Juana", "216004581", date(1998, 4, 3), "GUATEMALA", "Todos Santos, Huehuetenango",
    "NYC1906000147", "1077409926", "342806653", "919 Legend Place Apt 4A", "Brooklyn, New York 11296",
    "(929) 555-0181", date(2019, 6, 5), "1005", KINGS_SUPREME, "IND-04417-19", date(2017, 9, 14), date(2019, 12, 11),
)  # fmt: skip
REYES = Noncitizen(
    "REYES MALDONADO", "Jimena", "205778120", date(1992, 8, 12), "ECUADOR", "Azogues, Cañar",
    "NYC2001000318", "1142056637", "370128894", "67 Mirage Street Apt 2L", "Brooklyn, New York 11295",
    "(718) 555-0121", date(2020, 1, 29), "1150", KINGS_FAMILY, "O-01588-20", date(2013, 11, 5), date(2020, 4, 7),
)  # fmt: skip
NUNEZ = Noncitizen(
    "NÚÑEZ ARRIETA", "José Ángel", "203664197", date(1985, 1, 31), "COLOMBIA", "Sincelejo, Sucre",
    "NYC1905000554", "1074481190", "341277305", "1180 Reverie Street Apt 5E", "New York, New York 10099",
    "(646) 555-0166", date(2019, 5, 21), "1435", MANHATTAN_CRIMINAL, "CR-010378-19NY", date(2012, 7, 9),
    date(2019, 11, 19),
)  # fmt: skip
SURYANTIKA = Noncitizen(
    "SURYANTIKA", "FNU", "215882046", date(1996, 10, 10), "INDONESIA", "Singkawang, West Kalimantan",
    "NYC2001000209", "1140093327", "369908814", "48-02 Daydream Boulevard", "Elmhurst, New York 11398",
    "(917) 555-0144", date(2020, 1, 14), "1525", QUEENS_CRIMINAL, "CR-001190-20QN", date(2019, 2, 20),
    date(2020, 4, 2),
)  # fmt: skip
PRUEBA = Noncitizen(
    "PRUEBA CÁRDENAS", "Anselmo", "098441275", date(1971, 9, 23), "PERU", "Moquegua",
    "NYC1904000126", "1069920415", "339004471", "300 Illusion Drive Apt 11", "Bronx, New York 10497",
    "(646) 555-0183", date(2019, 4, 9), "1015", BRONX_HALL, "CR-007254-19BX", date(1999, 5, 17), date(2019, 8, 27),
)  # fmt: skip

SUBJECTS = (
    EJEMPLO, ZHUANG, MASRUQI, ADEBIMPE, HOSSAIN, BEGUM, DESIRAL, HRYTSENKOVA, PHUNG, CONCEICAO, CHUC, REYES, NUNEZ,
    SURYANTIKA, PRUEBA,
)  # fmt: skip

# Officers and supervisors are produced under the order. REYES is also a noncitizen's surname; no other is.
MUESTRA, VORBILD, REYES_DO = "DO A. MUESTRA", "DO P. VORBILD", "DO R. REYES"
SAMPLE, CONTOH = "SDDO J. SAMPLE", "SDDO L. CONTOH"
DIRECTOR = "Thaddeus Beispiel"
