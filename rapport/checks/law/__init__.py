"""Acts, their titles and sections, as answers cite them."""
