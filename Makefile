# Everything that a person types. `make` alone lists it.

PYTHON ?= python3
# `make … NEWEST=1` leaves out the pinned versions, `make … CPU=1` takes PyTorch without CUDA.
CONSTRAIN := $(if $(NEWEST),,-c constraints.txt)
TORCH_CPU := https://download.pytorch.org/whl/cpu
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

# Thousands of answers, and whole runs on other pictures, take as long as most others together.
SLOW := tests/test_answers.py tests/test_answers_by_chance.py tests/test_turned_results.py \
	tests/test_own_picture.py tests/test_discover.py
WITH_OTHER_VERSIONS := convolution_101_solutions.ipynb tests/test_answers.py tests/test_checks.py \
	tests/test_states.py tests/test_conversions.py tests/test_playground.py

BIN := .venv/bin
INSTALL := -m pip install --quiet --disable-pip-version-check $(CONSTRAIN)
# All processors compile what came, where pip takes one; what tests packages nobody runs, and some
# files are for newer Pythons.
define install
	$(if $(CPU),$(BIN)/python $(INSTALL) --no-compile torch --index-url $(TORCH_CPU))
	$(BIN)/python $(INSTALL) --no-compile $(1)
	@$(BIN)/python -m compileall -qq -j 0 -x /tests/ .venv/lib || true
endef
# Wheels only: a room without network has no compilers to count on either.
FETCH := .venv-wheelhouse/bin/python -m pip download --quiet --disable-pip-version-check $(CONSTRAIN) \
	--dest wheelhouse --only-binary :all:

# Programs in a .venv look for it where it was made: one that was moved or copied is made anew.
ifneq ($(wildcard $(BIN)/pip),)
ifeq ($(shell grep -F "$(CURDIR)/$(BIN)/" $(BIN)/pip),)
MOVED := moved
endif
endif

.PHONY: moved help lab compare wheelhouse test test-slow test-browser test-vscode test-class test-machines \
	test-colab test-oldest format class grade answers notebooks links solutions constraints bench clean

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 22

moved:
	@echo ".venv was made in another place, so it is made anew."

# The pip that an older Python brings takes three times as long to find what fits together.
.venv/python: $(MOVED)
	$(if $(MOVED),rm -rf .venv)
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --upgrade pip
	touch $@

.venv/student: .venv/python requirements.txt constraints.txt
	$(call install,-r requirements.txt)
	touch $@

# These hold requirements.txt, so from nothing one installation does for both.
.venv/dev: .venv/python requirements.txt constraints.txt tests/requirements.txt
	$(call install,-r tests/requirements.txt)
	touch .venv/student $@

.venv/browser: .venv/dev tests/browser/requirements.txt
	$(call install,-r tests/browser/requirements.txt)
	touch $@

# An environment of its own, because it pins what JupyterLab needs newer.
.venv-book/ready: tests/browser/jupyter-book.txt
	$(PYTHON) -m venv .venv-book
	.venv-book/bin/pip install --quiet -r $<
	touch $@

# VS Code for a browser, compiled here; it wants this version of Node.js.
.venv-vscode/ready: Makefile
	npm install --silent --no-audit --no-fund --prefix .venv-vscode node@24.21.0
	PATH="$(CURDIR)/.venv-vscode/node_modules/node/bin:$$PATH" \
		npm install --silent --no-audit --no-fund --prefix .venv-vscode/server code-server@4.139.1
	touch $@

.venv/class: .venv/dev tests/class/requirements.txt
	$(call install,-r tests/class/requirements.txt)
	touch $@

.venv/machines: .venv/dev tests/machines/requirements.txt
	$(call install,-r tests/machines/requirements.txt)
	touch $@

# An environment of its own, because extensions that other tools bring cost every student memory.
.venv-hub/ready: tests/bench/class-requirements.txt requirements.txt constraints.txt
	$(PYTHON) -m venv .venv-hub
	$(if $(CPU),.venv-hub/bin/python $(INSTALL) torch --index-url $(TORCH_CPU))
	.venv-hub/bin/python $(INSTALL) -r requirements.txt -r $<
	npm install --silent --no-audit --no-fund --prefix .venv-hub configurable-http-proxy@5.3.0
	touch $@

# Each of these has an environment of its own: tests/versions/colab.txt, tests/versions/oldest.txt.
.venv-%/ready: tests/versions/%.txt requirements.txt
	$(PYTHON) -m venv .venv-$*
	$(if $(CPU),.venv-$*/bin/pip install --quiet torch -c $< --index-url $(TORCH_CPU))
	.venv-$*/bin/pip install --quiet -c $< -r requirements.txt pytest pytest-xdist hypothesis scipy
	touch $@

lab: .venv/student ## install what the notebooks need, open the practical in JupyterLab
	@test -w convolution_101.ipynb || echo "The notebook is somebody else's: you cannot save it here. Make a clone of your own."
	@$(BIN)/jupyter lab $(AS_ROOT) convolution_101.ipynb || { test -w "$$HOME" || \
		echo "Your home folder cannot be written: say HOME=… make lab, with a folder that can."; exit 1; }

compare: .venv/dev ## show the answers that you saved beside the solutions, in the browser
	@$(BIN)/python tools/compare.py convolution_101.ipynb

wheelhouse: ## fetch all packages for a room without network
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv .venv-wheelhouse
	$(if $(CPU),$(FETCH) --no-deps --index-url $(TORCH_CPU) torch)
	$(FETCH) --find-links wheelhouse -r requirements.txt
	rm -r .venv-wheelhouse

test: .venv/dev ## install what the tests need, run all but the slow ones
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pytest $(SLOW:%=--ignore=%)

test-slow: .venv/dev ## put thousands of right, wrong and turned answers to the checks, and more
	$(BIN)/pytest $(SLOW)

test-browser: .venv/browser .venv-book/ready ## run the notebooks in JupyterLab, Notebook 7, Jupyter Book; needs Chromium
	$(BIN)/pytest --numprocesses=0 tests/browser --ignore tests/browser/vscode

test-vscode: .venv/browser .venv-vscode/ready ## run the notebook in VS Code; needs Chromium, npm, a compiler
	$(BIN)/pytest --numprocesses=0 tests/browser/vscode

test-class: .venv/class ## grade a class of submissions, by make grade and by nbgrader; needs bubblewrap
	$(BIN)/pytest --numprocesses=0 tests/class

test-machines: .venv/machines wheelhouse ## install with other Pythons, as other users, without network
	$(BIN)/pytest --numprocesses=0 tests/machines

test-colab: .venv-colab/ready ## run the notebook and its checks with Colab's versions
	.venv-colab/bin/python -m pytest $(WITH_OTHER_VERSIONS)

test-oldest: .venv-oldest/ready ## the same with the oldest versions that requirements.txt admits
	.venv-oldest/bin/python -m pytest $(WITH_OTHER_VERSIONS)

format: .venv/dev ## bring code and notebooks into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

class: .venv/dev ## write what students get to class/, without solutions
	@$(BIN)/python tools/make_class.py "$(or $(OUT),class)"

grade: .venv/dev ## grade a ZIP or folder of submissions into grades/: make grade DOWNLOAD=… SHEET=…
	@PYTHONPATH=tools $(BIN)/python -m grading "$(or $(DOWNLOAD),$(error say DOWNLOAD=… for a folder or ZIP))" \
		$(if $(SHEET),--sheet "$(SHEET)") $(if $(COLUMN),--column "$(COLUMN)") \
		$(if $(HANDOUT),--handout "$(HANDOUT)") $(if $(GRADES),--grades "$(GRADES)") \
		$(if $(SCHEDULER),--scheduler "$(SCHEDULER)") $(if $(UNISOLATED),--unisolated)

answers: .venv/dev ## write below each wrong answer what its check says, and all to answers.md
	PYTHONPATH=. $(BIN)/python -W ignore tests/read_answers.py --write > answers.md
	$(BIN)/ruff format --quiet tests/answers

notebooks: .venv/dev ## write practical/ into the solutions, make student notebook and picture strip
	$(BIN)/python tools/make_notebooks.py
	$(BIN)/python tools/make_strip.py

links: .venv/dev ## link hints to solutions, add badges: make links REPO=owner/name
	$(BIN)/python tools/make_notebooks.py --links "$(REPO)"

solutions: notebooks ## the same, and execute the solutions again for new pictures
	$(BIN)/python tools/execute_solutions.py
	$(MAKE) notebooks

# With the oldest Python at hand: a newer one is given versions that the oldest cannot have.
constraints: ## write the versions that pip would choose today to constraints.txt
	$(PYTHON) -m venv .venv-newest
	$(if $(CPU),.venv-newest/bin/pip install torch --index-url $(TORCH_CPU))
	.venv-newest/bin/pip install --quiet -r tests/requirements.txt -r tests/browser/requirements.txt \
		-r tests/class/requirements.txt -r tests/machines/requirements.txt -r tests/bench/class-requirements.txt
	sed -i.old '2,$$d' constraints.txt
	.venv-newest/bin/pip freeze | sed 's/+[a-z0-9]*$$//' >> constraints.txt
	rm -r .venv-newest constraints.txt.old

bench: .venv/dev .venv/class .venv-hub/ready ## measure, write tests/bench/README.md; BENCH=playground for one table
	$(BIN)/python tests/bench/write_tables.py $(BENCH)

clean: ## remove what make installed and what tools cached
	rm -rf .venv .venv-* .pytest_cache .ruff_cache .hypothesis answers.md
