"""Words: the Chinese catalogue, the words an office does not use, the glossary.

Sentences are written in English in the code and stand in Chinese in `locale/zh_Hans`. No gettext
tools are needed: Django reads the templates, Babel reads Python and writes the catalogue.
"""
