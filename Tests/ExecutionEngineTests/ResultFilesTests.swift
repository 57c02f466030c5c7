import JSONTree
import ResourceNames
import Testing

@testable import ExecutionEngine

@Suite struct ResultFilesTests {
    private func files(_ outputType: String, entries: Int, bytesMax: Int) throws -> (names: [String], ResultFiles) {
        let run = try #require(
            MapRunARN("arn:aws:states:us-east-1:123456789012:mapRun:m/L:01900000-0000-7000-8000-000000000000"))
        var results = try #require(
            ResultFiles(run: run, parameters: ["Bucket": "b"], outputType: outputType, transformation: "NONE"))
        for number in 0..<entries { results.add(pending: Payload(.integer(Int64(number)))) }
        let names = results.files(bytesMax: bytesMax).map { String($0.key.split(separator: "/").last ?? "") }
        return (names, results)
    }

    @Test(arguments: ["JSON", "JSONL"])
    func aFileThatWouldBeTooLargeGoesOnInAnother(outputType: String) throws {
        let suffix = outputType.lowercased()
        let (names, results) = try files(outputType, entries: 5, bytesMax: 80)
        #expect(names == ["PENDING_0.\(suffix)", "PENDING_1.\(suffix)", "PENDING_2.\(suffix)", "manifest.json"])
        var inputs: [JSON] = []
        let files = results.files(bytesMax: 80)
        for file in files.dropLast() {
            #expect(file.bytes.count <= 80)
            let entries =
                outputType == "JSON"
                ? try JSON.parse(file.bytes).arrayValue ?? []
                : try file.bytes.split(separator: 0x0A).map { try JSON.parse(Array($0)) }
            inputs += entries.compactMap { $0["Input"] }
        }
        #expect(inputs == ["0", "1", "2", "3", "4"])
        let manifest = try JSON.parse(try #require(files.last).bytes)
        let listed = manifest["ResultFiles"]?["PENDING"]?.arrayValue ?? []
        #expect(listed.compactMap { $0["Key"]?.stringValue } == files.dropLast().map(\.key))
        #expect(listed.compactMap { $0["Size"]?.integerValue } == files.dropLast().map { Int64($0.bytes.count) })
        #expect(manifest["ResultFiles"]?["SUCCEEDED"] == .emptyArray)
    }

    @Test func whatFitsIsOneFile() throws {
        #expect(try files("JSON", entries: 5, bytesMax: 1_000).names == ["PENDING_0.json", "manifest.json"])
        // An entry that is larger than a file has one to itself.
        #expect(try files("JSON", entries: 2, bytesMax: 10).names.count == 3)
    }
}
