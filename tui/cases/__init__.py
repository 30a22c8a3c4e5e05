"""Cases, companies, events and the stage machine. Imports nothing but msgspec."""
