"""plainleaf turns plain-language health text into handouts that a clinic can print."""
