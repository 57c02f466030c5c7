import ExecutionHistory
import Foundation
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Logs of earlier builds fold to the same bytes under this one, in any process.
struct RecordedLogTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "RecordedLogs")

    @Test(arguments: ["semantics-1"])
    func replaysByteForByte(name: String) throws {
        let place = Self.folder.appending(path: "\(name).hex")
        var run = try ReplayTests.run()
        if ProcessInfo.processInfo.environment["NEWEL_RECORD"] == name {
            run.run()
            let text =
                run.records.map { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }.joined(
                    separator: "\n") + "\n"
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
        let lines = try #require(String(data: Data(contentsOf: place), encoding: .utf8)).split(separator: "\n")
        var state = run.beginning
        for (number, line) in lines.enumerated() {
            let record = Self.bytes(line)
            let reader = try RecordReader(record)
            let advance = state.advance(
                try reader.foldableInputs(), program: run.program, at: reader.header.time, seed: reader.header.seed)
            #expect(advance.record == record, "record \(number)")
        }
        #expect(state.isEnded)
    }

    private static func bytes(_ line: Substring) -> [UInt8] {
        let digits = Array(line.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }
}
