import AWSWire
import Digests
import JSONTree
import Testing

@testable import S3Service

@Suite struct UploadTests {
    private let large = [UInt8](repeating: 7, count: 5 * 1_048_576)

    private func begin(_ world: ObjectWorld, _ more: JSONObject = [:]) async throws -> JSONObject {
        try await world.run("CreateBucket", ["Bucket": "box"])
        var input: JSONObject = ["Bucket": "box", "Key": "k"]
        for (name, value) in more { input[name] = value }
        let upload = try await world.run("CreateMultipartUpload", .object(input)).body["UploadId"]
        return ["Bucket": "box", "Key": "k", "UploadId": upload ?? ""]
    }

    private func part(_ world: ObjectWorld, _ upload: JSONObject, _ number: Int, _ bytes: [UInt8]) async throws -> JSON
    {
        var input = upload
        input["PartNumber"] = .integer(Int64(number))
        let output = try await world.run("UploadPart", .object(input), body: bytes).body
        return ["PartNumber": .integer(Int64(number)), "ETag": output["ETag"] ?? ""]
    }

    private func complete(_ upload: JSONObject, _ parts: JSON...) -> JSON {
        var input = upload
        input["MultipartUpload"] = ["Parts": .array(parts)]
        return .object(input)
    }

    @Test func partsThatOutliveTheProcessBecomeOneObject() async throws {
        let world = try ObjectWorld()
        let upload = try await begin(world, ["ContentType": "t"])
        let two = try await part(world, upload, 2, [1, 2, 3])
        let one = try await part(world, upload, 1, large)
        try world.restart()
        let output = try await world.run("CompleteMultipartUpload", complete(upload, one, two)).body
        let digests = Digests.md5(large) + Digests.md5([1, 2, 3] as [UInt8])
        #expect(output["ETag"] == .string("\"\(Digests.hex(Digests.md5(digests)))-2\""))
        let object = try await world.objects.object(bucket: "box", key: "k")
        #expect(object.size == large.count + 3)
        #expect(try await object.bytes(large.count - 1..<object.size) == [7, 1, 2, 3])
        #expect(object.contentType == "t")
        #expect(world.files().count == 1)
        #expect(await world.failure("ListParts", .object(upload)) == "NoSuchUpload")
    }

    /// An upload ends inside its own turn and its object's, whatever their names: of four hundred ids some fall on the
    /// same one of sixty-four as their keys.
    @Test(.timeLimit(.minutes(10))) func noUploadWaitsForItself() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        for number in 0..<400 {
            var upload: JSONObject = ["Bucket": "box", "Key": .string("k\(number)")]
            upload["UploadId"] = try await world.run("CreateMultipartUpload", .object(upload)).body["UploadId"]
            let part = try await part(world, upload, 1, [1])
            try await world.run("CompleteMultipartUpload", complete(upload, part))
        }
        #expect(world.files().count == 400)
    }

    @Test func partsMustBeThereInOrderAndLargeEnough() async throws {
        let world = try ObjectWorld()
        let upload = try await begin(world)
        let one = try await part(world, upload, 1, [1])
        let two = try await part(world, upload, 2, [2])
        let wrong: JSON = ["PartNumber": 1, "ETag": "\"00000000000000000000000000000000\""]
        let absent: JSON = ["PartNumber": 3, "ETag": one["ETag"] ?? ""]
        for (input, code) in [
            (complete(upload, two, one), "InvalidPartOrder"), (complete(upload, one, one), "InvalidPartOrder"),
            (complete(upload, wrong), "InvalidPart"), (complete(upload, one, absent), "InvalidPart"),
            (complete(upload, one, two), "EntityTooSmall"), (complete(upload), "MalformedXML"),
        ] {
            #expect(await world.failure("CompleteMultipartUpload", input) == code)
        }
        #expect(await world.failure("CompleteMultipartUpload", complete(upload, two)) == nil)
        #expect(try await world.text("k") == "\u{2}")
    }

    @Test func aPartSentTwiceIsThereOnce() async throws {
        let world = try ObjectWorld()
        let upload = try await begin(world)
        let first = try await part(world, upload, 1, [1])
        let second = try await part(world, upload, 1, [2])
        #expect(world.files().count == 1)
        #expect(await world.failure("CompleteMultipartUpload", complete(upload, first)) == "InvalidPart")
        #expect(await world.failure("CompleteMultipartUpload", complete(upload, second)) == nil)
    }

    @Test func anAbortedUploadLeavesNothing() async throws {
        let world = try ObjectWorld()
        let upload = try await begin(world)
        _ = try await part(world, upload, 1, [1])
        try await world.run("AbortMultipartUpload", .object(upload))
        #expect(world.files().isEmpty)
        var late = upload
        late["PartNumber"] = 1
        #expect(await world.failure("UploadPart", .object(late), body: [1]) == "NoSuchUpload")
        #expect(world.files().isEmpty)
        #expect(await world.failure("DeleteBucket", ["Bucket": "box"]) == nil)
    }

    @Test func checksumsOfPartsAndOfTheWholeAreTold() async throws {
        let world = try ObjectWorld()
        let upload = try await begin(world, ["ChecksumAlgorithm": "CRC32", "ChecksumType": "FULL_OBJECT"])
        let one = try await part(world, upload, 1, large)
        let two = try await part(world, upload, 2, [9])
        let output = try await world.run("CompleteMultipartUpload", complete(upload, one, two)).body
        let whole = (large + [9]).withUnsafeBytes { ChecksumAlgorithm.crc32.text(of: $0) }
        #expect(output["ChecksumCRC32"] == .string(whole))
        #expect(output["ChecksumType"] == "FULL_OBJECT")
        let composed = try await begin(world, ["ChecksumAlgorithm": "SHA256"])
        let only = try await part(world, composed, 1, [1])
        let other = try await world.run("CompleteMultipartUpload", complete(composed, only)).body
        let digest = Digests.sha256(Digests.sha256([1] as [UInt8]))
        #expect(other["ChecksumSHA256"] == .string("\(Base64.encode(digest))-1"))
        #expect(other["ChecksumType"] == "COMPOSITE")
    }
}
