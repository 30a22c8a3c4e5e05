"""What the doctor reads and what a repair does."""
