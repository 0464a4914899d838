# Add `include bibcheck.mk` to your Makefile: `make bib-check`, `make bib-fix`.
BIBCHECK ?= bibcheck
BIBLIOGRAPHIES ?= $(wildcard *.bib)

.PHONY: bib-check bib-fix
bib-check:
	$(BIBCHECK) check $(BIBLIOGRAPHIES)

bib-fix:
	$(BIBCHECK) check --fix --show-fixes $(BIBLIOGRAPHIES)
