import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import S3Service

@Suite struct ListingTests {
    /// Every page size and delimiter shows what sorting all keys shows.
    @Test func pagesShowEachKeyAndEachBeginningOnce() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let keys = [
            "a", "a/", "a/1", "a/2", "a/b/1", "a0", "b", "b/1", "c//d", "ä/1", "ä/2", "z", "z\u{10FFFF}", "\u{1}",
        ]
        for key in keys { try await world.put(key, key) }
        let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for delimiter in ["", "/", "b/"] {
            for prefix in ["", "a", "a/", "ä", "none"] {
                let wanted = Self.listing(of: sorted, prefix, delimiter)
                for size in [1, 2, 3, 100] {
                    let two = try await pages(world, "ListObjectsV2", prefix, delimiter, size)
                    #expect(two == wanted, "v2, prefix \(prefix), delimiter \(delimiter), \(size) a page")
                    let one = try await pages(world, "ListObjects", prefix, delimiter, size)
                    #expect(one == wanted, "v1, prefix \(prefix), delimiter \(delimiter), \(size) a page")
                }
            }
        }
    }

    /// The same by the simplest means.
    private static func listing(of keys: [String], _ prefix: String, _ delimiter: String) -> [String] {
        var shown: [String] = []
        for key in keys where key.utf8.starts(with: prefix.utf8) {
            let rest = String(decoding: key.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            var entry = key
            if !delimiter.isEmpty, let range = rest.firstRange(of: delimiter) {
                entry = prefix + rest[..<range.upperBound]
            }
            if shown.last != entry || entry == key { shown.append(entry) }
        }
        return shown.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private func pages(_ world: ObjectWorld, _ action: String, _ prefix: String, _ delimiter: String, _ size: Int)
        async throws -> [String]
    {
        var (shown, next): ([String], JSON?) = ([], nil)
        repeat {
            var input: JSONObject = [
                "Bucket": "box", "Prefix": .string(prefix), "Delimiter": .string(delimiter),
                "MaxKeys": .integer(Int64(size)),
            ]
            input[action == "ListObjects" ? "Marker" : "ContinuationToken"] = next
            let page = try await world.run(action, .object(input)).body
            let keys = (page["Contents"]?.arrayValue ?? []).compactMap { $0["Key"]?.stringValue }
            let prefixes = (page["CommonPrefixes"]?.arrayValue ?? []).compactMap { $0["Prefix"]?.stringValue }
            shown += (keys + prefixes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            next = page["NextContinuationToken"] ?? page["NextMarker"]
            if next == nil, page["IsTruncated"] == true { next = keys.last.map { .string($0) } }
            #expect(page["IsTruncated"] == .bool(next != nil))
        } while next != nil
        return shown
    }

    @Test func aTokenOfNobodyIsRefused() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let input: JSON = ["Bucket": "box", "ContinuationToken": "!"]
        #expect(await world.failure("ListObjectsV2", input) == "InvalidArgument")
    }

    @Test(arguments: ["ListObjectsV2", "ListBuckets"])
    func aTokenIsGoodForADayAndItsOwnList(action: String) async throws {
        let world = try ObjectWorld()
        for bucket in ["box", "other"] { try await world.run("CreateBucket", ["Bucket": .string(bucket)]) }
        for key in ["a", "b"] { try await world.put(key, key) }
        var input: JSONObject = action == "ListBuckets" ? ["MaxBuckets": 1] : ["Bucket": "box", "MaxKeys": 1]
        let page = try await world.run(action, .object(input)).body
        input["ContinuationToken"] = page["NextContinuationToken"] ?? page["ContinuationToken"]
        #expect(input["ContinuationToken"]?.stringValue != nil)
        world.moveClock(by: .seconds(86_400))
        #expect(await world.failure(action, .object(input)) == nil)
        #expect(
            await world.failure(
                "ListObjectsV2", ["Bucket": "other", "ContinuationToken": input["ContinuationToken"] ?? .null])
                == "InvalidArgument")
        world.moveClock(by: .seconds(1))
        #expect(await world.failure(action, .object(input)) == "InvalidArgument")
    }

    @Test func thePagesForTheProgramFollowEachOther() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        for number in 10..<35 { try await world.put("p/\(number)", "x") }
        try await world.put("q", "x")
        var (keys, last): ([String], String?) = ([], nil)
        while true {
            let page = try await world.objects.list(bucket: "box", prefix: "p/", after: last, limit: 10)
            keys += page.map(\.key)
            last = page.last?.key
            if page.count < 10 { break }
        }
        #expect(keys == (10..<35).map { "p/\($0)" })
    }
}
