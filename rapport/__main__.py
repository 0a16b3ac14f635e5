"""``python -m rapport``: where the program's own .exe may not be run."""

from rapport.cli.main import main

if __name__ == "__main__":
    main()
