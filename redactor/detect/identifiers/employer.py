"""Employers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NAMED, words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_WORK = r"works?|worked|working|cooks?|drives?|cleans?|sings?|paints?|sews?|teaches|lays\s+\w+|delivers?|sells?|cared?|cares?|labou?rs?|serves?|studies"
"""Verbs of what people do for a living, before "at" or "for"."""

_BUSINESS = (
    r"Inc|LLC|L\.L\.C|Corp|Ltd|Bakery|Deli(?: & Grocery)?|Grocery|Supermarket|Laundromat|Laundry|Salon|Nail Studio|Nails|Spa|Massage"
    r"|Car Wash|Car Service|Auto Repair|Body Shop|Roofing|Construction|Contracting|Landscaping|Plumbing|Painting|Cleaning(?: Services?)?"
    r"|Restaurant|Diner|Pizzeria|Cafe|Café|Grill|Catering|Home Care|Nursing Home|Nursing Pavilion|Day ?care|Couriers|Trucking|Warehouse"
    r"|Marine Supply|Supply(?: Co\.?)?|Parish|Mosque|Church|Tabernacle|Gurdwara|Masjid|Hardware|Pharmacy|Boutique|Barber ?shop|Motel|Mutual Aid|Credit Union|Alterations|Demolition|Poultry|Packers|Meats?|Foods?|Fish Market|Meat Market|Farms?|Nursery|Florist|Apparel|Textiles?|Garments?|Movers|Limousine|Drywall|Masonry|Flooring|Renovations?|Remodeling|Catering Hall|Banquet Hall|Hotel|Inn|Bagels|Bodega|Taqueria|Tortilleria|Panader[ií]a|Juice Bar|Nail Bar|Staffing|Industries|Enterprises|Logistics|Dairy|Orchards?|Vineyards?|Stables|Companions|Care Center|Siding|Tailors|Manor"
)
"""Last words that only a business has. Agencies and courts end otherwise."""


class EmployerRecognizer(IdentifierRecognizer):
    """Name of an employer or business: after the form's label, or after a verb of work.

    Seen as "Employer: Ejemplo Bakery LLC" and "claims employment at Fiction Cleaning Corp". Not an agency as a party
    ("employed by DHS" is claimed, and policy knows the agency), not work in general ("works at night").
    """

    category = Category.EMPLOYER
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:(?:name(?:,?\s+and\s+address)?\s+of\s+)?(?:\(?(?:last|current|present"
                r"|previous)\)?[ /]*){0,2}(?:U\.?S\.?\s+)?employer(?:'s)?(?:\s+(?:name"
                r"|or\s+company))?(?:\s+and\s+address)?"
                r"|place\s+of\s+(?:employment|work)|company(?:\s+name)?|patr[oó]n|empleador|lugar\s+de\s+trabajo)"
            ),
            0.5,
            one_line=True,
            cues=("employ", "work", "company", "patr", "empleador", "trabajo"),
        ),
        Shape(
            "verb and name",
            rf"(?P<label>\b(?i:employed(?:\s+(?:at|by|with)|:)|employer\s+of\s+\w+,|(?:{_WORK})\s+(?:since\s+\d{{4}}\s+)?(?:[a-z]+\s+){{0,2}}(?:at|for)"
            rf"|employment\s+(?:at|with)|trabaja(?:ba)?\s+(?:en|para)|job\s+at|owns|(?:owner|half|share|manager|employee)\s+of"
            rf"|(?:aide|cook|waiter|waitress|cleaner|driver|cashier|helper|laborer|mechanic|nurse|cook)\s+(?:at|for))\s+)(?:the\s+"
            rf"|an?\s+)?(?P<id>(?=[A-Z]){NAMED})",
            0.45,
        ),
        Shape(
            "name that says business",
            rf"(?<![\w.])(?P<id>(?:[A-Z][\w'\-]*(?:,?[ \n]|[ \n](?:of|the|and|&|de)[ \n])){{1,5}}?(?:{_BUSINESS}))(?![\w]|,? (?:Inc|LLC|Corp|Ltd)\b)",
            0.4,
        ),
    )
