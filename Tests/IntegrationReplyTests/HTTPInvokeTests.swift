import JSONTree
import NewelPluginKit
import OutboundHTTP
import Testing

@testable import HTTPInvokeIntegration

/// How a task's parameters and a connection become a request, and a response a result.
struct HTTPInvokeTests {
    private static let authorization = HTTPField("Authorization", "Basic x")
    private static let added = Connection(
        name: "c", authorization: .basic(user: "u", password: "p"),
        headers: [HTTPField("header-param", "connection")], query: [HTTPField("QueryParam", "connection")],
        body: [HTTPField("BodyParam", "connection")])
    private static let plain = Connection(name: "c", authorization: .basic(user: "u", password: "p"))

    private func task(_ members: JSONObject) throws -> HTTPTask {
        var all: JSONObject = [
            "ApiEndpoint": "https://example.com/path", "Method": "POST",
            "Authentication": ["ConnectionArn": "arn:aws:events:us-east-1:000000000000:connection/c/1"],
        ]
        for (name, value) in members { all[name] = value }
        return try HTTPTask(.object(all))
    }

    private func merged(_ members: JSONObject, _ connection: Connection = plain, revealing: Bool = true) throws
        -> MergedRequest
    {
        try MergedRequest(
            task(members), connection, authorization: Self.authorization, region: "us-east-1", revealing: revealing)
    }

    private static let both: JSONObject = [
        "Headers": ["Request-Id": "id", "Header-Param": "task"],
        "RequestBody": ["Job": "Engineer", "BodyParam": "task"], "QueryParameters": ["QueryParam": "task", "n": 1],
    ]

    @Test func theConnectionWins() throws {
        let request = try merged(Self.both, Self.added)
        #expect(request.url == "https://example.com/path?n=1&QueryParam=connection")
        #expect(request.body == #"{"Job":"Engineer","BodyParam":"connection"}"#)
        #expect(
            request.outbound.headers == [
                HTTPField("Request-Id", "id"), Self.authorization, HTTPField("header-param", "connection"),
                HTTPField("User-Agent", "Amazon|StepFunctions|HttpInvoke|us-east-1"),
                HTTPField("Range", "bytes=0-262144"), HTTPField("Content-Type", "application/json; charset=UTF-8"),
            ])
    }

    @Test func nothingOfTheConnectionIsShownToWhoMayNotSeeIt() throws {
        let request = try merged(Self.both, Self.added, revealing: false)
        #expect(request.url == "https://example.com/path?n=1")
        #expect(request.body == #"{"Job":"Engineer"}"#)
        #expect(request.headers.map(\.name) == ["Request-Id", "User-Agent", "Range"])
    }

    @Test func aHeaderOfAConnectionCannotBringOthers() {
        let connection = Connection(
            name: "c", authorization: .basic(user: "u", password: "p"), headers: [HTTPField("a", "b\r\nc: secret")])
        let error = #expect(throws: PluginError.self) { try merged([:], connection) }
        #expect(error?.type == "States.Runtime")
        #expect(error?.message.contains("secret") == false)
    }

    @Test func withoutABodyThereIsNone() throws {
        let request = try merged([:])
        #expect(request.outbound.body == nil)
        #expect(!request.outbound.headers.contains { $0.name == "Content-Type" })
        #expect(try merged([:], Self.added).body == #"{"BodyParam":"connection"}"#)
        #expect(try merged([:], Self.added, revealing: false).body == nil)
    }

    @Test func aTextIsSentAsItIs() throws {
        let request = try merged(["RequestBody": "<a/>", "Headers": ["content-type": "text/xml"]])
        #expect(request.outbound.body == Array("<a/>".utf8))
        #expect(request.outbound.headers.count { $0.isNamed("content-type") } == 1)
    }

    @Test(arguments: [
        (JSON.null, "m%5Bk%5D%5B0%5D=a&m%5Bk%5D%5B1%5D=b&t=x%20%26&n=&f=false"),
        ("INDICES", "m%5Bk%5D%5B0%5D=a&m%5Bk%5D%5B1%5D=b&t=x%20%26&n=&f=false"),
        ("REPEAT", "m%5Bk%5D=a&m%5Bk%5D=b&t=x%20%26&n=&f=false"),
        ("COMMAS", "m%5Bk%5D=a,b&t=x%20%26&n=&f=false"),
        ("BRACKETS", "m%5Bk%5D%5B%5D=a&m%5Bk%5D%5B%5D=b&t=x%20%26&n=&f=false"),
    ])
    func aFormNamesItsArraysAsAsked(format: JSON, form: String) throws {
        let request = try merged([
            "RequestBody": ["m": ["k": ["a", "b"]], "t": "x &", "n": nil, "f": false, "none": []],
            "Transform": ["RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": ["ArrayFormat": format]],
        ])
        #expect(request.body == form)
    }

    @Test func theConnectionsBodyIsPartOfTheForm() throws {
        let request = try merged(
            ["RequestBody": ["a": 1], "Transform": ["RequestBodyEncoding": "URL_ENCODED"]], Self.added)
        #expect(request.body == "a=1&BodyParam=connection")
    }

    @Test(
        arguments: [
            (["a": ["x", "y"], "b": "z"], "a=x&a=y&b=z"), ([["a": 1], ["a": 2]], "a=1&a=2"), ("?raw=%20", "raw=%20"),
        ] as [(JSON, String)])
    func queryParametersComeInThreeForms(value: JSON, query: String) throws {
        #expect(try merged(["QueryParameters": value]).url == "https://example.com/path?\(query)")
    }

    @Test(
        arguments: [
            ["ApiEndpoint": "example.com"], ["ApiEndpoint": "https://a b"], ["Method": "TRACE"], ["Nonsense": 1],
            ["Authentication": nil], ["InvocationConfig": ["ConnectionArn": "a"]], ["Headers": ["authorization": "x"]],
            ["Headers": ["X-Amz-Date": "x"]], ["Headers": ["a": "b\r\nc: d"]], ["Headers": "text"],
            ["QueryParameters": 1], ["Transform": ["RequestBodyEncoding": "GZIP"]],
            ["Transform": ["RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": ["ArrayFormat": "X"]]],
        ] as [JSONObject])
    func whatMakesNoRequestEndsTheExecution(members: JSONObject) {
        let error = #expect(throws: PluginError.self) { try task(members) }
        #expect(error?.type == "States.Runtime")
    }

    @Test func aTextCannotTakeUpTheConnectionsBody() {
        let error = #expect(throws: PluginError.self) { try merged(["RequestBody": "text"], Self.added) }
        #expect(error?.type == "States.Runtime")
    }

    private func response(_ status: Int, _ type: String?, _ body: [UInt8]) -> OutboundResponse {
        let headers = [HTTPField("Set-Cookie", "a"), HTTPField("set-cookie", "b")]
        return OutboundResponse(
            status: status, reason: "Words", headers: headers + (type.map { [HTTPField("Content-Type", $0)] } ?? []),
            body: body)
    }

    @Test func aResponseBecomesAResult() throws {
        let result = try HTTPTaskReply.result(of: response(206, "application/json; charset=utf-8", Array("[1]".utf8)))
        #expect(
            result == [
                "Headers": ["set-cookie": ["a", "b"], "content-type": ["application/json; charset=utf-8"]],
                "ResponseBody": [1], "StatusCode": 206, "StatusText": "Words",
            ])
    }

    @Test(
        arguments: [
            ("application/problem+json", Array(#"{"a":1}"#.utf8), ["a": 1]), ("text/plain", Array("1".utf8), "1"),
            ("application/json", Array("{".utf8), "{"), ("application/json", [], ""),
            ("text/plain; charset=ISO-8859-1", [0xE9], "é"), (nil, Array("{}".utf8), "{}"),
        ] as [(String?, [UInt8], JSON)])
    func onlyABodyThatIsJSONIsRead(type: String?, body: [UInt8], expected: JSON) throws {
        #expect(try HTTPTaskReply.result(of: response(200, type, body))["ResponseBody"] == expected)
    }

    @Test(
        arguments: [
            (200, "application/octet-stream", [0x41], "States.Runtime"), (200, "image/png", [], "States.Runtime"),
            (200, "text/plain", [0xFF], "States.Runtime"), (404, "text/plain", [0x41], "States.Http.StatusCode.404"),
            (302, nil, [], "States.Http.StatusCode.302"),
        ] as [(Int, String?, [UInt8], String)])
    func whatIsNoResultIsAnError(status: Int, type: String?, body: [UInt8], name: String) {
        let error = #expect(throws: PluginError.self) {
            try HTTPTaskReply.result(of: response(status, type, body))
        }
        #expect(error?.type == name)
        if status == 404 { #expect(error?.message == "A") }
    }

    @Test(arguments: [
        (OutboundError.Code.timedOut, "States.Http.Socket"), (.unreachable, "States.Http.Socket"),
        (.tooLarge, "States.DataLimitExceeded"), (.badURL, "States.Runtime"),
    ])
    func failuresHaveTheNamesOfAWS(code: OutboundError.Code, name: String) {
        #expect(HTTPTaskReply.failure(OutboundError(code, "words")).type == name)
    }
}
