# Everything that a person types. `make` alone lists it.

PYTHON ?= python3
# `make … NEWEST=1` leaves out the pinned versions, `make … CPU=1` takes PyTorch without CUDA.
CONSTRAIN := $(if $(NEWEST),,-c constraints.txt)
TORCH_CPU := https://download.pytorch.org/whl/cpu
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

WITH_OTHER_VERSIONS := convolution_101_solutions.ipynb tests/test_checks.py tests/test_conversions.py \
	tests/test_playground.py

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAIN)

.PHONY: help lab compare test test-browser test-class test-colab test-oldest format student solutions constraints bench clean

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 18

.venv/student: requirements.txt constraints.txt
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv .venv
	$(if $(CPU),$(PIP) torch --index-url $(TORCH_CPU))
	$(PIP) -r requirements.txt
	touch $@

.venv/dev: .venv/student requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	touch $@

.venv/browser: .venv/dev tests/browser/requirements.txt
	$(PIP) -r tests/browser/requirements.txt
	touch $@

.venv/class: .venv/dev tests/class/requirements.txt
	$(PIP) -r tests/class/requirements.txt
	touch $@

# Each of these has an environment of its own: tests/versions/colab.txt, tests/versions/oldest.txt.
.venv-%/ready: tests/versions/%.txt requirements.txt
	$(PYTHON) -m venv .venv-$*
	.venv-$*/bin/pip install --quiet -c $< -r requirements.txt pytest hypothesis scipy jupytext
	touch $@

lab: .venv/student ## install what the notebooks need, open the practical in JupyterLab
	$(BIN)/jupyter lab $(AS_ROOT) convolution_101.ipynb

compare: .venv/dev ## show practical and solutions side by side in the browser
	$(BIN)/nbdiff-web --sources convolution_101.ipynb convolution_101_solutions.ipynb

test: .venv/dev ## install what the tests need, run every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pytest

test-browser: .venv/browser ## run the notebooks in JupyterLab and Notebook 7, needs Chromium
	$(BIN)/pytest --numprocesses=0 tests/browser

test-class: .venv/class ## grade a class of submissions, by nbgrader and by nbval
	$(BIN)/pytest --numprocesses=0 tests/class

test-colab: .venv-colab/ready ## run the notebook and its checks with Colab's versions
	.venv-colab/bin/python -m pytest $(WITH_OTHER_VERSIONS)

test-oldest: .venv-oldest/ready ## the same with the oldest versions that requirements.txt admits
	.venv-oldest/bin/python -m pytest $(WITH_OTHER_VERSIONS)

format: .venv/dev ## bring code and notebooks into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

solutions: .venv/dev ## execute the solutions again, with their pictures
	$(BIN)/python tools/execute_solutions.py

student: .venv/dev ## make the student notebook and the picture strip from the solutions
	$(BIN)/python tools/make_student.py
	$(BIN)/python tools/make_strip.py

constraints: ## write the versions that pip would choose today to constraints.txt
	$(PYTHON) -m venv .venv-newest
	$(if $(CPU),.venv-newest/bin/pip install torch --index-url $(TORCH_CPU))
	.venv-newest/bin/pip install --quiet -r requirements-dev.txt
	sed -i.old '2,$$d' constraints.txt
	.venv-newest/bin/pip freeze | sed 's/+[a-z0-9]*$$//' >> constraints.txt
	rm -r .venv-newest constraints.txt.old

bench: .venv/dev ## measure what bench/README.md reports
	$(BIN)/python bench/nbval_overhead.py
	$(BIN)/python bench/playground.py

clean: ## remove what make installed and what tools cached
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis
