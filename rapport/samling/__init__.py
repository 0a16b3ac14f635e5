"""Many regions' reports in one data set: its tables, what each report gives to them, and the forms it is written in."""
