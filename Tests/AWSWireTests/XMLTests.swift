import JSONTree
import ResourceNames
import Testing

@testable import AWSWire

@Suite struct XMLTests {
    private func read(_ text: String) -> XMLElement? { try? XMLReader.read(Array(text.utf8)) }

    @Test func elementsTextsAndEntitiesAreRead() {
        let root = read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- note --><a:Delete xmlns:a="urn:x" flag='1'>
              <Object><Key>a&amp;b &#xE4;&#228;<![CDATA[<c>]]></Key></Object><Object/>
            </a:Delete>
            """)
        #expect(root?.name == "Delete")
        #expect(root?.children.count == 2)
        #expect(root?.child("Object")?.child("Key")?.text == "a&b ää<c>")
    }

    @Test(arguments: [
        "", "<a>", "<a></b>", "<a/><b/>", "<a>&unknown;</a>", "<a>&#x110000;</a>", "<a", "text", "<a b></a>",
        "<a b=c/>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a><![CDATA[</a>", "<a>&amp</a>",
        String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40),
    ])
    func whatIsNotWellFormedIsRefused(text: String) { #expect(read(text) == nil) }

    @Test func anythingAtAllIsReadOrRefused() {
        var chance = Chance(seed: 20_261_126)
        let pieces = [
            "<", ">", "/", "a", "&", ";", "amp", "\"", "=", " ", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "\r",
            "ä",
        ]
        for _ in 0..<5_000 {
            let text = (0..<Int(chance.next() % 20)).map { _ in pieces[Int(chance.next() % UInt64(pieces.count))] }
            _ = read(text.joined())
        }
    }

    @Test func shapesOfTheModelAreFilled() throws {
        let model = ServiceModel.s3
        let place = try #require(model.shapes.firstIndex { $0.name == "Delete" })
        let element = try XMLReader.read(
            Array("<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>".utf8)
        )
        let value = try XMLDecoder(model: model).value(element, place)
        #expect(value == ["Quiet": true, "Objects": [["Key": "a"], ["Key": "b"]]])
        let empty = try XMLReader.read(Array("<Delete/>".utf8))
        #expect(throws: XMLReader.Failure.self) { try XMLDecoder(model: model).value(empty, place) }
    }

    @Test(arguments: [
        "Mon, 23 Nov 2026 23:04:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 29 Feb 2024 12:00:00 GMT",
    ])
    func timesOfHeadersAreReadAsTheyAreWritten(text: String) {
        #expect(Timestamp(httpDate: text)?.httpDate == text)
    }

    @Test(arguments: [
        "", "yesterday", "Mon, 30 Feb 2026 23:04:00 GMT", "Mon, 23 Nov 2026 24:04:00 GMT", "Mon, 23 Nov 2026 23:04 GMT",
    ])
    func otherTimesAreNone(text: String) { #expect(Timestamp(httpDate: text) == nil) }
}
