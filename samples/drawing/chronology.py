"""A long case chronology in prose: dates of every kind, employers, addresses, and names as people write them."""

from __future__ import annotations

from datetime import date

from drawing.people import (
    CONCEICAO,
    CONTOH,
    DESIRAL,
    HOSSAIN,
    MASRUQI,
    MUESTRA,
    NUNEZ,
    PHUNG,
    REYES_DO,
    SAMPLE,
    SURYANTIKA,
    VORBILD,
    ZHUANG,
    Noncitizen,
    long,
)
from drawing.sheet import TIMES, TIMES_BOLD, Drawing, Letter

Entry = tuple[str, str]


def _day(day: date) -> str:
    return f"[[{long(day)}]]"


def _arrest(person: Noncitizen, words: str) -> Entry:
    return _day(person.arrested), words


def _hearing(person: Noncitizen, words: str) -> Entry:
    return _day(person.hearing), words


_CERTIFIED = "<<The provisions of 8 U.S.C. § 1367 have been complied with.>>"

CASES: tuple[tuple[Noncitizen, str, tuple[Entry, ...]], ...] = (
    (
        ZHUANG,
        "[[Wenling Zhuang]], also known as [[Wendy]], was born on [[October 2, 1987]] in [[Fuding, Fujian]]. She lives "
        "at [[41-88 Imaginary Street Unit 2R, Flushing, New York 11399]] and has worked since 2018 at [[Lucky Mirage "
        "Nail Studio]]. Her file number is [[A213 456 789]].",
        (
            ("April 2016", "She was admitted as a visitor on [[April 19, 2016]] and did not depart. Her travel was "
             "arranged by [[Gao Shunli]], whom she later named as the man who held her passport, no. [[EB4410927]]."),
            ("May 2019", "The District Attorney charged [[Gao]] in a trafficking case. Ms. [[Zhuang]] became a "
             "witness. The case was calendared in Part AP-8."),
            _arrest(ZHUANG, f"At [[1010]] hours <<{VORBILD} and {MUESTRA} arrested her outside the Queens County "
             "Criminal Court, 125-01 Queens Boulevard>>. Docket [[CR-018842-19QN]]. She was with a counselor from "
             "[[Garden of Letters, Inc.]], who gave her name as [[Ifeoma Castellan-Obi]]."),
            ("Same day", f"<<{SAMPLE} approved the warrant.>> A [[T visa application]] was found in the systems "
             "checks. "
             + _CERTIFIED),
            _hearing(ZHUANG, "Master calendar hearing at [[8:30 AM]]. Counsel of the respondent, [[Dov "
             "Lemberg-Ansah]], asked for time to file a brief."),
        ),
    ),
    (
        MASRUQI,
        "[[Yusuf Abdirahman al-Masruqi]], in some records [[Youssef Masruqi]], is a national of Yemen born [[July 30, "
        "1979]]. He owns a half share of [[Nonesuch Deli & Grocery]] at [[75 Nonesuch Terrace]]. His telephone number "
        "is [[(929) 555-0163]].",
        (
            ("December 2015", "Entered near San Ysidro on [[December 8, 2015]]. He was found to have a credible fear "
             "and filed an [[asylum application]] in the spring of the next year."),
            ("June 2019", "Arraigned on a charge of criminal mischief; the complaint was signed by his tenant, [[Lazar "
             "Brankovitch]]. Complaint no. [[2019-077-004418]]."),
            _arrest(MASRUQI, f"<<{REYES_DO} arrested him in front of the Kings County Criminal Court, 120 Schermerhorn "
             "Street>>, at [[1125]] hours. He said that his brother-in-law [[Hamid]] would bring his papers. <<The "
             "supervisor was informed by telephone.>>"),
            ("September 2019", "Bond was set at $7,500. [[Al-Masruqi]] posted it through [[Crescent Fable Mutual "
             "Aid]]. The obligor was [[Nadia Hamid Qasimi]]."),
            _hearing(MASRUQI, "Individual hearing, adjourned at the request of the court. The next date was not known "
             "when this memorandum was written."),
        ),
    ),
    (
        HOSSAIN,
        "[[Md. Rafiqul Hossain Talukdar]] and his wife [[Mst. Shahnaz Parvin Begum]] live at [[88-19 Makebelieve Road "
        "Bsmt, Jamaica, New York 11499]]. They have one daughter, [[Tasnia]], born [[June 9, 2018]]. He drives for "
        "[[Five Phantoms Car Service]]. His file is [[A 211-908-172]]; hers is the next number, [[A 211-908-173]].",
        (
            ("February 2017", "Both entered on [[February 11, 2017]] by way of Laredo. They were placed in proceedings "
             "in San Antonio; venue was moved to New York."),
            ("October 2019", "A custody petition was filed by his sister, [[Mst. Rehana Khatun]], docket "
             "[[V-06611-19]]."),
            _arrest(HOSSAIN, f"<<{VORBILD} arrested him outside the Queens County Family Court, 151-20 Jamaica "
             "Avenue>>, at [[1420]] hours. <<The certification was prepared by the arresting officer and checked by "
             "the supervisor.>> " + _CERTIFIED),
            ("November 2019", "[[Hossain]] was released. [[Talukdar]], as he is called in the state file, reports by "
             "telephone every month."),
            ("[[February 5, 2020]]", "[[Begum]] was arrested at the same courthouse at [[1045]] hours. She had "
             "petitioned for an order of protection against [[Talukdar]], docket [[O-00877-20]]. <<A second "
             "certification was prepared.>>"),
            _hearing(HOSSAIN, "He appeared pro se. The interpreter was [[Anwar Chowdhury-Ghazal]]. The judge granted a "
             "continuance."),
        ),
    ),
    (
        DESIRAL,
        "[[Marie-Ange Désiral Jean-Charlot]] was born in [[Jacmel]] on [[December 24, 1982]]. She came after the "
        "earthquake, on [[March 6, 2010]], and has held [[Temporary Protected Status]] since that summer. She is a "
        "nurse's aide at [[Saint Parable Nursing Pavilion]] and sings at the [[Church of the Unwritten Psalm]].",
        (
            ("2011 - 2018", "[[Form I-821]] renewed each period. Her employment card was last issued with number "
             "[[LIN1890044172]]."),
            ("July 2019", "Her former companion, [[Wisler Fantaisie]], was charged with assault. [[Désiral]] gave "
             "evidence. Her sister [[Guerda Jean-Charlot]] went with her to every date."),
            _arrest(DESIRAL, f"<<{REYES_DO} approached her in the lobby of the New York County Criminal Court, 100 "
             "Centre Street>>, at [[1330]] hours. When she showed her card, <<the officer called the duty supervisor "
             "and she was released on the spot>>. Docket [[CR-016020-19NY]]."),
            ("August 2019", f"<<{CONTOH} reviewed the encounter and found that the checks should have been run "
             "first.>> <<The team was retrained.>> Ms. [[Jean-Charlot]] did not lodge a complaint."),
            _hearing(DESIRAL, "Her case was administratively closed on motion of both parties."),
        ),
    ),
    (
        PHUNG,
        "[[Thi Bich Lieu Phung]] was born in [[Can Tho]] on [[September 6, 1988]]. She rents a room at [[3307 Unreal "
        "Avenue Apt 12D, Bronx, New York 10498]] with her son [[Gia Bao]], who is in the second grade at [[P.S. 998 "
        "Willow of Nowhere]]. Her A-number was first written down wrongly; the right one is [[A212330975]].",
        (
            ("October 2016", "Admitted on [[October 30, 2016]] as the fiancée of [[Dale Wendell Ruckersham]]. The "
             "marriage took place in Ohio. Her I-94 number was [[447190226C8]]."),
            ("2018", "She left Mr. [[Ruckersham]] and stayed for five months at [[Lotus & Lamp House]], [[8 Reverie "
             "Court, Bronx, New York 10496]]."),
            ("Spring 2019", "A [[VAWA self-petition]] was filed, receipt number [[EAC1914502217]]. A prima facie "
             "determination was issued the same summer."),
            _arrest(PHUNG, f"<<{VORBILD} arrested her outside the Bronx County Family Court, 900 Sheridan Avenue>>, at "
             "[[1115]] hours, after a visitation hearing, docket [[V-10223-4/19]]. [[Ruckersham]] had called the "
             "office twice that week. <<The officer did not rely on the calls.>> " + _CERTIFIED),
            ("December 2019", "[[Phung]] was released to her friend [[Consolata Wanjiru-Mythe]]. She was told to "
             "report in ninety days. Her mail goes to [[P.O. Box 7719, Bronx, New York 10495]]."),
            _hearing(PHUNG, "Master calendar. Counsel: [[Hyacinth Abelard]], [[hyacinth@example.org]]."),
        ),
    ),
    (
        CONCEICAO,
        "[[João Batista D'Avila Conceição]] (date of birth [[June 19, 1976]]; [[A205-119-846]]) comes from "
        "[[Governador Valadares]]. He has lived in Nassau County since 2005 and lays tile for [[Azulejo Imaginário "
        "Corp.]], [[5 Quimera Plaza]].",
        (
            ("January 2005", "Entered without inspection on [[January 27, 2005]] near Eagle Pass."),
            ("2016", "Petition by his wife, [[Neide Aparecida Rocha Conceição]], denied because the papers could not "
             "be read. The receipt was [[MSC1690412277]]."),
            _arrest(CONCEICAO, f"<<{VORBILD} arrested him in the parking lot of the Nassau County District Court, 99 "
             "Main Street, Hempstead>>, at [[0940]] hours. Docket [[CR-009937-19NA]]; the offense was driving without "
             "a license. His truck carried the plate: [[HMB 7716]]."),
            ("July 2019", "[[D'Avila]] gave a sworn statement in Portuguese. [[Conceição]] named no one else. <<No "
             "certification was required because the case was not of a kind listed in 8 U.S.C. § 1229(e)(2)(B).>>"),
            _hearing(CONCEICAO, "Removal was ordered; he reserved appeal. A cousin, [[Elisângela D'Avila]], attended."),
        ),
    ),
    (
        SURYANTIKA,
        "[[Suryantika]] uses one name; systems show it as [[FNU Suryantika]]. Date of birth [[October 10, 1996]], "
        "place [[Singkawang]]. She studied at [[Imagined Borough Community College]] under SEVIS number "
        "[[N0031940227]].",
        (
            ("February 2019", "Admitted as a student on [[February 20, 2019]]. Her school reported that she stopped "
             "attending in the fall."),
            ("November 2019", "She told police that the owner of [[Golden Chimera Massage]], one [[Vincent "
             "Orsolya-Pike]], had taken her telephone and pay. A detective sent a form to the agency that certifies "
             "victims."),
            _arrest(SURYANTIKA, f"<<{VORBILD} met her on the plaza of the Queens County Criminal Court>> at [[1525]] "
             "hours. <<She was not handcuffed.>> Docket [[CR-001190-20QN]]. " + _CERTIFIED),
            ("January 2020", f"<<{SAMPLE} directed that the Notice to Appear not be filed until the checks were "
             "complete.>> [[Suryantika]]'s roommate, [[Dewi Lestarini]], brought clothing to <<26 Federal Plaza>>."),
            _hearing(SURYANTIKA, "First hearing. A stay at [[Hearth & Lantern House]] was confirmed by its director."),
        ),
    ),
    (
        NUNEZ,
        "[[José Ángel Núñez Arrieta]], listed as [[NUNEZ ARRIETA, JOSE ANGEL]] in older systems, was born "
        "[[January 31, 1985]] in [[Sincelejo]]. He cooks at [[Restaurante El Espejismo]] and lives at [[1180 Reverie "
        "Street Apt 5E, New York, New York 10099]]. Number [[203-664-197]].",
        (
            ("July 2012", "Entered on [[July 9, 2012]] with a visa issued in Bogotá, visa number [[20124471]]."),
            ("2017", "Robbed and stabbed near his work. He cooperated with the prosecution of [[Terrell "
             "Vance-Okafor]], indictment no. [[4417/2017]]. A [[petition for U nonimmigrant status]] followed."),
            _arrest(NUNEZ, f"<<{REYES_DO} arrested him at the Baxter Street side of 100 Centre Street>> at [[1435]] "
             "hours. He told the officer: \"My lawyer is [[Adèle Toussaint-Brillig]].\" <<The officer wrote down the "
             "name and called her.>>"),
            ("June 2019", "[[Núñez]] was released after eleven days. His wife, [[Luz Dary Cortés]], and daughters "
             "[[Valentina]] and [[Sara Lucía]] met him."),
            _hearing(NUNEZ, "Proceedings were terminated without prejudice. " + _CERTIFIED),
        ),
    ),
)  # fmt: skip


def case_chronology() -> Drawing:
    """A memorandum of more than six pages about eight households."""
    drawing = Drawing("Chronology DRAFT v4 (final).pdf")
    letter = Letter(drawing, "<<Chronology of Courthouse Enforcement Actions>>", TIMES, 12)
    letter.leading = 1.65  # drafts are printed with room for notes
    letter.line("<<U.S. Immigration and Customs Enforcement>>", TIMES_BOLD)
    letter.line("<<Enforcement and Removal Operations, New York Field Office>>")
    letter.space(1)
    letter.line("<<Chronology of Courthouse Enforcement Actions, 2019 - 2020>>", TIMES_BOLD, 14)
    letter.space()
    letter.item("Prepared by:", f"<<{CONTOH}>>")
    letter.item("For:", "<<State of New York v. U.S. Immigration and Customs Enforcement, No. 19-cv-8876 (S.D.N.Y.)>>")
    letter.rule()
    letter.paragraph(
        "<<This chronology gathers, for eight matters, what the files show>> about the person, the court appearance, "
        "the enforcement action and what followed. <<It was prepared from Forms I-213 and I-862, the certifications "
        "under 8 U.S.C. § 1229(e), and the notes of the officers.>> <<Where the files disagree, the Form I-213 was "
        "followed.>>"
    )
    for number, (_, introduction, entries) in enumerate(CASES, 1):
        letter.heading(f"<<Matter {number}>>")
        letter.paragraph(introduction)
        for lead, words in entries:
            letter.item(lead, words, 114)
    letter.heading("<<Observations>>")
    letter.paragraph(
        "<<In each of the eight matters the arresting officer recorded the name of the courthouse and the supervisor "
        "who approved the action.>> <<In six of them the action took place outside the building.>> In one the person "
        "was released at once. <<The number of actions at courthouses rose in each quarter of the period.>>"
    )
    letter.paragraph(
        "<<The certifications are kept in a separate binder.>> A copy is to be attached to each Notice to Appear, as "
        "<<INA § 239(e)>> requires. <<The practice was not uniform before June 2019.>>"
    )
    letter.space(1)
    letter.line(f"/s/ <<{CONTOH}>>")
    return drawing
