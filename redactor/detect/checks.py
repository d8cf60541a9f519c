"""Check digits that a public standard defines. Each function takes the value as written and answers yes or no.

Punctuation and blanks in the value are ignored. A wrong length is "no", never an error.
"""

from __future__ import annotations

_VIN_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHINESE_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"

# Verhoeff's tables: the dihedral group of order ten, and his permutation of the digits by place.
_VERHOEFF_PRODUCT = tuple(
    tuple(
        (left + right) % 5 if left < 5 and right < 5
        else 5 + (left + right - 5) % 5 if left < 5
        else 5 + (left - 5 - right) % 5 if right < 5
        else (left - right) % 5
        for right in range(10)
    )
    for left in range(10)
)  # fmt: skip
_VERHOEFF_STEP = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def digits_of(value: str) -> list[int]:
    """The ASCII digits of ``value``, in order."""
    return [int(character) for character in value if character in "0123456789"]


def _alphanumerics(value: str) -> str:
    return "".join(character for character in value.upper() if character.isalnum())


def luhn(value: str) -> bool:
    """Luhn's formula (ISO/IEC 7812-1 annex B): payment cards, Dominican and Ecuadorian cédulas."""
    digits = digits_of(value)[::-1]
    total = sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return len(digits) > 1 and total % 10 == 0


def verhoeff(value: str) -> bool:
    """Verhoeff's scheme (J. Verhoeff, Error Detecting Decimal Codes, 1969): India's Aadhaar."""
    digits = digits_of(value)[::-1]
    check = 0
    for place, digit in enumerate(digits):
        for _ in range(place % 8):
            digit = _VERHOEFF_STEP[digit]
        check = _VERHOEFF_PRODUCT[check][digit]
    return len(digits) > 1 and check == 0


def aba(value: str) -> bool:
    """Routing number of the American Bankers Association: nine digits, weights 3-7-1, sum divisible by ten."""
    digits = digits_of(value)
    return len(digits) == 9 and any(digits) and sum(d * w for d, w in zip(digits, (3, 7, 1) * 3, strict=True)) % 10 == 0


def iban(value: str) -> bool:
    """International bank account number (ISO 13616): the first four places moved to the end, modulo 97 is 1."""
    letters = _alphanumerics(value)
    if not 15 <= len(letters) <= 34 or not letters.isascii() or not letters[:2].isalpha() or not letters[2:4].isdigit():
        return False
    return int("".join(str(int(character, 36)) for character in letters[4:] + letters[:4])) % 97 == 1


def vin(value: str) -> bool:
    """Vehicle identification number (49 C.F.R. 565.15(c)): the ninth place checks the other sixteen, modulo 11."""
    letters = _alphanumerics(value)
    if len(letters) != 17 or any(not c.isdigit() and c not in _VIN_VALUES for c in letters):
        return False
    values = (int(c) if c.isdigit() else _VIN_VALUES[c] for c in letters)
    rest = sum(v * w for v, w in zip(values, _VIN_WEIGHTS, strict=True)) % 11
    return letters[8] == ("X" if rest == 10 else str(rest))


def mrz_digit(field: str) -> int:
    """The check digit of one field (ICAO Doc 9303 part 3, 4.9): weights 7-3-1, letters 10 to 35, ``<`` is 0."""
    total = 0
    for place, character in enumerate(field):
        number = 0 if character == "<" else int(character, 36)
        total += number * (7, 3, 1)[place % 3]
    return total % 10


def _mrz_fields(line: str, fields: tuple[tuple[int, int], ...]) -> bool:
    """Whether each field ``[start, end)`` is followed by its check digit. An empty optional field may show ``<``."""
    return all(
        line[end] == str(mrz_digit(line[start:end])) or (line[end] == "<" and not line[start:end].strip("<"))
        for start, end in fields
    )


def _is_mrz(line: str, length: int) -> bool:
    return len(line) == length and all(c == "<" or (c.isascii() and (c.isdigit() or c.isupper())) for c in line)


def mrz_td3(line: str) -> bool:
    """Second line of a passport (ICAO Doc 9303 part 4): 44 places, number, birth, expiry and composite checked."""
    if not _is_mrz(line, 44) or not _mrz_fields(line, ((0, 9), (13, 19), (21, 27))):
        return False
    return line[43] == str(mrz_digit(line[:10] + line[13:20] + line[21:43]))


def mrz_td2(line: str) -> bool:
    """Second line of a TD2 document (ICAO Doc 9303 part 6): 36 places."""
    if not _is_mrz(line, 36) or not _mrz_fields(line, ((0, 9), (13, 19), (21, 27))):
        return False
    return line[35] == str(mrz_digit(line[:10] + line[13:20] + line[21:35]))


def mrz_visa(line: str) -> bool:
    """Second line of a visa (ICAO Doc 9303 part 7): 44 or 36 places, no composite digit."""
    return (_is_mrz(line, 44) or _is_mrz(line, 36)) and _mrz_fields(line, ((0, 9), (13, 19), (21, 27)))


def cpf(value: str) -> bool:
    """Brazil's Cadastro de Pessoas Físicas: eleven digits, the last two each checking what stands before, modulo 11."""
    digits = digits_of(value)
    if len(digits) != 11 or len(set(digits)) == 1:
        return False
    for length in (9, 10):
        rest = sum(d * w for d, w in zip(digits, range(length + 1, 1, -1), strict=False)) * 10 % 11 % 10
        if digits[length] != rest:
            return False
    return True


def dui(value: str) -> bool:
    """El Salvador's Documento Único de Identidad: eight digits, weights 9 to 2, one check digit modulo 10."""
    digits = digits_of(value)
    return len(digits) == 9 and -sum(d * w for d, w in zip(digits, range(9, 1, -1), strict=False)) % 10 == digits[8]


def dpi(value: str) -> bool:
    """Guatemala's Código Único de Identificación: eight digits, a check digit modulo 11, department, municipality."""
    digits = digits_of(value)
    if len(digits) != 13 or not 1 <= digits[9] * 10 + digits[10] <= 22 or not digits[11] * 10 + digits[12]:
        return False
    return sum(d * w for d, w in zip(digits, range(2, 10), strict=False)) % 11 == digits[8]


def curp(value: str) -> bool:
    """Mexico's Clave Única de Registro de Población: 18 places, weights 18 to 2, one check digit modulo 10."""
    letters = _alphanumerics(value)
    if len(letters) != 18 or any(c not in _CURP_ALPHABET for c in letters) or not letters[17].isdigit():
        return False
    total = sum(_CURP_ALPHABET.index(c) * w for c, w in zip(letters, range(18, 1, -1), strict=False))
    return -total % 10 == int(letters[17])


def ecuadorian_cedula(value: str) -> bool:
    """Ecuador's cédula: ten digits, province 01 to 24 (30 for those abroad), third digit under six, Luhn."""
    digits = digits_of(value)
    if len(digits) != 10:
        return False
    province = digits[0] * 10 + digits[1]
    return (1 <= province <= 24 or province == 30) and digits[2] < 6 and luhn(value)


def chinese_resident_id(value: str) -> bool:
    """China's resident identity number (GB 11643-1999): 17 digits and an ISO 7064 MOD 11-2 check character."""
    letters = _alphanumerics(value)
    if len(letters) != 18 or not letters[:17].isdigit():
        return False
    total = sum(int(c) * w for c, w in zip(letters, _CHINESE_WEIGHTS, strict=False))
    return letters[17] == "10X98765432"[total % 11]
