"""Three records of an arrest: what the forms of ``arrest_form`` say of three people."""

from __future__ import annotations

from drawing.arrest_form import Arrest, record
from drawing.people import ADEBIMPE, CONTOH, MUESTRA, PRUEBA, REYES, REYES_DO, SAMPLE, VORBILD, long, us
from drawing.sheet import Drawing

TEAM = "officers of the New York Field Office Fugitive Operations Team"


def reyes_record() -> Drawing:
    """An I-213 whose subject shares a surname with an officer; the file name carries name and number."""
    drawing = Drawing("I-213 REYES MALDONADO A205-778-120.pdf")
    drawing.carry("name", "I-213 [[REYES MALDONADO]] [[A205-778-120]].pdf")
    return record(drawing, _reyes())


def adebimpe_record() -> Drawing:
    """An I-213 with a name and an A-Number that each break over a line end."""
    return record(Drawing("EARM_export_I213_I831.pdf"), _adebimpe())


def denied_file() -> Drawing:
    """The file of a person whose application was denied with all appeals exhausted; identity is still protected."""
    return record(Drawing("BX 040919 packet.pdf"), _prueba())


def _reyes() -> Arrest:
    p = REYES
    return Arrest(
        person=p,
        middle="",
        sex="F",
        looks=("BRO", "BLK", "MED", "[[61 in.]]", "[[128 lbs]]"),
        passport="[[K7702915]] ECUADOR",
        occupation="HOME HEALTH AIDE",
        marks="[[Small burn scar, left forearm]]",
        entry="[[11/05/2013]], Nogales, AZ, [[2330]] hours, <<on foot>>",
        fbi="[[904417TB2]]",
        abroad="[[Calle Ficticia 12-40]], [[Azogues, Cañar]], ECUADOR",
        ssn_name="NONE",
        ssn="NONE",
        spouse="[[Wilmer Patricio CHIMBO REYES]], ECUADOR, [[67 Mirage Street Apt 2L]]",
        children="2 - UNITED STATES",
        father="[[Segundo REYES PUMA]], ECUADOR, [[Azogues]]",
        mother="[[Rosa Elvira MALDONADO]], ECUADOR, deceased",
        employer="[[Gentle Pretend Home Care LLC]], [[402 Hypothetical Avenue]]",
        employed="08/2017 - present",
        officer=REYES_DO,
        supervisor=SAMPLE,
        narrative=(
            f"On [[{long(p.arrested)}]], at approximately [[1150]] hours, <<{TEAM} encountered>> [[{p.last_first}]] "
            f"<<outside the courthouse at 330 Jay Street, Brooklyn, NY>>, following her appearance in Part 14 (Docket "
            f"[[{p.docket}]]). SUBJECT was identified by photograph and gave her name as [[Jimena Reyes Maldonado]].",
            "CIS and PCQS checks revealed an [[approved Form I-360 self-petition]], receipt [[EAC1890217764]]. "
            "<<The provisions of section 1367 of this title have been complied with.>> "
            f"<<{SAMPLE} approved>> the action.",
            f"<<{REYES_DO} is not related to SUBJECT>>. <<No prohibited source of information was relied upon.>>",
        ),
        continuation=(
            (
                "ENCOUNTER: <<The team had been assigned to the vicinity of the Kings County Family Court, 330 Jay "
                "Street>>. A family member of the adverse party, later identified as [[Edison Fabricio CHIMBO]], had "
                "telephoned the tip line. <<The officers did not rely solely on that call>>; identity was established "
                "from prior booking records.",
                "SUBJECT left the building at [[1148]] hours with her counsel, [[Priya Venkataraghavan]], Esq., "
                "telephone [[(646) 555-0112]], and a friend, [[Yetunde Ogunfiction]]. <<SUBJECT was arrested without "
                "incident>>. Counsel was given a business card and told where SUBJECT would be processed.",
                "FAMILY: SUBJECT stated that she lives with her two United States citizen children, [[Nayeli]] and "
                "[[Damián Chimbo Reyes]], ages 6 and 3. The elder attends [[P.S. 999 The Imaginary School]]. The "
                "children were with their aunt, [[Blanca Reyes Maldonado]], at [[(718) 555-0122]].",
                "HEALTH: SUBJECT stated that she takes [[levothyroxine]] for a [[thyroid condition]]. <<SUBJECT was "
                "found fit for processing.>>",
                "IMMIGRATION HISTORY: SUBJECT claims entry on or about [[November 5, 2013]] without inspection. "
                "<<No prior removals were found.>>",
                f"DISPOSITION: <<Warrant of Arrest/Notice to Appear>>. SUBJECT was served in English and Spanish on "
                f"[[{us(p.arrested)}]] at [[1615]] hours and <<released on an Order of Recognizance>> pending a "
                f"hearing on [[{long(p.hearing)}]].",
            ),
        ),
    )


def _adebimpe() -> Arrest:
    p = ADEBIMPE
    return Arrest(
        person=p,
        middle="Tunde",
        sex="M",
        looks=("BLK", "BRO", "DRK", "[[73 in.]]", "[[190 lbs]]"),
        passport="[[A09914472]] NIGERIA",
        occupation="DELIVERY DRIVER",
        marks="[[Tattoo of a kingfisher, right shoulder]]",
        entry="[[08/23/2018]], New York (JFK), [[1640]] hours, B-2 visitor",
        fbi="[[7714093KC]]",
        abroad="[[14 Ita-Agbo Close]], [[Abeokuta, Ogun State]], NIGERIA",
        ssn_name="[[Oluwaseun T. Adebimpe]]",
        ssn="[[078-05-1120]]",  # void: printed on a sample card in 1938, never valid since
        spouse="[[Folasade ADEBIMPE-OKONJOLA (AKINFENWA)]], NIGERIA",
        children="1 - NIGERIA",
        father="[[Babatunde OKONJOLA]], NIGERIA",
        mother="[[Iyabo ADEBIMPE]], NIGERIA",
        employer="[[Swiftly Untrue Couriers Inc.]], [[71 Chimera Boulevard]]",
        employed="01/2019 - 11/2019",
        officer=VORBILD,
        supervisor=CONTOH,
        narrative=(
            f"At about [[0950]] hours on [[{long(p.arrested)}]] <<{TEAM}>> located [[{p.last_first}]] <<in the public "
            "hallway of the Bronx County Hall of Justice, 265 East 161st Street>>. He had come to court as the "
            f"complaining witness under Docket [[{p.docket}]].",
            "SUBJECT carried an employment card under his full name, and a bank card in the name of [[ADEBIMPE-\n"
            "OKONJOLA]]. Both were returned to him after the arresting officer had looked at them. Records under file "
            "number [[A209\n876 543]] show admission as a visitor until February 2019; a [[Form I-914]] has been "
            "pending since the summer of that year.",
            "<<The provisions of 8 U.S.C. § 1367 have been complied with.>>",
        ),
        continuation=(
            (
                f"<<{VORBILD} and {MUESTRA} conducted the arrest under the direction of {CONTOH}.>> <<Approval to act "
                "inside the courthouse was obtained in writing.>>",
                "Court officers were informed on arrival. The prosecutor assigned to the matter had told SUBJECT to "
                "wait near the elevators. A second witness, [[Kwame Asante-Boadu]], was present and was not "
                "questioned.",
                "SUBJECT stated in substance that he was recruited in [[Abeokuta]] by Chief [[Remi Alakowe]], who held "
                "his passport, number [[A09914472]], and made him work without pay at [[Alakowe Car Wash]]. <<SUBJECT "
                "was referred to the Victim Assistance Program>>.",
                "SUBJECT resides at [[2210 Invented Parkway Apt 9F, Bronx, New York 10499]] with his cousin, "
                "[[Temitope Adebimpe]]. Mobile [[(646) 555-0129]]; e-mail [[seun.adebimpe@example.org]]. Vehicle: gray "
                "van, plate: [[KXY 4821]].",
                "OTHER IDENTIFYING NUMBERS: ALIEN-[[209876543]] (NIGERIA); I-94 number [[771403928B2]]; NYSID "
                "[[09417726P]]; driver license [[441 720 913]]; Visa No. [[L4471902]].",
            ),
            (
                "CRIMINAL HISTORY: <<No convictions.>> One arrest, offense: theft of services, New York Police "
                "Department, arrest no. [[B19604471]], dismissed.",
                "CUSTODY: SUBJECT was transported to <<201 Varick Street, New York, NY>>, arriving at [[1105]] hours. "
                "Fingerprints were taken and submitted under the event number above. SUBJECT was offered a telephone "
                "call and spoke with his representative, [[Margarethe Oduya-Lindqvist]], at [[(212) 555-0187]].",
                "RELEASE: After consultation with the <<Office of the Principal Legal Advisor>>, SUBJECT was "
                f"<<released on an Order of Supervision>>. The next hearing is set for [[{long(p.hearing)}]] at "
                "[[1:00 PM]]. Mr. [[Okonjola]] acknowledged the conditions of release.",
            ),
        ),
    )


def _prueba() -> Arrest:
    p = PRUEBA
    return Arrest(
        person=p,
        middle="",
        sex="M",
        looks=("BRO", "GRY", "MED", "[[66 in.]]", "[[171 lbs]]"),
        passport="[[4417702]] PERU",
        occupation="LABORER",
        marks="[[Scar over left eyebrow]]",
        entry="[[05/17/1999]], Brownsville, TX, unknown hour, <<without inspection>>",
        fbi="[[338104VA7]]",
        abroad="[[Jirón Quimera 450]], [[Moquegua]], PERU",
        ssn_name="NONE",
        ssn="NONE",
        spouse="[[Teodora QUISPE FANTASÍA]], PERU",
        children="0",
        father="[[Isidro PRUEBA]], PERU, deceased",
        mother="[[Nieves CÁRDENAS]], PERU",
        employer="[[Castle-in-the-Air Roofing]], [[9 Nowhere Road]]",
        employed="03/2011 - present",
        officer=MUESTRA,
        supervisor=CONTOH,
        narrative=(
            f"<<{MUESTRA} observed>> [[{p.last_first}]], [[{p.a_dashed}]], <<on the steps of the Bronx County Hall of "
            f"Justice>> on [[{long(p.arrested)}]] at [[1015]] hours, after the calendar call under Docket "
            f"[[{p.docket}]].",
            "Records show an application for relief denied on the merits and an appeal dismissed by the Administrative "
            "Appeals Office; <<no further appeal is available>>. <<Counsel for the agency has signed off>> on the "
            "status.",
            "<<The provisions of 8 U.S.C. § 1367 have been complied with.>>",
        ),
        continuation=(
            (
                "SUBJECT is the subject of a final order of removal. <<A Warrant of Removal/Deportation, Form I-205, "
                "was executed.>> The final order bears file number [[098-441-275]].",
                "SUBJECT's brother, [[Hilario Prueba Cárdenas]], took custody of SUBJECT's tools and of a vehicle, VIN "
                "[[1HGCM82633A004352]]. The brother's telephone is [[(646) 555-0184]].",
                f"SUBJECT resides at [[{p.home}]]. [[Prueba]] was cooperative and <<was transported to the field "
                "office without incident>>.",
            ),
        ),
    )
