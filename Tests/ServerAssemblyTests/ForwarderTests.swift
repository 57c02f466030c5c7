import AWSWire
import HandlerContract
import JSONTree
import OutboundHTTP
import ResourceNames
import Synchronization
import Testing

@testable import ServerAssembly

/// Where calls go that are not for this server.
struct ForwarderTests {
    private static let variables = [
        "AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "hush",
        "AWS_SESSION_TOKEN": "env",
    ]
    private let reader = ForwardReader(environment: { Self.variables[$0] })

    @Test func aWellKnownServiceNeedsNothingButItsEndpoint() throws {
        let service = try reader.service("dynamodb=http://127.0.0.1:8000")
        #expect((service.resource, service.name, service.title) == ("dynamodb", "dynamodb", "DynamoDb"))
        #expect(service.wire == JSONClientProtocol(version: "1.0", targetPrefix: "DynamoDB_20120810"))
        #expect(service.region == "eu-west-1")
        #expect(service.credentials == AWSCredentials(accessKeyID: "AKID", secret: "hush", sessionToken: "env"))
        #expect(try reader.service("events=http://h").resource == "eventbridge")
    }

    @Test func aFileSaysMore() throws {
        let text = """
            {"thing": {"Endpoint": "https://h/base", "Protocol": "json-1.1", "TargetPrefix": "Thing_1", "Title": "TheThing",
              "SigningName": "things", "MemberNames": "small", "Region": "r", "AccessKeyId": "a", "SecretAccessKey": "s",
              "SessionToken": "t", "Replace": true}}
            """
        let service = try #require(try reader.services(Array(text.utf8), file: "f").first)
        #expect(service.wire == JSONClientProtocol(version: "1.1", targetPrefix: "Thing_1"))
        #expect((service.signingName, service.title, service.region) == ("things", "TheThing", "r"))
        #expect(service.hasSmallNames && service.replaces)
        #expect(service.credentials == AWSCredentials(accessKeyID: "a", secret: "s", sessionToken: "t"))
    }

    @Test func credentialsAreNeverPutTogetherFromTwoPlaces() throws {
        let text = #"{"dynamodb": {"Endpoint": "http://h", "AccessKeyId": "a", "SecretAccessKey": "s"}}"#
        let service = try #require(try reader.services(Array(text.utf8), file: "f").first)
        #expect(service.credentials == AWSCredentials(accessKeyID: "a", secret: "s"))
        let none = try ForwardReader(environment: { _ in nil }).service("dynamodb=http://h")
        #expect(none.credentials == AWSCredentials(accessKeyID: "test", secret: "test"))
        #expect(none.region == nil)
    }

    @Test(arguments: ["dynamodb", "dynamodb=8000", "ec2=http://h", "=http://h"])
    func anArgumentThatSaysTooLittleIsRefused(argument: String) {
        #expect(throws: ServerError.self) { try reader.service(argument) }
    }

    @Test(arguments: [
        ("[", "f: "), ("[]", "f: must be"), (#"{"dynamodb": 1}"#, "f: dynamodb"),
        (#"{"dynamodb": {"Endpoint": "http://h", "Nonsense": 1}}"#, "f: dynamodb.Nonsense"),
        (#"{"dynamodb": {"Endpoint": "http://h", "Protocol": "query"}}"#, "f: dynamodb.Protocol"),
        (#"{"dynamodb": {"Endpoint": "http://h", "Region": 1}}"#, "f: dynamodb.Region"),
        (#"{"dynamodb": {"Endpoint": "http://h", "MemberNames": "odd"}}"#, "f: dynamodb.MemberNames"),
        (#"{"dynamodb": {"Endpoint": "http://h", "Replace": "yes"}}"#, "f: dynamodb.Replace"),
        (#"{"dynamodb": {"Endpoint": "http://h", "AccessKeyId": "a"}}"#, "f: dynamodb: AccessKeyId"),
        (#"{"dynamodb": {"Endpoint": "http://h", "SessionToken": "a"}}"#, "f: dynamodb: AccessKeyId"),
    ])
    func problemsOfAFileNameTheirPlace(text: String, beginning: String) throws {
        let error = #expect(throws: ServerError.self) { try reader.services(Array(text.utf8), file: "f") }
        #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
    }

    private func answer(
        _ response: Result<OutboundResponse, OutboundError>, endpoint: String = "http://127.0.0.1:8000"
    ) async throws -> (APICallOutcome, OutboundRequest?) {
        let seen = Mutex<OutboundRequest?>(nil)
        let service = try reader.service("dynamodb=\(endpoint)")
        let forwarder = Forwarder([service], now: { Timestamp(milliseconds: 0) }) { request throws(OutboundError) in
            seen.withLock { $0 = request }
            return try response.get()
        }
        let found = try #require(forwarder.service("dynamodb"))
        let outcome = await forwarder.call("GetItem", of: found, ["TableName": "t"], region: "us-east-1")
        return (outcome, seen.withLock { $0 })
    }

    @Test(arguments: [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"), ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://127.0.0.1:8000/base", "http://127.0.0.1:8000/base"),
    ])
    func aCallIsSignedForItsHost(endpoint: String, url: String) async throws {
        let response = OutboundResponse(
            status: 200, reason: "OK", headers: [HTTPField("x-amzn-RequestId", "id")], body: Array("{}".utf8))
        let (outcome, request) = try await answer(.success(response), endpoint: endpoint)
        #expect(request?.url == url)
        #expect(request?.headers.contains(HTTPField("host", "127.0.0.1:8000")) == true)
        let authorization = request?.headers.first { $0.name == "authorization" }?.value
        #expect(authorization?.contains("Credential=AKID/19700101/eu-west-1/dynamodb/aws4_request") == true)
        guard case .success(let output, _, let metadata) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(output == .emptyObject && metadata.requestID == "id")
    }

    @Test func errorsKeepTheirCodesAndUnreachableServersHaveNone() async throws {
        let body = #"{"__type":"x#ResourceNotFoundException","message":"no table"}"#
        let refusal = OutboundResponse(status: 400, reason: "", headers: [], body: Array(body.utf8))
        guard case .failure(let code, let message, let status, _) = try await answer(.success(refusal)).0 else {
            Issue.record("an error that is none")
            return
        }
        #expect((code, message, status) == ("ResourceNotFoundException", "no table", 400))
        let broken = try await answer(.failure(OutboundError(.unreachable, "refused"))).0
        guard case .failure(_, let words, let none, _) = broken else {
            Issue.record("an error that is none")
            return
        }
        #expect(words == "Unable to execute HTTP request: refused")
        #expect(none == 0)
    }
}
