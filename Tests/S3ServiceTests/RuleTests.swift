import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import S3Service

@Suite struct RuleTests {
    @Test(arguments: [
        ("abc", true), ("a.b-c.0", true), ("ab", false), (String(repeating: "a", count: 63), true),
        (String(repeating: "a", count: 64), false), ("Abc", false), ("a_b", false), ("-ab", false), ("ab-", false),
        ("a..b", false), (".ab", false), ("1.2.3.4", false), ("1.2.3", true), ("xn--abc", false),
        ("abc-s3alias", false),
        ("../", false), ("a/b", false), ("...", false),
    ])
    func namesOfBucketsKeepTheRules(name: String, isValid: Bool) { #expect(BucketName.isValid(name) == isValid) }

    @Test(
        arguments: [
            ("bytes=0-9", 0..<10), ("bytes=90-200", 90..<100), ("bytes=99-", 99..<100), ("bytes=-5", 95..<100),
            ("bytes=-500", 0..<100), ("bytes=5-4", nil), ("bytes=a-b", nil), ("bytes=-", nil), ("items=0-1", nil),
            ("bytes=0-1,3-4", nil), (nil, nil), ("bytes=0-99999999999999999999", 0..<100),
        ] as [(String?, Range<Int>?)])
    func rangesAreCutAtTheEnd(header: String?, range: Range<Int>?) throws {
        #expect(try ByteRange.of(header, size: 100) == range)
    }

    @Test(arguments: ["bytes=100-", "bytes=100-200", "bytes=-0"])
    func rangesBeyondTheEndAreRefused(header: String) {
        #expect(throws: ServiceError.self) { try ByteRange.of(header, size: 100) }
        #expect(throws: ServiceError.self) { try ByteRange.of("bytes=-1", size: 0) }
    }

    @Test(
        arguments: [
            (["IfMatch": #""e""#], .holds), (["IfMatch": "*"], .holds), (["IfMatch": #""x", "e""#], .holds),
            (["IfMatch": #""x""#], .failed("If-Match")), (["IfNoneMatch": #""e""#], .notModified),
            (["IfNoneMatch": #"W/"e""#], .notModified), (["IfNoneMatch": #""x""#], .holds),
            (["IfModifiedSince": 100], .notModified), (["IfModifiedSince": 99], .holds),
            (["IfUnmodifiedSince": 99], .failed("If-Unmodified-Since")), (["IfUnmodifiedSince": 100], .holds),
            // The tag decides where both are given.
            (["IfMatch": #""e""#, "IfUnmodifiedSince": 1], .holds),
            (["IfNoneMatch": #""x""#, "IfModifiedSince": 100], .holds), ([:], .holds),
        ] as [(JSON, Conditions.Verdict)])
    func conditionsAreJudgedAsHTTPSays(input: JSON, verdict: Conditions.Verdict) throws {
        let row = ObjectRow(
            content: "c", size: 1, etag: "e", modifiedAt: Timestamp(milliseconds: 100_000),
            headers: ObjectHeaders(json: .null))
        #expect(try Conditions(ActionInput(input)).verdict(on: row) == verdict)
    }

    @Test(arguments: [
        ("bucket/key", "bucket", "key"), ("/bucket/a%2Fb%20c", "bucket", "a/b c"),
        ("arn:aws:s3:::bucket/k/l", "bucket", "k/l"), ("b/k?versionId=null", "b", "k"), ("b/a+b", "b", "a+b"),
    ])
    func sourcesOfCopiesAreRead(text: String, bucket: String, key: String) throws {
        let source = try CopySource(ActionInput(["CopySource": .string(text)]))
        #expect(source.place == ObjectPlace(bucket: bucket, key: key))
    }

    @Test(arguments: ["bucket", "/bucket/", "bucket/%zz", "b/k?versionId=1"])
    func otherSourcesAreRefused(text: String) {
        #expect(throws: ServiceError.self) { try CopySource(ActionInput(["CopySource": .string(text)])) }
    }

    @Test func keysInListsAreEncodedSoThatXMLHoldsThem() {
        #expect(KeyEncoding("url")("a b/ä\u{1}+") == "a%20b/%C3%A4%01%2B")
        #expect(KeyEncoding(nil)("a b") == "a b")
    }

    @Test func theStoredFormOfAnObjectKeepsEverything() throws {
        let headers = try ObjectHeaders(
            ActionInput(["ContentType": "t", "Metadata": ["A": "ä"], "Expires": 1.5, "StorageClass": "GLACIER"]))
        var row = ObjectRow(
            content: "c", size: 7, etag: "e-2", modifiedAt: Timestamp(milliseconds: 5_000), headers: headers)
        row.partSizes = [3, 4]
        row.checksum = Checksum(.sha1, "x-2", isOfWhole: false)
        row.tags = [["Key": "k", "Value": "v"]]
        let read = try #require(ObjectRow(bytes: row.bytes))
        #expect(read.bytes == row.bytes)
        #expect(read.checksum == row.checksum)
        #expect(read.headers == headers)
        #expect(read.partSizes == [3, 4])
        #expect(ObjectRow(bytes: [1, 2]) == nil)
    }

    @Test(arguments: [
        ("StorageClass", "COLD", "InvalidStorageClass"), ("ServerSideEncryption", "AES128", "InvalidArgument"),
        ("ACL", "open", "InvalidArgument"), ("ChecksumAlgorithm", "XXHASH64", "InvalidRequest"),
        ("ChecksumType", "HALF", "InvalidRequest"), ("MetadataDirective", "MOVE", "InvalidArgument"),
        ("TaggingDirective", "MOVE", "InvalidArgument"), ("EncodingType", "xml", "InvalidArgument"),
        ("ChecksumMode", "on", "InvalidRequest"),
    ])
    func aMemberHasOneOfItsValues(member: String, value: String, code: String) async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        var input: JSONObject = ["Bucket": "box", "Key": "k"]
        input[member] = .string(value)
        #expect(await world.failure("PutObject", .object(input)) == code)
    }

    @Test func listsTellAttributesThereAre() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let known: JSON = ["Bucket": "box", "OptionalObjectAttributes": ["RestoreStatus"]]
        #expect(try await world.run("ListObjectsV2", known).body["KeyCount"] == 0)
        let unknown: JSON = ["Bucket": "box", "OptionalObjectAttributes": ["RestoreStatus", "Owner"]]
        #expect(await world.failure("ListObjectsV2", unknown) == "InvalidArgument")
    }

    @Test func settingsOfABucketHaveValuesThereAre() async throws {
        let world = try ObjectWorld()
        try await world.run("CreateBucket", ["Bucket": "box"])
        let versioning: JSON = ["Bucket": "box", "VersioningConfiguration": ["Status": "On"]]
        #expect(await world.failure("PutBucketVersioning", versioning) == "MalformedXML")
        for rules in [[], [["ApplyServerSideEncryptionByDefault": ["SSEAlgorithm": "AES128"]]]] as [JSON] {
            let encryption: JSON = ["Bucket": "box", "ServerSideEncryptionConfiguration": ["Rules": rules]]
            #expect(await world.failure("PutBucketEncryption", encryption) == "MalformedXML")
        }
    }

    @Test(
        arguments: [
            (.bucket, "aws:mine", "v", "System tags cannot be added/updated by requester"),
            (.object, "aws:mine", "v", "Your TagKey cannot be prefixed with aws:"),
            (.object, "k!", "v", "The TagKey you have provided is invalid"),
            (.bucket, "", "v", "The TagKey you have provided is invalid"),
            (.bucket, "k", "<v>", "The TagValue you have provided is invalid"),
        ] as [(TagSet.Owner, String, String, String)])
    func tagsKeepTheRules(owner: TagSet.Owner, key: String, value: String, words: String) {
        let tags: JSON = [["Key": .string(key), "Value": .string(value)]]
        let error = #expect(throws: ServiceError.self) { try TagSet.checked(tags, of: owner) }
        #expect(error?.message == words)
        #expect(error?.code == "InvalidTag")
    }

    @Test(arguments: [
        (TagSet.Owner.bucket, 51, "Bucket tag count cannot be greater than 50"),
        (.object, 11, "Object tags cannot be greater than 10"),
    ])
    func tagsAreCounted(owner: TagSet.Owner, count: Int, words: String) {
        let tags = JSON.array((0..<count).map { ["Key": .string("k\($0)"), "Value": ""] })
        #expect(throws: ServiceError("BadRequest", words)) { try TagSet.checked(tags, of: owner) }
    }

    @Test func aBucketIsMadeWithTags() async throws {
        let world = try ObjectWorld()
        let tags: JSON = [["Key": "k", "Value": "v"]]
        try await world.run("CreateBucket", ["Bucket": "box", "CreateBucketConfiguration": ["Tags": tags]])
        #expect(try await world.run("GetBucketTagging", ["Bucket": "box"]).body["TagSet"] == tags)
    }
}
