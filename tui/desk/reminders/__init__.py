"""What is told without asking: reminders and the calendar."""
