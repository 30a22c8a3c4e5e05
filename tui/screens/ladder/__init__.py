"""Steps, plan, channels, rules, and the working of a date."""
