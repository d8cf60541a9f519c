"""One file per identifier. ``ALL`` lists the recognizers that the analyzer runs."""

from __future__ import annotations

from redactor.detect.identifiers.a_number import ANumberRecognizer
from redactor.detect.identifiers.aadhaar import AadhaarRecognizer
from redactor.detect.identifiers.address import AddressRecognizer
from redactor.detect.identifiers.age import AgeRecognizer
from redactor.detect.identifiers.agency_number_net import AgencyNumberRecognizer
from redactor.detect.identifiers.agency_system_id import AgencySystemIdRecognizer
from redactor.detect.identifiers.application_number import ApplicationNumberRecognizer
from redactor.detect.identifiers.arrest_number import ArrestNumberRecognizer
from redactor.detect.identifiers.bangladeshi_nid import BangladeshiNidRecognizer
from redactor.detect.identifiers.bank_account import BankAccountRecognizer
from redactor.detect.identifiers.bar_number import BarNumberRecognizer
from redactor.detect.identifiers.card_number import CardNumberRecognizer
from redactor.detect.identifiers.caribbean_id import CaribbeanIdRecognizer
from redactor.detect.identifiers.cedula import CedulaRecognizer
from redactor.detect.identifiers.chinese_resident_id import ChineseResidentIdRecognizer
from redactor.detect.identifiers.cjtn import CjtnRecognizer
from redactor.detect.identifiers.clock_time import ClockTimeRecognizer
from redactor.detect.identifiers.cnic import CnicRecognizer
from redactor.detect.identifiers.complaint_number import ComplaintNumberRecognizer
from redactor.detect.identifiers.court_part import CourtPartRecognizer
from redactor.detect.identifiers.courthouse import CourthouseRecognizer
from redactor.detect.identifiers.cpf import CpfRecognizer
from redactor.detect.identifiers.criminal_history import CriminalHistoryRecognizer
from redactor.detect.identifiers.curp import CurpRecognizer
from redactor.detect.identifiers.date import DateRecognizer
from redactor.detect.identifiers.demographic import DemographicRecognizer
from redactor.detect.identifiers.descriptor import DescriptorRecognizer
from redactor.detect.identifiers.din import DinRecognizer
from redactor.detect.identifiers.distinguishing_mark import DistinguishingMarkRecognizer
from redactor.detect.identifiers.dominican_cedula import DominicanCedulaRecognizer
from redactor.detect.identifiers.dpi import DpiRecognizer
from redactor.detect.identifiers.driver_license import DriverLicenseRecognizer
from redactor.detect.identifiers.dui import DuiRecognizer
from redactor.detect.identifiers.ecuadorian_cedula import EcuadorianCedulaRecognizer
from redactor.detect.identifiers.ein import EinRecognizer
from redactor.detect.identifiers.email import EmailRecognizer
from redactor.detect.identifiers.employer import EmployerRecognizer
from redactor.detect.identifiers.entry_place import EntryPlaceRecognizer
from redactor.detect.identifiers.eoir_attorney_id import EoirAttorneyIdRecognizer
from redactor.detect.identifiers.event_number import EventNumberRecognizer
from redactor.detect.identifiers.family import FamilyRecognizer
from redactor.detect.identifiers.fbi_number import FbiNumberRecognizer
from redactor.detect.identifiers.federal_docket import FederalDocketRecognizer
from redactor.detect.identifiers.fins import FinsRecognizer
from redactor.detect.identifiers.foreign_address import ForeignAddressRecognizer
from redactor.detect.identifiers.health import HealthRecognizer
from redactor.detect.identifiers.honduran_dni import HonduranDniRecognizer
from redactor.detect.identifiers.i94 import I94Recognizer
from redactor.detect.identifiers.ice_locator import IceLocatorRecognizer
from redactor.detect.identifiers.ine import IneRecognizer
from redactor.detect.identifiers.inmate_number import InmateNumberRecognizer
from redactor.detect.identifiers.ip_address import IpAddressRecognizer
from redactor.detect.identifiers.isap_number import IsapNumberRecognizer
from redactor.detect.identifiers.itin import ItinRecognizer
from redactor.detect.identifiers.language import LanguageRecognizer
from redactor.detect.identifiers.license_plate import LicensePlateRecognizer
from redactor.detect.identifiers.marital_status import MaritalStatusRecognizer
from redactor.detect.identifiers.matricula import MatriculaRecognizer
from redactor.detect.identifiers.mrz import MrzRecognizer
from redactor.detect.identifiers.narrative import NarrativeRecognizer
from redactor.detect.identifiers.nationality import NationalityRecognizer
from redactor.detect.identifiers.nicaraguan_cedula import NicaraguanCedulaRecognizer
from redactor.detect.identifiers.ny_criminal_docket import NyCriminalDocketRecognizer
from redactor.detect.identifiers.ny_family_docket import NyFamilyDocketRecognizer
from redactor.detect.identifiers.ny_index_number import NyIndexNumberRecognizer
from redactor.detect.identifiers.ny_indictment import NyIndictmentRecognizer
from redactor.detect.identifiers.nysid import NysidRecognizer
from redactor.detect.identifiers.occupation import OccupationRecognizer
from redactor.detect.identifiers.online_account import OnlineAccountRecognizer
from redactor.detect.identifiers.online_handle import OnlineHandleRecognizer
from redactor.detect.identifiers.order_of_protection import OrderOfProtectionRecognizer
from redactor.detect.identifiers.organisation import OrganisationRecognizer
from redactor.detect.identifiers.ori import OriRecognizer
from redactor.detect.identifiers.passport import PassportRecognizer
from redactor.detect.identifiers.payment_card import PaymentCardRecognizer
from redactor.detect.identifiers.period import PeriodRecognizer
from redactor.detect.identifiers.petition_for_review import PetitionForReviewRecognizer
from redactor.detect.identifiers.phone import PhoneRecognizer
from redactor.detect.identifiers.place import PlaceRecognizer
from redactor.detect.identifiers.place_of_birth import PlaceOfBirthRecognizer
from redactor.detect.identifiers.post_soviet_id import PostSovietIdRecognizer
from redactor.detect.identifiers.quantity import QuantityRecognizer
from redactor.detect.identifiers.receipt_number import ReceiptNumberRecognizer
from redactor.detect.identifiers.relative_date import RelativeDateRecognizer
from redactor.detect.identifiers.school import SchoolRecognizer
from redactor.detect.identifiers.service_provider import ServiceProviderRecognizer
from redactor.detect.identifiers.sevis import SevisRecognizer
from redactor.detect.identifiers.sex import SexRecognizer
from redactor.detect.identifiers.ssn import SsnRecognizer
from redactor.detect.identifiers.state_id import StateIdRecognizer
from redactor.detect.identifiers.status_1367 import Status1367Recognizer
from redactor.detect.identifiers.status_asylum import StatusAsylumRecognizer
from redactor.detect.identifiers.status_saw import StatusSawRecognizer
from redactor.detect.identifiers.status_sij import StatusSijRecognizer
from redactor.detect.identifiers.status_tps import StatusTpsRecognizer
from redactor.detect.identifiers.vehicle import VehicleRecognizer
from redactor.detect.identifiers.vin import VinRecognizer
from redactor.detect.identifiers.visa_fact import VisaFactRecognizer
from redactor.detect.identifiers.visa_number import VisaNumberRecognizer
from redactor.detect.identifiers.warrant_number import WarrantNumberRecognizer
from redactor.detect.recognizer import IdentifierRecognizer

ALL: tuple[type[IdentifierRecognizer], ...] = (
    ANumberRecognizer,
    AadhaarRecognizer,
    AddressRecognizer,
    AgeRecognizer,
    AgencyNumberRecognizer,
    AgencySystemIdRecognizer,
    ApplicationNumberRecognizer,
    ArrestNumberRecognizer,
    BangladeshiNidRecognizer,
    BankAccountRecognizer,
    BarNumberRecognizer,
    CardNumberRecognizer,
    CaribbeanIdRecognizer,
    CedulaRecognizer,
    ChineseResidentIdRecognizer,
    CjtnRecognizer,
    ClockTimeRecognizer,
    CnicRecognizer,
    ComplaintNumberRecognizer,
    CourtPartRecognizer,
    CourthouseRecognizer,
    CpfRecognizer,
    CriminalHistoryRecognizer,
    CurpRecognizer,
    DateRecognizer,
    DemographicRecognizer,
    DescriptorRecognizer,
    DinRecognizer,
    DistinguishingMarkRecognizer,
    DominicanCedulaRecognizer,
    DpiRecognizer,
    DriverLicenseRecognizer,
    DuiRecognizer,
    EcuadorianCedulaRecognizer,
    EinRecognizer,
    EmailRecognizer,
    EmployerRecognizer,
    EntryPlaceRecognizer,
    EoirAttorneyIdRecognizer,
    EventNumberRecognizer,
    FamilyRecognizer,
    FbiNumberRecognizer,
    FederalDocketRecognizer,
    FinsRecognizer,
    ForeignAddressRecognizer,
    HealthRecognizer,
    HonduranDniRecognizer,
    I94Recognizer,
    IceLocatorRecognizer,
    IneRecognizer,
    InmateNumberRecognizer,
    IpAddressRecognizer,
    IsapNumberRecognizer,
    ItinRecognizer,
    LanguageRecognizer,
    LicensePlateRecognizer,
    MaritalStatusRecognizer,
    MatriculaRecognizer,
    MrzRecognizer,
    NarrativeRecognizer,
    NationalityRecognizer,
    NicaraguanCedulaRecognizer,
    NyCriminalDocketRecognizer,
    NyFamilyDocketRecognizer,
    NyIndexNumberRecognizer,
    NyIndictmentRecognizer,
    NysidRecognizer,
    OccupationRecognizer,
    OnlineAccountRecognizer,
    OnlineHandleRecognizer,
    OrderOfProtectionRecognizer,
    OrganisationRecognizer,
    OriRecognizer,
    PassportRecognizer,
    PaymentCardRecognizer,
    PeriodRecognizer,
    PetitionForReviewRecognizer,
    PhoneRecognizer,
    PlaceRecognizer,
    PlaceOfBirthRecognizer,
    PostSovietIdRecognizer,
    QuantityRecognizer,
    ReceiptNumberRecognizer,
    RelativeDateRecognizer,
    SchoolRecognizer,
    ServiceProviderRecognizer,
    SevisRecognizer,
    SexRecognizer,
    SsnRecognizer,
    StateIdRecognizer,
    Status1367Recognizer,
    StatusAsylumRecognizer,
    StatusSawRecognizer,
    StatusSijRecognizer,
    StatusTpsRecognizer,
    VehicleRecognizer,
    VinRecognizer,
    VisaFactRecognizer,
    VisaNumberRecognizer,
    WarrantNumberRecognizer,
)

__all__ = ["ALL"]
