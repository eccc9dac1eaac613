#!/usr/bin/env python3
"""Digests of the answer files in tests/support/engine_cases.json, apart from the program.

    tests/oracles/engine_checksums.py          checks them; ends with 1 where one is wrong
    tests/oracles/engine_checksums.py --write  writes them into the file

The digest of a questionnaire is FNV-1a (64 bits) over its canonical JSON: no white space, keys
sorted by code point, whole numbers without a point. The checksum of an answer file is the same
over everything but the checksum.
"""
import json
import pathlib
import re
import sys

CASES = pathlib.Path(__file__).parent.parent / "support" / "engine_cases.json"


def whole(value):
    """The value with whole numbers as integers, as JavaScript writes them."""
    if isinstance(value, dict):
        return {key: whole(member) for key, member in value.items()}
    if isinstance(value, list):
        return [whole(element) for element in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def digest(value):
    text = json.dumps(whole(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    hash_ = 0xCBF29CE484222325
    for byte in text.encode():
        hash_ = (hash_ ^ byte) * 0x100000001B3 % 2**64
    return f"fnv1a64:{hash_:016x}"


def main():
    text = CASES.read_text(encoding="utf-8")
    document = json.loads(text)
    wanted = []  # in the order of the file: of each answer file its two digests
    for case in document["cases"]:
        if "saved" in case:
            saved = dict(case["saved"])
            del saved["checksum"]
            of_questionnaire = digest(document["definitions"][case["definition"]])
            saved["questionnaire"] = dict(saved["questionnaire"], digest=of_questionnaire)
            wanted.append((of_questionnaire, digest(saved)))
    files = iter(wanted)

    def fill(match):
        of_questionnaire, checksum = next(files)
        filled = re.sub(r'("questionnaire": \{[^}]*"digest": ")[^"]*', rf"\g<1>{of_questionnaire}",
                        match.group(0), count=1)
        return re.sub(r'("checksum": ")[^"]*', rf"\g<1>{checksum}", filled, count=1)

    right = re.sub(r'"saved": \{.*?"checksum": "[^"]*"', fill, text, flags=re.DOTALL)
    if "--write" in sys.argv[1:]:
        CASES.write_text(right, encoding="utf-8")
        return 0
    print(f"{len(wanted)} answer files: {'right' if right == text else 'WRONG'}")
    return 0 if right == text else 1


if __name__ == "__main__":
    sys.exit(main())
