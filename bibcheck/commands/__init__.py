"""The subcommands, one module each: `add_arguments(parser)` and `run(arguments) -> int`, the exit status."""
