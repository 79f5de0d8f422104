"""Where the frozen program starts: PyInstaller needs a script outside the package."""

import sys

from steward_app.__main__ import main

sys.exit(main())
