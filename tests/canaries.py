"""Words that stand for a person: found wherever they are in some bytes, also coded as a mail program codes them."""

import base64
import email
import email.policy


def forms(word):
    """Return a word as bytes, and as it looks inside base64 at each of the three places where it can begin."""
    yield word.encode()
    yield word.encode("utf-16-le")
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + word.encode())
        yield coded[4 if before else 0 : -4]


def seen_in(content, canaries):
    """Return the canaries in these bytes, also where they are decoded as a mail program does."""
    texts = [content.lower()]
    if b"\nContent-Type" in content[:20_000]:
        for part in email.message_from_bytes(content, policy=email.policy.default).walk():
            texts.append(str(part.items()).lower().encode())
            if not part.is_multipart():
                texts.append((part.get_payload(decode=True) or b"").lower())
    return {word for word in canaries for form in forms(word) for text in texts if form in text or form.lower() in text}
