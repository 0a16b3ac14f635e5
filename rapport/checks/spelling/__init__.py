"""Spelling: which words are Swedish, and what a word that is none was meant to be."""
