"""Acts of word and deed that are not violent: talks, threats, arrests, sanctions, and parties."""
