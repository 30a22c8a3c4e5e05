"""Files that a case encloses: what they are, their lines and pictures, and copies to hand out."""
