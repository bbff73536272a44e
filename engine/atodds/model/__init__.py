"""The nouns: frozen values without input or output, named as DESIGN names them."""
