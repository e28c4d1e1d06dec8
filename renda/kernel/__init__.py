"""What every domain needs and no domain owns: no words of the congress's work in here."""
