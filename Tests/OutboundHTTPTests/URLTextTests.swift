import OutboundHTTP
import Testing

/// URLs and what is added to them.
struct URLTextTests {
    @Test(arguments: [
        ("https://a/b", "https://a/b?x=1%202&y=%26"), ("https://a/b?c=d", "https://a/b?c=d&x=1%202&y=%26"),
        ("https://a/b?", "https://a/b?x=1%202&y=%26"), ("https://a/b#f?g", "https://a/b?x=1%202&y=%26"),
    ])
    func parametersAreAddedAtTheEndOfTheQueryString(url: String, expected: String) {
        #expect(URLText.adding([HTTPField("x", "1 2"), HTTPField("y", "&")], to: url) == expected)
    }

    @Test func nothingIsAddedForNothing() { #expect(URLText.adding([HTTPField](), to: "https://a/b") == "https://a/b") }

    @Test(arguments: [
        (HTTPField("A-b", "c d"), true), (HTTPField("", "v"), false), (HTTPField("a b", "v"), false),
        (HTTPField("a:", "v"), false), (HTTPField("a", "b\r\nc: d"), false), (HTTPField("a", "é\t"), true),
    ])
    func whatCannotBeAHeaderIsSeen(field: HTTPField, isHeader: Bool) { #expect(field.isHeader == isHeader) }
}
