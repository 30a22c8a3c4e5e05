"""The seven parts of a letter, the call sheet, and the texts they are made of."""
