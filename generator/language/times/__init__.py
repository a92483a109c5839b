"""A grammar of English time expressions: lexemes, productions and the TIMEX3 values that they stand for."""
