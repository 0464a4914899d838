"""Hold the layers of the settings to their schema."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.errors import RuleError
from bibcheck.settings.layers import Layer
from bibcheck.settings.schema import misfits, settings_schema
from bibcheck.settings.table import read_table

_ADDING = ("plugins", "custom")  # the keys that add rules


def check_layers(layers: Sequence[Layer]) -> Catalogue:
    """The rules that there are with these layers. Raises SettingsError for what may not be there, with its place."""
    # House rules and plugins first: the names of their rules may stand in everything else.
    schema = settings_schema(Catalogue())
    for layer in layers:
        for misfit in misfits(layer.raw, schema):
            if misfit.keys == ("tool",) and not layer.prefix:
                raise layer.error(
                    misfit.keys, "`[tool.bibcheck]` is for pyproject.toml; here its keys stand at the top", is_key=True
                )
            if not misfit.keys or misfit.keys[0] in _ADDING:
                raise layer.error(misfit.keys, misfit.message, is_key=misfit.is_key)
    try:
        catalogue = Catalogue(
            *(read_table({key: layer.raw[key] for key in _ADDING if key in layer.raw}) for layer in layers)
        )
    except RuleError as error:
        is_key = len(error.keys) == 2  # what a whole table lacks
        raise layers[error.table].error(error.keys, str(error), is_key=is_key) from None
    schema = settings_schema(catalogue)
    for layer in layers:
        for misfit in misfits(layer.raw, schema):
            raise layer.error(misfit.keys, misfit.message, is_key=misfit.is_key)
    return catalogue
