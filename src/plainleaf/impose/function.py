"""Functions of one number, as gradients use them: their values, and others in their place."""

from collections.abc import Callable, Iterator, Sequence

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from plainleaf.impose.color import Channels

SAMPLES = 129
"""Of a smooth piece of a gradient; a viewer draws straight lines between them."""

DEPTH = 255
"""What one channel of a sample goes to."""

Turn = Callable[[Sequence[float]], Channels]


def value_at(function: Object, x: float) -> Channels:
    """Return what a function of type 2 gives; raise ValueError for another type."""
    if int(function.FunctionType) != 2:
        raise ValueError("a function of another type")
    starts = [float(each) for each in function.get("/C0", [0])]
    ends = [float(each) for each in function.get("/C1", [1])]
    share = x ** float(function.N)
    return tuple(a + share * (b - a) for a, b in zip(starts, ends, strict=True))


def ends_of(function: Object) -> Iterator[Channels]:
    """Yield the colours between which a function goes; raise ValueError for an unknown type."""
    if int(function.FunctionType) == 3:
        for piece in function.Functions:
            yield from ends_of(piece)
    else:
        yield from (value_at(function, x) for x in (0, 1))


def turned(pdf: Pdf, function: Object, turn: Turn) -> Object:
    """Return a function that gives the same colours, each turned; pieces stay pieces."""
    if int(function.FunctionType) == 3:
        pieces = [turned(pdf, piece, turn) for piece in function.Functions]
        kept = {key: function[key] for key in ("/Domain", "/Bounds", "/Encode")}
        return Dictionary({"/FunctionType": 3, **kept, "/Functions": Array(pieces)})
    return _sampled(pdf, function, turn)


def _sampled(pdf: Pdf, function: Object, turn: Turn) -> Stream:
    low, high = (float(end) for end in function.get("/Domain", [0, 1]))
    places = (low + (high - low) * step / (SAMPLES - 1) for step in range(SAMPLES))
    samples = [turn(value_at(function, place)) for place in places]
    data = bytes(round(channel * DEPTH) for sample in samples for channel in sample)
    stream = pdf.make_stream(data)
    stream.FunctionType, stream.BitsPerSample = 0, 8
    stream.Domain, stream.Size = Array([low, high]), Array([SAMPLES])
    stream.Range = Array([0, 1] * len(samples[0]))
    return stream
