import Glibc
import Testing

@testable import Commands

struct LineReaderTests {
    @Test func linesComeOneByOneAndEmptyOnesAreSkipped() throws {
        #expect(try lines(of: "a\n\n  \nb\r\nc") == ["a", "b", "c"])
    }

    @Test func aLineIsHandedOutBeforeTheNextIsWritten() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        var reader = LineReader(descriptor: ends[0])
        for text in ["first", "second"] {
            let bytes = Array("\(text)\n".utf8)
            #expect(write(ends[1], bytes, bytes.count) == bytes.count)
            #expect(try reader.next() == Array(text.utf8))
        }
    }

    @Test func nothingYieldsNoLine() throws {
        #expect(try lines(of: "").isEmpty)
    }

    private func lines(of text: String) throws -> [String] {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let bytes = Array(text.utf8)
        #expect(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        var reader = LineReader(descriptor: ends[0])
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }
}
