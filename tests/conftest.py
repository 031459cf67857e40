"""Registers the plugin that makes nbval compare pictures."""

import picture_comparison


def pytest_configure(config):
    # As a hook of this file it would see only the items below tests/, and notebooks lie beside it.
    config.pluginmanager.register(picture_comparison)
