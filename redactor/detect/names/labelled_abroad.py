"""Names beside labels in Spanish, French, Haitian Creole and Portuguese."""

from __future__ import annotations

from redactor.detect.names.base import NamePattern, NameRecognizer
from redactor.detect.names.shape import ANY_ORDER
from redactor.model import Role

_BETWEEN = r"[ ]*(?:\([^()\n]{1,24}\)[ ]*)?[:#][ \t]*(?:\n[ \t]*)?"
_LABELS: tuple[tuple[str, Role | None], ...] = (
    (r"(?:nombres?(?:[ ](?:y[ ]apellidos?|completo|de[ ]pila|del?[ ](?:la[ ])?(?:solicitante|declarante|peticionari[oa]|client[ea]|beneficiari[oa]))?)?|(?:primer[ ]|segundo[ ])?(?:apellidos?|nombre)(?:[ ](?:patern|matern)o|[ ]de[ ]solter[oa])?"
     r"|solicitante|peticionari[oa]|declarante|beneficiari[oa]|compareciente|client[ea]|demandante|suscrit[oa]"
     r"|nom(?:[ ](?:de[ ]famille|et[ ]prénoms?|complet|de[ ]jeune[ ]fille))?|prénoms?|demandeu(?:r|se)|requérante?|non|siyati|non[ ](?:ak[ ]siyati|konplè|fanmi)|nome(?:[ ](?:completo|próprio|e[ ]sobrenome))?|sobrenome|requerente|declarante)", Role.SUBJECT),
    (r"(?:nombre[ ]del?[ ](?:la[ ])?)?(?:cónyuge|espos[oa]|marido|pareja)|(?:nom[ ](?:du|de[ ]la)[ ])?(?:conjointe?|épou(?:x|se)|mari)|(?:nome[ ]d[oa][ ])?(?:cônjuge|marido|espos[oa])", Role.SPOUSE),
    (r"(?:nombre[ ](?:del?|de[ ]la)[ ])?(?:padre|madre)|(?:nom[ ](?:du|de[ ]la)[ ])?(?:père|mère)|(?:nome[ ]d[oa][ ])?(?:pai|mãe)|filiaç?ão|filiación", Role.PARENT),
    (r"(?:nombres?[ ](?:del?|de[ ]l[oa]s?)[ ])?(?:hij[oa]s?|menor(?:es)?)|enfants?|filh[oa]s?|pitit", Role.CHILD),
    (r"herman[oa]s?|frères?|sœurs?|irmã(?:o|s)?", Role.SIBLING),
    (r"agresor|abusador|agressor|agresseur", Role.PERPETRATOR),
    (r"testigos?|témoins?|testemunhas?|temwen", Role.WITNESS),
    (r"intérprete|traductora?|interprète|traducteur|tradutora?|entèprèt", Role.INTERPRETER),
    (r"abogad[oa]|representante(?:[ ]legal)?|avocate?|advogad[oa]|avoka", Role.REPRESENTATIVE),
)  # fmt: skip


class LabelledAbroadRecognizer(NameRecognizer):
    """A name after its label in another language: "Nombre: Ana Ejemplo", "Apellidos: EJEMPLO LOPEZ", "Nom et prénoms:
    MUSTER Awa", "Mãe: Rosa Muster".

    Not a label over an empty blank ("Nombre: ______").
    """

    patterns = tuple(
        NamePattern(
            f"label abroad {index}",
            rf"(?<![\p{{L}}])(?i:{label}){_BETWEEN}(?=(?P<id>{ANY_ORDER}))",
            role,
            0.85,
            told=True,
        )
        for index, (label, role) in enumerate(_LABELS)
    )
