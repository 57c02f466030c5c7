import JSONTree
import Testing

@testable import AWSWire

@Suite struct S3ProtocolTests {
    /// Answers with what it saw, under any action's name.
    struct Put: AWSWire.Operation {
        static let name = "PutObject"
        func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
            if input["Key"] == "gone" {
                throw ServiceError("NoSuchKey", "Gone & away", status: 404, members: [("Key", "gone")])
            }
            var output = OperationOutput(["ETag": "\"e\"", "Size": 3])
            output.headers = [("Seen", input.text), ("Body", String(decoding: context.rawBody, as: UTF8.self))]
            return output
        }
    }

    private static let signed = (
        name: "authorization",
        value:
            "AWS4-HMAC-SHA256 Credential=000000000000/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
    )

    @Test(arguments: [
        ("GET", "/", "", "ListBuckets"), ("PUT", "/b", "", "CreateBucket"), ("PUT", "/b/", "", "CreateBucket"),
        ("HEAD", "/b", "", "HeadBucket"), ("DELETE", "/b", "", "DeleteBucket"), ("GET", "/b", "", "ListObjects"),
        ("GET", "/b", "list-type=2&prefix=x", "ListObjectsV2"), ("GET", "/b", "location", "GetBucketLocation"),
        ("GET", "/b", "location=", "GetBucketLocation"), ("GET", "/b", "uploads", "ListMultipartUploads"),
        ("POST", "/b", "delete", "DeleteObjects"), ("GET", "/b", "versioning", "GetBucketVersioning"),
        ("PUT", "/b", "publicAccessBlock", "PutPublicAccessBlock"), ("PUT", "/b/k", "", "PutObject"),
        ("PUT", "/b/k", "x-id=PutObject", "PutObject"), ("GET", "/b/k/l", "", "GetObject"),
        ("GET", "/b/k", "partNumber=1", "GetObject"), ("HEAD", "/b/k", "", "HeadObject"),
        ("DELETE", "/b/k", "", "DeleteObject"), ("POST", "/b/k", "uploads", "CreateMultipartUpload"),
        ("PUT", "/b/k", "partNumber=1&uploadId=u", "UploadPart"), ("GET", "/b/k", "uploadId=u", "ListParts"),
        ("POST", "/b/k", "uploadId=u", "CompleteMultipartUpload"), ("GET", "/b/k", "tagging", "GetObjectTagging"),
        ("DELETE", "/b/k", "uploadId=u", "AbortMultipartUpload"), ("GET", "/b", "tagging", "GetBucketTagging"),
    ])
    func methodPathAndParametersChooseTheAction(method: String, path: String, query: String, action: String) throws {
        let router = RequestRouter(ServiceModel.all)
        let request = request(method, path, query: query, [Self.signed])
        #expect(try router.route(request, CredentialScope(of: request)).action.name == action)
    }

    @Test func headersChooseTheActionToo() throws {
        let router = RequestRouter(ServiceModel.all)
        let copy = request("PUT", "/b/k", [Self.signed, ("x-amz-copy-source", "a/b")])
        #expect(try router.route(copy, CredentialScope(of: copy)).action.name == "CopyObject")
        let part = request(
            "PUT", "/b/k", query: "partNumber=1&uploadId=u", [Self.signed, ("x-amz-copy-source", "a/b")])
        #expect(try router.route(part, CredentialScope(of: part)).action.name == "UploadPartCopy")
    }

    @Test(arguments: [("GET", "/b", "cors", 501), ("PUT", "/b/k", "acl", 501), ("PATCH", "/b/k", "", 405)])
    func whatIsNotServedIsNotTakenForSomethingElse(method: String, path: String, query: String, status: Int) async {
        let reply = await EchoDoor("s3", Put()).door.answer(request(method, path, query: query, [Self.signed]))
        #expect(reply.status == status)
        #expect(String(decoding: reply.body, as: UTF8.self).contains("<Error><Code>"))
    }

    @Test(
        arguments: [
            ("b.localhost:4566", "/k%20l", "b", "k l"), ("b.s3.us-east-1.amazonaws.com", "/a//b", "b", "a//b"),
            ("s3.localhost", "/b/k", "b", "k"), ("127.0.0.1:4566", "/b/%2e%2e/x", "b", "../x"),
            ("a.b.s3.localhost", "/", "a.b", nil), ("newel.example", "/b", "b", nil), ("localhost", "/", nil, nil),
            ("s3-eu-west-1.amazonaws.com", "/b/", "b", nil), ("sqs.localhost", "/b", "b", nil),
        ] as [(String, String, String?, String?)])
    func bucketAndKeyAreInHostAndPath(host: String, path: String, bucket: String?, key: String?) {
        let address = S3Address(WireRequest(method: "GET", path: path, headers: [("host", host)]))
        #expect(address?.bucket == bucket)
        #expect(address?.key == key)
    }

    /// Unsigned requests: those of other services stay theirs.
    @Test(arguments: [
        ("GET", "/my-bucket/key", "", true), ("PUT", "/my-bucket", "", true),
        ("GET", "/2015-03-31/functions", "", false),
        ("GET", "/2015-03-31/nothing", "", false), ("GET", "/000000000000/queue", "Action=ReceiveMessage", false),
        ("GET", "/000000000000/queue", "", false), ("GET", "/favicon.ico", "", false), ("POST", "/", "", false),
        ("GET", "/", "Action=ListTopics", false), ("GET", "/_newel/health", "", false), ("GET", "/Upper/k", "", false),
    ])
    func unsignedRequestsAreS3sWhenTheyLookLikeIt(method: String, path: String, query: String, isS3: Bool) {
        let router = RequestRouter(ServiceModel.all)
        #expect(router.isS3(request(method, path, query: query), nil) == isS3)
    }

    @Test func aRequestSignedForAnotherServiceIsNeverS3s() {
        let router = RequestRouter(ServiceModel.all)
        let value = "AWS4-HMAC-SHA256 Credential=A/20261123/us-east-1/lambda/aws4_request, Signature=0"
        let request = request("GET", "/my-bucket/key", [("authorization", value)])
        #expect(!router.isS3(request, CredentialScope(of: request)))
    }

    @Test func headersAndMetadataAreBoundAndTheBodyIsLeftAlone() async {
        let reply = await EchoDoor("s3", Put()).door.answer(
            request(
                "PUT", "/b/k", query: "x-id=PutObject",
                [
                    Self.signed, ("content-type", "text/x"), ("x-amz-meta-a", "1"), ("x-amz-meta-b", "2"),
                    ("if-none-match", "*"), ("expires", "Mon, 23 Nov 2026 23:04:00 GMT"),
                ], body: "<not xml"))
        #expect(reply.status == 200)
        #expect(reply.headers.first { $0.name == "Body" }?.value == "<not xml")
        #expect(reply.headers.first { $0.name == "ETag" }?.value == "\"e\"")
        let seen = try? JSON.parse(reply.headers.first { $0.name == "Seen" }?.value ?? "")
        #expect(seen?["Metadata"] == ["a": "1", "b": "2"])
        #expect(seen?["ContentType"] == "text/x")
        #expect(seen?["IfNoneMatch"] == "*")
        #expect(seen?["Expires"] == "Mon, 23 Nov 2026 23:04:00 GMT")
        #expect(reply.headers.contains { $0.name == "x-amz-request-id" })
    }

    @Test func errorsAreS3s() async {
        let reply = await EchoDoor("s3", Put()).door.answer(request("PUT", "/b/gone", [Self.signed]))
        #expect(reply.status == 404)
        #expect(
            String(decoding: reply.body, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>NoSuchKey</Code><Message>Gone &amp; away</Message><Key>gone</Key>\
                <RequestId>00000000-0000-4000-8000-000000000000</RequestId><HostId>newel</HostId></Error>
                """)
    }

    @Test func aBodyWithAnotherDigestThanWasSignedIsRefused() async {
        let digest = String(repeating: "0", count: 64)
        let reply = await EchoDoor("s3", Put()).door.answer(
            request("PUT", "/b/k", [Self.signed, ("x-amz-content-sha256", digest)], body: "x"))
        #expect(reply.status == 400)
        #expect(String(decoding: reply.body, as: UTF8.self).contains("<Code>XAmzContentSHA256Mismatch</Code>"))
    }

    @Test(
        arguments: [
            ("5\r\nhello\r\n0\r\n\r\n", 5, "hello"),
            ("5;chunk-signature=a\r\nhello\r\n1\r\n!\r\n0;chunk-signature=b\r\n\r\n", 6, "hello!"),
            ("A\r\n0123456789\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n", 10, "0123456789"), ("0\r\n\r\n", 0, ""),
            ("0\r\n", 0, ""), ("5\r\nhel", 5, nil), ("5\r\nhello\r\n", 5, nil), ("x\r\n\r\n", 0, nil),
            ("-5\r\nhello\r\n", 5, nil),
            ("5\r\nhello\r\n0\r\n\r\n", 6, nil), ("FFFFFFFFFFFFFFFF\r\n", 0, nil), ("5\r\nhelloXX0\r\n\r\n", 5, nil),
        ] as [(String, Int, String?)])
    func chunksArePutTogether(body: String, length: Int, text: String?) {
        let request = request(
            "PUT", "/b/k",
            [
                ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                ("x-amz-decoded-content-length", "\(length)"),
            ], body: body)
        let decoded = try? ChunkedBody(request)
        #expect(decoded.map { String(decoding: $0.bytes, as: UTF8.self) } == text)
    }

    @Test func largeBodiesAreForS3Only() {
        let door = EchoDoor("s3", Put()).door
        #expect(door.bodyBytesMax(of: request("PUT", "/b/k", [Self.signed])) == 256 * 1_048_576)
        #expect(
            door.bodyBytesMax(of: request("POST", "/", [("x-amz-target", "AmazonSQS.SendMessage")])) == 10 * 1_048_576)
    }
}
