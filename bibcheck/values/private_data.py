"""What gives an author's machine and accounts away: paths on a disk, own hosts, passwords, tokens, sessions."""

from __future__ import annotations

from bibcheck.lazy_re import pattern

# `/home/knuth/`, `C:\Users\`, also as JabRef and Mendeley write the colon: `C\:/Users`, `C$\backslash$:/Users`.
DISK_PATH = pattern(
    r"(?:(?<![\w.~/#?=&-])|(?<=file://)|(?<=file://localhost))/(?:home|Users|Volumes|media|mnt)/[^/\s:;{}]{1,60}"
    r"|(?<![A-Za-z0-9#?=&])[A-Za-z](?:\\|\$\\backslash\$)?:(?:/|(?:\\){1,4})(?!/)[^\s\\/{}:;$]{1,60}(?=[\\/]|\$\\)(?:(?:/|(?:\\){1,4})[^\s\\/{}:;$]{1,60})?"
)
# A quick look for what every such path has.
MAY_BE_PATH = pattern(r"/(?:home|Users|Volumes|media|mnt)/|:(?:\\|/(?!/))")
OWN_HOST = pattern(
    r"localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|192\.168\.\d+\.\d+|10\.\d+\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|"
    r"[\w-]+\.(?:local|localdomain|lan)"
)
PASSWORD = pattern(r"//[^/@\s:]{1,80}:[^/@\s]{1,80}@")
EMAIL = pattern(r"[\w.+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,10}(?![\w/.])")
SECRET = pattern(r"(?:access_?|auth_?|id_?|refresh_?|security-?)?token|api_?key|auth|passw(?:or)?d|pwd|x-amz-signature")
SESSION = pattern(r"(?:asp|php|j)?session(?:id)?\w{0,10}|sid")
