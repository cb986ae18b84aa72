"""Documents as trainers have them, written by other programs: what is read of them, and what is refused in one line."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from io import BytesIO

import docx
import odfdo
import pptx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from kb.editions.marks import Marks
from kb.editions.mentions import mentions
from tools import documents
from tools.documents import Unreadable

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
PAGE = "https://guide.example/piliers/rapprochement/"


def saved(save: Callable[[BytesIO], object]) -> bytes:
    stream = BytesIO()
    save(stream)
    return stream.getvalue()


def word() -> bytes:
    """Marks in runs, a table, a header, a comment; a link as Word makes it, and one as a field."""
    document = docx.Document()
    paragraph = document.add_paragraph("Plan : P1")
    paragraph.add_run(".3").bold = True
    document.add_comment(paragraph.runs, text="et M2?", author="A")
    document.add_table(1, 2).cell(0, 1).text = "E8/E9"
    document.sections[0].header.paragraphs[0].text = "Cours E11"
    target = document.part.relate_to(PAGE, HYPERLINK, is_external=True)
    run = '<w:r><w:t xml:space="preserve"> ici</w:t></w:r>'
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}" w:anchor="presence">{run}</w:hyperlink>'
    field = f'<w:r {nsdecls("w")}><w:instrText> HYPERLINK "{PAGE}" \\l "ecoute" </w:instrText></w:r>'
    deleted = f"<w:del {nsdecls('w')}><w:r><w:delText>P9.9</w:delText></w:r></w:del>"
    for part in (link, field, deleted):
        paragraph._p.append(parse_xml(part))
    return saved(document.save)


def slides() -> bytes:
    """A title, a linked text and the notes, on the second and the tenth slide."""
    show = pptx.Presentation()
    for number in range(1, 11):
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = {2: "P1.3", 10: "E8/E9"}.get(number, "Pause")
    slide.notes_slide.notes_text_frame.text = "M2"
    run = slide.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "ici", f"{PAGE}#presence"
    return saved(show.save)


def open_text() -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    paragraph = odfdo.Paragraph("Plan : P1.")
    paragraph.append(odfdo.Span("3"))
    paragraph.append(odfdo.Link(f"{PAGE}#presence", text=" ici"))
    document.body.append(paragraph)
    table = odfdo.Table("T", width=2, height=1)
    table.set_value((1, 0), "E8/E9")
    document.body.append(table)
    paragraph.insert_note(after="Plan", note_id="1", citation="1", body="M2")
    return saved(document.save)


def sheet() -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write(0, 0, "P1.3")
        page.write(0, 1, "E8/E9")
        page.write(2, 0, "M2")
        page.write_url(1, 0, f"{PAGE}#presence", string="ici")
        page.write_formula(1, 1, f'=HYPERLINK("{PAGE}#ecoute","ici")')
    return stream.getvalue()


def portable(password: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in FONT.items()})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    text = DecodedStreamObject()
    text.set_data(b"BT /F 12 Tf 9 700 Td (Plan : P1.3) Tj 0 -20 Td (E8/E9, M2) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(text)
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=f"{PAGE}#presence"))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return saved(writer.write)


FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}


def message() -> bytes:
    """A reply in two forms, quoted-printable as its long lines ask for, with a document and a picture."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@guide.example", "Cours à préparer"
    mail.set_content(f"Plan : é {'mot ' * 30}\n", cte="quoted-printable")
    page = f'<p>Plan : P1<b>.3</b> <a href="{PAGE}#presence">ici</a></p><p>E8/E9</p>'
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n\x00\x00M1", maintype="image", subtype="png", filename="M9.png")
    mail.add_attachment(b"M2", maintype="application", subtype="octet-stream", filename="plan.txt")
    mail.add_attachment(sheet(), maintype="application", subtype="octet-stream", filename="plan.xlsx")
    return mail.as_bytes()


QUOTED = f'<p>Plan : P1=\r\n.3 =C3=A9 E8/E9 M2 <a href=3D"{PAGE}#pres=\r\nence">ici</a></p>'
PLAIN = f"Plan\tP1.3\tE8/E9\r\nM2 {PAGE}#presence"
DOCUMENTS = {
    "docx": word,
    "pptx": slides,
    "odt": open_text,
    "xlsx": sheet,
    "pdf": portable,
    "eml": message,
    "notes that look like fields": f"From: moi\nDate: lundi\nSections: P1.3, E8/E9\n\nM2 {PAGE}#presence".encode,
    "quoted-printable": QUOTED.encode,
    "csv": f'"Plan";"P1.3"\n"E8/E9";M2;"{PAGE}#presence"'.encode,
    **{encoding: lambda encoding=encoding: PLAIN.encode(encoding) for encoding in ("utf-8-sig", "utf-16", "cp1252")},
}
MARKS = Marks(["P1", "P1.3", "E8", "E9", "E11", "M1", "M2", "M9"])


def written(data: bytes) -> list[str]:
    return [mention.written for mention in mentions(documents.read(BytesIO(data)), MARKS)]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_text_and_links_are_read_whatever_program_wrote_them(kind):
    found = written(DOCUMENTS[kind]())
    also = {"docx": {"E11", f"{PAGE}#ecoute"}, "xlsx": {f"{PAGE}#ecoute"}, "eml": {f"{PAGE}#ecoute"}}.get(kind, set())
    assert set(found) == {"P1.3", "E8", "E9", "M2", f"{PAGE}#presence"} | also
    assert kind != "pptx" or found.index("P1.3") < found.index("E8"), "the tenth slide after the second"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<base href="https://www.quebec.ca/a/"><a href="../glossaire/">x</a>', ["https://www.quebec.ca/glossaire/"]),
        ('<link rel="canonical" href="https://a.ca/b/"><a href="/c/">x</a>', ["https://a.ca/c/"]),
        ('<a href="/c/">x</a><a href="http://[::1/">y</a>', ["/c/", "http://[::1/"]),
        ("<!-- P1.3 --><style>.p1.3{}</style><template>M1</template><p>M2<br>E8</p>", ["M2", "E8"]),
        ("<https://a.ca/b/> et P1.3", ["https://a.ca/b/", "P1.3"]),
        (f"{'<div>' * 5000}P1.3", ["P1.3"]),
    ],
)
def test_a_page_is_read_as_a_browser_would(page, found):
    assert written(page.encode()) == found


def archive(**parts: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


def with_a_password(data: bytes) -> bytes:
    """The archive with its entries marked as encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01").replace(
        b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01"
    )


OPEN_XML = {"[Content_Types].xml": "<Types/>"}
OPEN_DOCUMENT = {"mimetype": "application/vnd.oasis.opendocument.text"}
BOMB = "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;</p>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no text: save it as"),
        (bytes(range(256)) * 8, "is no text: save it as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "is of an Office before 2007, or has a password"),
        (rb"{\rtf1 P1.3}", "is Rich Text: save it as"),
        (archive(a="P1.3"), "is an archive and no document"),
        (archive(mimetype="application/epub+zip"), "is an archive and no document"),
        (word()[:3000], "is damaged"),
        (archive(**OPEN_XML, **{"word/document.xml": "<w:p>P1.3"}), "is damaged"),
        (archive(**OPEN_XML, **{"word/document.xml": BOMB}), "holds no text"),
        (with_a_password(archive(**OPEN_XML, **{"word/document.xml": "<p/>"})), "has a password"),
        (archive(**OPEN_DOCUMENT, **{"META-INF/manifest.xml": "<encryption-data/>"}), "has a password"),
        (archive(**OPEN_DOCUMENT), "is damaged"),
        (portable("secret"), "is encrypted"),
        (b"%PDF-1.7\nP1.3", "is damaged"),
        (b"", "holds no text"),
        (archive(**OPEN_XML, **{"word/document.xml": "<p/>"}), "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data, said):
    with pytest.raises(Unreadable) as refused:
        documents.read(BytesIO(data))
    assert str(refused.value).startswith(said)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(("name", "said"), [("cours.DOCX", "is no .docx"), ("cours.pdf", "is no .pdf")])
def test_text_under_the_name_of_another_kind_is_told(tmp_path, name, said):
    (tmp_path / name).write_text("P1.3")
    with (tmp_path / name).open("rb") as stream, pytest.raises(Unreadable, match=said):
        documents.read(stream)


def test_what_unpacks_to_more_than_a_document_is_refused():
    packed = archive(**OPEN_XML, **{"word/document.xml": " " * 100_000_001})
    assert len(packed) < 1_000_000
    with pytest.raises(Unreadable, match="more than 100 MB"):
        documents.read(BytesIO(packed))


def test_characters_that_nobody_sees_part_no_mark_and_reach_no_terminal():
    text = "P1.\u200b3 \x1b[31m\u202eE\u00ad8\u00a0\U000e0041M2\ue000" + " " * 400
    (line,) = documents.read(BytesIO(text.encode()))
    assert line.text.split() == ["P1.3", "[31mE8", "M2"]


# Any bytes, in a time that grows with their number alone

SHAPES = [
    "1.1.1.", "a/a/a/", "P1.1.1.", "P1-1-1-", "P1 à ", "P1.1 et 1.2 ", "P1,", "V C ", "E1-9-1-9-", "/,", "/?,",
    "https://a.ca/a/", "https://x.safelinks.protection.outlook.com/?url=", "https://urldefense.com/v3/__", "a.a.",
    "<a", "<!--", "<p>P1", "<a href=/b/>", "&", "=\n=3D", "From: a\nReceived: b\n", "\t", "((((", "**/", "http://", "é",
    "HYPERLINK \"", "P 1 ", "#p1-", "%25", "%2F", "//", "P1.3a", "\u200b", "P1" + " " * 99, "xn--é.ca/", "a" * 99 + " ",
]  # fmt: skip


def steps(text: str) -> int:
    """The lines of Python that reading a document takes."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        written(text.encode())
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_length(shape):
    """Patterns give nothing back, so that 200 KB end at once; and twice the text takes twice the steps."""
    size = 4_000 // len(shape)
    assert steps(f"x {shape * (2 * size)}") <= 2.2 * steps(f"x {shape * size}") + 1_000
    written(f"x {shape * (200_000 // len(shape))}".encode())


STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<p>",
    b"From: a\nMIME-Version: 1.0\n\n",
    b"Content-Type: multipart/mixed; boundary=a\nTo: b\n\n--a\n",
)


def damaged() -> Iterator[st.SearchStrategy[bytes]]:
    """Documents with a few bytes changed."""
    for make in (word, open_text, portable, message):
        data = make()
        changes = st.lists(st.tuples(st.integers(0, len(data) - 1), st.binary(min_size=1, max_size=8)), max_size=8)
        yield changes.map(lambda changes, data=data: _changed(data, changes))


def _changed(data: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    out = bytearray(data)
    for at, new in changes:
        out[at : at + len(new)] = new
    return bytes(out)


@given(st.one_of(st.tuples(st.sampled_from(STARTS), st.binary()).map(b"".join), st.text().map(str.encode), *damaged()))
def test_any_bytes_are_read_or_refused(data):
    try:
        lines = documents.read(BytesIO(data))
    except Unreadable as refused:
        assert str(refused).isprintable()
        return
    for mention in mentions(lines, MARKS):
        assert mention.written.isprintable()
        assert mention.line > 0
