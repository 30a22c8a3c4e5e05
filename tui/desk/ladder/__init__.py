"""Where a case stands on its ladder: steps, plan, channels, next action, money, parties."""
