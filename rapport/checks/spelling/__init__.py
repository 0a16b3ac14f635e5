"""Spelling: which words are Swedish, what a word that is none was meant to be. Needs the extra ``stavning``."""
