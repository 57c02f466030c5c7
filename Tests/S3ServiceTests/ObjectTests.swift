import AWSWire
import Glibc
import JSONTree
import TestSupport
import Testing

@testable import S3Service

@Suite struct ObjectTests {
    @Test func whatIsStoredOutlivesTheProcess() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let put = try await world.put("a/b", "hello", ["ContentType": "text/x", "Metadata": ["K": "v"]])
        #expect(put["ETag"] == #""5d41402abc4b2a76b9719d911017c592""#)
        try world.restart()
        #expect(try await world.text("a/b") == "hello")
        let head = try await world.run("HeadObject", ["Bucket": "box", "Key": "a/b"]).body
        #expect(head["ContentType"] == "text/x")
        #expect(head["Metadata"] == ["k": "v"])
        #expect(head["ContentLength"] == 5)
    }

    @Test func replacedAndDeletedContentLeavesTheDisk() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.put("k", "one")
        try await world.put("k", "two")
        #expect(world.files().count == 1)
        try await world.run("DeleteObject", ["Bucket": "box", "Key": "k"])
        #expect(world.files().isEmpty)
        #expect(await world.failure("HeadObject", ["Bucket": "box", "Key": "k"]) == "NoSuchKey")
    }

    @Test func openContentStaysReadableWhenItIsReplaced() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.put("k", "before")
        let open = try await world.objects.object(bucket: "box", key: "k")
        try await world.put("k", "after")
        #expect(try await open.bytes(0..<100) == Array("before".utf8))
        #expect(try await open.bytes(2..<4) == Array("fo".utf8))
    }

    /// A process that dies between the file and the row leaves a file nobody knows, in either folder.
    @Test func leftoversOfAKilledProcessAreSweptAndNothingElse() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.put("k", "kept")
        let upload = try await world.run("CreateMultipartUpload", ["Bucket": "box", "Key": "m"]).body["UploadId"] ?? ""
        try await world.run(
            "UploadPart", ["Bucket": "box", "Key": "m", "UploadId": upload, "PartNumber": 1], body: [1, 2])
        for path in ["buckets/box/00000000-0000-7000-8000-000000000000", "incoming/x"] {
            close(open("\(world.folder.path)/s3/\(path)", O_CREAT | O_WRONLY, 0o600))
        }
        try world.restart()
        try await world.put("new", "of this process")
        #expect(world.files().count == 4)
        try await world.service.sweep()
        #expect(world.files().count == 3)
        #expect(try await world.text("k") == "kept")
        #expect(try await world.text("new") == "of this process")
    }

    @Test func aBrokenBodyLeavesNothing() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let input: JSON = ["Bucket": "box", "Key": "k", "ContentMD5": "1B2M2Y8AsgTpgAmY7PhCfg=="]
        #expect(await world.failure("PutObject", input, body: [1]) == "BadDigest")
        #expect(await world.failure("HeadObject", ["Bucket": "box", "Key": "k"]) == "NoSuchKey")
        #expect(world.files().isEmpty)
    }

    @Test func ofManyThatMustBeFirstOneIs() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let codes = await withTaskGroup(of: String?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    await world.failure(
                        "PutObject", ["Bucket": "box", "Key": "k", "IfNoneMatch": "*"], body: [UInt8(number)])
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(codes.count { $0 == nil } == 1)
        #expect(codes.count { $0 == "PreconditionFailed" } == 19)
        #expect(world.files().count == 1)
    }

    @Test func aBucketWithObjectsStays() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.put("k", "x")
        #expect(await world.failure("DeleteBucket", ["Bucket": "box"]) == "BucketNotEmpty")
        try await world.run("DeleteObject", ["Bucket": "box", "Key": "k"])
        #expect(await world.failure("DeleteBucket", ["Bucket": "box"]) == nil)
        #expect(await world.failure("PutObject", ["Bucket": "box", "Key": "k"], body: [1]) == "NoSuchBucket")
    }

    /// Writes race with the deletion of their bucket: whatever was acknowledged is in a bucket that is there.
    @Test func noObjectIsStoredInABucketThatIsGone() async throws {
        let world = try ObjectWorld()
        for _ in 0..<20 {
            try await world.run("CreateBucket", ["Bucket": "box"])
            async let put = world.failure("PutObject", ["Bucket": "box", "Key": "k"], body: [1])
            async let gone = world.failure("DeleteBucket", ["Bucket": "box"])
            let outcome = await (put, gone)
            if outcome.1 == nil {
                #expect(outcome.0 == "NoSuchBucket")
            } else {
                #expect(outcome.0 == nil)
                try await world.run("DeleteObject", ["Bucket": "box", "Key": "k"])
                try await world.run("DeleteBucket", ["Bucket": "box"])
            }
        }
    }

    @Test func aWriteOfTheProgramHappensOnce() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let tag = try await world.objects.put(bucket: "box", key: "r/1", Array("[1]".utf8))
        let (first, files) = (try await world.objects.object(bucket: "box", key: "r/1").modifiedAt, world.files())
        world.moveClock(by: .seconds(60))
        #expect(try await world.objects.put(bucket: "box", key: "r/1", Array("[1]".utf8)) == tag)
        #expect(try await world.objects.object(bucket: "box", key: "r/1").modifiedAt == first)
        #expect(world.files() == files)
        await #expect(throws: ServiceError.self) {
            try await world.objects.object(bucket: "box", key: "r/1", ifETag: "other")
        }
    }

    @Test func copiesKeepOrReplaceWhatIsSaidOfThem() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        try await world.put("a b", "x", ["Metadata": ["k": "1"], "Tagging": "t=u"])
        try await world.run("CopyObject", ["Bucket": "box", "Key": "c", "CopySource": "/box/a%20b"])
        let kept = try await world.run("HeadObject", ["Bucket": "box", "Key": "c"]).body
        #expect(kept["Metadata"] == ["k": "1"])
        #expect(kept["TagCount"] == 1)
        try await world.run("DeleteObject", ["Bucket": "box", "Key": "a b"])
        #expect(try await world.text("c") == "x")
        let same: JSON = ["Bucket": "box", "Key": "c", "CopySource": "box/c"]
        #expect(await world.failure("CopyObject", same) == "InvalidRequest")
        #expect(
            await world.failure("CopyObject", ["Bucket": "box", "Key": "d", "CopySource": "box/none"]) == "NoSuchKey")
    }
}
