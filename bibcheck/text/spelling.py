"""How far two words are from each other, as slips of the fingers go."""

from __future__ import annotations


def count_slips(word: str, meant: str, most: int = 2) -> int:
    """The letters put in, left out, changed or swapped with their neighbour between two words; `most + 1` where there
    are more.
    """
    if abs(len(word) - len(meant)) > most or len(set(word) ^ set(meant)) > 2 * most:
        return most + 1
    last: list[int] = []
    row = list(range(len(meant) + 1))
    for number, letter in enumerate(word, 1):
        before_last, last, row = last, row, [number]
        for place, other in enumerate(meant, 1):
            slips = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != other))
            if number > 1 and place > 1 and letter == meant[place - 2] and other == word[number - 2]:
                slips = min(slips, before_last[place - 2] + 1)
            row.append(slips)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
