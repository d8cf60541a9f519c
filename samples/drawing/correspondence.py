"""Office writing: an e-mail thread, a staffing memo that names officers only, a pair of court papers."""

from __future__ import annotations

from drawing.people import (
    BRONX_FAMILY,
    BRONX_HALL,
    CONTOH,
    DIRECTOR,
    EJEMPLO,
    KINGS_CRIMINAL,
    KINGS_FAMILY,
    MANHATTAN_CRIMINAL,
    MUESTRA,
    QUEENS_CRIMINAL,
    QUEENS_FAMILY,
    REYES,
    REYES_DO,
    RICHMOND_FAMILY,
    SAMPLE,
    VORBILD,
    long,
    us,
)
from drawing.sheet import BOLD, HELV, LEFT, RIGHT, TIMES, TIMES_BOLD, Drawing, Letter, Sheet

_BLOCK = "U.S. Immigration and Customs Enforcement\n<<26 Federal Plaza, New York, NY 10278>>"


def email_thread() -> Drawing:
    """A thread in which surnames, a nickname and a number without its label stand among ordinary words."""
    drawing = Drawing("RE_ 330 Jay - follow up.pdf")
    letter = Letter(drawing, "<<RE: 330 Jay - follow up>>", HELV, 10.5)
    _the_week_after(letter)
    _the_day_itself(letter)
    return drawing


def _the_week_after(letter: Letter) -> None:
    _mail(
        letter,
        ("<<Sample, J.>> <J.Sample@ice.example.gov>", "<<Muestra, A.>>; <<Vorbild, P.>>", "<<Contoh, L.>>",
         "January 30, 2020 [[4:52 PM]]", "<<RE: 330 Jay - follow up>>"),
        (
            "All -",
            "<<Thank you. I have read the certification and it is complete.>> Please make sure that [[Ejemplo]]'s "
            "statement is stapled to the NTA and not left loose in the file. <<The same goes for every courthouse case "
            "this year.>>",
            "On [[Reyes Maldonado]]: <<DO Reyes will prepare the I-213 himself>>. I know the names are alike; <<there "
            "is no conflict>>.",
            "One more point. [[Hossain Talukdar]] and [[Mst. Shahnaz]] live at the same address ([[88-19 Makebelieve "
            "Road]]). <<Run the systems checks for both before anything else is done.>>",
        ),
        f"<<{SAMPLE}>>\nSupervisory Detention and Deportation Officer\n{_BLOCK}\n<<(212) 555-0100>> (main)",
    )  # fmt: skip
    _mail(
        letter,
        ("<<Muestra, A.>> <A.Muestra@ice.example.gov>", "<<Sample, J.>>", "",
         "January 24, 2020 [[9:07 AM]]", "<<RE: 330 Jay - follow up>>"),
        (
            "Sir,",
            "<<Certification attached.>> It lists the courthouse, the case type (<<protection order>>) and the systems "
            "checks. [[EAC2012345678]] came back as [[pending I-918]], so I stopped and called <<OPLA>> as the "
            "guidance says.",
            "The interpreter was [[Graciela Pacheco-Nkemelu]]. She can be reached at [[(347) 555-0139]] if her name is "
            "needed on the certificate of service.",
            "The neighbor who was with her, [[Abena Sarpong-Invento]], asked for the property receipt. She gave "
            "[[abena.si@example.org]].",
        ),
        f"<<{MUESTRA}>>\nDeportation Officer, <<Fugitive Operations Team 2>>\n{_BLOCK}",
    )  # fmt: skip


def _the_day_itself(letter: Letter) -> None:
    day, family = long(EJEMPLO.arrested), KINGS_FAMILY.name
    _mail(
        letter,
        ("[[Tomás Arrizabalaga-Quist]] <[[taq@example.org]]>", "<<Muestra, A.>>",
         "[[intake@casainventada.example.org]]",
         f"[[{long(EJEMPLO.arrested)}]] [[6:31 PM]]", "Representation of [[M. Ejemplo]] - [[A200-123-456]]"),
        (
            "Officer Muestra:",
            "I represent [[Maria Elena Ejemplo]], who was taken from the sidewalk in front of the <<Kings County "
            "Family Court>> this morning. A Form G-28 follows by fax. Please confirm that [[malena]], as her family "
            "calls her, has her medication ([[sertraline]]) and can call her daughter [[Sofía]], who is at "
            "[[Saint Fabula Day School]].",
            "She was in court to renew an order against her husband, [[Ramón Alberto Quinteros]]. I have reason to "
            "believe that he called your office. <<Section 1367 forbids reliance on what he may have said.>>",
            "Please direct any call to [[(718) 555-0147]].",
        ),
        "[[Tomás Arrizabalaga-Quist]], Esq.\n[[Quist & Marabou LLP]]\n[[66 Parchment Row, Brooklyn, New York 11292]]\n"
        "EOIR ID# [[QM440917]]",
    )  # fmt: skip
    _mail(
        letter,
        ("<<Sample, J.>> <J.Sample@ice.example.gov>", "<<Muestra, A.>>", "<<NYC-FugOps>>",
         f"[[{day}]] [[11:15 AM]]", "<<RE: 330 Jay>>"),
        (
            "<<Good work. Run the checks before she is served with anything.>> If there is a hit, stop and call me. "
            "<<We will need a certification under 8 U.S.C. § 1229(e)>> because of where this was.",
            "<<Who approved the location?>> I have your plan for [[Hrytsenkova]] and for [[Suryantika]] but I do not "
            "see one for [[Ejemplo]]. Send me the approval by close of business.",
        ),
        f"<<{SAMPLE}>>\n{_BLOCK}",
    )  # fmt: skip
    _mail(
        letter,
        ("<<Muestra, A.>> <A.Muestra@ice.example.gov>", "<<Sample, J.>>", "<<NYC-FugOps>>",
         f"[[{day}]] [[10:42 AM]]", "330 Jay"),
        (
            f"<<One in custody, no incident.>> [[EJEMPLO LOPEZ]], [[200123456]], <<outside {family}>> at [[0935]]. "
            "<<Courthouse security was told beforehand and did not take part.>>",
            "She asked for her sister [[Dalia]] to be called: [[(718) 555-0143]]. En route to <<26 Federal Plaza>>.",
        ),
        f"<<{MUESTRA}>>",
    )  # fmt: skip


def _mail(letter: Letter, header: tuple[str, str, str, str, str], body: tuple[str, ...], signature: str) -> None:
    if letter.y > 430:
        letter.turn()
    if letter.y > 100:
        letter.space(0.8)
        letter.rule()
    for lead, words in zip(("From:", "To:", "Cc:", "Sent:", "Subject:"), header, strict=True):
        if words:
            letter.sheet.text(letter.left, letter.y, f"<<{lead}>>", 9.5, BOLD)
            letter.line(words, indent=56)
    letter.space()
    for words in body:
        letter.paragraph(words)
    letter.line(signature)


def staffing_memo() -> Drawing:
    """Two pages with officers, figures, statutes and public addresses, and nobody to protect."""
    drawing = Drawing("Courthouse team staffing FY20.pdf")
    letter = Letter(drawing, "<<Courthouse team staffing, FY 2020>>", TIMES, 11.5)
    letter.line("<<U.S. Department of Homeland Security>>", TIMES_BOLD)
    letter.line("<<U.S. Immigration and Customs Enforcement>>")
    letter.line("<<New York Field Office, 26 Federal Plaza, New York, NY 10278>>")
    letter.line("<<Main switchboard: (212) 555-0100>>")
    letter.space(1)
    for lead, words in (
        ("TO:", f"<<{DIRECTOR}, Field Office Director>>"),
        ("FROM:", f"<<{CONTOH}>>"),
        ("SUBJECT:", "<<Staffing of the courthouse team, fiscal year 2020>>"),
        (
            "RE:",
            "<<State of New York v. U.S. Immigration and Customs Enforcement, 19-cv-8876 (S.D.N.Y.) (Rakoff, J.)>>",
        ),
    ):
        letter.item(lead, words, 76)
    letter.rule()
    letter.heading("<<1. Purpose>>")
    letter.paragraph(
        "<<This memorandum sets out how the courthouse team is staffed and how its work is reviewed.>> <<It names no "
        "individual who has been the subject of an enforcement action.>> The team acts under <<ICE Directive 11072.1, "
        "Civil Immigration Enforcement Actions Inside Courthouses>>."
    )
    letter.heading("<<2. Team members>>")
    for lead, words in (
        ("Team lead", f"<<{SAMPLE}>>"),
        ("Second lead", f"<<{CONTOH}>>"),
        ("Members", f"<<{MUESTRA}>>, <<{VORBILD}>> and <<{REYES_DO}>>"),
    ):
        letter.item(lead, words)
    letter.paragraph(
        f"<<{REYES_DO} transferred from the Newark Field Office>> and has completed the training on victims of crime. "
        f"<<{VORBILD} serves as the liaison to court security.>> <<Deportation Officer Muestra keeps the binder of "
        "certifications.>>"
    )
    letter.heading("<<3. Courthouses covered>>")
    for court in (
        KINGS_FAMILY, KINGS_CRIMINAL, QUEENS_CRIMINAL, QUEENS_FAMILY, BRONX_HALL, BRONX_FAMILY, MANHATTAN_CRIMINAL,
        RICHMOND_FAMILY,
    ):  # fmt: skip
        letter.line(f"<<{court.name}>>, <<{court.address}>>", indent=18)
    letter.space()
    _figures(letter)
    _review(letter)
    letter.space(1)
    letter.line(f"/s/ <<{CONTOH}>>")
    return drawing


def _figures(letter: Letter) -> None:
    letter.heading("<<4. Figures>>")
    letter.paragraph(
        "<<In fiscal year 2019 the team recorded 29 enforcement actions at courthouses, against 21 in fiscal year 2018 "
        "and 14 in fiscal year 2017.>> <<In 38 percent of the actions the person was met outside the building.>> "
        "<<A certification under 8 U.S.C. § 1229(e) was required in 11 actions and was prepared in 11.>>"
    )
    for lead, words in (
        ("Kings", "<<12 actions, 5 certifications>>"),
        ("Queens", "<<7 actions, 3 certifications>>"),
        ("Bronx", "<<6 actions, 2 certifications>>"),
        ("New York", "<<4 actions, 1 certification>>"),
    ):
        letter.item(lead, words)


def _review(letter: Letter) -> None:
    letter.heading("<<5. Review>>")
    letter.paragraph(
        "Every action is approved beforehand by a supervisor. <<INA § 239(e), 8 U.S.C. § 1229(e), requires a "
        "statement that the provisions of 8 U.S.C. § 1367 have been complied with>> where an action leading to a "
        "removal proceeding was taken at a courthouse in connection with certain cases. <<The duty to certify rests on "
        "the arresting officer; the duty to check rests on the supervisor.>>"
    )
    letter.paragraph(
        "<<Officers may not rely solely on information furnished by an abusive spouse, parent or household member.>> "
        "See <<8 U.S.C. § 1367(a)(1)>>; <<8 C.F.R. § 287.5>>; <<8 C.F.R. § 287.8>>. <<A false certification "
        "exposes its maker to discipline and a civil penalty>> under <<8 U.S.C. § 1367(c)>>."
    )
    letter.heading("<<6. Next steps>>")
    letter.paragraph(
        "<<The team will meet every second week.>> <<SDDO Sample will draft a checklist based on Form I-213, Form "
        "I-200 and Form I-862.>> Questions may be sent to <<NYC-Courthouse@ice.example.gov>>."
    )


def order_of_protection() -> Drawing:
    """A Family Court order: parties, children, docket, order number, and the rules printed on every such order."""
    p = EJEMPLO
    drawing = Drawing("ORDER OF PROTECTION temp.pdf")
    sheet = drawing.sheet()
    sheet.text(LEFT, 50, "<<F.C.A. §§ 430, 550, 655, 828, 1029>>", 7.5)
    sheet.flush_right(RIGHT, 50, "ORI No: NY023023J", 8)
    sheet.flush_right(RIGHT, 62, "Order No: [[2020-000417]]", 8)
    sheet.flush_right(RIGHT, 74, "NYSID No: [[08812264Q]]", 8)
    sheet.prose(
        92, "<<At a term of the Family Court of the State of New York>>, held in and for the <<County of Kings>>, at "
        "<<330 Jay Street, Brooklyn, NY 11201>>, on [[January 21, 2020]]", 9.5, TIMES, right=350,
    )  # fmt: skip
    sheet.text(LEFT, 152, "<<PRESENT:>> Honorable Presiding Judge", 9.5, TIMES)
    sheet.rule(164)
    sheet.text(LEFT, 182, "In the Matter of a <<Family Offense Proceeding>>", 9.5, TIMES)
    sheet.text(LEFT, 202, f"[[{p.first} {p.last.title()}]] (DOB: [[{us(p.born)}]]),", 10, TIMES)
    sheet.text(300, 202, "<<Petitioner>>,", 10, TIMES)
    sheet.text(LEFT + 40, 220, "- against -", 10, TIMES)
    sheet.text(LEFT, 238, "[[Ramón Alberto Quinteros Fábula]] (DOB: [[07/04/1986]]),", 10, TIMES)
    sheet.text(300, 238, "<<Respondent>>.", 10, TIMES)
    sheet.text(420, 202, f"Docket No.: [[{p.docket}]]", 10, TIMES)
    sheet.text(420, 220, "Family File #: [[771208]]", 10, TIMES)
    sheet.rule(252)
    _order_terms(sheet)
    _order_service(drawing.sheet())
    return drawing


def _order_terms(sheet: Sheet) -> None:
    p = EJEMPLO
    sheet.centred(274, "<<TEMPORARY ORDER OF PROTECTION>>", 13, TIMES_BOLD)
    y = sheet.prose(
        298,
        "<<NOTICE: YOUR FAILURE TO OBEY THIS ORDER MAY SUBJECT YOU TO MANDATORY ARREST AND CRIMINAL PROSECUTION>>, "
        "which may result in your incarceration for up to seven years for criminal contempt, and/or may subject you to "
        "Family Court prosecution.",
        10,
        TIMES_BOLD,
    )
    y = sheet.prose(
        y + 8,
        "A petition under <<Article 8 of the Family Court Act>> having been filed in this Court, NOW, THEREFORE, <<IT "
        "IS HEREBY ORDERED that the respondent observe the following conditions of behavior>>:",
        10.5,
        TIMES,
    )
    for code, words in (
        ("[01]", f"<<Stay away from>> [[{p.first} {p.last.title()}]], her home at [[{p.home}]], and her place of "
         "employment, [[Panadería La Quimera]];"),
        ("[01]", "<<Stay away from the school of the child>> [[Sofía Quinteros Ejemplo]] (DOB: [[05/30/2015]]), "
         "[[Saint Fabula Day School]], [[210 Proverb Street]];"),
        ("[14]", "<<Refrain from communication or any other contact by mail, telephone, e-mail, voice-mail or other "
         "electronic means>>, including at [[malena.e@example.org]];"),
        ("[02]", "<<Refrain from assault, stalking, harassment, menacing, reckless endangerment, intimidation, threats "
         "or any criminal offense>> against the petitioner and the child;"),
        ("[12]", "<<Surrender any and all handguns, pistols, revolvers, rifles, shotguns and other firearms>> to the "
         "precinct forthwith."),
    ):  # fmt: skip
        sheet.text(LEFT + 6, y + 4, code, 10, TIMES)
        y = sheet.prose(y + 4, words, 10.5, TIMES, LEFT + 40) + 2
    y = sheet.prose(
        y + 10,
        "<<It is further ordered that this temporary order of protection shall remain in force>> until and including "
        "March 17, 2020, when the parties shall appear in Part 21 at [[9:30 AM]].",
        10.5,
        TIMES,
    )
    sheet.text(LEFT, 660, "Dated: [[January 21, 2020]]", 10, TIMES)
    sheet.text(330, 660, "ENTER", 10, TIMES_BOLD)
    sheet.rule(690, 330)
    sheet.text(330, 700, "Judge of the Family Court", 8, TIMES)


def _order_service(sheet: Sheet) -> None:
    p = EJEMPLO
    sheet.text(LEFT, 50, "<<Order of Protection, page 2>>", 8.5, TIMES)
    sheet.flush_right(RIGHT, 50, f"Docket No.: [[{p.docket}]]", 8.5, TIMES)
    sheet.rule(56)
    y = 78.0
    for words in (
        "<<The Family Court Act provides that presentation of a copy of this order of protection to any police officer "
        "or peace officer acting pursuant to his or her special duties shall authorize, and in some situations may "
        "require, such officer to arrest a person who is alleged to have violated its terms>> and to bring him or her "
        "before the court to face penalties authorized by law.",
        "<<Federal law requires that this order is effective outside, as well as inside, New York State.>> It must be "
        "honored and enforced by state and tribal courts, including courts of a state, the District of Columbia, a "
        "commonwealth, territory or possession of the United States.",
        "<<It is a federal crime>> to cross state lines to violate this order or to stalk, harass or commit domestic "
        "violence against an intimate partner or family member. <<See 18 U.S.C. §§ 2261, 2261A, 2262.>>",
    ):
        y = sheet.prose(y, words, 10.5, TIMES) + 8
    sheet.centred(y + 12, "<<STATEMENT OF SERVICE>>", 11, TIMES_BOLD)
    y = sheet.prose(
        y + 34,
        "The order was served on the respondent in court on [[January 21, 2020]] by Court Officer. <<A copy was given "
        "to the petitioner>>, c/o [[Hortensia López viuda de Ejemplo]], telephone [[(718) 555-0144]]. The petitioner's "
        "counsel is [[Tomás Arrizabalaga-Quist]].",
        10.5,
        TIMES,
    )
    sheet.prose(
        y + 14,
        f"[Handwritten on the copy in the file:] rec'd from <<{CONTOH}>>; place with "
        f"[[{p.a_dashed}]]. See also [[{REYES.docket}]].",
        10.5,
        TIMES,
    )
